package org.biograd.theorems;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;

/**
 * The surrogate gradient of sum_t sum_k e_k(t) s_k(t), by moving one weight at a time and following what that does
 * forward in time. It shares no code with any rule: those go backward, or carry traces.
 */
final class Tangents {

    private final List<LayerRun> layers;
    private final BigFraction[][] e;
    private final boolean memoryAbove;

    /**
     * Derivatives of a run.
     *
     * @param layers from the bottom to the top; the derivative does not see resets
     * @param e [step][output]
     * @param memoryAbove whether the layers above the one whose weight moves keep their edges in time
     */
    Tangents(List<LayerRun> layers, BigFraction[][] e, boolean memoryAbove) {
        this.layers = layers;
        this.e = e;
        this.memoryAbove = memoryAbove;
    }

    /** The derivatives with respect to the weights and biases of a layer, from 0. */
    Synapses of(int l) {
        LayerRun run = layers.get(l);
        BigFraction[][] w =
                new BigFraction[run.synapses().post()][run.synapses().pre()];
        BigFraction[] b = new BigFraction[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                w[i][j] = moved(l, i, j);
            }
            b[i] = moved(l, i, -1);
        }
        return new Synapses(w, b);
    }

    private BigFraction moved(int l, int i, int j) {
        BigFraction[][] voltage = new BigFraction[layers.size()][];
        for (int k = l; k < layers.size(); k++) {
            voltage[k] = new BigFraction[layers.get(k).synapses().post()];
            Arrays.fill(voltage[k], BigFraction.ZERO);
        }
        BigFraction sum = BigFraction.ZERO;
        for (int t = 0; t < e.length; t++) {
            LayerRun own = layers.get(l);
            int x = j < 0 ? 1 : own.x()[t][j];
            voltage[l][i] = own.neuron().decay().multiply(voltage[l][i]).add(x);
            for (int k = l + 1; k < layers.size(); k++) {
                LayerRun run = layers.get(k);
                BigFraction keep = memoryAbove ? run.neuron().decay() : BigFraction.ZERO;
                for (int m = 0; m < voltage[k].length; m++) {
                    voltage[k][m] = keep.multiply(voltage[k][m]);
                    for (int n = 0; n < voltage[k - 1].length; n++) {
                        BigFraction spike = layers.get(k - 1).g()[t][n].multiply(voltage[k - 1][n]);
                        voltage[k][m] =
                                voltage[k][m].add(run.synapses().weights()[m][n].multiply(spike));
                    }
                }
            }
            int top = layers.size() - 1;
            for (int k = 0; k < e[t].length; k++) {
                sum = sum.add(e[t][k].multiply(layers.get(top).g()[t][k]).multiply(voltage[top][k]));
            }
        }
        return sum;
    }
}
