package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.Decay;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;

/**
 * The traces that eligibility is made of (PROF-1).
 *
 * @param mode what the recursion does with the reset
 * @param bits width of the magnitude of a trace, 1..17; its sign, which only FULL needs, is not counted
 * @param impulse what a presynaptic spike adds, 1..2^bits-1
 * @param keep the decay factor times 4096, 0..4096
 * @param rounding how the decay rounds
 */
public record TraceParameters(TraceMode mode, int bits, int impulse, int keep, Rounding rounding) {

    /** Checks the ranges. */
    public TraceParameters {
        requireRange("trace.bits", bits, 1, 17);
        requireRange("trace.impulse", impulse, 1, (1 << bits) - 1);
        requireRange("trace.keep", keep, 0, Decay.ONE);
    }
}
