package org.biograd.play;

import java.util.HashMap;
import java.util.Map;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TimeParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/** Reads the text of a profile without reflection. A test holds it to what the reader of files makes of the same. */
final class Profiles {

    private final Map<String, String> values = new HashMap<>();

    private Profiles(String text) {
        for (String line : text.split("\n")) {
            int comment = line.indexOf('#');
            String bare = comment < 0 ? line : line.substring(0, comment);
            int equals = bare.indexOf('=');
            if (equals > 0) {
                values.put(
                        bare.substring(0, equals).strip(),
                        bare.substring(equals + 1).strip());
            }
        }
    }

    /**
     * The profile of a text.
     *
     * @throws IllegalArgumentException where a value is missing or out of range
     */
    static Profile read(String text) {
        return new Profiles(text).profile();
    }

    private Profile profile() {
        return new Profile(
                text("name"),
                new TimeParameters(n("time.steps"), n("time.softStart")),
                new WeightParameters(n("weight.bits"), n("weight.shift"), n("weight.spread")),
                new SomaParameters(
                        n("soma.currentBits"),
                        n("soma.voltageBits"),
                        n("soma.voltageOne"),
                        n("soma.keep"),
                        n("soma.threshold"),
                        n("soma.window")),
                new TraceParameters(
                        TraceMode.valueOf(text("trace.mode")),
                        n("trace.bits"),
                        n("trace.impulse"),
                        n("trace.keep"),
                        rounding("trace.rounding")),
                new EligibilityParameters(n("eligibility.bits"), n("eligibility.shift")),
                new ErrorParameters(
                        ErrorFunction.valueOf(text("error.function")),
                        n("error.fraction"),
                        n("error.potentialBits"),
                        n("error.dendriteBits"),
                        n("error.learningBits"),
                        n("error.hiddenShift"),
                        n("error.outputShift"),
                        rounding("error.rounding")),
                new UpdateParameters(
                        n("update.hiddenMultiplier"),
                        n("update.outputMultiplier"),
                        n("update.shift"),
                        n("update.accumulatorBits"),
                        n("update.accumulatorFraction"),
                        rounding("update.rounding"),
                        n("update.batch"),
                        n("update.halveEvery")),
                new FeedbackParameters(
                        FeedbackPath.valueOf(text("feedback.path")),
                        n("feedback.pathShift"),
                        FeedbackStart.valueOf(text("feedback.start")),
                        n("feedback.bits"),
                        n("feedback.fraction"),
                        n("feedback.spread")),
                new SleepParameters(
                        n("sleep.first"),
                        n("sleep.every"),
                        n("sleep.trajectories"),
                        n("sleep.steps"),
                        n("sleep.hebbShift"),
                        n("sleep.shift"),
                        rounding("sleep.rounding")));
    }

    private Rounding rounding(String key) {
        return Rounding.valueOf(text(key));
    }

    private int n(String key) {
        return Integer.parseInt(text(key));
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": missing");
        }
        return value;
    }
}
