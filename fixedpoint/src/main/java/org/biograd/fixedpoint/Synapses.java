package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * The forward weights between two layers: a row per presynaptic neuron, its fan-out, and the row of the biases last.
 */
public final class Synapses {

    private final int pre;
    private final int post;
    private final int[] weight;

    /**
     * Makes synapses of weight 0.
     *
     * @param pre presynaptic neurons, the bias not counted
     * @param post postsynaptic neurons
     */
    public Synapses(int pre, int post) {
        this.pre = pre;
        this.post = post;
        this.weight = new int[(pre + 1) * post];
    }

    /**
     * The index of the synapse from j to i.
     *
     * @param j presynaptic neuron, 0..pre; pre is the bias
     * @param i postsynaptic neuron, 0..post-1
     */
    @Clause("SYN-1")
    public int index(int j, int i) {
        return j * post + i;
    }

    /**
     * The presynaptic values with that of the bias behind them, which is 1 at every step.
     *
     * @param x one value per presynaptic neuron
     */
    @Clause("ELIG-5")
    public static int[] withBias(int[] x) {
        int[] all = Arrays.copyOf(x, x.length + 1);
        all[x.length] = 1;
        return all;
    }

    /**
     * The synaptic sums a. Each is exact.
     *
     * @param x the spikes of the presynaptic neurons, 0 or 1, that of the bias last
     * @return a_i, one per postsynaptic neuron
     */
    @Clause("SOMA-1")
    public long[] sum(int[] x) {
        long[] a = new long[post];
        for (int j = 0; j <= pre; j++) {
            if (x[j] == 0) {
                continue;
            }
            for (int i = 0; i < post; i++) {
                a[i] += (long) weight[index(j, i)] * x[j];
            }
        }
        return a;
    }

    /** The live weights, in the order of SYN-1. */
    public int[] weights() {
        return weight;
    }

    /** How many presynaptic neurons there are, the bias not counted. */
    public int pre() {
        return pre;
    }

    /** How many postsynaptic neurons there are. */
    public int post() {
        return post;
    }
}
