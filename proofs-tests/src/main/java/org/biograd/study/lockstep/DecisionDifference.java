package org.biograd.study.lockstep;

import org.biograd.spec.Signal;

/**
 * A decision that the reference would have taken otherwise.
 *
 * @param asleep whether it was taken in sleep
 * @param sample number of the training sample, or of the sleep
 * @param step the step
 * @param signal what was decided: a spike, a gate or an error spike
 * @param layer the layer
 * @param index the neuron
 * @param taken what the integer network decided, 0 or 1
 * @param margin how far the reference was from the other side of the threshold, in LSB; positive speaks for 1
 */
public record DecisionDifference(
        boolean asleep, long sample, int step, Signal signal, int layer, int index, int taken, double margin) {}
