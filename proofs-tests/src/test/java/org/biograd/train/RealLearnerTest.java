package org.biograd.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.model.WeightBytes;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** Training in double precision: the same whatever the threads, and beside the integers of the wide profile. */
class RealLearnerTest {

    private static final long SEED = 0xF10A7L;
    private static final Shape SHAPE = Shape.of(Digits.PIXELS, 20, 12, Digits.CLASSES);

    private final DataSet training;
    private final DataSet test;

    RealLearnerTest() throws IOException {
        DataSet digits = Digits.load();
        training = Digits.training(digits);
        test = Digits.test(digits);
    }

    /** Wide, with rates that halve during a test, few noise, and batches that do not divide the training set. */
    private static Profile profile(String path) {
        String text = ProfileReader.write(Profiles.wide());
        text = set(text, "update.halveEvery", "500");
        text = set(text, "update.batch", "10");
        text = set(text, "sleep.trajectories", "9");
        text = set(text, "sleep.first", "2");
        text = set(text, "feedback.path", path);
        return ProfileReader.read("test", text);
    }

    private static String set(String text, String key, String value) {
        String changed = text.replaceAll("(?m)^" + key.replace(".", "\\.") + " .*$", key + " = " + value);
        assertNotEquals(text, changed, key);
        return changed;
    }

    private static Learner learner(Arithmetic arithmetic, Shape shape, Profile profile, DataSet samples, int threads) {
        return arithmetic.learner(
                shape, profile, SEED, samples.source(profile.time().steps(), SEED), samples.labels(), threads);
    }

    private static String digest(Learner learner) {
        return WeightBytes.digest(learner.weights());
    }

    @Test
    @Clause("LEARN-3")
    void theNumberOfThreadsDoesNotMatter() {
        for (String path : new String[] {"DIRECT", "LAYERWISE"}) {
            Profile profile = profile(path);
            DataSet samples = training.slice(0, 128);
            String weights = null;
            int[] classes = null;
            for (int threads = 1; threads <= 3; threads++) {
                try (Learner learner = learner(Arithmetic.FLOAT, SHAPE, profile, samples, threads)) {
                    String before = digest(learner);
                    new Schedule(profile, SEED, samples.size(), 1).forEachRemaining(learner::perform);
                    int[] found = learner.predict(test.source(profile.time().steps(), SEED), 5, 77);
                    assertNotEquals(before, digest(learner), "something was learned");
                    if (threads == 1) {
                        weights = digest(learner);
                        classes = found;
                    }
                    assertEquals(weights, digest(learner), path + " on " + threads + " threads");
                    assertArrayEquals(classes, found, path + " on " + threads + " threads");
                }
            }
        }
    }

    /** The reference, step by step, on trains, noise and rates that this test makes itself. */
    @Test
    @Clause({"REAL-1", "NET-7", "LEARN-2", "SLEEP-1", "SYN-1", "FILE-3"})
    void itIsTheReferenceNetworkOnTheSpikesOfTheIntegerNetwork() {
        Profile profile = profile("DIRECT");
        DataSet samples = training.slice(0, 64);
        RealNetwork network = new RealNetwork(SHAPE, RealParameters.of(profile));
        WeightSnapshot.of(new Network(SHAPE, profile, SEED)).restore(network, profile);
        InputSource source = samples.source(profile.time().steps(), SEED);
        SpikeTrain train = new SpikeTrain(SHAPE.inputs(), profile.time().steps());
        try (Learner learner = learner(Arithmetic.FLOAT, SHAPE, profile, samples, 2)) {
            requireEqual(network, learner.weights());
            Schedule schedule = new Schedule(profile, SEED, samples.size(), 9);
            while (schedule.hasNext()) {
                Schedule.Task task = schedule.next();
                learner.perform(task);
                if (task instanceof Schedule.Sleep sleep) {
                    for (int l = 1; l < SHAPE.layers(); l++) {
                        network.sleep(
                                l,
                                9,
                                profile.sleep().steps(),
                                new SleepNoise(SEED).of(sleep.number()),
                                Decisions.OWN,
                                null);
                    }
                    continue;
                }
                Schedule.Batch batch = (Schedule.Batch) task;
                long sample = batch.firstSample();
                for (int index : batch.indices()) {
                    source.training(sample++, index, train);
                    network.learn(train, samples.labels()[index], Decisions.OWN, null);
                }
                network.update(sample - 1 < 500 ? 1 : 0.5, null);
            }
            requireEqual(network, learner.weights());
            int[] classes = learner.predict(source, 3, 40);
            for (int i = 3; i < 40; i++) {
                source.test(i, train);
                assertEquals(network.predict(train), classes[i - 3]);
            }
        }
    }

    private static void requireEqual(RealNetwork network, ModelWeights weights) {
        int layers = SHAPE.layers();
        for (int l = 1; l <= layers; l++) {
            int post = SHAPE.size(l);
            for (int s = 0; s < SHAPE.synapses(l); s++) {
                int j = s / post;
                double expected = j < SHAPE.size(l - 1) ? network.weights(l)[s % post][j] : network.biases(l)[s % post];
                assertEquals(expected, weights.value(ModelWeights.forward(l), s), "synapse " + s + " of layer " + l);
            }
        }
        for (int l = 1; l < layers; l++) {
            int columns = network.feedback(l)[0].length;
            for (int s = 0; s < SHAPE.size(l) * columns; s++) {
                assertEquals(
                        network.feedback(l)[s / columns][s % columns],
                        weights.value(ModelWeights.feedback(l, layers), s));
            }
        }
    }

    @Test
    @Clause({"REAL-1", "NET-4", "NET-5"})
    void itBeginsWithTheIntegersInUnitsOfTheEquations() {
        Profile profile = profile("LAYERWISE");
        try (Learner reals = learner(Arithmetic.FLOAT, SHAPE, profile, training, 1);
                Learner integers = learner(Arithmetic.INTEGER, SHAPE, profile, training, 1)) {
            ModelWeights real = reals.weights();
            ModelWeights integer = integers.weights();
            real.requireFits(SHAPE, profile.feedback().path());
            for (int a = 0; a < integer.arrays(); a++) {
                int layers = SHAPE.layers();
                double unit = a < layers
                        ? Units.lsb(profile, SHAPE, Signal.WEIGHT, a + 1)
                        : Units.lsb(profile, SHAPE, Signal.FEEDBACK_WEIGHT, a - layers + 1);
                for (int i = 0; i < integer.length(a); i++) {
                    assertEquals(integer.value(a, i) * unit, real.value(a, i));
                }
            }
        }
    }

    @Test
    @Clause("FILE-8")
    void itGoesOnFromItsWeights() {
        Profile profile = profile("DIRECT");
        DataSet samples = training.slice(0, 50);
        try (Learner whole = learner(Arithmetic.FLOAT, SHAPE, profile, samples, 1);
                Learner second = learner(Arithmetic.FLOAT, SHAPE, profile, samples, 1)) {
            Schedule schedule = new Schedule(profile, SEED, samples.size(), 2);
            for (int task = 0; schedule.hasNext(); task++) {
                if (task == 5) {
                    second.restore(whole.weights());
                }
                Schedule.Task next = schedule.next();
                whole.perform(next);
                if (task >= 5) {
                    second.perform(next);
                }
            }
            assertEquals(digest(whole), digest(second));
            try (Learner integers = learner(Arithmetic.INTEGER, SHAPE, profile, samples, 1)) {
                assertThrows(IllegalArgumentException.class, () -> whole.restore(integers.weights()));
                assertThrows(IllegalArgumentException.class, () -> integers.restore(whole.weights()));
            }
        }
    }

    /**
     * A single accuracy on 360 samples is worth little: one standard deviation is 2 percent. The mean of the last three
     * epochs of two runs is compared. Learning is slow enough here for both arithmetics to stay near each other: with
     * large steps two runs part, be they of one arithmetic or of two.
     */
    @Test
    void integersOfTheWideProfileAndDoublesLearnTheDigitsEquallyWell() {
        String text = ProfileReader.write(Profiles.wide());
        text = set(text, "update.hiddenMultiplier", "8");
        text = set(text, "update.outputMultiplier", "4");
        text = set(text, "sleep.every", "20");
        Profile profile = ProfileReader.read("slow", text);
        double integers = percentRight(Arithmetic.INTEGER, profile);
        double reals = percentRight(Arithmetic.FLOAT, profile);
        String found = "integers " + integers + " %, doubles " + reals + " %";
        assertTrue(reals > 80, found);
        assertTrue(Math.abs(integers - reals) <= 1.5, found);
    }

    private double percentRight(Arithmetic arithmetic, Profile profile) {
        Shape shape = Shape.of(Digits.PIXELS, 64, Digits.CLASSES);
        int right = 0;
        int shown = 0;
        for (long seed = 1; seed <= 2; seed++) {
            InputSource source = training.source(profile.time().steps(), seed);
            try (Learner learner = arithmetic.learner(shape, profile, seed, source, training.labels(), 2)) {
                Schedule schedule = new Schedule(profile, seed, training.size(), 6);
                while (schedule.hasNext()) {
                    Schedule.Task task = schedule.next();
                    learner.perform(task);
                    if (task instanceof Schedule.Batch batch && batch.endsEpoch() && batch.epoch() >= 3) {
                        int[] classes =
                                learner.predict(test.source(profile.time().steps(), seed), 0, test.size());
                        for (int i = 0; i < classes.length; i++) {
                            right += classes[i] == test.labels()[i] ? 1 : 0;
                        }
                        shown += classes.length;
                    }
                }
            }
        }
        return 100.0 * right / shown;
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Profile profile = profile("DIRECT");
        InputSource source = training.source(profile.time().steps(), SEED);
        String labels = assertThrows(
                        IllegalArgumentException.class,
                        () -> new RealLearner(SHAPE, profile, SEED, source, new int[3], 1))
                .getMessage();
        assertEquals("1437 samples have 3 labels", labels);
        String inputs = assertThrows(
                        IllegalArgumentException.class,
                        () -> new RealLearner(Shape.of(63, 10), profile, SEED, source, training.labels(), 1))
                .getMessage();
        assertTrue(inputs.startsWith("samples of 64 inputs do not fit a network 63"), inputs);
    }
}
