package org.biograd.reference.real;

import org.biograd.spec.Clause;

/** What the outputs did wrong so far: e_k(t), between -1 and 1. */
public final class ErrorFunctions {

    private ErrorFunctions() {}

    /**
     * e_k = softmax(o)_k - [k = label].
     *
     * @param counts o_k, one value per output
     * @param label the right class
     * @param error receives e_k
     */
    @Clause("ERR-2")
    public static void softmax(double[] counts, int label, double[] error) {
        double largest = counts[0];
        for (double o : counts) {
            largest = Math.max(largest, o);
        }
        double sum = 0;
        for (int k = 0; k < counts.length; k++) {
            // The largest count cancels out of the quotient; without it exp would overflow beyond 709 spikes.
            error[k] = StrictMath.exp(counts[k] - largest);
            sum += error[k];
        }
        for (int k = 0; k < counts.length; k++) {
            error[k] /= sum;
        }
        error[label] -= 1;
    }

    /**
     * e_k = o_k / (t + 1) - [k = label].
     *
     * @param counts o_k, one value per output
     * @param step t
     * @param label the right class
     * @param error receives e_k
     */
    @Clause("ERR-3")
    public static void difference(double[] counts, int step, int label, double[] error) {
        for (int k = 0; k < counts.length; k++) {
            error[k] = counts[k] / (step + 1);
        }
        error[label] -= 1;
    }
}
