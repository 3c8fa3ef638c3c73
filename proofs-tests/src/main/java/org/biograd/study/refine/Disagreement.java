package org.biograd.study.refine;

import org.biograd.spec.Signal;

/**
 * The first value in which the chip-level program and the integer network differ.
 *
 * @param task what both were doing, such as {@code sample 17}
 * @param signal which signal; null where one of them showed fewer signals than the other
 * @param layer its layer
 * @param step its step
 * @param index which of its values: the neuron, or the synapse in the order of SYN-1
 * @param expected of the integer network
 * @param got of the chip-level program
 */
public record Disagreement(String task, Signal signal, int layer, int step, int index, long expected, long got) {

    @Override
    public String toString() {
        return signal == null
                ? task + ": " + expected + " signals were expected, " + got + " came"
                : task + ": " + signal.symbol() + " of layer " + layer + " at step " + step + ", index " + index + ": "
                        + expected + " expected, " + got + " got";
    }
}
