package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.network.NetworkCase;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T9: any number of threads, and any share of the work, gives the same bits. */
@Clause({"NET-1", "LEARN-1", "LEARN-4", "SLEEP-3"})
class T9AnyNumberOfThreadsTest {

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(NetworkCase::of);
    }

    private static List<Object> alone(
            Shape shape, Profile profile, long seed, byte[][] samples, int[] labels, int epochs) {
        Network network = new Network(shape, profile, seed);
        Trainer trainer = new Trainer(network, new RateCoded(samples, seed), labels);
        Schedule schedule = new Schedule(profile, seed, labels.length, epochs);
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), Observer.NONE);
        }
        return bitsAndEvents(network);
    }

    private static List<Object> together(
            Shape shape,
            Profile profile,
            long seed,
            byte[][] samples,
            int[] labels,
            int epochs,
            int threads,
            int leastShared) {
        FastNetwork network = new FastNetwork(shape, profile, seed);
        try (ParallelTrainer trainer =
                new ParallelTrainer(network, new RateCoded(samples, seed), labels, threads, leastShared)) {
            Schedule schedule = new Schedule(profile, seed, labels.length, epochs);
            while (schedule.hasNext()) {
                trainer.perform(schedule.next());
            }
        }
        return bitsAndEvents(network);
    }

    private static List<Object> bitsAndEvents(IntegerNetwork network) {
        List<Object> all = new ArrayList<>(List.of(Digest.of(network)));
        for (Signal signal : Signal.values()) {
            all.add(network.events().count(signal));
        }
        return all;
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void drawnNetworks(@ForAll("cases") NetworkCase of, @ForAll Random random) {
        Shape shape = Shape.of(of.sizes());
        List<Object> alone = alone(shape, of.profile(), of.seed(), of.intensities(), of.labels(), of.epochs());
        int threads = 2 + random.nextInt(4);
        int leastShared = random.nextBoolean() ? 0 : random.nextInt(60);
        assertEquals(
                alone,
                together(
                        shape,
                        of.profile(),
                        of.seed(),
                        of.intensities(),
                        of.labels(),
                        of.epochs(),
                        threads,
                        leastShared),
                threads + " threads");
    }

    /** Wide enough for stripes of neurons to fall to every thread, with real samples. */
    @ParameterizedTest
    @ValueSource(strings = {"loihi", "wide"})
    void theShippedProfilesOnDigits(String name) throws Exception {
        DataSet digits = Digits.training(Digits.load()).slice(0, 100);
        Profile profile = Profiles.shipped(name);
        Shape shape = Shape.of(digits.inputs(), 48, 33, digits.classes());
        List<Object> alone = alone(shape, profile, 7, digits.intensities(), digits.labels(), 1);
        for (int threads : new int[] {1, 2, 3, 5}) {
            assertEquals(
                    alone,
                    together(shape, profile, 7, digits.intensities(), digits.labels(), 1, threads, 0),
                    threads + " threads");
        }
    }

    @Test
    void aThreadThatFailsIsReportedAndTheTrainerGoesOn() {
        byte[][] samples = new byte[8][3];
        int[] labels = new int[8];
        FastNetwork network = new FastNetwork(Shape.of(3, 4, 2), Profiles.wide(), 1);
        InputSource good = new RateCoded(samples, 1);
        boolean[] failing = {true};
        InputSource bad = new InputSource() {
            @Override
            public int size() {
                return 8;
            }

            @Override
            public int inputs() {
                return 3;
            }

            @Override
            public void training(long sample, int index, SpikeTrain out) {
                if (failing[0] && Thread.currentThread().getName().startsWith("biograd-")) {
                    throw new IllegalStateException("a file is gone");
                }
                good.copy().training(sample, index, out);
            }

            @Override
            public void test(int index, SpikeTrain out) {
                good.copy().test(index, out);
            }

            @Override
            public InputSource copy() {
                return this;
            }
        };
        try (ParallelTrainer trainer = new ParallelTrainer(network, bad, labels, 2)) {
            Schedule.Task batch = new Schedule.Batch(0, 0, new int[] {0, 1, 2, 3}, false);
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> trainer.perform(batch));
            assertTrue(e.getCause().getMessage().equals("a file is gone"), e.toString());
            failing[0] = false;
            trainer.perform(batch);
        }
    }

    @Test
    void borders() {
        FastNetwork network = new FastNetwork(Shape.of(3, 4, 2), Profiles.tiny(), 1);
        InputSource two = new RateCoded(new byte[2][3], 1);
        assertThrows(IllegalArgumentException.class, () -> new ParallelTrainer(network, two, new int[2], 0));
        assertThrows(IllegalArgumentException.class, () -> new ParallelTrainer(network, two, new int[3], 1));
    }
}
