package org.biograd.fixedpoint.word;

import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.Rounding;

/** The words of arithmetic. Every function is exact for the ranges that its Javadoc names; none has state. */
public final class Words {

    private Words() {}

    /**
     * The low bits of x, read in two's complement.
     *
     * @param x any value
     * @param bits width of the result, 1..64
     */
    @Clause("WORD-1")
    public static long wrap(long x, int bits) {
        int unused = 64 - bits;
        return x << unused >> unused;
    }

    /**
     * x limited to +-(2^(bits-1) - 1).
     *
     * @param x any value
     * @param bits width of the result, 2..63
     */
    @Clause("WORD-2")
    public static long saturate(long x, int bits) {
        long largest = (1L << (bits - 1)) - 1;
        return Math.max(-largest, Math.min(largest, x));
    }

    /**
     * x limited to 0 .. 2^bits - 1.
     *
     * @param x any value
     * @param bits width of the result, 1..62
     */
    @Clause("WORD-3")
    public static long saturateUnsigned(long x, int bits) {
        return Math.max(0, Math.min((1L << bits) - 1, x));
    }

    /**
     * x / 2^k, rounded.
     *
     * @param x any value with |x| &lt; 2^62
     * @param k how many bits to lose, 0..62; 0..32 where the mode is STOCHASTIC
     * @param mode how to round
     * @param draw a draw of k bits where the mode is STOCHASTIC; ignored in every other mode
     */
    @Clause("WORD-4")
    public static long shift(long x, int k, Rounding mode, long draw) {
        long floor = x >> k;
        long remainder = x - (floor << k);
        if (remainder == 0) {
            return floor;
        }
        switch (mode) {
            case FLOOR:
                return floor;
            case TOWARD_ZERO:
                return x < 0 ? floor + 1 : floor;
            case AWAY_FROM_ZERO:
                return x < 0 ? floor : floor + 1;
            case NEAREST_EVEN:
                long half = 1L << (k - 1);
                boolean up = remainder > half || (remainder == half && (floor & 1) == 1);
                return up ? floor + 1 : floor;
            case STOCHASTIC:
                return draw < remainder ? floor + 1 : floor;
            default:
                throw new AssertionError(mode);
        }
    }

    /**
     * x times k / 4096, rounded toward zero: never larger in magnitude than x.
     *
     * @param x any value with |x| &lt; 2^50
     * @param k the factor times 4096, 0..4096
     */
    @Clause("WORD-5")
    public static long decay(long x, int k) {
        return scale(x, k);
    }

    /**
     * x times f / 4096, rounded toward zero.
     *
     * @param x a value with |x f| &lt; 2^63
     * @param f the factor times 4096, of either sign
     */
    @Clause("WORD-6")
    public static long scale(long x, int f) {
        long magnitude = Math.abs(x) * Math.abs((long) f) >> Decay.BITS;
        return x < 0 != f < 0 ? -magnitude : magnitude;
    }

    /**
     * x / y, rounded toward zero.
     *
     * @param x any value
     * @param y above 0
     */
    @Clause("WORD-7")
    public static long quotient(long x, long y) {
        return x / y;
    }

    /**
     * The floor of the square root of x, without floating point.
     *
     * @param x 0 or more
     */
    @Clause("WORD-8")
    public static long isqrt(long x) {
        long root = 0;
        for (long bit = 1L << 31; bit != 0; bit >>= 1) {
            long candidate = root | bit;
            if (Long.compareUnsigned(candidate * candidate, x) <= 0) {
                root = candidate;
            }
        }
        return root;
    }
}
