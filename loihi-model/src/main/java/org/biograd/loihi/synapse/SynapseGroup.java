package org.biograd.loihi.synapse;

import java.util.Objects;
import org.biograd.spec.Clause;

/**
 * The synapses between two populations, all of one format, a row of fan-out a presynaptic neuron. A spike delivers its
 * row within the same step; nothing else is touched.
 */
public final class SynapseGroup {

    private final int pre;
    private final int post;
    private final WeightFormat format;
    private final int[] weights;

    /**
     * Makes a group of synapses whose weights are all 0.
     *
     * @param pre how many presynaptic neurons, 1 or more
     * @param post how many postsynaptic compartments, 1 or more
     * @throws IllegalArgumentException where there would be no synapses, or more than an array holds
     */
    public SynapseGroup(int pre, int post, WeightFormat format) {
        this(pre, post, format, null);
    }

    private SynapseGroup(int pre, int post, WeightFormat format, int[] weights) {
        if (pre < 1 || post < 1 || (long) pre * post > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "synapses: " + pre + " x " + post + "; at least 1 x 1 and at most 2^31 - 9 are possible");
        }
        this.pre = pre;
        this.post = post;
        this.format = format;
        this.weights = weights == null ? new int[pre * post] : weights;
        if (this.weights.length != pre * post) {
            throw new IllegalArgumentException(
                    "weights: " + this.weights.length + "; " + pre + " x " + post + " are needed");
        }
    }

    /**
     * Synapses whose weights are kept elsewhere, such as the words of a learning engine.
     *
     * @param weights the mantissas, that from j to i at j * post + i; read at every delivery
     * @throws IllegalArgumentException where there are not as many weights as synapses
     */
    public static SynapseGroup over(int[] weights, int pre, int post, WeightFormat format) {
        return new SynapseGroup(pre, post, format, Objects.requireNonNull(weights, "weights"));
    }

    /** How many presynaptic neurons there are. */
    public int pre() {
        return pre;
    }

    /** How many postsynaptic compartments there are. */
    public int post() {
        return post;
    }

    /** How the weights are stored. */
    public WeightFormat format() {
        return format;
    }

    /**
     * The mantissas, that from j to i at j * post + i. The array is the group's own: whoever writes to it writes only
     * what {@link WeightFormat#holds}.
     */
    @Clause("CHIP-10")
    public int[] weights() {
        return weights;
    }

    /**
     * Sets the mantissa of one synapse.
     *
     * @throws IllegalArgumentException where there is no such synapse, or its format cannot hold w
     */
    public void set(int j, int i, int w) {
        if (j < 0 || j >= pre || i < 0 || i >= post) {
            throw new IllegalArgumentException(
                    "synapse: " + j + " to " + i + "; 0.." + (pre - 1) + " to 0.." + (post - 1) + " is possible");
        }
        format.effective(w);
        weights[j * post + i] = w;
    }

    /**
     * Adds what the weights of spiking neurons are worth.
     *
     * @param spiking presynaptic neurons, each in 0..pre-1; the first {@code spikes} entries count
     * @param input of the postsynaptic compartments, to be added to
     */
    @Clause("CHIP-10")
    public void deliver(int[] spiking, int spikes, long[] input) {
        int shift = format.shift();
        for (int s = 0; s < spikes; s++) {
            int row = spiking[s] * post;
            for (int i = 0; i < post; i++) {
                input[i] += (long) weights[row + i] << shift;
            }
        }
    }
}
