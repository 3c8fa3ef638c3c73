package org.biograd.reference.exact;

import java.util.function.IntFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/** What the outputs did wrong so far: e_k(t), between -1 and 1. */
public final class ErrorFunctions {

    /**
     * exp(n) to the nearest double or the one beside it, and that double exactly.
     *
     * <p>The exponential of an integer other than 0 is not rational, so no exact network has it. With this one in its
     * place all that follows is exact again; with a table of integers as of ERR-2, too.
     */
    public static final IntFunction<BigFraction> EXP = n -> BigFraction.from(StrictMath.exp(n));

    private ErrorFunctions() {}

    /**
     * e_k = exp(o_k) / sum_c exp(o_c) - [k = label].
     *
     * @param counts o_k, one per output
     * @param label the right class, 0..outputs-1
     * @param exp the exponential of 0, -1, -2, ...; at least 0, and above 0 at 0
     */
    @Clause("ERR-2")
    public static BigFraction[] softmax(int[] counts, int label, IntFunction<BigFraction> exp) {
        int largest = counts[0];
        for (int o : counts) {
            largest = Math.max(largest, o);
        }
        BigFraction[] e = new BigFraction[counts.length];
        BigFraction sum = BigFraction.ZERO;
        for (int k = 0; k < e.length; k++) {
            // The largest count cancels out of the quotient; without it a double of exp would overflow beyond 709
            // spikes.
            e[k] = exp.apply(counts[k] - largest);
            sum = sum.add(e[k]);
        }
        for (int k = 0; k < e.length; k++) {
            e[k] = e[k].divide(sum).subtract(k == label ? 1 : 0);
        }
        return e;
    }

    /**
     * e_k = o_k / (t + 1) - [k = label].
     *
     * @param counts o_k, one per output
     * @param step t, from 0
     * @param label the right class, 0..outputs-1
     */
    @Clause("ERR-3")
    public static BigFraction[] difference(int[] counts, int step, int label) {
        BigFraction[] e = new BigFraction[counts.length];
        for (int k = 0; k < e.length; k++) {
            e[k] = BigFraction.of(counts[k], step + 1).subtract(k == label ? 1 : 0);
        }
        return e;
    }
}
