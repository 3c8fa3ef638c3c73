package org.biograd.reference.exact;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The constants of the equations. Immutable.
 *
 * @param neuron of all layers
 * @param traceDecay what is left of a trace after one step, 0..1; equal to the neuron's decay where eligibility is
 *     to be the derivative
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
public record ExactParameters(
        NeuronModel neuron,
        BigFraction traceDecay,
        int steps,
        int softStart,
        TraceMode traceMode,
        ErrorFunction errorFunction,
        BigFraction hiddenRate,
        BigFraction outputRate,
        BigFraction hebb,
        BigFraction oja,
        int ojaPower,
        FeedbackPath feedbackPath,
        BigFraction hiddenRateRatio) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of its range
     * @throws NullPointerException where a value is missing
     */
    public ExactParameters {
        Objects.requireNonNull(neuron, "neuron");
        NeuronModel.requireFraction("traceDecay", traceDecay);
        NeuronModel.requireNotNegative("hiddenRate", hiddenRate);
        NeuronModel.requireNotNegative("outputRate", outputRate);
        NeuronModel.requireNotNegative("hebb", hebb);
        NeuronModel.requireNotNegative("oja", oja);
        NeuronModel.requireNotNegative("hiddenRateRatio", hiddenRateRatio);
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
    public ExactParameters(
            NeuronModel neuron,
            BigFraction traceDecay,
            int steps,
            int softStart,
            TraceMode traceMode,
            ErrorFunction errorFunction,
            BigFraction hiddenRate,
            BigFraction outputRate,
            BigFraction hebb,
            BigFraction oja,
            int ojaPower) {
        this(
                neuron,
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
                BigFraction.ONE);
    }

    /** The constants of the network that the integer network of a profile stands for, exactly. */
    @Clause(value = "REAL-1", form = Clause.Form.PART)
    public static ExactParameters of(Profile profile) {
        int one = profile.soma().voltageOne();
        BigFraction hiddenError = Units.learningError(profile, 1);
        return new ExactParameters(
                new NeuronModel(
                        BigFraction.of(profile.soma().keep(), Decay.ONE),
                        BigFraction.of(profile.soma().threshold(), one),
                        BigFraction.of(profile.soma().window(), one),
                        BigFraction.ONE),
                BigFraction.of(profile.trace().keep(), Decay.ONE),
                profile.time().steps(),
                profile.time().softStart(),
                profile.trace().mode(),
                profile.error().function(),
                rate(profile, profile.update().hiddenMultiplier(), hiddenError),
                rate(profile, profile.update().outputMultiplier(), Units.learningError(profile, 0)),
                power(profile.sleep().hebbShift()
                        - profile.sleep().shift()
                        - profile.feedback().fraction()),
                power(-profile.sleep().shift()),
                2,
                profile.feedback().path(),
                hiddenError.divide(Units.learningError(profile, 2)));
    }

    /** m 2^(-update.shift - update.accumulatorFraction) unit(w) / (unit(q) unit(E)). */
    private static BigFraction rate(Profile profile, int multiplier, BigFraction learningError) {
        int exponent = profile.weight().shift()
                - profile.update().shift()
                - profile.update().accumulatorFraction()
                - profile.eligibility().shift();
        return power(exponent)
                .multiply(BigFraction.of(multiplier, profile.soma().voltageOne()))
                .multiply(profile.trace().impulse())
                .divide(learningError);
    }

    private static BigFraction power(int exponent) {
        return BigFraction.of(2).pow(exponent);
    }
}
