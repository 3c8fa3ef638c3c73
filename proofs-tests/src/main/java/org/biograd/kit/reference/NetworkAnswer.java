package org.biograd.kit.reference;

import java.util.Map;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.TraceMode;

/**
 * What a network learns from one sample. Layer l at index l-1; where a layer has a matrix, the bias is last in a row.
 *
 * @param spikes [layer][step][neuron]
 * @param counts spikes of the outputs
 * @param aligned feedback weights, [hidden layer][neuron][output]
 * @param eligibility [layer][neuron][input + 1]
 * @param full the gradient of the cross-entropy
 * @param learned what each error function makes of it
 */
record NetworkAnswer(
        int[][][] spikes,
        int[] counts,
        double[][][] aligned,
        Map<TraceMode, double[][][]> eligibility,
        FullGradient full,
        Map<ErrorFunction, Learned> learned) {

    /** Cross-entropy, its derivative with respect to the spike counts, and with respect to weights and biases. */
    record FullGradient(double loss, double[] error, double[][][] layers) {}

    /** Error neurons, [step][output]; dendrites, [layer][neuron]; and what changes. */
    record Learned(
            int[][] sp, int[][] sn, double[][] p, double[][] n, double[][] dendrites, Map<TraceMode, Change> changes) {}

    /** The mean change before the rate, and the weights after it. */
    record Change(double[][][] mean, double[][][] updated) {}

    /** -log(softmax(o)_label). */
    static double crossEntropy(int[] o, int label) {
        int largest = o[0];
        for (int count : o) {
            largest = Math.max(largest, count);
        }
        double sum = 0;
        for (int count : o) {
            sum += StrictMath.exp(count - largest);
        }
        return StrictMath.log(sum) + largest - o[label];
    }

    /**
     * softmax(o) - [k = label], in doubles in either arithmetic.
     *
     * <p>Where the network is sure, the entry of the label is a difference of two numbers near 1, and what is left of
     * it depends on the last digit of the softmax. So this is a definition: of doubles, the softmax first, then the
     * difference.
     */
    static double[] derivative(int[] o, int label) {
        int largest = o[0];
        for (int count : o) {
            largest = Math.max(largest, count);
        }
        double[] e = new double[o.length];
        double sum = 0;
        for (int k = 0; k < e.length; k++) {
            e[k] = StrictMath.exp(o[k] - largest);
            sum += e[k];
        }
        for (int k = 0; k < e.length; k++) {
            e[k] = e[k] / sum - (k == label ? 1 : 0);
        }
        return e;
    }
}
