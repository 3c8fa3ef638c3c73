package org.biograd.reference.exact;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/**
 * What one layer did in all steps of a run.
 *
 * <p>A layer hears only the layer below it, and of that only the step that it is in itself. So a whole run of the layer
 * below may come before the first step of this one, and every equation can be written with its step: v[t] next to
 * v[t-1].
 *
 * @param neuron the constants of its neurons
 * @param synapses the weights that it ran with
 * @param x x_j(t), the spikes that it heard, [step][pre]: 0 or 1, in sleep -1, 0 or 1
 * @param v v_i(t), before the reset, [step][post]
 * @param s s_i(t), [step][post], 0 or 1
 * @param g g_i(t), [step][post], 0 or amp: the box that stands for ds/dv
 */
public record LayerRun(
        NeuronModel neuron, Synapses synapses, int[][] x, BigFraction[][] v, int[][] s, BigFraction[][] g) {

    /**
     * Runs a layer from rest.
     *
     * @param neuron the constants of its neurons
     * @param synapses its weights and biases
     * @param x what it hears, [step][pre]; every step as many values as a neuron has weights
     * @throws IllegalArgumentException where a step has another number of values
     * @throws NullPointerException where an argument is missing
     */
    @Clause({"SOMA-3", "SOMA-4", "GATE-1"})
    public static LayerRun of(NeuronModel neuron, Synapses synapses, int[][] x) {
        Objects.requireNonNull(neuron, "neuron");
        int steps = x.length;
        int size = synapses.post();
        LayerRun run = new LayerRun(
                neuron, synapses, x, new BigFraction[steps][size], new int[steps][size], new BigFraction[steps][size]);
        for (int t = 0; t < steps; t++) {
            if (x[t].length != synapses.pre()) {
                throw new IllegalArgumentException("step " + t + " has " + x[t].length
                        + " values; a neuron of this layer has " + synapses.pre() + " weights");
            }
            BigFraction[] a = synapses.sum(x[t]);
            for (int i = 0; i < size; i++) {
                BigFraction v = run.kept(t - 1, i).add(a[i]);
                BigFraction distance = v.subtract(neuron.theta()).abs();
                run.v[t][i] = v;
                run.s[t][i] = v.compareTo(neuron.theta()) > 0 ? 1 : 0;
                run.g[t][i] = distance.compareTo(neuron.win()) < 0 ? neuron.amp() : BigFraction.ZERO;
            }
        }
        return run;
    }

    /** d v_i(t) (1 - s_i(t)): what the next step starts from; nothing before the first one. */
    private BigFraction kept(int t, int i) {
        return t < 0 || s[t][i] == 1 ? BigFraction.ZERO : neuron.decay().multiply(v[t][i]);
    }

    /** T. */
    public int steps() {
        return x.length;
    }

    /** c_i = sum_t s_i(t), the spikes of every neuron. */
    public int[] counts() {
        int[] counts = new int[synapses.post()];
        for (int[] spikes : s) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += spikes[i];
            }
        }
        return counts;
    }
}
