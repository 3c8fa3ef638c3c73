package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.Decay;

/**
 * The spiking neuron and its surrogate gradient, in units of voltage (PROF-1).
 *
 * @param currentBits width of the synaptic input u, which wraps, 3..32
 * @param voltageBits width of the membrane voltage v, which saturates, 3..32
 * @param voltageOne how many units of voltage are 1.0 of the equations, 1..2^30
 * @param keep the decay factor d times 4096, 0..4096
 * @param threshold theta, 0 or more and below the largest voltage
 * @param window half the width of the surrogate gradient's window, 0..2^31-1
 */
public record SomaParameters(int currentBits, int voltageBits, int voltageOne, int keep, int threshold, int window) {

    /** Checks the ranges. */
    public SomaParameters {
        requireRange("soma.currentBits", currentBits, 3, 32);
        requireRange("soma.voltageBits", voltageBits, 3, 32);
        requireRange("soma.voltageOne", voltageOne, 1, 1 << 30);
        requireRange("soma.keep", keep, 0, Decay.ONE);
        requireRange("soma.threshold", threshold, 0, (1L << (voltageBits - 1)) - 2);
        requireRange("soma.window", window, 0, Integer.MAX_VALUE);
    }
}
