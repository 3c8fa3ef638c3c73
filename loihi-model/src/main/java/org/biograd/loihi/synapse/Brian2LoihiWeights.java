package org.biograd.loihi.synapse;

import org.biograd.spec.Clause;

/** What Brian2Loihi 9ac5842 makes of a weight. */
@Clause(value = "CHIP-9", form = Clause.Form.PART)
public final class Brian2LoihiWeights {

    private static final long LARGEST = (1L << 21) - 64;

    private Brian2LoihiWeights() {}

    /**
     * What a weight adds to the current: low bits that are not stored are cut toward zero, the exponent rounds down,
     * the result is limited to +-(2^21 - 64).
     *
     * @param w the mantissa, any that 32 bits hold
     * @param bits how many bits a weight has, 0..8
     * @param exponent -8..7
     */
    public static long effective(long w, SignMode signMode, int bits, int exponent) {
        long step = 1L << 8 - bits + signMode.signBits();
        long stored = w / step * step;
        long scaled = exponent < 0 ? stored >> -exponent : stored << exponent;
        return Math.max(-LARGEST, Math.min(LARGEST, scaled * 64));
    }
}
