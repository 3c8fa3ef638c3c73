package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * The weights between two layers, a row of fan-out a presynaptic neuron, the biases last.
 */
public final class Synapses {

    private final int pre;
    private final int post;

    /** Weight from j to i at j * post + i; row {@code pre} holds the biases. */
    @Clause("SYN-1")
    final int[] weight;

    /**
     * Weights of 0.
     *
     * @param pre presynaptic neurons, the bias not counted
     * @param post postsynaptic neurons
     */
    public Synapses(int pre, int post) {
        this.pre = pre;
        this.post = post;
        this.weight = new int[(pre + 1) * post];
    }

    /** The live weights, in the order of SYN-1. */
    public int[] weights() {
        return weight;
    }

    int pre() {
        return pre;
    }

    int post() {
        return post;
    }

    /** Starts a sum with the biases. */
    @Clause({"SOMA-1", "ELIG-5"})
    void startWithBias(int[] sum) {
        System.arraycopy(weight, pre * post, sum, 0, post);
    }

    /** Starts a sum without biases. */
    @Clause("SLEEP-2")
    static void startWithoutBias(int[] sum) {
        Arrays.fill(sum, 0);
    }
}
