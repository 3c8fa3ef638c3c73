package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.fast.RealTraining;
import org.biograd.reference.real.fast.Workers;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.Test;

/** A network trained layer by layer and neuron by neuron holds the very doubles of one that goes step by step. */
class RealTrainingTest {

    private static final int BATCH = 5;
    private static final int TRAJECTORIES = 3;
    private static final int SLEEP_STEPS = 7;

    /** Decays and weights that no double holds exactly, so that every sum rounds, and a change of order would show. */
    private static RealParameters parameters(TraceMode mode, ErrorFunction function, FeedbackPath path) {
        return new RealParameters(
                0.6,
                0.3,
                0.3,
                0.9,
                0.55,
                15,
                2,
                mode,
                function,
                0.013,
                0.021,
                0.003,
                0.0007,
                2,
                path,
                path == FeedbackPath.DIRECT ? 1 : 1.7);
    }

    private static RealNetwork network(long seed, Shape shape, RealParameters parameters) {
        Random random = new Random(seed);
        RealNetwork network = new RealNetwork(shape, parameters);
        fill(random, network);
        for (int l = 1; l < shape.layers(); l++) {
            for (double[] row : network.feedback(l)) {
                fill(random, row);
            }
        }
        return network;
    }

    private static void fill(Random random, RealNetwork network) {
        for (int l = 1; l <= network.shape().layers(); l++) {
            for (double[] row : network.weights(l)) {
                fill(random, row);
            }
            fill(random, network.biases(l));
        }
    }

    private static void fill(Random random, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() - 0.4;
        }
    }

    private static void fill(Random random, SpikeTrain out) {
        int rarity = 2 + random.nextInt(4);
        out.clear();
        for (int t = 0; t < out.steps(); t++) {
            for (int j = 0; j < out.size(); j++) {
                if (random.nextInt(rarity) == 0) {
                    out.add(j);
                }
            }
            out.endStep();
        }
    }

    private static void sample(long seed, int index, SpikeTrain out) {
        fill(new Random(31 * seed + index), out);
    }

    private static NoiseSource noise(long seed) {
        return (layer, trajectory, positive, negative) -> {
            Random random = new Random(seed + 1000 * layer + trajectory);
            fill(random, positive);
            fill(random, negative);
        };
    }

    /** Learns batches, sleeps and predicts, each network in its own way. */
    private static void compare(long seed, Shape shape, RealParameters parameters, Workers workers) {
        RealNetwork stepwise = network(seed, shape, parameters);
        RealNetwork network = network(seed, shape, parameters);
        RealTraining training = new RealTraining(network, workers);
        for (int batch = 0; batch < 4; batch++) {
            int[] labels = new Random(seed + batch)
                    .ints(batch == 3 ? 2 : BATCH, 0, shape.outputs())
                    .toArray();
            long first = seed + 7L * batch;
            SpikeTrain train = new SpikeTrain(shape.inputs(), parameters.steps());
            for (int b = 0; b < labels.length; b++) {
                sample(first, b, train);
                stepwise.learn(train, labels[b], Decisions.OWN, null);
            }
            double factor = batch == 2 ? 0.5 : 1;
            stepwise.update(factor, null);
            training.learn(labels, (worker, index, out) -> sample(first, index, out), factor);
            for (int l = 1; l < shape.layers(); l++) {
                stepwise.sleep(l, TRAJECTORIES, SLEEP_STEPS, noise(seed), Decisions.OWN, null);
                training.sleep(l, TRAJECTORIES, SLEEP_STEPS, worker -> noise(seed));
            }
            requireEqual(stepwise, network);
        }
        // The weights are live: what somebody writes there counts from the next call on.
        fill(new Random(~seed), stepwise);
        fill(new Random(~seed), network);
        int[] predicted = training.predict(9, (worker, index, out) -> sample(seed, index, out));
        SpikeTrain train = new SpikeTrain(shape.inputs(), parameters.steps());
        for (int index = 0; index < predicted.length; index++) {
            sample(seed, index, train);
            assertEquals(stepwise.predict(train), predicted[index], "sample " + index);
        }
    }

    private static void requireEqual(RealNetwork expected, RealNetwork actual) {
        for (int l = 1; l <= expected.shape().layers(); l++) {
            for (int i = 0; i < expected.weights(l).length; i++) {
                assertArrayEquals(
                        expected.weights(l)[i], actual.weights(l)[i], "weights of neuron " + i + " of layer " + l);
            }
            assertArrayEquals(expected.biases(l), actual.biases(l), "biases of layer " + l);
        }
        for (int l = 1; l < expected.shape().layers(); l++) {
            assertTrue(Arrays.deepEquals(expected.feedback(l), actual.feedback(l)), "feedback of layer " + l);
        }
    }

    @Property(tries = 100)
    @Clause({
        "SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-8", "ERR-9",
        "LEARN-1", "LEARN-3", "SLEEP-2", "SLEEP-3", "SLEEP-4", "NET-1", "NET-3"
    })
    void theDoublesAreThoseOfTheNetworkStepByStep(
            @ForAll long seed, @ForAll TraceMode mode, @ForAll ErrorFunction function, @ForAll FeedbackPath path) {
        compare(seed, Shape.of(11, 9, 6, 3), parameters(mode, function, path), Workers.CALLER);
    }

    @Property(tries = 20)
    @Clause("LEARN-1")
    void layersOfSeveralBlocksOfRowsToo(
            @ForAll long seed, @ForAll TraceMode mode, @ForAll @IntRange(min = 1, max = 4) int extra) {
        RealParameters parameters = parameters(mode, ErrorFunction.SOFTMAX, FeedbackPath.DIRECT);
        compare(seed, Shape.of(5, 126 + extra, 30 + extra, 2), parameters, Workers.CALLER);
    }

    /** Somebody else does every other piece, and the last pieces come first. */
    @Test
    void whoDoesWhatAndWhenDoesNotMatter() {
        Workers odd = new Workers() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public void each(int pieces, Work work) {
                for (int piece = pieces - 1; piece >= 0; piece--) {
                    work.run(piece % 2, piece);
                }
            }
        };
        for (TraceMode mode : TraceMode.values()) {
            compare(5, Shape.of(20, 140, 40, 4), parameters(mode, ErrorFunction.SOFTMAX, FeedbackPath.DIRECT), odd);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        RealNetwork network =
                network(1, Shape.of(2, 3, 2), parameters(TraceMode.FULL, ErrorFunction.SOFTMAX, FeedbackPath.DIRECT));
        RealTraining training = new RealTraining(network, Workers.CALLER);
        RealTraining.Reader nothing = (worker, index, out) -> out.clear();
        refused("label 2 is not within 0..1", () -> training.learn(new int[] {2}, nothing, 1));
        refused("factor: -1.0 is not", () -> training.learn(new int[] {1}, nothing, -1));
        refused("an incomplete sample", () -> training.learn(new int[] {1}, nothing, 1));
        refused("an incomplete sample", () -> training.predict(1, nothing));
        refused("its hidden layers are 1..1", () -> training.sleep(2, 1, 1, worker -> noise(1)));
        refused("at least 1 of each", () -> training.sleep(1, 0, 1, worker -> noise(1)));
        refused("trajectory 0 unfilled", () -> training.sleep(1, 1, 1, worker -> (l, m, p, n) -> {}));
    }

    private static void refused(String why, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(why), message);
    }
}
