package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

/**
 * The forward weights (PROF-1).
 *
 * @param bits width of a weight, sign included, 2..24; values lie within +-(2^(bits-1) - 1)
 * @param shift the synaptic input of one unit of weight is 2^shift units of voltage, 0..24
 * @param spread initial weights of a neuron with n inputs are uniform within +-floor(spread / sqrt(n)), 0..2^23
 */
public record WeightParameters(int bits, int shift, int spread) {

    /** Checks the ranges. */
    public WeightParameters {
        requireRange("weight.bits", bits, 2, 24);
        requireRange("weight.shift", shift, 0, 24);
        requireRange("weight.spread", spread, 0, 1 << 23);
    }
}
