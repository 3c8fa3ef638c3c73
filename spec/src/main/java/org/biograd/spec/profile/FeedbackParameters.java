package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import java.util.Objects;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;

/**
 * The feedback weights and the way that errors take through them (PROF-1).
 *
 * @param path directly from the outputs, or layer by layer
 * @param pathShift right shift of the product that is fed back layer by layer, 0..32; of no effect in DIRECT
 * @param start how the weights begin
 * @param bits width of a feedback weight, sign included, 2..24; values lie within +-(2^(bits-1) - 1)
 * @param fraction fraction bits: an aligned feedback weight is the real product times 2^fraction, 0..24
 * @param spread random feedback weights are uniform within +-spread, 0..2^(bits-1)-1
 */
public record FeedbackParameters(
        FeedbackPath path, int pathShift, FeedbackStart start, int bits, int fraction, int spread) {

    /** Checks the ranges. */
    public FeedbackParameters {
        Objects.requireNonNull(path, "path");
        requireRange("feedback.pathShift", pathShift, 0, 32);
        requireRange("feedback.bits", bits, 2, 24);
        requireRange("feedback.fraction", fraction, 0, 24);
        requireRange("feedback.spread", spread, 0, (1 << (bits - 1)) - 1);
    }

    /** Makes the parameters of direct feedback. */
    public FeedbackParameters(FeedbackStart start, int bits, int fraction, int spread) {
        this(FeedbackPath.DIRECT, 0, start, bits, fraction, spread);
    }
}
