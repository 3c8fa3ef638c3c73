package org.biograd.reference.real;

import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** What one unit of an integer network's signal is worth in the units of the equations. */
public final class Units {

    private Units() {}

    /**
     * The worth of one integer unit: integer value times this is the value in the equations.
     *
     * @param profile the profile of the integer network
     * @param shape the shape of the integer network
     * @param signal which signal
     * @param layer a layer that has the signal: 0..L for s, L for o and the error neurons, a layer that feeds back
     *     for O, 2..L for c where feedback goes layer by layer, 1..L-1 for H and B, else 1..L
     * @throws IllegalArgumentException where the layer has no such signal
     */
    @Clause("REAL-1")
    public static double lsb(Profile profile, Shape shape, Signal signal, int layer) {
        requireLayer(profile.feedback().path(), shape, signal, layer);
        int below = shape.layers() - layer;
        return switch (signal) {
            case SYNAPTIC_INPUT, MEMBRANE_VOLTAGE -> 1.0 / profile.soma().voltageOne();
            case WEIGHT, WEIGHT_CHANGE -> weight(profile);
            case TRACE -> 1.0 / profile.trace().impulse();
            case ELIGIBILITY -> eligibility(profile);
            case ERROR, POSITIVE_POTENTIAL, NEGATIVE_POTENTIAL ->
                power(-profile.error().fraction());
            case DENDRITE -> dendrite(profile, below);
            case LEARNING_ERROR -> learningError(profile, below);
            case FED_BACK_ERROR -> fedBackError(profile, below);
            case FEEDBACK_WEIGHT -> power(-profile.feedback().fraction());
            case SPIKE, GATE, SPIKE_COUNT, POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE, NOISE_COUNT, SLEEP_COUNT -> 1;
        };
    }

    /**
     * What halvings have left of the learning rates.
     *
     * @param profile the profile of the integer network
     * @param sample number of the last sample of a batch, counted from 0 over the whole run
     */
    @Clause({"LEARN-2", "REAL-1"})
    public static double rateFactor(Profile profile, long sample) {
        int every = profile.update().halveEvery();
        return every == 0 ? 1 : StrictMath.pow(0.5, StrictMath.floor(sample / (double) every));
    }

    static double weight(Profile profile) {
        return power(profile.weight().shift()) / profile.soma().voltageOne();
    }

    static double eligibility(Profile profile) {
        return power(profile.eligibility().shift()) / profile.trace().impulse();
    }

    /** Of q, so many layers below the output layer. */
    static double learningError(Profile profile, int below) {
        return dendrite(profile, below)
                * power(
                        below == 0
                                ? profile.error().outputShift()
                                : profile.error().hiddenShift());
    }

    private static double dendrite(Profile profile, int below) {
        if (below == 0) {
            return 1;
        }
        double arriving = profile.feedback().path() == FeedbackPath.DIRECT ? 1 : fedBackError(profile, below - 1);
        return arriving * power(-profile.feedback().fraction());
    }

    private static double fedBackError(Profile profile, int below) {
        return learningError(profile, below)
                * eligibility(profile)
                * power(profile.feedback().pathShift())
                / profile.time().steps();
    }

    private static double power(int exponent) {
        return Math.scalb(1.0, exponent);
    }

    private static void requireLayer(FeedbackPath path, Shape shape, Signal signal, int layer) {
        int last = shape.layers();
        int low = 1;
        int high = last;
        switch (signal) {
            case SPIKE -> low = 0;
            case SPIKE_COUNT,
                    ERROR,
                    POSITIVE_POTENTIAL,
                    NEGATIVE_POTENTIAL,
                    POSITIVE_ERROR_SPIKE,
                    NEGATIVE_ERROR_SPIKE -> low = last;
            case SLEEP_COUNT -> low = path.source(1, last);
            case FED_BACK_ERROR -> low = path == FeedbackPath.DIRECT ? last + 1 : 2;
            case NOISE_COUNT, FEEDBACK_WEIGHT -> high = last - 1;
            default -> {}
        }
        if (layer < low || layer > high) {
            String there = low > high ? "no layer" : low == high ? "layer " + low : "layers " + low + ".." + high;
            throw new IllegalArgumentException("layer " + layer + " of a " + shape + " network has no signal "
                    + signal.symbol() + "; " + there + " would have");
        }
    }
}
