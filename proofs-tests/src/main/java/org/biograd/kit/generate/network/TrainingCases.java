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
import org.biograd.kit.network.TrainingOperation;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/** {@code training.digest}. */
public final class TrainingCases implements Generator {

    private static final String[] CLAUSES = {"NET-1", "NET-6", "NET-7", "NET-8", "LEARN-4", "CODE-1", "DRAW-4"};

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        all.add(question(ProfileChange.small(), new int[] {4, 3, 2}, 1, 0, 3, new Dice(0, "training", 0))
                .flags(Flag.SMALL)
                .comment("no epoch: the sleeps before the first sample"));
        all.add(question(
                        ProfileChange.small("sleep.first", "3", "sleep.every", "1"),
                        new int[] {4, 3, 2},
                        1,
                        2,
                        4,
                        new Dice(0, "training", 1))
                .flags(Flag.ORDER)
                .comment("a sleep after every update"));
        all.add(question(
                        ProfileChange.small("update.batch", "3"),
                        new int[] {4, 3, 2},
                        2,
                        3,
                        7,
                        new Dice(0, "training", 2))
                .flags(Flag.BATCH)
                .comment("batches of 3 of 7 samples: the last one of an epoch is smaller"));
        all.add(question(
                        ProfileChange.small("update.halveEvery", "5"),
                        new int[] {4, 3, 2},
                        3,
                        4,
                        5,
                        new Dice(0, "training", 3))
                .flags(Flag.HALVING)
                .comment("rates halved after each epoch"));
        for (String name : Profiles.NAMES) {
            Dice dice = new Dice(0, "training " + name, 0);
            all.add(question(Profiles.shipped(name), new int[] {8, 6, 4}, 5, 20, 10, dice)
                    .flags(Flag.CHAIN)
                    .comment("200 samples of profile " + name + "; every weight feeds all later ones"));
        }
        return all;
    }

    private static Question question(Profile profile, int[] sizes, long seed, int epochs, int samples, Dice dice) {
        Question question = Networks.question(profile, sizes, CLAUSES);
        question.params().set("seed", Json.word(seed));
        question.param("epochs", epochs).param("every", Math.max(1, epochs * samples / 10));
        int[][] intensities = new int[samples][sizes[0]];
        long[] labels = new long[samples];
        for (int s = 0; s < samples; s++) {
            labels[s] = dice.below(sizes[sizes.length - 1]);
            for (int j = 0; j < sizes[0]; j++) {
                intensities[s][j] = dice.oneIn(3) ? 0 : dice.below(256);
            }
        }
        return question.in("intensities", Json.of(intensities)).in("labels", labels);
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        int[] sizes = Networks.sizes(dice);
        if (Life.mayBeIdle(dice)) {
            Profile any = profile == null ? RandomProfiles.of(dice) : profile;
            return question(any, sizes, dice.bits(), dice.between(0, 5), dice.between(1, 8), dice)
                    .flags(Flag.CHAIN, Flag.RANDOM);
        }
        return Life.first(
                        () -> {
                            int epochs = dice.between(1, 4);
                            int samples = dice.between(2, 7);
                            Profile of = profile == null ? RandomProfiles.live(dice) : profile;
                            int updates = epochs * ((samples - 1) / of.update().batch() + 1);
                            return question(of, sizes, dice.bits(), epochs, samples, dice)
                                    .param("every", Math.max(1, updates / dice.between(1, 4)));
                        },
                        new TrainingOperation(),
                        Life::moves)
                .flags(Flag.CHAIN, Flag.RANDOM);
    }
}
