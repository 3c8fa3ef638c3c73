package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.FeedbackStart;

/**
 * The direct feedback weights (PROF-1).
 *
 * @param start how they begin
 * @param bits width of a feedback weight, sign included, 2..24; values lie within +-(2^(bits-1) - 1)
 * @param fraction fraction bits: an aligned feedback weight is the real product times 2^fraction, 0..24
 * @param spread random feedback weights are uniform within +-spread, 0..2^(bits-1)-1
 */
public record FeedbackParameters(FeedbackStart start, int bits, int fraction, int spread) {

    /** Checks the ranges. */
    public FeedbackParameters {
        requireRange("feedback.bits", bits, 2, 24);
        requireRange("feedback.fraction", fraction, 0, 24);
        requireRange("feedback.spread", spread, 0, (1 << (bits - 1)) - 1);
    }
}
