package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/** Error times eligibility, summed over a batch, then subtracted from the weights. */
final class WeightUpdate {

    /** The sum of D_i E_ij over the batch so far, [post][pre]. */
    final double[][] weights;

    /** The same for the biases. */
    final double[] biases;

    WeightUpdate(int pre, int post) {
        weights = new double[post][pre];
        biases = new double[post];
    }

    /** G_ij += D_i E_ij. */
    @Clause("LEARN-1")
    void add(double[] dendrite, double[][] eligibility) {
        for (int i = 0; i < biases.length; i++) {
            double[] g = weights[i];
            double[] e = eligibility[i];
            for (int j = 0; j < g.length; j++) {
                g[j] += dendrite[i] * e[j];
            }
            biases[i] += dendrite[i] * e[g.length];
        }
    }

    /** w_ij becomes w_ij - rate G_ij, and b_i alike. */
    @Clause("LEARN-3")
    void apply(Synapses synapses, double rate) {
        for (int i = 0; i < biases.length; i++) {
            double[] w = synapses.weights[i];
            for (int j = 0; j < w.length; j++) {
                w[j] -= rate * weights[i][j];
            }
            synapses.biases[i] -= rate * biases[i];
        }
    }

    void clear() {
        for (double[] g : weights) {
            Arrays.fill(g, 0);
        }
        Arrays.fill(biases, 0);
    }
}
