package org.biograd.study.angles.rule;

import org.biograd.reference.real.RealParameters;
import org.biograd.spec.TraceMode;

/**
 * What the derivative of a neuron's voltage with respect to its voltage one step before is taken to be: d f_i(t).
 *
 * @param decay d, 0..1
 * @param mode what f does with the reset
 */
public record Trace(double decay, TraceMode mode) {

    /** The derivative itself: the decay of the voltage, the reset differentiated. */
    public static Trace exact(RealParameters parameters) {
        return new Trace(parameters.decay(), TraceMode.FULL);
    }

    /** What the eligibility of a network uses in a mode: the decay of its traces. */
    public static Trace ofEligibility(RealParameters parameters, TraceMode mode) {
        return new Trace(parameters.traceDecay(), mode);
    }

    /** d f_i for a neuron that has voltage v, spiked s times (0 or 1) and has gate g. */
    public double factor(double v, double s, double g) {
        return switch (mode) {
            case FULL -> decay * (1 - s - v * g);
            case DETACHED -> decay * (1 - s);
            case PRE_ONLY -> decay;
        };
    }
}
