package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * Errors as spikes: each output has a neuron that counts errors above 0 and one that counts those below. A spike takes
 * 1 off the potential and leaves the rest, so that no part of the error is lost.
 */
public final class ErrorNeurons {

    /** p_k(t), potential of the positive error neurons. */
    final double[] p;

    /** n_k(t), potential of the negative error neurons. */
    final double[] n;

    /** sp_k(t), 0 or 1. */
    final double[] sp;

    /** sn_k(t), 0 or 1. */
    final double[] sn;

    /**
     * The error neurons of an output layer, all potentials 0.
     *
     * @param outputs neurons of the output layer
     */
    public ErrorNeurons(int outputs) {
        p = new double[outputs];
        n = new double[outputs];
        sp = new double[outputs];
        sn = new double[outputs];
    }

    /** Sets all potentials and spikes to 0: a sample begins. */
    public void start() {
        Arrays.fill(p, 0);
        Arrays.fill(n, 0);
        Arrays.fill(sp, 0);
        Arrays.fill(sn, 0);
    }

    /**
     * One step: p_k = p_k - sp_k + e_k, sp_k = [p_k &gt; 1]; n_k = n_k - sn_k - e_k, sn_k = [n_k &gt; 1].
     *
     * @param step from 0
     * @param e the error, one value per output
     * @param decisions who decides about spikes
     */
    @Clause("ERR-4")
    public void integrate(int step, double[] e, Decisions decisions) {
        for (int k = 0; k < e.length; k++) {
            p[k] = p[k] - sp[k] + e[k];
            sp[k] = decisions.errorSpike(true, step, k, p[k] - 1) ? 1 : 0;
            n[k] = n[k] - sn[k] - e[k];
            sn[k] = decisions.errorSpike(false, step, k, n[k] - 1) ? 1 : 0;
        }
    }

    /** Whether no error neuron spikes in this step. */
    public boolean silent() {
        for (int k = 0; k < sp.length; k++) {
            if (sp[k] != 0 || sn[k] != 0) {
                return false;
            }
        }
        return true;
    }
}
