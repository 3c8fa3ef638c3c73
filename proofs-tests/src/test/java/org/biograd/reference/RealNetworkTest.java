package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.Test;

/** Cases small enough for a sheet of paper, and what the double network promises besides its arithmetic. */
class RealNetworkTest {

    /** One neuron, d = 1/2, theta = 1, win = 1, amp = 1, w = 3/4, b = 1/4, input at steps 0, 1 and 3. */
    private static Recorder oneNeuron(TraceMode mode) {
        RealParameters parameters =
                new RealParameters(0.5, 1, 1, 1, 0.5, 4, 3, mode, ErrorFunction.DIFFERENCE, 0, 1, 0, 0, 2);
        RealNetwork network = new RealNetwork(Shape.of(1, 1), parameters);
        network.weights(1)[0][0] = 0.75;
        network.biases(1)[0] = 0.25;
        Recorder recorder = new Recorder();
        network.learn(SpikeTrain.of(new int[][] {{1}, {1}, {0}, {1}}), 0, Decisions.OWN, recorder);
        return recorder;
    }

    @Test
    @Clause({"SOMA-1", "SOMA-3", "SOMA-4", "GATE-1"})
    void voltagesOfOneNeuron() {
        Recorder recorder = oneNeuron(TraceMode.FULL);
        double[] u = {1, 1, 0.25, 1};
        double[] v = {1, 1.5, 0.25, 1.125};
        double[] s = {0, 1, 0, 1};
        for (int t = 0; t < 4; t++) {
            assertEquals(u[t], recorder.get(Signal.SYNAPTIC_INPUT, 1, t)[0], "u at " + t);
            assertEquals(v[t], recorder.get(Signal.MEMBRANE_VOLTAGE, 1, t)[0], "v at " + t);
            assertEquals(s[t], recorder.get(Signal.SPIKE, 1, t)[0], "s at " + t);
            assertEquals(1, recorder.get(Signal.GATE, 1, t)[0], "g at " + t);
        }
    }

    @Test
    @Clause({"ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    void eligibilityOfOneNeuron() {
        // Traces of the synapse and of the bias, step by step, as they enter E.
        assertTraces(TraceMode.PRE_ONLY, new double[][] {{1, 1}, {1.5, 1.5}, {0.75, 1.75}, {1.375, 1.875}});
        assertTraces(TraceMode.DETACHED, new double[][] {{1, 1}, {1.5, 1.5}, {0, 1}, {1, 1.5}});
        // Factors 1 - s - v g: 0, -3/2, 3/4.
        assertTraces(TraceMode.FULL, new double[][] {{1, 1}, {1, 1}, {-0.75, 0.25}, {0.71875, 1.09375}});
    }

    private static void assertTraces(TraceMode mode, double[][] expected) {
        Recorder recorder = oneNeuron(mode);
        double[] sum = new double[2];
        for (int t = 0; t < expected.length; t++) {
            assertArrayEquals(expected[t], recorder.get(Signal.TRACE, 1, t), mode + ": z at " + t);
            sum[0] += expected[t][0];
            sum[1] += expected[t][1];
            assertArrayEquals(sum, recorder.get(Signal.ELIGIBILITY, 1, t), mode + ": E at " + t);
        }
    }

    @Test
    @Clause({"ERR-1", "ERR-3", "ERR-4", "ERR-5", "ERR-6", "ERR-7", "LEARN-1", "LEARN-3"})
    void errorsOfASilentOutput() {
        // No output ever spikes: e = -1 at the label, steps 1 to 4. A potential has to exceed 1, so the first of these
        // steps makes no spike and each of the other three makes one. All gates are open.
        RealParameters parameters = new RealParameters(
                0.5, 1, 4, 1, 0.5, 5, 1, TraceMode.PRE_ONLY, ErrorFunction.DIFFERENCE, 0.5, 0.25, 0, 0, 2);
        RealNetwork network = new RealNetwork(Shape.of(1, 1, 2), parameters);
        network.feedback(1)[0] = new double[] {8, 0.75};
        Recorder recorder = new Recorder();
        network.learn(SpikeTrain.of(new int[][] {{1}, {0}, {0}, {0}, {0}}), 1, Decisions.OWN, recorder);
        double[] n = {1, 2, 2, 2};
        double[] sn = {0, 1, 1, 1};
        double spikes = 0;
        for (int t = 1; t < 5; t++) {
            spikes += sn[t - 1];
            assertArrayEquals(new double[] {0, -1}, recorder.get(Signal.ERROR, 2, t), "e at " + t);
            assertArrayEquals(new double[] {0, -t}, recorder.get(Signal.POSITIVE_POTENTIAL, 2, t), "p at " + t);
            assertEquals(n[t - 1], recorder.get(Signal.NEGATIVE_POTENTIAL, 2, t)[1], "n at " + t);
            assertArrayEquals(
                    new double[] {0, sn[t - 1]}, recorder.get(Signal.NEGATIVE_ERROR_SPIKE, 2, t), "sn at " + t);
            assertArrayEquals(new double[] {0, -spikes}, recorder.get(Signal.DENDRITE, 2, t), 0.0, "output D at " + t);
            assertArrayEquals(
                    new double[] {-0.75 * spikes}, recorder.get(Signal.DENDRITE, 1, t), 0.0, "hidden D at " + t);
        }
        assertArrayEquals(new double[] {-2.25}, recorder.get(Signal.LEARNING_ERROR, 1, 4));
        // Traces 1, 1/2, .. 1/16 of the input, 1, 3/2, .. 31/16 of a bias; the hidden neuron never spikes.
        assertEquals(-2.25 * 1.9375, network.gradient(1)[0][0]);
        assertEquals(-2.25 * 8.0625, network.biasGradient(1)[0]);
        assertEquals(-3 * 8.0625, network.biasGradient(2)[1]);
        network.update(0.25, recorder);
        assertEquals(0.125 * 2.25 * 1.9375, network.weights(1)[0][0]);
        assertEquals(0.125 * 2.25 * 8.0625, network.biases(1)[0]);
        assertArrayEquals(new double[] {0, 0.0625 * 3 * 8.0625}, network.biases(2));
        assertArrayEquals(
                new double[] {0.125 * 2.25 * 1.9375, 0.125 * 2.25 * 8.0625}, recorder.get(Signal.WEIGHT_CHANGE, 1, 4));
        assertEquals(0, network.biasGradient(2)[1], "a new batch begins");
    }

    @Test
    @Clause({"OBS-1", "NET-1"})
    void signalsAppearInTheOrderInWhichTheyArise() {
        RealParameters parameters =
                new RealParameters(0.5, 1, 1, 1, 0.5, 2, 1, TraceMode.FULL, ErrorFunction.SOFTMAX, 0.5, 0.25, 0, 0, 2);
        RealNetwork network = new RealNetwork(Shape.of(3, 2, 2), parameters);
        Recorder recorder = new Recorder();
        network.learn(SpikeTrain.of(new int[2][3]), 0, Decisions.OWN, recorder);
        network.update(recorder);
        assertEquals(
                "[s0@0, u1@0, v1@0, s1@0, g1@0, z1@0, E1@0, u2@0, v2@0, s2@0, g2@0, z2@0, E2@0, o2@0,"
                        + " s0@1, u1@1, v1@1, s1@1, g1@1, z1@1, E1@1, u2@1, v2@1, s2@1, g2@1, z2@1, E2@1, o2@1,"
                        + " e2@1, p2@1, n2@1, sp2@1, sn2@1, D1@1, D2@1, q1@1, q2@1, dW1@1, w1@1, dW2@1, w2@1]",
                recorder.order().toString());
    }

    @Test
    @Clause({"ERR-8", "ERR-9", "OBS-1", "NET-1"})
    void layerwiseErrorsComeDownAtTheEnd() {
        RealParameters parameters = new RealParameters(
                0.5,
                1,
                2,
                1,
                0.5,
                4,
                0,
                TraceMode.PRE_ONLY,
                ErrorFunction.SOFTMAX,
                0.5,
                0.25,
                0,
                0,
                2,
                FeedbackPath.LAYERWISE,
                4);
        RealNetwork network = new RealNetwork(Shape.of(1, 1, 1, 2), parameters);
        network.feedback(2)[0][0] = 3;
        network.feedback(2)[0][1] = 5;
        network.feedback(1)[0][0] = -2;
        Recorder recorder = new Recorder();
        network.learn(SpikeTrain.of(new int[4][1]), 0, Decisions.OWN, recorder);
        // Nothing spikes and every gate is open: the biases' traces are 1, 3/2, 7/4, 15/8, their eligibility is 49/8.
        // Errors are halves; after four steps each output has had one error spike, where the sum first exceeds 1.
        double e = 49 / 8.0;
        assertArrayEquals(new double[] {-1, 1}, recorder.get(Signal.DENDRITE, 3, 3));
        assertArrayEquals(new double[] {-e / 4, e / 4}, recorder.get(Signal.FED_BACK_ERROR, 3, 3));
        double d2 = (5 - 3) * e / 4;
        assertArrayEquals(new double[] {d2}, recorder.get(Signal.DENDRITE, 2, 3));
        assertArrayEquals(new double[] {d2 * e / 4}, recorder.get(Signal.FED_BACK_ERROR, 2, 3));
        assertArrayEquals(new double[] {-2 * d2 * e / 4}, recorder.get(Signal.LEARNING_ERROR, 1, 3));
        network.update(recorder);
        assertEquals(-0.5 * d2 * e, network.biases(2)[0]);
        assertEquals(4 * 0.5 * 2 * d2 * e / 4 * e, network.biases(1)[0], "four times the rate, one layer down");
        assertEquals(
                "[D3@3, q3@3, c3@3, D2@3, q2@3, c2@3, D1@3, q1@3, dW1@3, w1@3, dW2@3, w2@3, dW3@3, w3@3]",
                recorder.order()
                        .subList(recorder.order().size() - 14, recorder.order().size())
                        .toString());
    }

    @Test
    @Clause({"OBS-1", "SYN-1"})
    void synapsesAreShownByTheirPresynapticNeuronAndBiasesLast() {
        RealParameters parameters = new RealParameters(
                0.5, 1, 1, 1, 0.5, 2, 1, TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX, 0.5, 0.25, 0, 0, 2);
        RealNetwork network = new RealNetwork(Shape.of(3, 2), parameters);
        network.weights(1)[0] = new double[] {1, 2, 3};
        network.weights(1)[1] = new double[] {10, 20, 30};
        network.biases(1)[0] = 4;
        network.biases(1)[1] = 40;
        Recorder recorder = new Recorder();
        network.update(recorder);
        assertArrayEquals(new double[] {1, 10, 2, 20, 3, 30, 4, 40}, recorder.get(Signal.WEIGHT, 1, 1));
        network.learn(SpikeTrain.of(new int[][] {{1, 0, 1}, {0, 0, 1}}), 0, Decisions.OWN, recorder);
        assertArrayEquals(new double[] {0.5, 0, 1.5, 1.5}, recorder.get(Signal.TRACE, 1, 1));
    }

    @Test
    @Clause({"NET-2", "NET-3", "OBS-1"})
    void theSmallestOfEqualOutputsIsPredictedAndTestingShowsOnlyTheForwardPass() {
        RealNetwork network = new RealNetwork(Shape.of(1, 4), oneStep(0.5, 1));
        network.biases(1)[1] = 1;
        network.biases(1)[3] = 1;
        Recorder recorder = new Recorder();
        assertEquals(1, network.predict(SpikeTrain.of(new int[][] {{0}}), Decisions.OWN, recorder));
        assertEquals("[s0@0, u1@0, v1@0, s1@0]", recorder.order().toString());
        network.biases(1)[1] = 0;
        assertEquals(3, network.predict(SpikeTrain.of(new int[][] {{0}})));
        network.biases(1)[3] = 0;
        assertEquals(0, network.predict(SpikeTrain.of(new int[][] {{0}})));
    }

    static RealParameters oneStep(double theta, double win) {
        return new RealParameters(
                0.5, theta, win, 1, 0.5, 1, 0, TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX, 0.5, 0.25, 0, 0, 2);
    }

    @Test
    @Clause("SLEEP-2")
    void injectionHasNoBiasButTheLayersAboveHave() {
        RealParameters parameters = RandomNetworks.parameters(TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX);
        RealNetwork network = new RealNetwork(Shape.of(1, 2, 1, 1), parameters);
        network.weights(2)[0] = new double[] {0.25, 0.5};
        network.biases(2)[0] = 100;
        network.biases(3)[0] = 3;
        Recorder recorder = new Recorder();
        network.sleep(
                1,
                1,
                2,
                (layer, trajectory, positive, negative) -> {
                    positive.clear();
                    negative.clear();
                    positive.add(0);
                    positive.add(1);
                    negative.add(0);
                    positive.endStep();
                    negative.endStep();
                    negative.add(0);
                    positive.endStep();
                    negative.endStep();
                },
                Decisions.OWN,
                recorder);
        assertEquals(0.5, recorder.get(Signal.SYNAPTIC_INPUT, 2, 0)[0]);
        assertEquals(-0.25, recorder.get(Signal.SYNAPTIC_INPUT, 2, 1)[0]);
        assertEquals(3, recorder.get(Signal.SYNAPTIC_INPUT, 3, 1)[0]);
        assertArrayEquals(new double[] {-1, 1}, recorder.get(Signal.NOISE_COUNT, 1, 1));
        assertArrayEquals(new double[] {2}, recorder.get(Signal.SLEEP_COUNT, 3, 1));
        // hebb = 1/16 from zero feedback: B_i = H_i O / 16.
        assertArrayEquals(new double[] {-0.125, 0.125}, recorder.get(Signal.FEEDBACK_WEIGHT, 1, 0));
        assertEquals(
                "[u2@0, v2@0, s2@0, u3@0, v3@0, s3@0, u2@1, v2@1, s2@1, u3@1, v3@1, s3@1, H1@1, O3@1, B1@0]",
                recorder.order().toString());
    }

    @Test
    @Clause("NET-1")
    void everyDecisionIsAskedForOnceAndInOrder() {
        RealParameters parameters =
                new RealParameters(0.5, 1, 1, 1, 0.5, 2, 1, TraceMode.FULL, ErrorFunction.SOFTMAX, 0.5, 0.25, 0, 0, 2);
        RealNetwork network = new RealNetwork(Shape.of(1, 2, 1), parameters);
        network.biases(1)[1] = 3;
        List<String> asked = new ArrayList<>();
        Decisions yes = new Decisions() {
            @Override
            public boolean spike(int layer, int step, int neuron, double margin) {
                return asked.add("s" + layer + "," + neuron + "@" + step + ":" + margin);
            }

            @Override
            public boolean gate(int layer, int step, int neuron, double margin) {
                return asked.add("g" + layer + "," + neuron + "@" + step + ":" + margin);
            }

            @Override
            public boolean errorSpike(boolean positive, int step, int output, double margin) {
                return asked.add((positive ? "p" : "n") + output + "@" + step + ":" + margin);
            }
        };
        network.learn(SpikeTrain.of(new int[2][1]), 0, yes, null);
        assertEquals(
                List.of(
                        "s1,0@0:-1.0",
                        "s1,1@0:2.0",
                        "g1,0@0:0.0",
                        "g1,1@0:-1.0",
                        "s2,0@0:-1.0",
                        "g2,0@0:0.0",
                        "s1,0@1:-1.0",
                        "s1,1@1:2.0",
                        "g1,0@1:0.0",
                        "g1,1@1:-1.0",
                        "s2,0@1:-1.0",
                        "g2,0@1:0.0",
                        "p0@1:-1.0",
                        "n0@1:-1.0"),
                asked);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheMessageSaysWhatWould() {
        RealNetwork network = new RealNetwork(Shape.of(2, 3, 2), oneStep(1, 1));
        SpikeTrain sample = SpikeTrain.of(new int[1][2]);
        refused("label 2 is not within 0..1", () -> network.learn(sample, 2, Decisions.OWN, null));
        refused("label -1 is not within 0..1", () -> network.learn(sample, -1, Decisions.OWN, null));
        refused(
                "complete ones of 2 inputs and 1 steps",
                () -> network.learn(SpikeTrain.of(new int[1][3]), 0, Decisions.OWN, null));
        refused("complete ones of 2 inputs and 1 steps", () -> network.predict(SpikeTrain.of(new int[2][2])));
        refused("an incomplete sample", () -> network.predict(new SpikeTrain(2, 1)));
        refused("layer 0 is not within 1..2", () -> network.weights(0));
        refused("layer 3 is not within 1..2", () -> network.biases(3));
        refused("its hidden layers are 1..1", () -> network.feedback(2));
        refused("its hidden layers are 1..1", () -> network.forwardProduct(0));
        refused("at least 1 of each", () -> network.sleep(1, 0, 1, (l, m, p, n) -> {}, Decisions.OWN, null));
        refused(
                "at most 2147483647 steps",
                () -> network.sleep(1, 65536, 65536, (l, m, p, n) -> {}, Decisions.OWN, null));
        refused("trajectory 0 unfilled", () -> network.sleep(1, 1, 1, (l, m, p, n) -> {}, Decisions.OWN, null));
        assertThrows(NullPointerException.class, () -> network.learn(sample, 0, null, null));
        assertThrows(NullPointerException.class, () -> new RealNetwork(null, oneStep(1, 1)));
    }

    private static void refused(String why, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void aSampleAllocatesNothing() {
        RealParameters parameters = RandomNetworks.parameters(TraceMode.FULL, ErrorFunction.SOFTMAX);
        RealNetwork network = RandomNetworks.network(1, parameters);
        SpikeTrain sample = RandomNetworks.sample(2);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Set<Long> allocated = new TreeSet<>();
        // The first rounds load classes; a leak of one object a step would show in all of them.
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int n = 0; n < 100; n++) {
                network.learn(sample, 1, Decisions.OWN, null);
                network.update(null);
            }
            allocated.add(threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(allocated.iterator().next() < 100 * 16, "bytes allocated by 100 samples: " + allocated);
    }
}
