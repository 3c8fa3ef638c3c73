package org.biograd.reference;

import static org.biograd.reference.PublishedCases.spikes;
import static org.biograd.reference.PublishedCases.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.Eligibility;
import org.biograd.reference.exact.ErrorFunctions;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.SampleRun;
import org.biograd.reference.exact.SleepRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.Test;

/**
 * The exact network against the published cases that were computed with fractions, and so have dyadic inputs: rounded
 * once, each value is the very double that was published.
 *
 * <p>The other published cases are for doubles; their constants have 53 bits, and their traces, as fractions, tens of
 * thousands.
 */
class ExactPublishedCasesTest {

    /**
     * Relative; absolute for values below 1. For what was published in doubles: gradients, and potentials of error
     * neurons.
     */
    private static final double TOLERANCE = 1e-12;

    /** No tolerance: the exact value, rounded once to the nearest double, and nothing else. */
    private static final double BIT = 0;

    // ---- One layer

    @Test
    @Clause({"SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    void layers() {
        for (JsonNode published : exactCases("single-layer.jsonl", 30)) {
            JsonNode in = published.get("in");
            JsonNode out = published.get("out");
            String id = published.get("id").textValue();
            LayerRun run = LayerRun.of(
                    neuron(published),
                    new Synapses(fractionRows(in.get("W")), fractions(in.get("b"))),
                    spikes(in.get("x")));
            same(out.get("v"), run.v(), BIT, id + " v");
            same(out.get("g"), run.g(), BIT, id + " g");
            assertArrayEquals(spikes(out.get("s")), run.s(), id + " s");
            BigFraction[] ones = new BigFraction[run.synapses().post()];
            Arrays.fill(ones, BigFraction.ONE);
            for (TraceMode mode : TraceMode.values()) {
                String key = mode.name().toLowerCase(Locale.ROOT);
                BigFraction[][] e =
                        Eligibility.of(mode, run.neuron().decay(), run).last();
                Synapses gradient =
                        BackpropagationThroughTime.of(List.of(run), ones, mode).layer(1);
                for (int i = 0; i < e.length; i++) {
                    BigFraction[] withoutBias = Arrays.copyOf(e[i], e[i].length - 1);
                    same(out.get("E").get(key).get(i), withoutBias, BIT, id + " E " + key);
                    same(out.get("Eb").get(key).get(i), e[i][e[i].length - 1], BIT, id + " E of the bias " + key);
                    same(out.get("grad").get(key).get(i), gradient.weights()[i], TOLERANCE, id + " gradient " + key);
                    same(out.get("gradb").get(key).get(i), gradient.biases()[i], TOLERANCE, id + " gradient " + key);
                }
            }
        }
    }

    // ---- A training sample

    @Test
    @Clause({
        "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6",
        "LEARN-1", "LEARN-3", "NET-1", "NET-2", "NET-3", "NET-5"
    })
    void networks() {
        for (JsonNode published : exactCases("network.jsonl", 30)) {
            for (ErrorFunction function : ErrorFunction.values()) {
                checkNetwork(published, function, TraceMode.FULL);
                checkNetwork(published, function, TraceMode.PRE_ONLY);
            }
        }
    }

    private static void checkNetwork(JsonNode published, ErrorFunction function, TraceMode mode) {
        JsonNode in = published.get("in");
        JsonNode out = published.get("out");
        String modeKey = mode.name().toLowerCase(Locale.ROOT);
        JsonNode learned = out.get(function == ErrorFunction.SOFTMAX ? "softmax" : "mse");
        String id = published.get("id").textValue() + ", " + function + ", " + mode + ": ";
        int soft = published.get("params").get("soft").intValue();
        int steps = published.get("params").get("T").intValue();
        BigFraction perStep = BigFraction.of(1, steps - soft);
        BigFraction rate = fraction(published.get("params").get("lr")).multiply(perStep);
        ExactNetwork network =
                network(published, steps, soft, mode, function, rate, BigFraction.ZERO, BigFraction.ZERO, 2);
        int last = network.shape().layers();
        for (int l = 1; l < last; l++) {
            same(out.get("B").get(l - 1), network.aligned(l), BIT, id + "B");
            copy(fractionRows(out.get("B").get(l - 1)), network.feedback(l));
        }
        SpikeTrain sample = SpikeTrain.of(spikes(in.get("x")));
        int label = in.get("label").intValue();
        SampleRun run = network.learn(sample, label);

        int[] o = run.counts()[steps - 1];
        assertArrayEquals(
                vector(out.get("o")), Arrays.stream(o).asDoubleStream().toArray(), id + "o");
        int best = 0;
        for (int k = 1; k < o.length; k++) {
            best = o[k] > o[best] ? k : best;
        }
        assertEquals(best, network.predict(sample), id + "prediction");
        assertArrayEquals(spikes(learned.get("sp")), run.errorNeurons().sp(), id + "sp");
        assertArrayEquals(spikes(learned.get("sn")), run.errorNeurons().sn(), id + "sn");
        same(learned.get("p"), run.errorNeurons().p(), TOLERANCE, id + "p");
        same(learned.get("n"), run.errorNeurons().n(), TOLERANCE, id + "n");

        Gradient update = run.gradient();
        network.update(update);
        for (int l = 1; l <= last; l++) {
            assertArrayEquals(
                    spikes(out.get("spikes").get(l - 1)),
                    run.layers().get(l - 1).s(),
                    id + "s");
            same(learned.get("D").get(l - 1), run.dendrites().get(l - 1)[steps - 1], BIT, id + "D");
            BigFraction[][] e = run.eligibilities().get(l - 1).last();
            for (int i = 0; i < e.length; i++) {
                BigFraction[] withoutBias = Arrays.copyOf(e[i], e[i].length - 1);
                same(out.get("E").get(modeKey).get(l - 1).get(i), withoutBias, BIT, id + "E");
                same(out.get("Eb").get(modeKey).get(l - 1).get(i), e[i][e[i].length - 1], BIT, id + "E of the bias");
            }
            same(
                    learned.get("dW").get(modeKey).get(l - 1),
                    times(perStep, update.layer(l).weights()),
                    BIT,
                    id + "dW");
            same(
                    learned.get("db").get(modeKey).get(l - 1),
                    times(perStep, update.layer(l).biases()),
                    BIT,
                    id + "db");
            same(
                    learned.get("W_new").get(modeKey).get(l - 1),
                    network.synapses(l).weights(),
                    BIT,
                    id + "new W");
            same(
                    learned.get("b_new").get(modeKey).get(l - 1),
                    network.synapses(l).biases(),
                    BIT,
                    id + "new b");
        }
        if (mode == TraceMode.FULL) {
            BigFraction[] error = ErrorFunctions.softmax(o, label, ErrorFunctions.EXP);
            same(out.get("grad_full").get("e_final"), error, TOLERANCE, id + "final error");
            Gradient gradient = BackpropagationThroughTime.of(run.layers(), error, TraceMode.FULL);
            for (int l = 1; l <= last; l++) {
                same(
                        out.get("grad_full").get("W").get(l - 1),
                        gradient.layer(l).weights(),
                        TOLERANCE,
                        id + "gradient, weights");
                same(
                        out.get("grad_full").get("b").get(l - 1),
                        gradient.layer(l).biases(),
                        TOLERANCE,
                        id + "gradient, biases");
            }
        }
    }

    // ---- Sleep

    @Test
    @Clause({"SLEEP-2", "SLEEP-3", "SLEEP-4"})
    void sleeps() {
        for (JsonNode published : exactCases("sleep.jsonl", 15)) {
            JsonNode params = published.get("params");
            int steps = params.get("Ts").intValue();
            int batch = params.get("batch").intValue();
            BigFraction rate = fraction(params.get("lrs"));
            ExactNetwork network = network(
                    published,
                    steps,
                    0,
                    TraceMode.PRE_ONLY,
                    ErrorFunction.SOFTMAX,
                    BigFraction.ZERO,
                    rate,
                    rate.divide(batch),
                    params.get("power").intValue());
            for (JsonNode slept : published.get("out").get("layers")) {
                int layer = slept.get("layer").intValue();
                JsonNode noise = published.get("in").get("spikes").get(layer - 1);
                copy(fractionRows(published.get("in").get("B").get(layer - 1)), network.feedback(layer));
                SleepRun run = network.sleep(layer, batch, steps, (l, m, positive, negative) -> {
                    fill(positive, spikes(noise.get("pos").get(m)));
                    fill(negative, spikes(noise.get("neg").get(m)));
                });
                String id = published.get("id").textValue() + ", layer " + layer + ": ";
                same(slept.get("H"), run.noise(), BIT, id + "H");
                same(slept.get("O"), run.output(), BIT, id + "O");
                same(slept.get("hebb"), run.hebb(), BIT, id + "Hebbian sum");
                same(slept.get("B_new"), network.feedback(layer), BIT, id + "new B");
            }
        }
    }

    private static void fill(SpikeTrain train, int[][] spikes) {
        train.clear();
        for (int[] step : spikes) {
            for (int j = 0; j < step.length; j++) {
                if (step[j] == 1) {
                    train.add(j);
                }
            }
            train.endStep();
        }
    }

    // ---- Reading and comparing

    private static List<JsonNode> exactCases(String file, int count) {
        List<JsonNode> exact = PublishedCases.read(file).stream()
                .filter(published ->
                        published.get("params").get("arithmetic").textValue().equals("exact"))
                .toList();
        assertEquals(count, exact.size(), "exact cases in " + file);
        return exact;
    }

    private static NeuronModel neuron(JsonNode published) {
        JsonNode params = published.get("params");
        return new NeuronModel(
                fraction(params.get("decay")),
                fraction(params.get("theta")),
                fraction(params.get("win")),
                fraction(params.get("amp")));
    }

    private static ExactNetwork network(
            JsonNode published,
            int steps,
            int soft,
            TraceMode mode,
            ErrorFunction function,
            BigFraction rate,
            BigFraction hebb,
            BigFraction oja,
            int power) {
        JsonNode in = published.get("in");
        int[] sizes = Arrays.stream(vector(in.get("sizes")))
                .mapToInt(size -> (int) size)
                .toArray();
        NeuronModel neuron = neuron(published);
        ExactNetwork network = new ExactNetwork(
                Shape.of(sizes),
                new ExactParameters(neuron, neuron.decay(), steps, soft, mode, function, rate, rate, hebb, oja, power));
        for (int l = 1; l < sizes.length; l++) {
            copy(fractionRows(in.get("W").get(l - 1)), network.synapses(l).weights());
            System.arraycopy(
                    fractions(in.get("b").get(l - 1)), 0, network.synapses(l).biases(), 0, sizes[l]);
        }
        return network;
    }

    private static void copy(BigFraction[][] from, BigFraction[][] to) {
        assertEquals(to.length, from.length);
        for (int i = 0; i < to.length; i++) {
            assertEquals(to[i].length, from[i].length);
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    private static BigFraction fraction(JsonNode node) {
        return BigFraction.from(node.doubleValue());
    }

    private static BigFraction[] fractions(JsonNode node) {
        return Arrays.stream(vector(node)).mapToObj(BigFraction::from).toArray(BigFraction[]::new);
    }

    private static BigFraction[][] fractionRows(JsonNode node) {
        BigFraction[][] matrix = new BigFraction[node.size()][];
        Arrays.setAll(matrix, i -> fractions(node.get(i)));
        return matrix;
    }

    private static BigFraction[] times(BigFraction factor, BigFraction[] vector) {
        return Arrays.stream(vector).map(factor::multiply).toArray(BigFraction[]::new);
    }

    private static BigFraction[][] times(BigFraction factor, BigFraction[][] matrix) {
        return Arrays.stream(matrix).map(row -> times(factor, row)).toArray(BigFraction[][]::new);
    }

    private static void same(JsonNode expected, BigFraction[][] actual, double tolerance, String what) {
        assertEquals(expected.size(), actual.length, what);
        for (int i = 0; i < actual.length; i++) {
            same(expected.get(i), actual[i], tolerance, what);
        }
    }

    private static void same(JsonNode expected, BigFraction[] actual, double tolerance, String what) {
        assertEquals(expected.size(), actual.length, what);
        for (int i = 0; i < actual.length; i++) {
            same(expected.get(i), actual[i], tolerance, what);
        }
    }

    private static void same(JsonNode expected, BigFraction actual, double tolerance, String what) {
        double value = expected.doubleValue();
        if (!(Math.abs(value - actual.doubleValue()) <= tolerance * Math.max(1, Math.abs(value)))) {
            assertEquals(value, actual.doubleValue(), what);
        }
    }
}
