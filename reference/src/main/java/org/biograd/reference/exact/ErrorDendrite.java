package org.biograd.reference.exact;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/** D_i(t): what the error dendrites of a layer have summed up by each step of a run. */
final class ErrorDendrite {

    private ErrorDendrite() {}

    /** Output layer: D_k(t) = D_k(t-1) + sp_k(t) - sn_k(t), [step][output]. */
    @Clause("ERR-5")
    static BigFraction[][] ofOutputs(ErrorNeurons errors) {
        BigFraction[][] d = new BigFraction[errors.sp().length][];
        for (int t = 0; t < d.length; t++) {
            d[t] = t == 0 ? Fractions.zeros(errors.sp()[t].length) : d[t - 1].clone();
            for (int k = 0; k < d[t].length; k++) {
                d[t][k] = d[t][k].add(errors.net(t, k));
            }
        }
        return d;
    }

    /** Hidden layer: D_i(t) = D_i(t-1) + sum_k B_ik (sp_k(t) - sn_k(t)), [step][neuron]. */
    @Clause("ERR-6")
    static BigFraction[][] ofHidden(BigFraction[][] feedback, ErrorNeurons errors) {
        BigFraction[][] d = new BigFraction[errors.sp().length][];
        for (int t = 0; t < d.length; t++) {
            d[t] = t == 0 ? Fractions.zeros(feedback.length) : d[t - 1].clone();
            for (int i = 0; i < feedback.length; i++) {
                for (int k = 0; k < feedback[i].length; k++) {
                    if (errors.net(t, k) != 0) {
                        d[t][i] = d[t][i].add(feedback[i][k].multiply(errors.net(t, k)));
                    }
                }
            }
        }
        return d;
    }

    /**
     * Hidden layer, where feedback goes layer by layer: D_i(T-1) = sum_m B_im D_m E_m / T, and 0 before,
     * [step][neuron].
     *
     * @param feedback B of the layer
     * @param above D_m of the layer above at the end of the run
     * @param eligibility E of the layer above at the end of the run, the bias last in a row
     */
    @Clause({"ERR-8", "ERR-9"})
    static BigFraction[][] layerwise(
            BigFraction[][] feedback, BigFraction[] above, BigFraction[][] eligibility, int steps) {
        BigFraction[] fedBack = new BigFraction[above.length];
        Arrays.setAll(
                fedBack,
                m -> above[m].multiply(eligibility[m][eligibility[m].length - 1])
                        .divide(steps));
        BigFraction[][] d = Fractions.zeros(steps, feedback.length);
        for (int i = 0; i < feedback.length; i++) {
            for (int m = 0; m < fedBack.length; m++) {
                d[steps - 1][i] = d[steps - 1][i].add(feedback[i][m].multiply(fedBack[m]));
            }
        }
        return d;
    }
}
