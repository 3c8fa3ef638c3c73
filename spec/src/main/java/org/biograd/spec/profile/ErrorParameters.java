package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;

/**
 * Errors: the function, the spiking error neurons, the dendrites, and what the learning rule sees of them (PROF-1).
 *
 * @param function softmax or difference
 * @param fraction fraction bits of the error: 1.0 is 2^fraction, 1..16
 * @param potentialBits width of an error neuron's potential, which saturates, fraction+2..31
 * @param dendriteBits width of an error dendrite, which saturates, 2..31
 * @param learningBits width of the learning error, which saturates, 2..24
 * @param hiddenShift right shift from dendrite to learning error in hidden layers, -16..24; negative shifts left
 * @param outputShift the same for the output layer
 * @param rounding how a right shift from dendrite to learning error rounds
 */
public record ErrorParameters(
        ErrorFunction function,
        int fraction,
        int potentialBits,
        int dendriteBits,
        int learningBits,
        int hiddenShift,
        int outputShift,
        Rounding rounding) {

    /** Checks the ranges. */
    public ErrorParameters {
        requireRange("error.fraction", fraction, 1, 16);
        requireRange("error.potentialBits", potentialBits, fraction + 2, 31);
        requireRange("error.dendriteBits", dendriteBits, 2, 31);
        requireRange("error.learningBits", learningBits, 2, 24);
        requireRange("error.hiddenShift", hiddenShift, -16, 24);
        requireRange("error.outputShift", outputShift, -16, 24);
    }
}
