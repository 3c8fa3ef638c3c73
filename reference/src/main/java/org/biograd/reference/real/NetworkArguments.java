package org.biograd.reference.real;

import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;

/** Refuses what does not fit a network, in words that say what would. All methods throw IllegalArgumentException. */
public final class NetworkArguments {

    private NetworkArguments() {}

    /** Requires a finite factor of at least 0. */
    public static void requireFactor(double factor) {
        if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("factor: " + factor + " is not a finite number of at least 0");
        }
    }

    /** Requires a hidden layer, 1..L-1. */
    public static void requireHidden(Shape shape, int layer) {
        if (layer < 1 || layer >= shape.layers()) {
            throw new IllegalArgumentException(
                    "layer " + layer + " of a " + shape + " network is not hidden; its hidden layers are "
                            + (shape.layers() == 1 ? "none" : "1.." + (shape.layers() - 1)));
        }
    }

    /** Requires a complete sample of as many inputs and steps as the network takes. */
    public static void requireSample(Shape shape, int steps, SpikeTrain sample) {
        if (sample.size() != shape.inputs() || sample.steps() != steps || !sample.complete()) {
            throw new IllegalArgumentException((sample.complete() ? "a sample of " : "an incomplete sample of ")
                    + sample.size() + " inputs and "
                    + sample.steps() + " steps; this network takes complete ones of " + shape.inputs() + " inputs and "
                    + steps + " steps");
        }
    }

    /** Requires a class, 0..outputs-1. */
    public static void requireLabel(Shape shape, int label) {
        if (label < 0 || label >= shape.outputs()) {
            throw new IllegalArgumentException("label " + label + " is not within 0.." + (shape.outputs() - 1));
        }
    }

    /** Requires at least one trajectory and one step, and no more steps in all than an int counts. */
    public static void requireTrajectories(int trajectories, int steps) {
        if (trajectories < 1 || steps < 1 || (long) trajectories * steps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(trajectories + " trajectories of " + steps
                    + " steps; at least 1 of each is needed, and at most " + Integer.MAX_VALUE + " steps in all");
        }
    }

    /** Requires that a source of noise has ended all steps of both trains. */
    public static void requireFilled(SpikeTrain positive, SpikeTrain negative, int trajectory) {
        if (!positive.complete() || !negative.complete()) {
            throw new IllegalArgumentException("the noise source left steps of trajectory " + trajectory
                    + " unfilled; each of the " + positive.steps() + " steps of both trains has to be ended");
        }
    }
}
