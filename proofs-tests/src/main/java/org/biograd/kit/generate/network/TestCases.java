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

/** {@code network.test}. */
public final class TestCases implements Generator {

    private static final int SAMPLES = 12;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(question(ProfileChange.small(), new int[] {4, 3, 3}, 1, 0, new Dice(0, "test", 0))
                .flags(Flag.COUNTER)
                .comment("test samples have a stream of their own, and their number in the set is their sample"));
        all.add(question(ProfileChange.small(), new int[] {4, 3, 3}, -1, 1 << 30, new Dice(0, "test", 1))
                .flags(Flag.COUNTER, Flag.UNSIGNED)
                .comment("a seed of 64 ones, and large numbers of samples"));
        all.add(question(ProfileChange.small("soma.threshold", "126"), new int[] {2, 3}, 1, 0, new Dice(0, "test", 2))
                .flags(Flag.EQUAL)
                .comment("silent outputs: of equal counts the lowest class"));
        return all;
    }

    private static Question question(Profile profile, int[] sizes, long seed, int first, Dice dice) {
        Question question = Networks.question(profile, sizes, "NET-2", "NET-3", "CODE-1", "DRAW-4");
        question.params().set("seed", Json.word(seed));
        Networks.weights(question, profile, sizes, !dice.oneIn(4), dice);
        int[][] intensities = new int[SAMPLES][sizes[0]];
        for (int[] row : intensities) {
            for (int j = 0; j < row.length; j++) {
                row[j] = dice.oneIn(6) ? 0 : dice.below(256);
            }
        }
        question.in().put("first", first);
        return question.in("intensities", Json.of(intensities));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int[] sizes = Networks.sizes(dice, dice.between(2, 4));
        sizes[sizes.length - 1] = dice.between(2, 5);
        return question(
                        profile == null ? RandomProfiles.live(dice) : profile,
                        sizes,
                        dice.bits(),
                        (int) dice.size(1 << 20),
                        dice)
                .flags(Flag.RANDOM);
    }
}
