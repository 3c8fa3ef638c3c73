package org.biograd.study.angles.rule;

import java.util.Arrays;

/**
 * Credit of spikes: what a rule takes for the derivative of the loss with respect to s_i(t), a matrix [step][neuron] a
 * layer.
 *
 * <p>A rule of the form sum_t c_i(t) g_i(t) z_ij(t) differs from another only in its c. Backpropagation passes to every
 * neuron what its spike did in the layer above; direct feedback gives all steps the same credit, the error dendrite.
 */
final class Credit {

    private Credit() {}

    /** The same credit at every step. */
    static double[][] constant(int steps, double[] credit) {
        double[][] all = new double[steps][];
        Arrays.fill(all, credit);
        return all;
    }

    /** The exact credit of a hidden layer from that of the layer above: sum_m w_mi vbar_m(t). */
    static double[][] through(
            RecordedRun run, int layerAbove, Trace trace, double[][] creditAbove, double[][] weightsAbove) {
        return transposedTimes(weightsAbove, Sweep.voltages(run, layerAbove, trace, creditAbove));
    }

    /** At every step sum_k b_ik x_k(t). */
    static double[][] fedBack(double[][] feedback, double[][] signal) {
        double[][] credit = new double[signal.length][];
        for (int t = 0; t < signal.length; t++) {
            credit[t] = times(feedback, signal[t]);
        }
        return credit;
    }

    /** sum_k b_ik x_k. */
    static double[] times(double[][] feedback, double[] signal) {
        double[] product = new double[feedback.length];
        for (int i = 0; i < feedback.length; i++) {
            for (int k = 0; k < signal.length; k++) {
                product[i] += feedback[i][k] * signal[k];
            }
        }
        return product;
    }

    /**
     * c_i(t) + d c_i(t+1) + d^2 c_i(t+2) + ...: what a rule gives that filters g z forward in time before it
     * multiplies.
     */
    static double[][] filteredBack(double[][] credit, double decay) {
        double[][] filtered = new double[credit.length][];
        double[] later = new double[credit[0].length];
        for (int t = credit.length - 1; t >= 0; t--) {
            filtered[t] = credit[t].clone();
            for (int i = 0; i < later.length; i++) {
                filtered[t][i] += decay * later[i];
            }
            later = filtered[t];
        }
        return filtered;
    }

    private static double[][] transposedTimes(double[][] weights, double[][] above) {
        double[][] credit = new double[above.length][weights[0].length];
        for (int t = 0; t < above.length; t++) {
            for (int m = 0; m < weights.length; m++) {
                if (above[t][m] != 0) {
                    for (int i = 0; i < credit[t].length; i++) {
                        credit[t][i] += weights[m][i] * above[t][m];
                    }
                }
            }
        }
        return credit;
    }
}
