package org.biograd.reference.exact;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/**
 * The derivative of every neuron's spike count with respect to each of its weights, carried forward in time, for all
 * steps of a run.
 *
 * @param z eps_ij(t) as it enters the sum, before the reset factor, [step][post][pre + 1], the bias last; in
 *     PRE_ONLY the rows of all neurons of a step are one and the same array
 * @param e E_ij(t), [step][post][pre + 1], the bias last
 */
public record Eligibility(BigFraction[][][] z, BigFraction[][][] e) {

    /**
     * The eligibilities of a run.
     *
     * @param mode what becomes of a trace at a reset
     * @param decay what is left of a trace after one step; the neuron's own decay where eligibility is to be the
     *     derivative
     * @param run what the layer did
     */
    @Clause({"ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    public static Eligibility of(TraceMode mode, BigFraction decay, LayerRun run) {
        int size = run.synapses().post();
        int synapses = run.synapses().pre() + 1;
        BigFraction[][][] z = new BigFraction[run.steps()][size][];
        BigFraction[][][] e = new BigFraction[run.steps()][size][];
        for (int t = 0; t < run.steps(); t++) {
            for (int i = 0; i < size; i++) {
                BigFraction[] before = t == 0 ? Fractions.zeros(synapses) : z[t - 1][i];
                boolean common = mode == TraceMode.PRE_ONLY && i > 0;
                z[t][i] = common ? z[t][0] : trace(decay.multiply(factor(mode, run, t - 1, i)), before, run.x()[t]);
                e[t][i] = sum(t == 0 ? Fractions.zeros(synapses) : e[t - 1][i], run.g()[t][i], z[t][i]);
            }
        }
        return new Eligibility(z, e);
    }

    /** f_i(t), what the reset after step t leaves of a trace: the derivative of v (1 - s) with respect to v. */
    private static BigFraction factor(TraceMode mode, LayerRun run, int t, int i) {
        if (mode == TraceMode.PRE_ONLY || t < 0) {
            return BigFraction.ONE;
        }
        BigFraction kept = BigFraction.of(1 - run.s()[t][i]);
        return mode == TraceMode.DETACHED ? kept : kept.subtract(run.v()[t][i].multiply(run.g()[t][i]));
    }

    /** eps_ij(t) = d f_i(t-1) eps_ij(t-1) + x_j(t), where the bias has x = 1. */
    private static BigFraction[] trace(BigFraction kept, BigFraction[] before, int[] x) {
        BigFraction[] z = new BigFraction[before.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = kept.multiply(before[j]).add(j < x.length ? x[j] : 1);
        }
        return z;
    }

    /** E_ij(t) = E_ij(t-1) + g_i(t) eps_ij(t). */
    private static BigFraction[] sum(BigFraction[] before, BigFraction gate, BigFraction[] z) {
        if (gate.isZero()) {
            return before;
        }
        BigFraction[] e = before.clone();
        Arrays.setAll(e, j -> e[j].add(gate.multiply(z[j])));
        return e;
    }

    /** E_ij at the end of the run, [post][pre + 1], the bias last. */
    public BigFraction[][] last() {
        return e[e.length - 1];
    }
}
