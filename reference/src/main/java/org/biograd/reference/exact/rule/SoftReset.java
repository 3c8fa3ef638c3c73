package org.biograd.reference.exact.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/** A layer of neurons with the soft reset: v_i(t) = d (v_i(t-1) - theta s_i(t-1)) + a_i(t), s = [v >= theta]. */
public final class SoftReset {

    private SoftReset() {}

    /**
     * Runs a layer from rest; the record has gates by the window, as every other.
     *
     * @param neuron the constants of its neurons
     * @param synapses its weights and biases
     * @param x what it hears, [step][pre]
     */
    @Clause("RULE-8")
    public static LayerRun of(NeuronModel neuron, Synapses synapses, int[][] x) {
        int post = synapses.post();
        BigFraction[][] v = new BigFraction[x.length][post];
        int[][] s = new int[x.length][post];
        BigFraction[][] g = new BigFraction[x.length][post];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < post; i++) {
                BigFraction kept = t == 0
                        ? BigFraction.ZERO
                        : v[t - 1][i].subtract(neuron.theta().multiply(s[t - 1][i]));
                v[t][i] = neuron.decay().multiply(kept).add(drive(synapses, i, x[t]));
                s[t][i] = v[t][i].compareTo(neuron.theta()) >= 0 ? 1 : 0;
                BigFraction distance = v[t][i].subtract(neuron.theta()).abs();
                g[t][i] = distance.compareTo(neuron.win()) < 0 ? neuron.amp() : BigFraction.ZERO;
            }
        }
        return new LayerRun(neuron, synapses, x, v, s, g);
    }

    static BigFraction drive(Synapses synapses, int i, int[] x) {
        BigFraction sum = synapses.biases()[i];
        for (int j = 0; j < x.length; j++) {
            sum = x[j] == 0 ? sum : sum.add(synapses.weights()[i][j].multiply(x[j]));
        }
        return sum;
    }
}
