package org.biograd.reference.exact;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/**
 * Errors as spikes, in all steps of a run: each output has a neuron that counts errors above 0 and one that counts
 * those below.
 *
 * @param p p_k(t), potential of the positive error neurons, [step][output]
 * @param n n_k(t), potential of the negative error neurons, [step][output]
 * @param sp sp_k(t), 0 or 1, [step][output]
 * @param sn sn_k(t), 0 or 1, [step][output]
 */
public record ErrorNeurons(BigFraction[][] p, BigFraction[][] n, int[][] sp, int[][] sn) {

    /**
     * Runs the error neurons from rest.
     *
     * @param e e_k(t), [step][output]; 0 before feedback starts, which leaves the neurons at rest
     */
    @Clause("ERR-4")
    public static ErrorNeurons of(BigFraction[][] e) {
        int steps = e.length;
        int outputs = e[0].length;
        ErrorNeurons run = new ErrorNeurons(
                new BigFraction[steps][outputs],
                new BigFraction[steps][outputs],
                new int[steps][outputs],
                new int[steps][outputs]);
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < outputs; k++) {
                run.p[t][k] = left(run.p, run.sp, t - 1, k).add(e[t][k]);
                run.n[t][k] = left(run.n, run.sn, t - 1, k).subtract(e[t][k]);
                run.sp[t][k] = run.p[t][k].compareTo(BigFraction.ONE) > 0 ? 1 : 0;
                run.sn[t][k] = run.n[t][k].compareTo(BigFraction.ONE) > 0 ? 1 : 0;
            }
        }
        return run;
    }

    /** p_k(t) - sp_k(t): a spike takes 1, not everything. */
    private static BigFraction left(BigFraction[][] potential, int[][] spikes, int t, int k) {
        return t < 0 ? BigFraction.ZERO : potential[t][k].subtract(spikes[t][k]);
    }

    /** sp_k(t) - sn_k(t). */
    int net(int t, int k) {
        return sp[t][k] - sn[t][k];
    }
}
