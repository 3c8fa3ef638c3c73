package org.biograd.kit.reference;

import java.util.Map;
import org.biograd.spec.TraceMode;

/**
 * What one layer does with its input.
 *
 * @param v [step][neuron]
 * @param s likewise
 * @param g likewise
 * @param eligibility [neuron][input + 1], the bias last
 * @param gradient of the sum of all spikes, by backpropagation; likewise
 */
record LayerAnswer(
        double[][] v,
        int[][] s,
        double[][] g,
        Map<TraceMode, double[][]> eligibility,
        Map<TraceMode, double[][]> gradient) {}
