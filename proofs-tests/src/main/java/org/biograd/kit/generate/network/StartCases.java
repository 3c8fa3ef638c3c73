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
import org.biograd.kit.network.StartOperation;
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
        if (profile != null || dice.oneIn(3)) {
            Profile of = profile == null ? RandomProfiles.of(dice) : profile;
            return question(of, Networks.sizes(dice), dice.bits()).flags(Flag.RANDOM);
        }
        int[] sizes = Networks.sizes(dice, dice.between(3, 5));
        if (dice.oneIn(4)) {
            return question(aligned(dice), sizes, dice.bits()).flags(Flag.RANDOM);
        }
        Question[] drawn = new Question[1];
        return Life.first(
                        () -> drawn[0] = question(aligned(dice), sizes, dice.bits()),
                        new StartOperation(),
                        out -> Life.isAligned(drawn[0], out))
                .flags(Flag.RANDOM);
    }

    /** A profile whose feedback starts aligned, with units and fractions that leave remainders of both signs. */
    private static Profile aligned(Dice dice) {
        int bits = dice.width(3, 9);
        int shift = dice.between(0, 6);
        int feedbackBits = dice.width(3, 12);
        long largest = ((1L << bits - 1) - 1) << shift;
        long one = dice.oneIn(4)
                ? 1L << dice.between(0, bits + shift)
                : dice.between(Math.max(1, largest / 8), 2 * largest + 1);
        return ProfileChange.small(
                "weight.bits", Integer.toString(bits),
                "weight.shift", Integer.toString(shift),
                "weight.spread", Integer.toString(1 << bits),
                "soma.voltageOne", Long.toString(one),
                "update.accumulatorBits", Integer.toString(bits + 4),
                "feedback.start", "ALIGNED",
                "feedback.path", dice.oneIn(3) ? "LAYERWISE" : "DIRECT",
                "feedback.bits", Integer.toString(feedbackBits),
                "feedback.spread", "1",
                "feedback.fraction", Integer.toString(dice.between(0, Math.min(24, feedbackBits))));
    }
}
