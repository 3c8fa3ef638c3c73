package org.biograd.fixedpoint.fast;

import org.biograd.spec.Clause;

/**
 * Equals {@link org.biograd.fixedpoint.word.Words#saturate} where neither x nor its distance to a limit needs more than
 * 31 bits and a sign: without a comparison, for loops that the compiler is to turn into vector code. Held equal by
 * {@code NarrowWordsTest}; it is what {@link NarrowSoma} and {@link NarrowUpdate} are paid for.
 */
final class NarrowWords {

    private NarrowWords() {}

    /** x saturated to -largest..largest: half the difference of the distances to both limits. */
    @Clause(value = "WORD-2", form = Clause.Form.FAST)
    static int saturate(int x, int largest) {
        return Math.abs(x + largest) - Math.abs(x - largest) >> 1;
    }

    /** 1 where x saturates, else 0. */
    static int saturates(int x, int largest) {
        return largest - Math.abs(x) >>> 31;
    }

    /** The sum of counts that were kept one per neuron. */
    static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
