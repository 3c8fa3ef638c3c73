package org.biograd.kit.generate.network;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.spec.profile.Profile;

/** {@code network.start}. */
public final class StartCases implements Generator {

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (String start : new String[] {"RANDOM", "ALIGNED"}) {
            for (String path : new String[] {"DIRECT", "LAYERWISE"}) {
                all.add(question(
                                ProfileChange.small("feedback.start", start, "feedback.path", path),
                                new int[] {3, 2, 3, 2},
                                7)
                        .flags(Flag.LAYERS)
                        .comment("feedback starts " + start + ", " + path));
            }
            all.add(question(
                            ProfileChange.small("feedback.start", start, "feedback.bits", "2", "feedback.spread", "1"),
                            new int[] {2, 3, 3},
                            1)
                    .flags(Flag.SATURATION)
                    .comment("feedback of 2 bits, " + start));
        }
        for (int inputs : new int[] {1, 2, 3, 4, 5, 7, 8, 15, 16, 17}) {
            all.add(question(ProfileChange.small("weight.spread", "60"), new int[] {inputs, 2}, 1)
                    .flags(Flag.EDGE)
                    .comment("the range of weights of a neuron with " + inputs
                            + " inputs: the root of spread^2 / inputs, rounded down"));
        }
        all.add(question(ProfileChange.small("weight.spread", "0"), new int[] {3, 2}, 1)
                .flags(Flag.SMALL)
                .comment("no spread: all weights 0"));
        all.add(question(
                        ProfileChange.small(
                                "weight.spread", "8388608", "weight.bits", "24", "update.accumulatorBits", "30"),
                        new int[] {1, 2},
                        1)
                .flags(Flag.WIDE)
                .comment("the largest spread, limited by the width of a weight"));
        all.add(question(ProfileChange.small(), new int[] {1, 1}, -1)
                .flags(Flag.UNSIGNED)
                .comment("a seed of 64 ones"));
        all.add(question(ProfileChange.small(), new int[] {1, 1}, 1L << 32)
                .flags(Flag.COUNTER)
                .comment("a seed with its upper half alone"));
        return all;
    }

    private static Question question(Profile profile, int[] sizes, long seed) {
        List<String> clauses = new ArrayList<>(List.of("NET-4", "NET-8", "WORD-8"));
        if (sizes.length > 2) {
            clauses.add("NET-5");
        }
        Question question = Networks.question(profile, sizes, clauses.toArray(String[]::new));
        question.params().set("seed", Json.word(seed));
        return question;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        return question(profile == null ? RandomProfiles.of(dice) : profile, Networks.sizes(dice), dice.bits())
                .flags(Flag.RANDOM);
    }
}
