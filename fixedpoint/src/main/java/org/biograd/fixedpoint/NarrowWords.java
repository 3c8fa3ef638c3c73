package org.biograd.fixedpoint;

import org.biograd.spec.Clause;

/**
 * Saturation in 32-bit words without a comparison, for loops that the compiler is to turn into vector code. Neither x
 * nor its distance to a limit may need more than 31 bits and a sign.
 */
final class NarrowWords {

    private NarrowWords() {}

    /** x saturated to -largest..largest: half the difference of the distances to both limits. */
    @Clause("WORD-2")
    static int saturate(int x, int largest) {
        return Math.abs(x + largest) - Math.abs(x - largest) >> 1;
    }

    /** 1 where x saturates, else 0. */
    static int saturates(int x, int largest) {
        return largest - Math.abs(x) >>> 31;
    }
}
