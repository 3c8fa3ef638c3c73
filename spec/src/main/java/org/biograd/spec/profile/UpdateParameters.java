package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.Rounding;

/**
 * The weight update (PROF-1).
 *
 * @param hiddenMultiplier the learning rate of hidden layers as a factor of the gradient sum, 0..65535
 * @param outputMultiplier the same for the output layer
 * @param shift right shift of the product, 0..62
 * @param accumulatorBits width of the learning accumulator, which saturates, 2..62
 * @param accumulatorFraction fraction bits of a weight inside the accumulator, 0..32
 * @param rounding how the accumulator rounds to the weight
 * @param batch samples per update, 1..65536; 1 is online learning
 * @param halveEvery samples after which the learning rates are halved, again and again; 0: never
 */
public record UpdateParameters(
        int hiddenMultiplier,
        int outputMultiplier,
        int shift,
        int accumulatorBits,
        int accumulatorFraction,
        Rounding rounding,
        int batch,
        int halveEvery) {

    /** Checks the ranges. */
    public UpdateParameters {
        requireRange("update.hiddenMultiplier", hiddenMultiplier, 0, 65_535);
        requireRange("update.outputMultiplier", outputMultiplier, 0, 65_535);
        requireRange("update.shift", shift, 0, 62);
        requireRange("update.accumulatorBits", accumulatorBits, 2, 62);
        requireRange("update.accumulatorFraction", accumulatorFraction, 0, 32);
        requireRange("update.batch", batch, 1, 65_536);
        requireRange("update.halveEvery", halveEvery, 0, Integer.MAX_VALUE);
    }
}
