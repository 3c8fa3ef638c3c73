package org.biograd.fixedpoint.fast;

/**
 * Serves {@link FastEligibility}: what the neurons of a layer did in each step of a sample: all that gates, traces and
 * eligibilities depend on besides the input.
 */
final class LayerRecord {

    /** v before the reset, [step][neuron]. */
    final int[][] voltage;

    /** s, 0 or 1, [step][neuron]. */
    final int[][] spike;

    LayerRecord(int steps, int size) {
        voltage = new int[steps][size];
        spike = new int[steps][size];
    }

    void take(int step, FastSoma soma) {
        System.arraycopy(soma.voltage, 0, voltage[step], 0, soma.voltage.length);
        System.arraycopy(soma.spike, 0, spike[step], 0, soma.spike.length);
    }
}
