package org.biograd.reference.real;

import org.biograd.spec.Clause;

/** The forward weights and biases of one layer, and the sum that they make of the spikes below. */
final class Synapses {

    /** w_ij, [post][pre]. */
    final double[][] weights;

    /** b_i. */
    final double[] biases;

    /** a_i(t) of the step last summed. */
    final double[] sum;

    Synapses(int pre, int post) {
        weights = new double[post][pre];
        biases = new double[post];
        sum = new double[post];
    }

    /** a_i = b_i + sum_j w_ij x_j. */
    @Clause("SOMA-1")
    void add(Spikes x) {
        for (int i = 0; i < sum.length; i++) {
            double[] w = weights[i];
            double a = biases[i] * x.x[w.length];
            for (int entry = 0; entry < x.count(); entry++) {
                int j = x.neuron(entry);
                a += w[j] * x.x[j];
            }
            sum[i] = a;
        }
    }
}
