package org.biograd.reference;

import static org.biograd.reference.PublishedCases.matrix;
import static org.biograd.reference.PublishedCases.spikes;
import static org.biograd.reference.PublishedCases.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import org.biograd.reference.real.BackpropagationThroughTime;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.Test;

/** Backpropagation through time in doubles against the gradients that PyTorch's automatic differentiation gave. */
class BackpropagationCasesTest {

    /** Relative; absolute for values below 1. */
    private static final double TOLERANCE = 1e-12;

    @Test
    void spikeCountsOfOneLayer() {
        for (JsonNode published : PublishedCases.read("single-layer.jsonl")) {
            JsonNode in = published.get("in");
            RealNetwork network = network(
                    Shape.of(in.get("n_in").intValue(), in.get("n_out").intValue()),
                    published,
                    new double[][][] {matrix(in.get("W"))},
                    new double[][] {vector(in.get("b"))});
            double[] ones = new double[network.shape().outputs()];
            Arrays.fill(ones, 1);
            for (TraceMode mode : TraceMode.values()) {
                BackpropagationThroughTime gradient = new BackpropagationThroughTime(network, mode);
                gradient.differentiateCounts(SpikeTrain.of(spikes(in.get("x"))), ones);
                String key = mode.name().toLowerCase(Locale.ROOT);
                String what = published.get("id").textValue() + ", " + key;
                same(matrix(published.get("out").get("grad").get(key)), gradient.weights(1), what);
                same(vector(published.get("out").get("gradb").get(key)), gradient.biases(1), what);
            }
        }
    }

    @Test
    void crossEntropyThroughAllLayers() {
        for (JsonNode published : PublishedCases.read("network.jsonl")) {
            JsonNode in = published.get("in");
            JsonNode expected = published.get("out").get("grad_full");
            int[] sizes = Arrays.stream(vector(in.get("sizes")))
                    .mapToInt(size -> (int) size)
                    .toArray();
            double[][][] w = new double[sizes.length - 1][][];
            Arrays.setAll(w, l -> matrix(in.get("W").get(l)));
            RealNetwork network = network(Shape.of(sizes), published, w, matrix(in.get("b")));
            BackpropagationThroughTime gradient = new BackpropagationThroughTime(network, TraceMode.FULL);
            double loss = gradient.differentiateCrossEntropy(
                    SpikeTrain.of(spikes(in.get("x"))), in.get("label").intValue());
            String what = published.get("id").textValue();
            same(new double[] {expected.get("loss").doubleValue()}, new double[] {loss}, what + ", loss");
            for (int l = 1; l < sizes.length; l++) {
                same(matrix(expected.get("W").get(l - 1)), gradient.weights(l), what + ", weights of layer " + l);
                same(vector(expected.get("b").get(l - 1)), gradient.biases(l), what + ", biases of layer " + l);
            }
        }
    }

    private static RealNetwork network(Shape shape, JsonNode published, double[][][] w, double[][] b) {
        JsonNode params = published.get("params");
        double decay = params.get("decay").doubleValue();
        RealNetwork network = new RealNetwork(
                shape,
                new RealParameters(
                        decay,
                        params.get("theta").doubleValue(),
                        params.get("win").doubleValue(),
                        params.get("amp").doubleValue(),
                        decay,
                        params.get("T").intValue(),
                        0,
                        TraceMode.FULL,
                        ErrorFunction.SOFTMAX,
                        0,
                        0,
                        0,
                        0,
                        2));
        for (int l = 1; l <= shape.layers(); l++) {
            for (int i = 0; i < shape.size(l); i++) {
                System.arraycopy(w[l - 1][i], 0, network.weights(l)[i], 0, shape.size(l - 1));
            }
            System.arraycopy(b[l - 1], 0, network.biases(l), 0, shape.size(l));
        }
        return network;
    }

    private static void same(double[][] expected, double[][] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            same(expected[i], actual[i], what);
        }
    }

    private static void same(double[] expected, double[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE * Math.max(1, Math.abs(expected[i])), what);
        }
    }
}
