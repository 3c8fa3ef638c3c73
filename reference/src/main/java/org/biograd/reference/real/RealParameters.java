package org.biograd.reference.real;

import java.util.Objects;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The constants of the equations. Immutable.
 *
 * @param decay d, what is left of a voltage after one step, 0..1
 * @param theta the threshold that a voltage has to exceed, 0 or more
 * @param win half the width of the surrogate gradient's window, 0 or more
 * @param amp height of the surrogate gradient within its window, 0 or more
 * @param traceDecay what is left of a trace after one step, 0..1; equal to {@code decay} where eligibility is to be
 *     the derivative
 * @param steps T, the steps of a sample, at least 1
 * @param softStart the first step with error feedback, 0..steps-1
 * @param traceMode what the eligibility does with the reset
 * @param errorFunction what is fed back
 * @param hiddenRate learning rate of the hidden layers: a factor of the sum, not of the mean, over a batch; 0 or more
 * @param outputRate learning rate of the output layer, likewise
 * @param hebb rate of the Hebbian sum of a sleep, 0 or more
 * @param oja rate of the decay of the feedback weights in a sleep, a factor of the sum over its trajectories, 0 or more
 * @param ojaPower the power of the output counts in that decay, at least 1; 2 in the equations and in every integer
 *     network
 * @param feedbackPath the way of the errors to the hidden layers
 * @param hiddenRateRatio learning rate of a hidden layer over that of the hidden layer above it, 0 or more; {@code
 *     hiddenRate} is that of the highest. 1 in the equations: the units of an integer network may make it another
 */
public record RealParameters(
        double decay,
        double theta,
        double win,
        double amp,
        double traceDecay,
        int steps,
        int softStart,
        TraceMode traceMode,
        ErrorFunction errorFunction,
        double hiddenRate,
        double outputRate,
        double hebb,
        double oja,
        int ojaPower,
        FeedbackPath feedbackPath,
        double hiddenRateRatio) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of its range
     * @throws NullPointerException where the mode or the function is missing
     */
    public RealParameters {
        require("decay", decay, 1);
        require("theta", theta, Double.MAX_VALUE);
        require("win", win, Double.MAX_VALUE);
        require("amp", amp, Double.MAX_VALUE);
        require("traceDecay", traceDecay, 1);
        require("hiddenRate", hiddenRate, Double.MAX_VALUE);
        require("outputRate", outputRate, Double.MAX_VALUE);
        require("hebb", hebb, Double.MAX_VALUE);
        require("oja", oja, Double.MAX_VALUE);
        require("hiddenRateRatio", hiddenRateRatio, Double.MAX_VALUE);
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " is below 1");
        }
        if (softStart < 0 || softStart >= steps) {
            throw new IllegalArgumentException("softStart: " + softStart + " is not within 0.." + (steps - 1));
        }
        if (ojaPower < 1) {
            throw new IllegalArgumentException("ojaPower: " + ojaPower + " is below 1");
        }
        Objects.requireNonNull(traceMode, "traceMode");
        Objects.requireNonNull(errorFunction, "errorFunction");
        Objects.requireNonNull(feedbackPath, "feedbackPath");
    }

    /** Makes the constants of a network with direct feedback and one rate for all hidden layers. */
    public RealParameters(
            double decay,
            double theta,
            double win,
            double amp,
            double traceDecay,
            int steps,
            int softStart,
            TraceMode traceMode,
            ErrorFunction errorFunction,
            double hiddenRate,
            double outputRate,
            double hebb,
            double oja,
            int ojaPower) {
        this(
                decay,
                theta,
                win,
                amp,
                traceDecay,
                steps,
                softStart,
                traceMode,
                errorFunction,
                hiddenRate,
                outputRate,
                hebb,
                oja,
                ojaPower,
                FeedbackPath.DIRECT,
                1);
    }

    /** The constants of the network that the integer network of a profile stands for. */
    @Clause(value = "REAL-1", form = Clause.Form.PART)
    public static RealParameters of(Profile profile) {
        double one = profile.soma().voltageOne();
        return new RealParameters(
                profile.soma().keep() / (double) Decay.ONE,
                profile.soma().threshold() / one,
                profile.soma().window() / one,
                1,
                profile.trace().keep() / (double) Decay.ONE,
                profile.time().steps(),
                profile.time().softStart(),
                profile.trace().mode(),
                profile.error().function(),
                rate(profile, profile.update().hiddenMultiplier(), Units.learningError(profile, 1)),
                rate(profile, profile.update().outputMultiplier(), Units.learningError(profile, 0)),
                Math.scalb(
                        1.0,
                        profile.sleep().hebbShift()
                                - profile.sleep().shift()
                                - profile.feedback().fraction()),
                Math.scalb(1.0, -profile.sleep().shift()),
                2,
                profile.feedback().path(),
                Units.learningError(profile, 1) / Units.learningError(profile, 2));
    }

    private static double rate(Profile profile, int multiplier, double learningError) {
        double perProduct = Math.scalb(
                (double) multiplier,
                -profile.update().shift() - profile.update().accumulatorFraction());
        return perProduct * Units.weight(profile) / (learningError * Units.eligibility(profile));
    }

    private static void require(String name, double value, double high) {
        if (!(value >= 0 && value <= high)) {
            throw new IllegalArgumentException(name + ": " + value
                    + (high == 1 ? " is not within 0..1" : " is not a finite number of at least 0"));
        }
    }
}
