package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** What must hold of the double network for all weights and samples. */
class RealNetworkPropertiesTest {

    private static final int LAST = RandomNetworks.SHAPE.layers();

    @Property
    @Clause({"SOMA-4", "GATE-1"})
    void decisionsAreTheStrictComparisonsOfTheEquations(
            @ForAll @DoubleRange(min = -4, max = 4) double voltage,
            @ForAll @DoubleRange(min = 0, max = 4) double theta,
            @ForAll @DoubleRange(min = 0, max = 4) double win,
            @ForAll @IntRange(min = 0, max = 5) int kind) {
        // Besides far values: equal ones, neighbours, and differences below the normal doubles.
        double v = switch (kind) {
            case 0 -> theta;
            case 1 -> Math.nextUp(theta);
            case 2 -> Math.nextDown(theta);
            case 3 -> theta + win;
            case 4 -> voltage * Double.MIN_NORMAL;
            default -> voltage;
        };
        double threshold = kind == 4 ? theta * Double.MIN_NORMAL : theta;
        double window = kind == 4 ? win * Double.MIN_NORMAL : win;
        RealNetwork network = new RealNetwork(Shape.of(1, 1), RealNetworkTest.oneStep(threshold, window));
        network.biases(1)[0] = v;
        Recorder recorder = new Recorder();
        network.learn(SpikeTrain.of(new int[][] {{0}}), 0, Decisions.OWN, recorder);
        assertEquals(v > threshold ? 1 : 0, recorder.get(Signal.SPIKE, 1, 0)[0], "spike");
        assertEquals(Math.abs(v - threshold) < window ? 1 : 0, recorder.get(Signal.GATE, 1, 0)[0], "gate");
    }

    @Property(tries = 200)
    @Clause({"SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    void voltsMayBeMeasuredInAnyUnit(@ForAll long seed, @ForAll @IntRange(min = -20, max = 20) int exponent) {
        // All voltages times c, the surrogate's slope divided by c: the same spikes, and derivatives divided by c, to
        // the last bit.
        double c = Math.scalb(1.0, exponent);
        RealParameters volt = RandomNetworks.parameters(TraceMode.FULL, ErrorFunction.SOFTMAX);
        RealParameters other = new RealParameters(
                volt.decay(),
                c * volt.theta(),
                c * volt.win(),
                volt.amp() / c,
                volt.traceDecay(),
                volt.steps(),
                volt.softStart(),
                volt.traceMode(),
                volt.errorFunction(),
                volt.hiddenRate(),
                volt.outputRate(),
                volt.hebb(),
                volt.oja(),
                2);
        RealNetwork first = RandomNetworks.network(seed, volt);
        RealNetwork second = RandomNetworks.network(seed, other);
        for (int l = 1; l <= LAST; l++) {
            for (double[] row : second.weights(l)) {
                scale(row, c);
            }
            scale(second.biases(l), c);
        }
        Recorder a = learn(first, seed);
        Recorder b = learn(second, seed);
        for (int l = 1; l <= LAST; l++) {
            for (int t = 0; t < RandomNetworks.STEPS; t++) {
                double[] v = a.get(Signal.MEMBRANE_VOLTAGE, l, t).clone();
                scale(v, c);
                assertArrayEquals(v, b.get(Signal.MEMBRANE_VOLTAGE, l, t), 0.0, "v");
                assertArrayEquals(a.get(Signal.SPIKE, l, t), b.get(Signal.SPIKE, l, t), "s");
                double[] e = a.get(Signal.ELIGIBILITY, l, t).clone();
                scale(e, 1 / c);
                assertArrayEquals(e, b.get(Signal.ELIGIBILITY, l, t), 0.0, "E");
            }
        }
    }

    @Property(tries = 200)
    @Clause({"ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4"})
    void aResetOnlyEverForgets(@ForAll long seed) {
        Recorder all = learn(network(seed, TraceMode.PRE_ONLY), seed);
        Recorder reset = learn(network(seed, TraceMode.DETACHED), seed);
        for (int l = 1; l <= LAST; l++) {
            boolean[] spiked = new boolean[RandomNetworks.SHAPE.size(l)];
            for (int t = 0; t < RandomNetworks.STEPS; t++) {
                double[] kept = all.get(Signal.ELIGIBILITY, l, t);
                double[] left = reset.get(Signal.ELIGIBILITY, l, t);
                for (int synapse = 0; synapse < kept.length; synapse++) {
                    assertTrue(0 <= left[synapse] && left[synapse] <= kept[synapse]);
                    if (!spiked[synapse % spiked.length]) {
                        assertEquals(kept[synapse], left[synapse], "a neuron that never spiked forgets nothing");
                    }
                }
                double[] s = all.get(Signal.SPIKE, l, t);
                for (int i = 0; i < s.length; i++) {
                    spiked[i] |= s[i] == 1;
                }
            }
        }
    }

    @Property(tries = 200)
    @Clause({"ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6"})
    void errorNeuronsLoseNothing(@ForAll long seed, @ForAll ErrorFunction function) {
        RealNetwork network = RandomNetworks.network(seed, RandomNetworks.parameters(TraceMode.DETACHED, function));
        Recorder recorder = learn(network, seed);
        int outputs = RandomNetworks.SHAPE.outputs();
        double[] net = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            double error = 0;
            double positive = 0;
            double negative = 0;
            for (int t = RandomNetworks.SOFT_START; t < RandomNetworks.STEPS; t++) {
                error += recorder.get(Signal.ERROR, LAST, t)[k];
                // What has come in is what has gone out in spikes before, and what is still there.
                assertEquals(error, recorder.get(Signal.POSITIVE_POTENTIAL, LAST, t)[k] + positive, 1e-12);
                assertEquals(-error, recorder.get(Signal.NEGATIVE_POTENTIAL, LAST, t)[k] + negative, 1e-12);
                positive += recorder.get(Signal.POSITIVE_ERROR_SPIKE, LAST, t)[k];
                negative += recorder.get(Signal.NEGATIVE_ERROR_SPIKE, LAST, t)[k];
            }
            net[k] = positive - negative;
        }
        assertArrayEquals(net, recorder.get(Signal.DENDRITE, LAST, RandomNetworks.STEPS - 1));
        for (int l = 1; l < LAST; l++) {
            double[] dendrite = recorder.get(Signal.DENDRITE, l, RandomNetworks.STEPS - 1);
            for (int i = 0; i < dendrite.length; i++) {
                double sum = 0;
                for (int k = 0; k < outputs; k++) {
                    sum += network.feedback(l)[i][k] * net[k];
                }
                assertEquals(sum, dendrite[i], "dyadic feedback times integers is exact");
            }
        }
    }

    @Property(tries = 200)
    @Clause({"ERR-2", "ERR-3"})
    void errorsOfTheOutputsFollowTheirCounts(@ForAll long seed) {
        Recorder softmax = learn(
                RandomNetworks.network(seed, RandomNetworks.parameters(TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX)),
                seed);
        Recorder difference = learn(
                RandomNetworks.network(seed, RandomNetworks.parameters(TraceMode.PRE_ONLY, ErrorFunction.DIFFERENCE)),
                seed);
        for (int t = RandomNetworks.SOFT_START; t < RandomNetworks.STEPS; t++) {
            double[] o = softmax.get(Signal.SPIKE_COUNT, LAST, t);
            double sum = Arrays.stream(o).map(StrictMath::exp).sum();
            for (int k = 0; k < o.length; k++) {
                double one = k == label(seed) ? 1 : 0;
                assertEquals(StrictMath.exp(o[k]) / sum - one, softmax.get(Signal.ERROR, LAST, t)[k], 1e-14);
                assertEquals(o[k] / (t + 1) - one, difference.get(Signal.ERROR, LAST, t)[k], 0.0);
            }
        }
    }

    @Property(tries = 200)
    @Clause({"LEARN-1", "LEARN-3", "ERR-7"})
    void aBatchIsTheSumOfItsSamplesAndTheWeightsMoveAgainstIt(@ForAll long seed, @ForAll TraceMode mode) {
        RealNetwork both = network(seed, mode);
        Recorder first = learn(both, seed);
        Recorder second = learn(both, seed + 1);
        RealNetwork before = network(seed, mode);
        Recorder update = new Recorder();
        both.update(update);
        int end = RandomNetworks.STEPS - 1;
        for (int l = 1; l <= LAST; l++) {
            double rate = l < LAST
                    ? both.parameters().hiddenRate()
                    : both.parameters().outputRate();
            int post = RandomNetworks.SHAPE.size(l);
            int pre = RandomNetworks.SHAPE.size(l - 1);
            for (int synapse = 0; synapse < post * (pre + 1); synapse++) {
                int i = synapse % post;
                int j = synapse / post;
                double gradient =
                        first.get(Signal.LEARNING_ERROR, l, end)[i] * first.get(Signal.ELIGIBILITY, l, end)[synapse]
                                + second.get(Signal.LEARNING_ERROR, l, end)[i]
                                        * second.get(Signal.ELIGIBILITY, l, end)[synapse];
                double old = j < pre ? before.weights(l)[i][j] : before.biases(l)[i];
                double now = j < pre ? both.weights(l)[i][j] : both.biases(l)[i];
                assertEquals(-rate * gradient, update.get(Signal.WEIGHT_CHANGE, l, end)[synapse], 0.0);
                assertEquals(old - rate * gradient, now, 0.0);
                assertEquals(now, update.get(Signal.WEIGHT, l, end)[synapse]);
                assertEquals(0, j < pre ? both.gradient(l)[i][j] : both.biasGradient(l)[i]);
            }
        }
    }

    @Property(tries = 100)
    @Clause({"NET-1", "NET-3", "SLEEP-2"})
    void nothingRemainsOfASampleButItsGradient(@ForAll long seed, @ForAll TraceMode mode) {
        RealNetwork fresh = network(seed, mode);
        RealNetwork used = network(seed, mode);
        used.learn(RandomNetworks.sample(seed + 7), 0, Decisions.OWN, null);
        double[][] gradient = deepCopy(used.gradient(1));
        used.predict(RandomNetworks.sample(seed + 8));
        used.sleep(1, 3, 9, RandomNetworks.noise(seed), Decisions.OWN, null);
        assertTrue(Arrays.deepEquals(gradient, used.gradient(1)), "neither a test nor sleep touches the gradient");
        for (int l = 1; l <= LAST; l++) {
            assertTrue(Arrays.deepEquals(fresh.weights(l), used.weights(l))
                    && Arrays.equals(fresh.biases(l), used.biases(l)));
        }
        for (int i = 0; i < fresh.feedback(1).length; i++) {
            System.arraycopy(fresh.feedback(1)[i], 0, used.feedback(1)[i], 0, fresh.feedback(1)[i].length);
        }
        Recorder a = learn(fresh, seed);
        Recorder b = learn(used, seed);
        assertEquals(a.order(), b.order());
        for (Recorder.Key key : a.order()) {
            assertArrayEquals(
                    a.get(key.signal(), key.layer(), key.step()),
                    b.get(key.signal(), key.layer(), key.step()),
                    0.0,
                    key.toString());
        }
    }

    @Property(tries = 100)
    @Clause({"SLEEP-3", "SLEEP-4"})
    void sleepFollowsHebbAndOja(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int layer) {
        RealNetwork network = network(seed, TraceMode.PRE_ONLY);
        int trajectories = 5;
        int steps = 9;
        network.sleep(layer, trajectories, steps, RandomNetworks.noise(seed + 1), Decisions.OWN, null);
        // A second sleep owes the first nothing but the feedback weights.
        double[][] before = deepCopy(network.feedback(layer));
        Recorder recorder = new Recorder();
        network.sleep(layer, trajectories, steps, RandomNetworks.noise(seed), Decisions.OWN, recorder);
        for (int i = 0; i < before.length; i++) {
            for (int k = 0; k < before[i].length; k++) {
                double hebb = 0;
                double square = 0;
                for (int m = 0; m < trajectories; m++) {
                    double output = 0;
                    for (int t = 0; t < steps; t++) {
                        output += recorder.get(Signal.SPIKE, LAST, m * steps + t)[k];
                    }
                    assertEquals(output, recorder.get(Signal.SLEEP_COUNT, LAST, m * steps + steps - 1)[k]);
                    hebb += recorder.get(Signal.NOISE_COUNT, layer, m * steps + steps - 1)[i] * output;
                    square += output * output;
                }
                double expected = before[i][k] + 0.0625 * hebb - 0.03125 * square * before[i][k];
                assertEquals(expected, network.feedback(layer)[i][k], 1e-12 * Math.max(1, Math.abs(expected)));
                assertEquals(
                        expected,
                        recorder.get(Signal.FEEDBACK_WEIGHT, layer, 0)[i * before[i].length + k],
                        1e-12 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    @Property(tries = 100)
    @Clause({"NET-1", "SOMA-4", "GATE-1", "ERR-4"})
    void aNetworkFollowsTheDecisionsOfAnother(@ForAll long seed) {
        Deque<Boolean> tape = new ArrayDeque<>();
        Recorder leader = new Recorder();
        network(seed, TraceMode.FULL).learn(RandomNetworks.sample(seed), label(seed), recording(tape), leader);
        // Voltages that are a little off would decide otherwise here and there; forced decisions keep the follower on
        // the path.
        RealNetwork follower = network(seed, TraceMode.FULL);
        for (double[] row : follower.weights(1)) {
            for (int j = 0; j < row.length; j++) {
                row[j] += (j % 2 == 0 ? 1 : -1) * 0.125;
            }
        }
        Recorder forced = new Recorder();
        follower.learn(RandomNetworks.sample(seed), label(seed), replaying(tape), forced);
        assertTrue(tape.isEmpty(), "both ask the same questions");
        for (Recorder.Key key : leader.order()) {
            if (key.signal() != Signal.SYNAPTIC_INPUT && key.signal() != Signal.MEMBRANE_VOLTAGE && !ofFull(key)) {
                assertArrayEquals(
                        leader.get(key.signal(), key.layer(), key.step()),
                        forced.get(key.signal(), key.layer(), key.step()),
                        0.0,
                        key.toString());
            }
        }
    }

    /** In FULL the voltages enter traces and eligibilities. */
    private static boolean ofFull(Recorder.Key key) {
        return key.signal() == Signal.TRACE || key.signal() == Signal.ELIGIBILITY;
    }

    private static Decisions recording(Deque<Boolean> tape) {
        return answering(margin -> {
            tape.addLast(margin > 0);
            return margin > 0;
        });
    }

    private static Decisions replaying(Deque<Boolean> tape) {
        return answering(margin -> tape.removeFirst());
    }

    private interface Answers {
        boolean answer(double margin);
    }

    private static Decisions answering(Answers answers) {
        return new Decisions() {
            @Override
            public boolean spike(int layer, int step, int neuron, double margin) {
                return answers.answer(margin);
            }

            @Override
            public boolean gate(int layer, int step, int neuron, double margin) {
                return answers.answer(margin);
            }

            @Override
            public boolean errorSpike(boolean positive, int step, int output, double margin) {
                return answers.answer(margin);
            }
        };
    }

    private static RealNetwork network(long seed, TraceMode mode) {
        return RandomNetworks.network(seed, RandomNetworks.parameters(mode, ErrorFunction.SOFTMAX));
    }

    private static Recorder learn(RealNetwork network, long seed) {
        Recorder recorder = new Recorder();
        network.learn(RandomNetworks.sample(seed), label(seed), Decisions.OWN, recorder);
        return recorder;
    }

    private static int label(long seed) {
        return (int) Math.floorMod(seed, 3L);
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double[][] deepCopy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
