package org.biograd.reference.exact;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** What one unit of an integer network's signal is worth in the units of the equations, exactly. */
public final class Units {

    private static final BigFraction TWO = BigFraction.of(2);

    private Units() {}

    /**
     * The worth of one integer unit: integer value times this is the value in the equations.
     *
     * @param profile the profile of the integer network
     * @param shape the shape of the integer network
     * @param signal which signal
     * @param layer a layer that has the signal; which one matters for D, q and c alone
     */
    @Clause("REAL-1")
    public static BigFraction lsb(Profile profile, Shape shape, Signal signal, int layer) {
        int below = shape.layers() - layer;
        return switch (signal) {
            case SYNAPTIC_INPUT, MEMBRANE_VOLTAGE ->
                BigFraction.of(1, profile.soma().voltageOne());
            case WEIGHT, WEIGHT_CHANGE ->
                BigFraction.of(1 << profile.weight().shift(), profile.soma().voltageOne());
            case TRACE -> BigFraction.of(1, profile.trace().impulse());
            case ELIGIBILITY ->
                BigFraction.of(
                        1 << profile.eligibility().shift(), profile.trace().impulse());
            case ERROR, POSITIVE_POTENTIAL, NEGATIVE_POTENTIAL ->
                power(-profile.error().fraction());
            case DENDRITE -> dendrite(profile, below);
            case LEARNING_ERROR -> learningError(profile, below);
            case FED_BACK_ERROR -> fedBackError(profile, below);
            case FEEDBACK_WEIGHT -> power(-profile.feedback().fraction());
            case SPIKE, GATE, SPIKE_COUNT, POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE, NOISE_COUNT, SLEEP_COUNT ->
                BigFraction.ONE;
        };
    }

    /** Of q, so many layers below the output layer. */
    static BigFraction learningError(Profile profile, int below) {
        int shift = below == 0 ? profile.error().outputShift() : profile.error().hiddenShift();
        return dendrite(profile, below).multiply(power(shift));
    }

    private static BigFraction dendrite(Profile profile, int below) {
        if (below == 0) {
            return BigFraction.ONE;
        }
        BigFraction arriving =
                profile.feedback().path() == FeedbackPath.DIRECT ? BigFraction.ONE : fedBackError(profile, below - 1);
        return arriving.multiply(power(-profile.feedback().fraction()));
    }

    private static BigFraction fedBackError(Profile profile, int below) {
        return learningError(profile, below)
                .multiply(
                        power(profile.eligibility().shift() + profile.feedback().pathShift()))
                .divide(profile.trace().impulse())
                .divide(profile.time().steps());
    }

    private static BigFraction power(int exponent) {
        return TWO.pow(exponent);
    }
}
