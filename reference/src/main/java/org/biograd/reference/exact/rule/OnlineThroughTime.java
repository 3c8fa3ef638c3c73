package org.biograd.reference.exact.rule;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/**
 * OTTT_A (arXiv 2210.04195): presynaptic traces forward in time, errors of each step back through the layers of that
 * step alone.
 *
 * <pre>
 *   L_k(t) = g_k(t) e_k(t)          L_j(t) = g_j(t) sum_i w_ij L_i(t)
 *   step_ij = sum_t L_i(t) z_j(t)   z_j(t) = d z_j(t-1) + x_j(t)
 * </pre>
 */
public final class OnlineThroughTime {

    private OnlineThroughTime() {}

    /**
     * The step of a sample, to be subtracted.
     *
     * @param layers a recorded run, from the bottom to the top layer
     * @param decay of the traces
     * @param e the error of the outputs in each step, [step][output]
     */
    @Clause({"OTTT-1", "OTTT-2", "OTTT-3"})
    public static Gradient of(List<LayerRun> layers, BigFraction decay, BigFraction[][] e) {
        int top = layers.size() - 1;
        List<Synapses> steps = layers.stream()
                .map(run -> Vectors.zeroSynapses(
                        run.synapses().pre(), run.synapses().post()))
                .toList();
        BigFraction[][] traces = new BigFraction[top + 1][];
        for (int l = 0; l <= top; l++) {
            traces[l] = Vectors.zeros(layers.get(l).synapses().pre() + 1);
        }
        for (int t = 0; t < layers.get(0).steps(); t++) {
            BigFraction[] error = e[t];
            for (int l = top; l >= 0; l--) {
                LayerRun run = layers.get(l);
                trace(decay, traces[l], run.x()[t]);
                BigFraction[] own = gated(run.g()[t], error);
                add(steps.get(l), own, traces[l]);
                error = Vectors.back(run.synapses().weights(), own);
            }
        }
        return new Gradient(steps);
    }

    private static BigFraction[] gated(BigFraction[] gate, BigFraction[] error) {
        BigFraction[] own = new BigFraction[gate.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = gate[i].multiply(error[i]);
        }
        return own;
    }

    static void trace(BigFraction decay, BigFraction[] z, int[] x) {
        for (int j = 0; j < z.length; j++) {
            z[j] = decay.multiply(z[j]).add(j < x.length ? x[j] : 1);
        }
    }

    static void add(Synapses sum, BigFraction[] post, BigFraction[] pre) {
        for (int i = 0; i < post.length; i++) {
            if (post[i].isZero()) {
                continue;
            }
            for (int j = 0; j < sum.pre(); j++) {
                sum.weights()[i][j] = sum.weights()[i][j].add(post[i].multiply(pre[j]));
            }
            sum.biases()[i] = sum.biases()[i].add(post[i].multiply(pre[sum.pre()]));
        }
    }
}
