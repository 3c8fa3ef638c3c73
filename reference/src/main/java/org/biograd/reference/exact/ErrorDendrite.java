package org.biograd.reference.exact;

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
}
