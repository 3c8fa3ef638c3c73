package org.biograd.study.roundoff;

import java.math.BigInteger;
import java.util.function.LongUnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Rounding;

/** The words of the clauses, in fractions and big integers. */
final class Rounded {

    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final int GRID_BITS = 64;
    private static final BigInteger GRID = BigInteger.ONE.shiftLeft(GRID_BITS);

    private Rounded() {}

    /** floor(x). */
    static long floor(BigFraction x) {
        BigInteger[] parts = x.getNumerator().divideAndRemainder(x.getDenominator());
        boolean below = parts[1].signum() != 0 && x.signum() < 0;
        return (below ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
    }

    /** x, of at least 0, rounded up to a multiple of 2^-64. */
    static BigFraction up(BigFraction x) {
        BigInteger[] parts = x.getNumerator().shiftLeft(GRID_BITS).divideAndRemainder(x.getDenominator());
        return BigFraction.of(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE), GRID);
    }

    /** WORD-5 to WORD-7: sign(x) floor(abs(x)). */
    static long towardZero(BigFraction x) {
        return x.signum() < 0 ? -floor(x.negate()) : floor(x);
    }

    /** WORD-2. */
    static long saturate(long x, int bits) {
        long largest = (1L << (bits - 1)) - 1;
        return Math.min(largest, Math.max(-largest, x));
    }

    /** WORD-3. */
    static long saturateUnsigned(long x, int bits) {
        return Math.min((1L << bits) - 1, Math.max(0, x));
    }

    /** WORD-1. */
    static long wrap(long x, int bits) {
        long modulus = 1L << bits;
        return Math.floorMod(x + modulus / 2, modulus) - modulus / 2;
    }

    /**
     * WORD-4: x rounded, and what is then stored of it.
     *
     * @param x the quotient, before it is rounded
     * @param mode the rounding
     * @param then what the clause makes of the rounded value, saturation included
     * @param shown what the network has stored. It tells which of the two neighbours of x a draw has chosen, and
     *     decides nothing else
     */
    static long stored(BigFraction x, Rounding mode, LongUnaryOperator then, long shown) {
        long floor = floor(x);
        BigFraction rest = x.subtract(floor);
        boolean up = !rest.isZero()
                && switch (mode) {
                    case FLOOR -> false;
                    case TOWARD_ZERO -> x.signum() < 0;
                    case AWAY_FROM_ZERO -> x.signum() > 0;
                    case NEAREST_EVEN -> rest.compareTo(HALF) > 0 || (rest.equals(HALF) && (floor & 1) == 1);
                    case STOCHASTIC -> then.applyAsLong(floor + 1) == shown;
                };
        return then.applyAsLong(up ? floor + 1 : floor);
    }
}
