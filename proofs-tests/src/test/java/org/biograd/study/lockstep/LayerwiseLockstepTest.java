package org.biograd.study.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Units;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/**
 * Layerwise feedback through several hidden layers, integers beside reals: the units of REAL-1 turn the ones into the
 * others.
 */
class LayerwiseLockstepTest {

    private static final Shape SHAPE = Shape.of(16, 12, 10, 8, 4);
    private static final int SAMPLES = 48;
    private static final long SEED = 9;

    private final byte[][] intensities = new byte[SAMPLES][16];
    private final int[] labels = new int[SAMPLES];

    /** The first sample of each batch, as both saw it. */
    private final List<SampleRun> watched = new ArrayList<>();

    /** @param changes such as {@code key = value} */
    private static Profile with(Profile profile, String... changes) {
        return ProfileChange.of(
                profile,
                Arrays.stream(changes)
                        .flatMap(change -> Arrays.stream(change.split(" = ")))
                        .toArray());
    }

    /** Trains for an epoch, every task of it in lock-step. */
    private LockstepResult train(Profile profile) {
        SplittableRandom random = new SplittableRandom(4);
        for (int s = 0; s < SAMPLES; s++) {
            labels[s] = random.nextInt(SHAPE.outputs());
            for (int j = 0; j < 16; j++) {
                intensities[s][j] = (byte) (j % SHAPE.outputs() == labels[s] ? 255 : random.nextInt(160));
            }
        }
        Network network = new Network(SHAPE, profile, SEED);
        Trainer trainer = new Trainer(network, new RateCoded(intensities, network.seed()), labels);
        Schedule schedule = new Schedule(profile, SEED, SAMPLES, 1);
        LockstepResult found = new LockstepResult(SHAPE.layers());
        Lockstep lockstep = new Lockstep(SHAPE, profile, SEED, intensities, labels);
        // Watching leaves a gradient behind.
        Lockstep watching = new Lockstep(SHAPE, profile, SEED, intensities, labels);
        WeightSnapshot before = WeightSnapshot.of(network);
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            trainer.perform(task, Observer.NONE);
            WeightSnapshot after = WeightSnapshot.of(network);
            found.addAll(lockstep.repeat(task, before, after));
            if (task instanceof Schedule.Batch batch) {
                watched.add(watching.watch(batch, before));
            }
            before = after;
        }
        return found;
    }

    private static void requireBounds(LockstepResult found) {
        assertEquals(0, found.unreproduced());
        assertEquals(0, found.inexplicable());
        for (Map.Entry<Signal, BoundCheck> entry : found.boundChecks().entrySet()) {
            assertTrue(
                    entry.getValue().holds(),
                    entry.getKey() + ": " + entry.getValue().largest());
        }
        // What rests on c has no bound; the outputs' own have.
        assertFalse(found.boundChecks().containsKey(Signal.FED_BACK_ERROR));
        long steps = found.boundChecks().get(Signal.ERROR).compared()
                + found.boundChecks().get(Signal.ERROR).exempt();
        assertEquals(
                steps,
                found.boundChecks().get(Signal.DENDRITE).compared()
                        + found.boundChecks().get(Signal.DENDRITE).exempt());
        assertTrue(found.deviations().get(Signal.FED_BACK_ERROR).count() >= SAMPLES * (10 + 8 + 4));
    }

    @Test
    @Clause({"ERR-8", "ERR-9", "REAL-1"})
    void inWideWordsTheIntegersAreTheReals() {
        Profile wide = with(
                Profiles.wide(),
                "feedback.path = LAYERWISE",
                "feedback.pathShift = 18",
                "feedback.start = ALIGNED",
                "error.hiddenShift = 12",
                "weight.spread = 8192",
                "sleep.first = 2",
                "sleep.trajectories = 8",
                "error.dendriteBits = 31");
        LockstepResult found = train(wide);
        requireBounds(found);
        for (int l = 1; l <= SHAPE.layers(); l++) {
            double sum = 0;
            double difference = 0;
            for (SampleRun run : watched) {
                for (int i = 0; i < SHAPE.size(l); i++) {
                    int step = wide.time().steps() - 1;
                    double integer = run.integers().get(Signal.DENDRITE, l, step)[i]
                            * Units.lsb(wide, SHAPE, Signal.DENDRITE, l);
                    double real = run.reals(Signal.DENDRITE, l, i)[step];
                    sum += Math.abs(real);
                    difference += Math.abs(integer - real);
                }
            }
            assertTrue(sum > 0, "errors reach layer " + l);
            assertTrue(difference < 0.001 * sum, "D of layer " + l + " is off by " + difference + " of " + sum);
            assertTrue(
                    found.productDegrees().get(l - 1) < 0.1, "gradients of layer " + l + ": " + found.productDegrees());
        }
        // The rate of each layer is right: but for the last rounding, weights move by what the reference moves them.
        assertTrue(found.deviations().get(Signal.WEIGHT_CHANGE).largest() < 1.01, "dW");
    }

    @Test
    @Clause({"ERR-8", "ERR-9"})
    void inNarrowWordsWhatHasABoundKeepsIt() {
        requireBounds(train(with(
                Profiles.loihi(),
                "feedback.path = LAYERWISE",
                "feedback.pathShift = 2",
                "error.hiddenShift = 6",
                "sleep.first = 2",
                "sleep.trajectories = 8")));
    }
}
