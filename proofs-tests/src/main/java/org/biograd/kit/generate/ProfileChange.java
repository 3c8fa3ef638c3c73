package org.biograd.kit.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/** A profile with some of its parameters replaced, by their keys of PROF-1. */
public final class ProfileChange {

    /** Widths of a few bits, everything deterministic, one neuron's threshold at 8. */
    public static final Profile SMALL = ProfileReader.read(
            "small",
            String.join(
                    "\n",
                    "name = small",
                    "time.steps = 5",
                    "time.softStart = 0",
                    "weight.bits = 6",
                    "weight.shift = 0",
                    "weight.spread = 40",
                    "soma.currentBits = 10",
                    "soma.voltageBits = 8",
                    "soma.voltageOne = 8",
                    "soma.keep = 2048",
                    "soma.threshold = 8",
                    "soma.window = 8",
                    "trace.mode = PRE_ONLY",
                    "trace.bits = 7",
                    "trace.impulse = 16",
                    "trace.keep = 2048",
                    "trace.rounding = TOWARD_ZERO",
                    "eligibility.bits = 9",
                    "eligibility.shift = 1",
                    "error.function = DIFFERENCE",
                    "error.fraction = 4",
                    "error.potentialBits = 8",
                    "error.dendriteBits = 8",
                    "error.learningBits = 6",
                    "error.hiddenShift = 1",
                    "error.outputShift = -1",
                    "error.rounding = FLOOR",
                    "update.hiddenMultiplier = 3",
                    "update.outputMultiplier = 5",
                    "update.shift = 3",
                    "update.accumulatorBits = 16",
                    "update.accumulatorFraction = 4",
                    "update.rounding = NEAREST_EVEN",
                    "update.batch = 1",
                    "update.halveEvery = 0",
                    "feedback.path = DIRECT",
                    "feedback.pathShift = 2",
                    "feedback.start = RANDOM",
                    "feedback.bits = 6",
                    "feedback.fraction = 3",
                    "feedback.spread = 31",
                    "sleep.first = 1",
                    "sleep.every = 2",
                    "sleep.trajectories = 2",
                    "sleep.steps = 5",
                    "sleep.hebbShift = 3",
                    "sleep.shift = 5",
                    "sleep.rounding = FLOOR",
                    ""));

    private ProfileChange() {}

    /** The small profile with other values, key and value alternating. */
    public static Profile small(String... changes) {
        return of(SMALL, (Object[]) changes);
    }

    /**
     * A profile with other values.
     *
     * @param base gives all other values
     * @param changes keys of PROF-1 and values, alternating
     * @throws IllegalArgumentException where there is no such parameter
     * @throws org.biograd.spec.profile.InvalidProfileException where the values are not those of a profile
     */
    public static Profile of(Profile base, Object... changes) {
        String text = ProfileReader.write(base);
        for (int i = 0; i < changes.length; i += 2) {
            String key = changes[i].toString();
            Matcher line =
                    Pattern.compile("(?m)^" + Pattern.quote(key) + " *=.*$").matcher(text);
            if (!line.find()) {
                throw new IllegalArgumentException("no parameter " + key);
            }
            text = line.replaceFirst(Matcher.quoteReplacement(key + " = " + changes[i + 1]));
        }
        return ProfileReader.read("changed", text);
    }
}
