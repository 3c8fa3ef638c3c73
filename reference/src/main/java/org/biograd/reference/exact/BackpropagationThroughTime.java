package org.biograd.reference.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.TraceMode;

/**
 * The surrogate gradient of a recorded run in reverse mode: through all its layers and steps, from the last to the
 * first.
 *
 * <p>It is what eligibility, dendrites and feedback stand for, and it is computed the other way round. Where those
 * carry derivatives of voltages with respect to weights forward next to the neurons, this needs the whole recording and
 * carries the derivative of one number, the loss, with respect to voltages backward. A bar marks that derivative: with
 * the loss sum_k e_k o_k of the spike counts o of the top layer,
 *
 * <pre>
 *   sbar_i(t) = e_i                               top layer
 *   sbar_i(t) = sum_m w_mi vbar_m(t)              layers below, m in the layer above
 *   vbar_i(t) = g_i(t) (sbar_i(t) - d v_i(t) vbar_i(t+1)) + d (1 - s_i(t)) vbar_i(t+1)
 *   wbar_ij   = sum_t vbar_i(t) x_j(t)            bbar_i = sum_t vbar_i(t)
 * </pre>
 *
 * <p>with vbar(T) = 0. This is mode FULL; DETACHED takes the reset for a constant, and leaves out what is subtracted
 * from sbar; PRE_ONLY has neither that nor the factor 1 - s.
 */
public final class BackpropagationThroughTime {

    private final LayerRun run;
    private final TraceMode reset;
    private final Synapses gradient;

    /** vbar_i(t+1), then vbar_i(t). */
    private final BigFraction[] later;

    private BackpropagationThroughTime(LayerRun run, TraceMode reset) {
        this.run = run;
        this.reset = reset;
        gradient = Synapses.zero(run.synapses().pre(), run.synapses().post());
        later = Fractions.zeros(run.synapses().post());
    }

    /**
     * The gradient of sum_k e_k o_k, o the spike counts of the top layer.
     *
     * @param layers a recorded run, from the bottom to the top layer; each heard the spikes of the one below it.
     *     Their neurons may differ
     * @param e one value per neuron of the top layer
     * @param reset what is done with the derivative of the reset
     * @throws IllegalArgumentException where layers, steps or values do not fit one another
     */
    public static Gradient of(List<LayerRun> layers, BigFraction[] e, TraceMode reset) {
        requireFits(layers, e);
        List<BackpropagationThroughTime> sweeps = new ArrayList<>();
        for (LayerRun layer : layers) {
            sweeps.add(new BackpropagationThroughTime(layer, reset));
        }
        for (int t = layers.get(0).steps() - 1; t >= 0; t--) {
            BigFraction[] fromAbove = e;
            for (int l = sweeps.size() - 1; l >= 0; l--) {
                sweeps.get(l).stepBack(t, fromAbove);
                fromAbove = l > 0 ? sweeps.get(l).below() : null;
            }
        }
        return new Gradient(sweeps.stream().map(sweep -> sweep.gradient).toList());
    }

    private void stepBack(int t, BigFraction[] fromAbove) {
        BigFraction d = run.neuron().decay();
        for (int i = 0; i < later.length; i++) {
            BigFraction next = d.multiply(later[i]);
            BigFraction spike =
                    reset == TraceMode.FULL ? fromAbove[i].subtract(next.multiply(run.v()[t][i])) : fromAbove[i];
            boolean kept = reset == TraceMode.PRE_ONLY || run.s()[t][i] == 0;
            later[i] = run.g()[t][i].multiply(spike).add(kept ? next : BigFraction.ZERO);
            if (!later[i].isZero()) {
                addTo(gradient.weights()[i], later[i], run.x()[t]);
                gradient.biases()[i] = gradient.biases()[i].add(later[i]);
            }
        }
    }

    private static void addTo(BigFraction[] row, BigFraction voltage, int[] x) {
        for (int j = 0; j < row.length; j++) {
            if (x[j] != 0) {
                row[j] = row[j].add(voltage.multiply(x[j]));
            }
        }
    }

    /** sum_m w_mi vbar_m: what a spike of the layer below contributes in this step. */
    private BigFraction[] below() {
        BigFraction[] sum = Fractions.zeros(run.synapses().pre());
        for (int m = 0; m < later.length; m++) {
            if (!later[m].isZero()) {
                BigFraction[] w = run.synapses().weights()[m];
                BigFraction vbar = later[m];
                Arrays.setAll(sum, i -> sum[i].add(w[i].multiply(vbar)));
            }
        }
        return sum;
    }

    private static void requireFits(List<LayerRun> layers, BigFraction[] e) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one layer");
        }
        for (int l = 1; l < layers.size(); l++) {
            if (layers.get(l).synapses().pre() != layers.get(l - 1).synapses().post()
                    || layers.get(l).steps() != layers.get(0).steps()) {
                throw new IllegalArgumentException(
                        "layers " + l + " and " + (l + 1) + " are not of one run: sizes or steps differ");
            }
        }
        int outputs = layers.get(layers.size() - 1).synapses().post();
        if (e.length != outputs) {
            throw new IllegalArgumentException(e.length + " values for " + outputs + " neurons of the top layer");
        }
    }
}
