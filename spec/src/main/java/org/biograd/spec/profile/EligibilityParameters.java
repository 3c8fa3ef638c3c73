package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

/**
 * The eligibility (on a chip: the tag) of a synapse (PROF-1).
 *
 * @param bits width, sign included, 2..31; it saturates
 * @param shift a step adds the trace shifted right by this, 0..17
 */
public record EligibilityParameters(int bits, int shift) {

    /** Checks the ranges. */
    public EligibilityParameters {
        requireRange("eligibility.bits", bits, 2, 31);
        requireRange("eligibility.shift", shift, 0, 17);
    }
}
