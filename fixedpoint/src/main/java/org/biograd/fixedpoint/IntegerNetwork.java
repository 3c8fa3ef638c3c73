package org.biograd.fixedpoint;

import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * What the plain network and the fast one have in common: the words that they have learned, and what they say of a
 * sample. Two networks of equal shape, profile and seed that see equal samples hold equal bits, whichever form they
 * have.
 */
public interface IntegerNetwork {

    /** The layer sizes. */
    Shape shape();

    /** Widths, constants and rounding. */
    Profile profile();

    /** The seed of the run. */
    long seed();

    /** Every wrap and saturation since construction (OBS-2). */
    Events events();

    /**
     * The live forward weights of a layer, in the order of SYN-1.
     *
     * @param layer 1..L
     */
    int[] weights(int layer);

    /**
     * The live feedback weights of a hidden layer, B_ik at i * K + k, K the neurons of the layer that the feedback
     * comes from.
     *
     * @param layer 1..L-1
     */
    int[] feedback(int layer);

    /**
     * Classifies a test sample; nothing is learned (NET-3).
     *
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @return the class, 0..outputs-1
     * @throws IllegalArgumentException where the spikes do not fit
     */
    int predict(SpikeTrain input);

    /**
     * Takes over all forward and feedback weights of another network.
     *
     * @throws IllegalArgumentException where it has another shape
     */
    default void copyWeights(IntegerNetwork other) {
        if (!shape().equals(other.shape())) {
            throw new IllegalArgumentException(
                    "weights of a network " + other.shape() + " do not fit a network " + shape());
        }
        for (int l = 1; l <= shape().layers(); l++) {
            System.arraycopy(other.weights(l), 0, weights(l), 0, weights(l).length);
        }
        for (int l = 1; l < shape().layers(); l++) {
            System.arraycopy(other.feedback(l), 0, feedback(l), 0, feedback(l).length);
        }
    }

    /**
     * Requires what {@code learn} takes.
     *
     * @throws IllegalArgumentException where the spikes, the label or the number do not fit
     */
    default void requireSample(long sample, SpikeTrain input, int label) {
        requireInput(input);
        if (label < 0 || label >= shape().outputs()) {
            throw new IllegalArgumentException("label " + label + " is not within 0.." + (shape().outputs() - 1));
        }
        requireNumber("sample", sample);
    }

    /**
     * Requires spikes of the shape's inputs and the profile's steps.
     *
     * @throws IllegalArgumentException where they are not
     */
    default void requireInput(SpikeTrain input) {
        int inputs = shape().inputs();
        int steps = profile().time().steps();
        if (input.size() != inputs || input.steps() != steps || !input.complete()) {
            throw new IllegalArgumentException("the network takes " + inputs + " inputs over " + steps + " steps, not "
                    + input.size() + " over " + input.steps() + (input.complete() ? "" : ", unfinished"));
        }
    }

    /**
     * Requires what {@code sleep} takes.
     *
     * @throws IllegalArgumentException where the layer is not hidden or the number is out of range
     */
    default void requireSleep(int layer, long number) {
        if (layer < 1 || layer >= shape().layers()) {
            throw new IllegalArgumentException(
                    "layer " + layer + " is not one of the hidden layers 1.." + (shape().layers() - 1));
        }
        requireNumber("sleep", number);
    }

    private static void requireNumber(String what, long number) {
        if (number < 0 || number >= 1L << 32) {
            throw new IllegalArgumentException(what + " number " + number + " is not within 0..2^32-1");
        }
    }
}
