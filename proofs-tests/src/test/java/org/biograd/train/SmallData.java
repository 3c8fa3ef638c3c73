package org.biograd.train;

import java.util.SplittableRandom;
import org.biograd.data.DataSet;
import org.biograd.data.TrainingAndTest;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/** Classes that a small network can tell apart: each is bright in a place of its own. */
final class SmallData {

    static final int INPUTS = 12;
    static final int CLASSES = 3;
    static final int TRAINING = 50;
    static final int TEST = 30;

    /** Learns online and sleeps now and then. */
    static final Profile ONLINE = ProfileChange.of(
            Profiles.loihi(), "sleep.first", 2, "sleep.every", 7, "sleep.trajectories", 6, "sleep.steps", 10);

    /**
     * Learns in batches that do not divide the samples, sleeps after the last update of an epoch, and needs no number
     * of a sample less.
     */
    static final Profile BATCHES = ProfileChange.of(
            Profiles.wide(),
            "sleep.first",
            1,
            "sleep.every",
            2,
            "sleep.trajectories",
            6,
            "sleep.steps",
            10,
            "update.batch",
            12,
            "update.halveEvery",
            60,
            "trace.rounding",
            "STOCHASTIC");

    private SmallData() {}

    static TrainingAndTest data() {
        return new TrainingAndTest(set(TRAINING, 1), set(TEST, 2), "small");
    }

    static DataSet set(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] intensities = new byte[size][INPUTS];
        int[] labels = new int[size];
        for (int s = 0; s < size; s++) {
            labels[s] = random.nextInt(CLASSES);
            for (int j = 0; j < INPUTS; j++) {
                boolean bright = j * CLASSES / INPUTS == labels[s];
                intensities[s][j] = (byte) random.nextInt(bright ? 160 : 0, bright ? 256 : 60);
            }
        }
        return new DataSet(intensities, labels, INPUTS, CLASSES);
    }

    static TrainSettings settings(Profile profile, int epochs, int threads) {
        return settings(Arithmetic.INTEGER, profile, epochs, threads);
    }

    static TrainSettings settings(Arithmetic arithmetic, Profile profile, int epochs, int threads) {
        return new TrainSettings(arithmetic, Shape.of(INPUTS, 9, 6, CLASSES), profile, 5, epochs, 8, 0, true, threads);
    }
}
