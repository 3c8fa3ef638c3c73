package org.biograd.reference;

import static org.biograd.reference.PublishedCases.matrix;
import static org.biograd.reference.PublishedCases.spikes;
import static org.biograd.reference.PublishedCases.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.biograd.reference.real.Angles;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The double network against the values that PyTorch with automatic differentiation, and exact fractions, gave. */
class PublishedCasesTest {

    /** Relative; absolute for values below 1. */
    private static final double TOLERANCE = 1e-12;

    @TestFactory
    @Clause({"SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    Stream<DynamicTest> layers() {
        return all("single-layer.jsonl", 60, PublishedCasesTest::checkLayer);
    }

    @TestFactory
    @Clause({
        "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6",
        "LEARN-1", "LEARN-3", "NET-1", "NET-2", "NET-3", "NET-5", "OBS-1", "SYN-1"
    })
    Stream<DynamicTest> networks() {
        return all("network.jsonl", 60, PublishedCasesTest::checkNetwork);
    }

    @TestFactory
    @Clause({"SLEEP-2", "SLEEP-3", "SLEEP-4"})
    Stream<DynamicTest> sleeps() {
        return all("sleep.jsonl", 30, PublishedCasesTest::checkSleep);
    }

    private static Stream<DynamicTest> all(String file, int count, Consumer<JsonNode> check) {
        if (!PublishedCases.present()) {
            // Within a test rather than here, so that the report counts it as skipped.
            return Stream.of(dynamicTest(file, () -> PublishedCases.read(file)));
        }
        List<JsonNode> cases = PublishedCases.read(file);
        assertEquals(count, cases.size(), "cases in " + file);
        return cases.stream().map(c -> dynamicTest(c.get("id").textValue(), () -> check.accept(c)));
    }

    // ---- One layer

    private static void checkLayer(JsonNode published) {
        JsonNode in = published.get("in");
        JsonNode out = published.get("out");
        int steps = published.get("params").get("T").intValue();
        Shape shape = Shape.of(in.get("n_in").intValue(), in.get("n_out").intValue());
        for (TraceMode mode : TraceMode.values()) {
            String key = mode.name().toLowerCase(Locale.ROOT);
            RealNetwork network =
                    new RealNetwork(shape, parameters(published, steps, 0, mode, ErrorFunction.DIFFERENCE, 0, 0, 0, 2));
            copy(matrix(in.get("W")), network.weights(1));
            copy(vector(in.get("b")), network.biases(1));
            Recorder recorder = new Recorder();
            network.learn(SpikeTrain.of(spikes(in.get("x"))), 0, Decisions.OWN, recorder);
            for (int t = 0; t < steps; t++) {
                String at = " at step " + t;
                same(
                        vector(out.get("v").get(t)),
                        recorder.get(Signal.MEMBRANE_VOLTAGE, 1, t),
                        exact(published, "v"),
                        "v" + at);
                same(vector(out.get("s").get(t)), recorder.get(Signal.SPIKE, 1, t), true, "s" + at);
                same(vector(out.get("g").get(t)), recorder.get(Signal.GATE, 1, t), true, "g" + at);
            }
            double[] eligibility = recorder.get(Signal.ELIGIBILITY, 1, steps - 1);
            boolean exact = exact(published, "E_" + key);
            same(synapses(out.get("E").get(key), out.get("Eb").get(key)), eligibility, exact, "E " + key);
            same(synapses(out.get("grad").get(key), out.get("gradb").get(key)), eligibility, false, "gradient " + key);
        }
    }

    // ---- A training sample

    private static void checkNetwork(JsonNode published) {
        for (ErrorFunction function : ErrorFunction.values()) {
            for (TraceMode mode : List.of(TraceMode.FULL, TraceMode.PRE_ONLY)) {
                checkNetwork(published, function, mode);
            }
        }
    }

    private static void checkNetwork(JsonNode published, ErrorFunction function, TraceMode mode) {
        JsonNode in = published.get("in");
        JsonNode out = published.get("out");
        String functionKey = function == ErrorFunction.SOFTMAX ? "softmax" : "mse";
        String modeKey = mode.name().toLowerCase(Locale.ROOT);
        JsonNode learned = out.get(functionKey);
        int steps = published.get("params").get("T").intValue();
        int soft = published.get("params").get("soft").intValue();
        int feedbackSteps = steps - soft;
        assertEquals(learned.get("feedback_steps").intValue(), feedbackSteps);

        Shape shape = shape(in);
        int last = shape.layers();
        double rate = published.get("params").get("lr").doubleValue() / feedbackSteps;
        RealNetwork network = new RealNetwork(shape, parameters(published, steps, soft, mode, function, rate, 0, 0, 2));
        for (int l = 1; l <= last; l++) {
            copy(matrix(in.get("W").get(l - 1)), network.weights(l));
            copy(vector(in.get("b").get(l - 1)), network.biases(l));
        }
        for (int l = 1; l < last; l++) {
            double[][] aligned = matrix(out.get("B").get(l - 1));
            same(flat(aligned), flat(network.forwardProduct(l)), exact(published, "B"), "B of layer " + l);
            copy(aligned, network.feedback(l));
        }
        SpikeTrain sample = SpikeTrain.of(spikes(in.get("x")));
        Recorder recorder = new Recorder();
        network.learn(sample, in.get("label").intValue(), Decisions.OWN, recorder);

        for (int t = 0; t < steps; t++) {
            for (int l = 1; l <= last; l++) {
                same(
                        vector(out.get("spikes").get(l - 1).get(t)),
                        recorder.get(Signal.SPIKE, l, t),
                        true,
                        "s" + l + " at " + t);
            }
            checkErrorNeurons(learned, recorder, last, soft, t);
        }
        same(vector(out.get("o")), recorder.get(Signal.SPIKE_COUNT, last, steps - 1), true, "o");
        assertEquals(firstLargest(vector(out.get("o"))), network.predict(sample), "prediction");

        for (int l = 1; l <= last; l++) {
            String of = " of layer " + l + ", " + functionKey + ", " + modeKey;
            same(
                    synapses(
                            out.get("E").get(modeKey).get(l - 1),
                            out.get("Eb").get(modeKey).get(l - 1)),
                    recorder.get(Signal.ELIGIBILITY, l, steps - 1),
                    exact(published, "E_" + modeKey),
                    "E" + of);
            double[] dendrite = vector(learned.get("D").get(l - 1));
            boolean exactDendrite = exact(published, "D_" + functionKey);
            same(dendrite, recorder.get(Signal.DENDRITE, l, steps - 1), exactDendrite, "D" + of);
            same(dendrite, recorder.get(Signal.LEARNING_ERROR, l, steps - 1), exactDendrite, "q" + of);

            boolean exactChange = exact(published, "dW_" + functionKey + "_" + modeKey);
            double[][] mean = divided(network.gradient(l), feedbackSteps);
            same(flat(matrix(learned.get("dW").get(modeKey).get(l - 1))), flat(mean), exactChange, "dW" + of);
            same(
                    vector(learned.get("db").get(modeKey).get(l - 1)),
                    divided(new double[][] {network.biasGradient(l)}, feedbackSteps)[0],
                    exactChange,
                    "db" + of);
            checkAngle(
                    learned.get("angle_deg").get(modeKey).get(l - 1),
                    Angles.degrees(mean, matrix(out.get("grad_full").get("W").get(l - 1))),
                    "angle" + of);
        }

        network.update(recorder);
        for (int l = 1; l <= last; l++) {
            JsonNode newWeights = learned.get("W_new").get(modeKey).get(l - 1);
            JsonNode newBiases = learned.get("b_new").get(modeKey).get(l - 1);
            same(flat(matrix(newWeights)), flat(network.weights(l)), false, "new W of layer " + l);
            same(vector(newBiases), network.biases(l), false, "new b of layer " + l);
            same(synapses(newWeights, newBiases), recorder.get(Signal.WEIGHT, l, steps - 1), false, "w of layer " + l);
        }
    }

    private static void checkErrorNeurons(JsonNode learned, Recorder recorder, int last, int soft, int t) {
        List<Signal> signals = List.of(
                Signal.POSITIVE_POTENTIAL,
                Signal.NEGATIVE_POTENTIAL,
                Signal.POSITIVE_ERROR_SPIKE,
                Signal.NEGATIVE_ERROR_SPIKE);
        for (Signal signal : signals) {
            double[] expected = vector(learned.get(signal.symbol()).get(t));
            double[] actual = t < soft ? new double[expected.length] : recorder.get(signal, last, t);
            boolean isSpike = signal == Signal.POSITIVE_ERROR_SPIKE || signal == Signal.NEGATIVE_ERROR_SPIKE;
            same(expected, actual, isSpike, signal.symbol() + " at step " + t);
        }
    }

    /**
     * Compares the cosines: near 0 and 180 degrees an angle itself is as uncertain as the root of its cosine's
     * rounding.
     */
    private static void checkAngle(JsonNode expected, double actual, String what) {
        if (expected.isNull()) {
            assertTrue(Double.isNaN(actual), what);
        } else {
            double cosine = Math.cos(Math.toRadians(expected.doubleValue()));
            assertEquals(cosine, Math.cos(Math.toRadians(actual)), TOLERANCE, what);
        }
    }

    // ---- Sleep

    private static void checkSleep(JsonNode published) {
        JsonNode in = published.get("in");
        JsonNode params = published.get("params");
        int steps = params.get("Ts").intValue();
        int batch = params.get("batch").intValue();
        double rate = params.get("lrs").doubleValue();
        int power = params.get("power").intValue();
        Shape shape = shape(in);
        for (JsonNode slept : published.get("out").get("layers")) {
            int layer = slept.get("layer").intValue();
            JsonNode noise = in.get("spikes").get(layer - 1);
            NoiseSource source = (l, m, positive, negative) -> {
                assertEquals(layer, l);
                fill(positive, spikes(noise.get("pos").get(m)));
                fill(negative, spikes(noise.get("neg").get(m)));
            };
            RealNetwork network = sleeper(published, shape, steps, rate, rate / batch, power);
            double[][] feedback = network.feedback(layer);
            copy(matrix(in.get("B").get(layer - 1)), feedback);
            Recorder recorder = new Recorder();
            network.sleep(layer, batch, steps, source, Decisions.OWN, recorder);
            for (int m = 0; m < batch; m++) {
                int end = m * steps + steps - 1;
                same(
                        vector(slept.get("H").get(m)),
                        recorder.get(Signal.NOISE_COUNT, layer, end),
                        true,
                        "H of trajectory " + m);
                same(
                        vector(slept.get("O").get(m)),
                        recorder.get(Signal.SLEEP_COUNT, shape.layers(), end),
                        true,
                        "O of " + m);
            }
            // The mean over the batch is a sum divided by its size: where that is no power of 2, a double of it is not
            // exact.
            boolean exact = Integer.bitCount(batch) == 1
                    && published.get("out").path("float_exact").asBoolean(false);
            double[] expected = flat(matrix(slept.get("B_new")));
            same(expected, flat(feedback), exact, "new B of layer " + layer);
            same(expected, recorder.get(Signal.FEEDBACK_WEIGHT, layer, 0), exact, "observed B of layer " + layer);

            // With rate 1, no decay and no feedback yet, what sleep adds is the Hebbian sum itself.
            RealNetwork hebbian = sleeper(published, shape, steps, 1, 0, power);
            hebbian.sleep(layer, batch, steps, source, Decisions.OWN, null);
            same(flat(matrix(slept.get("hebb"))), flat(hebbian.feedback(layer)), true, "Hebbian sum of layer " + layer);
        }
    }

    private static RealNetwork sleeper(JsonNode published, Shape shape, int steps, double hebb, double oja, int power) {
        RealNetwork network = new RealNetwork(
                shape, parameters(published, steps, 0, TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX, 0, hebb, oja, power));
        for (int l = 1; l <= shape.layers(); l++) {
            copy(matrix(published.get("in").get("W").get(l - 1)), network.weights(l));
            copy(vector(published.get("in").get("b").get(l - 1)), network.biases(l));
        }
        return network;
    }

    // ---- Reading and comparing

    private static RealParameters parameters(
            JsonNode published,
            int steps,
            int softStart,
            TraceMode mode,
            ErrorFunction function,
            double rate,
            double hebb,
            double oja,
            int power) {
        JsonNode params = published.get("params");
        double decay = params.get("decay").doubleValue();
        return new RealParameters(
                decay,
                params.get("theta").doubleValue(),
                params.get("win").doubleValue(),
                params.get("amp").doubleValue(),
                decay,
                steps,
                softStart,
                mode,
                function,
                rate,
                rate,
                hebb,
                oja,
                power);
    }

    private static Shape shape(JsonNode in) {
        JsonNode sizes = in.get("sizes");
        int[] shape = new int[sizes.size()];
        for (int l = 0; l < shape.length; l++) {
            shape[l] = sizes.get(l).intValue();
        }
        return Shape.of(shape);
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

    /** Whether the case says that plain doubles give this field without any rounding. */
    private static boolean exact(JsonNode published, String field) {
        return published.get("out").path("float_exact").path(field).asBoolean(false);
    }

    private static void same(double[] expected, double[] actual, boolean exact, String what) {
        assertEquals(expected.length, actual.length, "number of values of " + what);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = exact ? 0 : TOLERANCE * Math.max(1, Math.abs(expected[i]));
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance)) {
                assertArrayEquals(expected, actual, 0, what + ", value " + i);
            }
        }
    }

    /** [post][pre] and [post], as one vector in the order of synapses. */
    private static double[] synapses(JsonNode weights, JsonNode biases) {
        int post = weights.size();
        int pre = weights.get(0).size();
        double[] vector = new double[post * (pre + 1)];
        for (int i = 0; i < post; i++) {
            for (int j = 0; j < pre; j++) {
                vector[j * post + i] = weights.get(i).get(j).doubleValue();
            }
            vector[pre * post + i] = biases.get(i).doubleValue();
        }
        return vector;
    }

    private static double[] flat(double[][] matrix) {
        return Stream.of(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] divided(double[][] matrix, int divisor) {
        double[][] quotient = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            quotient[i] = matrix[i].clone();
            for (int j = 0; j < quotient[i].length; j++) {
                quotient[i][j] /= divisor;
            }
        }
        return quotient;
    }

    private static int firstLargest(double[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }

    private static void copy(double[] from, double[] to) {
        assertEquals(to.length, from.length);
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private static void copy(double[][] from, double[][] to) {
        assertEquals(to.length, from.length);
        for (int i = 0; i < to.length; i++) {
            copy(from[i], to[i]);
        }
    }
}
