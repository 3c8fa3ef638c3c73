package org.biograd.chip;

import java.math.BigInteger;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.RangeHandling;

/**
 * CHIP-2 to CHIP-6 for one compartment, in unbounded integers and with another way of wrapping and decaying than the
 * code's.
 */
final class CompartmentModel {

    private final CompartmentParameters parameters;
    private final RangeHandling range;
    private int restUntil;
    private int step;

    BigInteger u = BigInteger.ZERO;
    BigInteger v = BigInteger.ZERO;
    BigInteger peak = BigInteger.ZERO;
    boolean spike;
    long wraps;
    long saturations;

    CompartmentModel(CompartmentParameters parameters, RangeHandling range) {
        this.parameters = parameters;
        this.range = range;
    }

    void step(long input, BigInteger joined) {
        BigInteger a = big(input);
        if (range == RangeHandling.NENGO) {
            a = counted(a, wrap(a, 22));
        }
        BigInteger n = left(u, parameters.currentDecay()).add(a);
        u = counted(n, current(n));
        spike = false;
        peak = BigInteger.ZERO;
        if (step++ >= restUntil) {
            BigInteger bias = big(parameters.biasMantissa()).multiply(BigInteger.TWO.pow(parameters.biasExponent()));
            BigInteger x = u.add(bias);
            if (range == RangeHandling.NENGO) {
                x = counted(x, wrap(x, 24));
            }
            BigInteger y = left(v, parameters.voltageDecay()).add(x).add(joined);
            peak = y;
            BigInteger largest =
                    BigInteger.TWO.pow(parameters.voltageBits() - 1).subtract(BigInteger.ONE);
            if (range != RangeHandling.BRIAN2LOIHI && y.abs().compareTo(largest) > 0) {
                peak = y.signum() < 0 ? largest.negate() : largest;
                saturations++;
            }
            spike = peak.compareTo(big(64L * parameters.thresholdMantissa())) > 0;
            if (spike) {
                restUntil = step + parameters.refractory() - 1;
            }
        }
        v = spike ? BigInteger.ZERO : peak;
    }

    private BigInteger current(BigInteger n) {
        BigInteger edge = BigInteger.TWO.pow(23);
        switch (range) {
            case BRIAN2LOIHI:
                return n;
            case LAVA:
                if (n.compareTo(edge) > 0) {
                    return n.subtract(edge.add(edge));
                }
                return n.compareTo(edge.negate()) <= 0 ? n.add(edge).add(edge) : n;
            default:
                return wrap(n, 24);
        }
    }

    private BigInteger counted(BigInteger exact, BigInteger stored) {
        wraps += exact.equals(stored) ? 0 : 1;
        return stored;
    }

    private static BigInteger left(BigInteger x, int lost) {
        // BigInteger divides toward zero.
        return x.multiply(big(4096 - lost)).divide(big(4096));
    }

    private static BigInteger wrap(BigInteger x, int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        return x.add(half).mod(half.add(half)).subtract(half);
    }

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }
}
