package org.biograd.reference.exact;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The constants of the equations. Immutable.
 *
 * @param neuron of all layers
 * @param traceDecay what is left of a trace after one step, 0..1; equal to the neuron's decay where eligibility is to be the derivative
 * @param steps T, the steps of a sample, at least 1
 * @param softStart the first step with error feedback, 0..steps-1
 * @param traceMode what the eligibility does with the reset
 * @param errorFunction what is fed back
 * @param hiddenRate learning rate of the hidden layers: a factor of the sum, not of the mean, over a batch; 0 or more
 * @param outputRate learning rate of the output layer, likewise
 * @param hebb rate of the Hebbian sum of a sleep, 0 or more
 * @param oja rate of the decay of the feedback weights in a sleep, a factor of the sum over its trajectories, 0 or more
 * @param ojaPower the power of the output counts in that decay, at least 1; 2 in the equations and in every integer network
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
        int ojaPower) {

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
    }

    /** The constants of the network that the integer network of a profile stands for, exactly. */
    @Clause("REAL-1")
    public static ExactParameters of(Profile profile) {
        int one = profile.soma().voltageOne();
        return new ExactParameters(
                new NeuronModel(
                        BigFraction.of(profile.soma().keep(), 4096),
                        BigFraction.of(profile.soma().threshold(), one),
                        BigFraction.of(profile.soma().window(), one),
                        BigFraction.ONE),
                BigFraction.of(profile.trace().keep(), 4096),
                profile.time().steps(),
                profile.time().softStart(),
                profile.trace().mode(),
                profile.error().function(),
                rate(profile, profile.update().hiddenMultiplier(), profile.error().hiddenShift() - profile.feedback().fraction()),
                rate(profile, profile.update().outputMultiplier(), profile.error().outputShift()),
                power(profile.sleep().hebbShift() - profile.sleep().shift() - profile.feedback().fraction()),
                power(-profile.sleep().shift()),
                2);
    }

    /** m 2^(-update.shift - update.accumulatorFraction) unit(w) / (unit(q) unit(E)), where unit(q) is 2^{@code errorUnit}. */
    private static BigFraction rate(Profile profile, int multiplier, int errorUnit) {
        int exponent = profile.weight().shift() - profile.update().shift() - profile.update().accumulatorFraction()
                - errorUnit - profile.eligibility().shift();
        return power(exponent).multiply(BigFraction.of(multiplier, profile.soma().voltageOne())).multiply(profile.trace().impulse());
    }

    private static BigFraction power(int exponent) {
        return BigFraction.of(2).pow(exponent);
    }
}
