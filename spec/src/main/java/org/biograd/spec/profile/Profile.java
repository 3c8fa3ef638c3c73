package org.biograd.spec.profile;

import java.util.Objects;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;

/**
 * Everything that an integer network computes with besides its shape, its seed and its data: widths, constants,
 * rounding modes and schedule. Two networks with equal profiles compute equal bits.
 *
 * @param name what the profile is called
 * @param time the steps of a sample
 * @param weight the forward weights
 * @param soma the spiking neuron
 * @param trace the traces
 * @param eligibility the eligibility
 * @param error errors and their neurons
 * @param update the weight update
 * @param feedback the feedback weights
 * @param sleep the alignment of the feedback weights
 */
@Clause({"PROF-1", "PROF-2"})
public record Profile(
        String name,
        TimeParameters time,
        WeightParameters weight,
        SomaParameters soma,
        TraceParameters trace,
        EligibilityParameters eligibility,
        ErrorParameters error,
        UpdateParameters update,
        FeedbackParameters feedback,
        SleepParameters sleep) {

    /** Checks what the sections owe each other, so that 64 bits hold every intermediate value (PROF-2). */
    public Profile {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new InvalidProfileException(
                    "name", "'" + name + "' is not a lower-case word of at most 32 letters, digits and '-'");
        }
        int gradientBits = (error.learningBits() - 1) + (eligibility.bits() - 1) + bitsOf(update.batch());
        int rateBits = bitsOf(Math.max(update.hiddenMultiplier(), update.outputMultiplier()));
        if (gradientBits + rateBits > 62) {
            throw new InvalidProfileException(
                    "update.batch",
                    "learning errors of " + error.learningBits() + " bits, eligibilities of " + eligibility.bits()
                            + " bits, the multiplier and the batch need " + (gradientBits + rateBits)
                            + " bits for a product; at most 62 are there");
        }
        if (update.accumulatorBits() < weight.bits() + update.accumulatorFraction()) {
            throw new InvalidProfileException(
                    "update.accumulatorBits",
                    update.accumulatorBits() + " cannot hold a weight of " + weight.bits() + " bits with "
                            + update.accumulatorFraction() + " fraction bits; at least "
                            + (weight.bits() + update.accumulatorFraction()) + " are needed");
        }
    }

    /**
     * Checks that this profile can drive a network of a shape.
     *
     * @throws InvalidProfileException where the sum of a neuron's weights, or of a dendrite's feedback, could
     *     exceed 31 bits
     */
    public void requireFits(Shape shape) {
        long largest = (1L << (weight.bits() - 1)) - 1;
        for (int layer = 1; layer <= shape.layers(); layer++) {
            if ((shape.size(layer - 1) + 1) * largest > Integer.MAX_VALUE) {
                throw new InvalidProfileException(
                        "weight.bits",
                        "the weights of a neuron with " + shape.size(layer - 1)
                                + " inputs may add up to more than 2^31 - 1 with " + weight.bits() + " bits");
            }
        }
        requireFeedbackFits(shape.outputs(), "outputs");
        for (int layer = 1; layer < shape.layers(); layer++) {
            int source = feedback.path().source(layer, shape.layers());
            requireFeedbackFits(shape.size(source), "neurons of layer " + source);
        }
    }

    private void requireFeedbackFits(int neurons, String what) {
        if (neurons * ((1L << (feedback.bits() - 1)) - 1) > Integer.MAX_VALUE) {
            throw new InvalidProfileException(
                    "feedback.bits",
                    "the feedback of " + neurons + " " + what + " may add up to more than 2^31 - 1 with "
                            + feedback.bits() + " bits");
        }
    }

    private static int bitsOf(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }
}
