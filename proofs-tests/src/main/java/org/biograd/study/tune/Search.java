package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.biograd.fixedpoint.Network;
import org.biograd.kit.generate.Dice;
import org.biograd.loihi.program.Requirements;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.train.ProfileOverrides;

/**
 * What is searched, and how.
 *
 * @param base gives all keys that are not searched
 * @param hidden sizes of the hidden layers
 * @param seed of the candidates, and of every draw of every training
 * @param candidates how many there are, the base profile among them
 * @param validation the last so many training samples are held out, and candidates are compared on them
 * @param rungs when candidates are compared, each longer than the one before
 * @param kept numerator of the part that goes on from a rung to the next
 * @param keptOf its denominator
 * @param onChip whether a candidate has to be one that the chip program can run
 * @param keys what is searched
 */
public record Search(
        Profile base,
        List<Integer> hidden,
        long seed,
        int candidates,
        int validation,
        List<Rung> rungs,
        int kept,
        int keptOf,
        boolean onChip,
        List<KeyValues> keys) {

    private static final String NAME = "name";
    private static final String TUNED = "-tuned";
    private static final int MAX_NAME = 32;

    /** A network of this search for data of such inputs and classes. */
    Shape shape(int inputs, int classes) {
        List<Integer> sizes = new ArrayList<>(List.of(inputs));
        sizes.addAll(hidden);
        sizes.add(classes);
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** How many of some candidates go on: the part that is kept, rounded up. */
    int goingOn(int compared) {
        return (int) (((long) compared * kept + keptOf - 1) / keptOf);
    }

    /**
     * All candidates. Number 0 is the base profile; the value of a key of another depends on seed, key and number
     * alone.
     *
     * @param shape what they have to fit
     */
    List<Candidate> draw(Shape shape) {
        List<Candidate> all = new ArrayList<>();
        Map<Map<String, String>, Integer> seen = new LinkedHashMap<>();
        for (int number = 0; number < candidates; number++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (KeyValues key : number == 0 ? List.<KeyValues>of() : keys) {
                values.put(key.key(), key.draw(new Dice(seed, key.key(), number)));
            }
            Integer before = seen.putIfAbsent(values, number);
            all.add(
                    before == null
                            ? candidate(number, values, shape)
                            : new Candidate(number, values, Optional.empty(), "the same as candidate " + before));
        }
        return all;
    }

    private Candidate candidate(int number, Map<String, String> values, Shape shape) {
        try {
            Profile profile = named(values);
            profile.requireFits(shape);
            if (profile.feedback().start() == FeedbackStart.ALIGNED) {
                // Its products may not fit, which only weights can tell.
                new Network(shape, profile, seed);
            }
            List<String> unmet = onChip ? Requirements.unmet(profile) : List.of();
            return unmet.isEmpty()
                    ? new Candidate(number, values, Optional.of(profile), "")
                    : new Candidate(
                            number, values, Optional.empty(), "does not fit the chip: " + String.join("; ", unmet));
        } catch (IllegalArgumentException e) {
            return new Candidate(
                    number, values, Optional.empty(), e.getMessage().replaceFirst("^changed profile(:[0-9]+)?: ", ""));
        }
    }

    private Profile named(Map<String, String> values) {
        if (values.isEmpty()) {
            return base;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(NAME, base.name().substring(0, Math.min(base.name().length(), MAX_NAME - TUNED.length())) + TUNED);
        return ProfileOverrides.apply(base, all);
    }

    /** The values of the searched keys that a candidate has, drawn or those of the base profile. */
    Map<String, String> values(Candidate candidate) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : ProfileReader.write(base).split("\n")) {
            int equals = line.indexOf('=');
            all.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key.key(), candidate.values().getOrDefault(key.key(), all.get(key.key()))));
        return values;
    }

    /** Everything that the outcome depends on, besides the data, by name. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hidden", hidden.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        settings.put("seed", Long.toUnsignedString(seed));
        settings.put("candidates", Integer.toString(candidates));
        settings.put("validation", Integer.toString(validation));
        settings.put("rungs", rungs.stream().map(Rung::toString).collect(Collectors.joining(", ")));
        settings.put("keep", kept + "/" + keptOf);
        settings.put("fit", onChip ? "chip" : "any");
        keys.forEach(key -> settings.put(key.key(), key.text()));
        settings.put(
                "base",
                ProfileReader.write(base)
                        .replaceAll(" *= *", "=")
                        .replace("\n", " ")
                        .strip());
        return settings;
    }
}
