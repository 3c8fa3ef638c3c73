package org.biograd.loihi.synapse;

import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/**
 * How the weights of a group of synapses are stored, and what they are worth: a mantissa w adds w * 2^(6 + exponent) to
 * the current.
 *
 * <p>Nothing is rounded or cut: a mantissa that the bits cannot hold is refused.
 *
 * @param signMode which signs there are
 * @param bits how many bits a weight has, a sign included, 1..9, without a sign 1..8; with fewer than 9 (8) the
 *     mantissa's low bits are 0
 * @param exponent -6..7, so that what a weight adds is an integer
 */
@Clause("CHIP-8")
public record WeightFormat(SignMode signMode, int bits, int exponent) {

    private static final int MAGNITUDE_BITS = 8;

    /** Refuses what the registers cannot hold. */
    public WeightFormat {
        int most = MAGNITUDE_BITS + signMode.signBits();
        if (bits < Register.WEIGHT_BITS.min() || bits > most) {
            throw new IllegalArgumentException(
                    "bits: " + bits + "; " + Register.WEIGHT_BITS.min() + ".." + most + " is possible for " + signMode);
        }
        int least = -Register.WEIGHT.shift();
        if (exponent < least || exponent > Register.WEIGHT_EXPONENT.max()) {
            throw new IllegalArgumentException("exponent: " + exponent + "; " + least + ".."
                    + Register.WEIGHT_EXPONENT.max() + " is possible, so that what a weight adds is an integer");
        }
    }

    /** The distance of two neighbouring mantissas, a power of 2. */
    public int step() {
        return 1 << MAGNITUDE_BITS - bits + signMode.signBits();
    }

    /** The smallest mantissa: -256 where there are both signs, else -(256 - step) or 0. */
    public int min() {
        switch (signMode) {
            case MIXED:
                return -(1 << MAGNITUDE_BITS);
            case INHIBITORY:
                return -largest();
            default:
                return 0;
        }
    }

    /** The largest mantissa: 256 - step, or 0 where there are negative ones only. */
    public int max() {
        return signMode == SignMode.INHIBITORY ? 0 : largest();
    }

    private int largest() {
        return (1 << MAGNITUDE_BITS) - step();
    }

    /** Whether a weight can have the mantissa w. */
    public boolean holds(long w) {
        return w >= min() && w <= max() && w % step() == 0;
    }

    /** By how many bits a mantissa is shifted to the left before it is added, 0..13. */
    public int shift() {
        return Register.WEIGHT.shift() + exponent;
    }

    /**
     * What a weight adds to the current.
     *
     * @throws IllegalArgumentException where a weight cannot have the mantissa w
     */
    public long effective(long w) {
        if (!holds(w)) {
            throw new IllegalArgumentException("weight: " + w + "; a multiple of " + step() + " from " + min() + " to "
                    + max() + " is needed for " + signMode + " with " + bits + " bits");
        }
        return w << shift();
    }
}
