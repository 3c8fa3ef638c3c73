package org.biograd.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.biograd.spec.Rounding;

/** WORD-1 to WORD-8 in unbounded integers and decimals: what Words must equal, computed in another way. */
public final class WordModel {

    private static final BigInteger ONE_IN_4096TH = BigInteger.valueOf(4096);

    private WordModel() {}

    /** WORD-1. */
    public static BigInteger wrap(BigInteger x, int bits) {
        BigInteger modulus = BigInteger.TWO.pow(bits);
        BigInteger low = x.mod(modulus);
        return low.add(low).compareTo(modulus) < 0 ? low : low.subtract(modulus);
    }

    /** WORD-2. */
    public static BigInteger saturate(BigInteger x, int bits) {
        BigInteger largest = BigInteger.TWO.pow(bits - 1).subtract(BigInteger.ONE);
        if (x.abs().compareTo(largest) <= 0) {
            return x;
        }
        return x.signum() > 0 ? largest : largest.negate();
    }

    /** WORD-3. */
    public static BigInteger saturateUnsigned(BigInteger x, int bits) {
        if (x.signum() < 0) {
            return BigInteger.ZERO;
        }
        return x.bitLength() <= bits ? x : BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    /**
     * WORD-4.
     *
     * @param draw asked where the rounding is stochastic and k is above 0
     */
    public static BigInteger shift(BigInteger x, int k, Rounding mode, Supplier<BigInteger> draw) {
        BigInteger divisor = BigInteger.TWO.pow(k);
        if (k == 0) {
            return x;
        }
        if (mode == Rounding.STOCHASTIC) {
            BigInteger up = draw.get().compareTo(x.mod(divisor)) < 0 ? BigInteger.ONE : BigInteger.ZERO;
            return rounded(x, divisor, RoundingMode.FLOOR).add(up);
        }
        return rounded(x, divisor, decimalMode(mode));
    }

    private static RoundingMode decimalMode(Rounding mode) {
        switch (mode) {
            case FLOOR:
                return RoundingMode.FLOOR;
            case TOWARD_ZERO:
                return RoundingMode.DOWN;
            case NEAREST_EVEN:
                return RoundingMode.HALF_EVEN;
            case AWAY_FROM_ZERO:
                return RoundingMode.UP;
            default:
                throw new AssertionError(mode);
        }
    }

    /** x / divisor, rounded to an integer. */
    public static BigInteger rounded(BigInteger x, BigInteger divisor, RoundingMode mode) {
        return new BigDecimal(x).divide(new BigDecimal(divisor), 0, mode).toBigInteger();
    }

    /** WORD-5. */
    public static BigInteger decay(BigInteger x, int k) {
        return rounded(x.multiply(BigInteger.valueOf(k)), ONE_IN_4096TH, RoundingMode.DOWN);
    }

    /** WORD-6. */
    public static BigInteger scale(BigInteger x, BigInteger factor) {
        return rounded(x.multiply(factor), ONE_IN_4096TH, RoundingMode.DOWN);
    }

    /** WORD-7. */
    public static BigInteger quotient(BigInteger x, BigInteger y) {
        return rounded(x, y, RoundingMode.DOWN);
    }

    /** WORD-8. */
    public static BigInteger isqrt(BigInteger x) {
        return x.sqrt();
    }
}
