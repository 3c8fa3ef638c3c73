package org.biograd.reference.exact;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/**
 * The forward weights and biases of one layer. The arrays are live: what is written there is what the layer computes
 * with.
 *
 * @param weights w_ij, [post][pre]
 * @param biases b_i, [post]
 */
public record Synapses(BigFraction[][] weights, BigFraction[] biases) {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException where there is no neuron, or not one row of weights and one bias for each
     * @throws NullPointerException where an array is missing
     */
    public Synapses {
        if (weights.length == 0 || weights.length != biases.length) {
            throw new IllegalArgumentException(
                    weights.length + " rows of weights and " + biases.length + " biases; one of each per neuron");
        }
        for (BigFraction[] row : weights) {
            if (row.length != weights[0].length) {
                throw new IllegalArgumentException(
                        "rows of " + weights[0].length + " and of " + row.length + " weights");
            }
        }
    }

    /** Weights and biases of 0. */
    static Synapses zero(int pre, int post) {
        return new Synapses(Fractions.zeros(post, pre), Fractions.zeros(post));
    }

    /** The same weights, the biases 0. */
    @Clause(value = "SLEEP-2", form = Clause.Form.PART)
    Synapses withoutBiases() {
        return new Synapses(weights, Fractions.zeros(biases.length));
    }

    /** The number of neurons that these synapses reach. */
    public int post() {
        return weights.length;
    }

    /** The number of neurons that they come from. */
    public int pre() {
        return weights[0].length;
    }

    /** a_i = sum_j w_ij x_j + b_i of one step. */
    @Clause("SOMA-1")
    BigFraction[] sum(int[] x) {
        BigFraction[] a = biases.clone();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (x[j] != 0) {
                    a[i] = a[i].add(weights[i][j].multiply(x[j]));
                }
            }
        }
        return a;
    }

    /** w_ij - rate G_ij and b_i - rate G_i, as new synapses; these are left as they are. */
    @Clause("LEARN-3")
    Synapses minus(BigFraction rate, Synapses gradient) {
        BigFraction[][] w = Arrays.stream(weights).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        BigFraction[] b = biases.clone();
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                w[i][j] = w[i][j].subtract(rate.multiply(gradient.weights[i][j]));
            }
            b[i] = b[i].subtract(rate.multiply(gradient.biases[i]));
        }
        return new Synapses(w, b);
    }
}
