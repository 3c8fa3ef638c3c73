package org.biograd.study.lockstep;

import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * How far each integer signal can be from the reference, in LSB, by its roundings alone: same weights, same spikes,
 * nothing wrapped or saturated.
 *
 * <ul>
 *   <li>u is a sum of integers: equal.
 *   <li>v loses less than 1 a step to the decay, and what was lost before shrinks by d: less than 1 / (1 - d), and less
 *   than T.
 *   <li>z likewise, with the decay of the trace. In FULL the reset factor is itself rounded; no bound is stated.
 *   <li>E adds in each of at most T steps the error of z, scaled down, and less than 1 for the shift.
 *   <li>e is rounded to the nearest, 1/2; the table of the softmax is, too: with K outputs each entry by 1/2 and their
 *   sum by K/2,
 *       of at least 2^16. p and n add up the errors of e.
 *   <li>D is a sum of integers: equal. q is rounded once: less than 1.
 *   <li>c of layerwise feedback multiplies two rounded values. |c| may be off by as much as the largest q times the
 *   bound of E, which in
 *       narrow words is more than the word holds: a bound that nothing can break. So none is stated, nor for D and q of
 *       hidden layers, which rest on c.
 *   <li>B is rounded once a sleep: less than 1.
 *   <li>s, g, o, sp, sn, H and O are forced or counted: equal.
 * </ul>
 */
final class Bounds {

    /** What double precision may add to a bound: sums of some thousand terms of at most 2^24 LSB. */
    private static final double SLACK = 1e-6;

    private final double[] bySignal = new double[Signal.values().length];
    private final boolean direct;
    private final int outputLayer;

    Bounds(Profile profile, Shape shape) {
        direct = profile.feedback().path() == FeedbackPath.DIRECT;
        outputLayer = shape.layers();
        int steps = profile.time().steps();
        int fedBack = steps - profile.time().softStart();
        double voltage = geometric(profile.soma().keep(), steps);
        double trace = profile.trace().mode() == TraceMode.FULL
                ? Double.POSITIVE_INFINITY
                : geometric(profile.trace().keep(), steps)
                        * roundingUnits(profile.trace().rounding());
        double eligibility = steps
                * (Math.scalb(trace, -profile.eligibility().shift())
                        + (profile.eligibility().shift() > 0 ? 1 : 0));
        double one = Math.scalb(1.0, profile.error().fraction());
        double error = 0.5
                + (profile.error().function() == ErrorFunction.SOFTMAX ? one * (shape.outputs() + 1) / (1 << 17) : 0);
        for (Signal signal : Signal.values()) {
            bySignal[signal.ordinal()] = SLACK
                    + switch (signal) {
                        case MEMBRANE_VOLTAGE -> voltage;
                        case TRACE -> trace;
                        case ELIGIBILITY -> eligibility;
                        case ERROR -> error;
                        case POSITIVE_POTENTIAL, NEGATIVE_POTENTIAL -> error * fedBack;
                        case LEARNING_ERROR, FEEDBACK_WEIGHT -> 1;
                        case FED_BACK_ERROR, WEIGHT_CHANGE, WEIGHT -> Double.POSITIVE_INFINITY;
                        default -> 0;
                    };
        }
    }

    /** Sum of 1 + d + d^2 + ... over the steps. */
    private static double geometric(int keep, int steps) {
        double d = keep / 4096.0;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum = d * sum + 1;
        }
        return sum;
    }

    private static double roundingUnits(Rounding rounding) {
        return rounding == Rounding.NEAREST_EVEN ? 0.5 : 1;
    }

    /** The bound of a signal in a layer, in LSB; infinite where none is stated. */
    double of(Signal signal, int layer) {
        boolean restsOnFedBack =
                !direct && layer < outputLayer && (signal == Signal.DENDRITE || signal == Signal.LEARNING_ERROR);
        return restsOnFedBack ? Double.POSITIVE_INFINITY : bySignal[signal.ordinal()];
    }

    /** How far from its threshold a decision may be and still differ, in LSB of what is compared with the threshold. */
    double margin(Signal decision) {
        boolean error = decision == Signal.POSITIVE_ERROR_SPIKE || decision == Signal.NEGATIVE_ERROR_SPIKE;
        return bySignal[(error ? Signal.POSITIVE_POTENTIAL : Signal.MEMBRANE_VOLTAGE).ordinal()];
    }
}
