package org.biograd.fixedpoint;

import org.biograd.spec.Clause;
import org.biograd.spec.profile.SomaParameters;

/** The box surrogate of the spike's derivative: open while the voltage is near the threshold. */
final class SurrogateGate {

    private final long threshold;
    private final long window;

    /** g of this step, 0 or 1. */
    final int[] open;

    SurrogateGate(int size, SomaParameters parameters) {
        this.threshold = parameters.threshold();
        this.window = parameters.window();
        this.open = new int[size];
    }

    /**
     * One step of all neurons.
     *
     * @param voltage v before the reset
     */
    @Clause("GATE-1")
    void step(int[] voltage) {
        for (int i = 0; i < open.length; i++) {
            open[i] = Math.abs(voltage[i] - threshold) < window ? 1 : 0;
        }
    }

    boolean anyOpen() {
        int sum = 0;
        for (int g : open) {
            sum += g;
        }
        return sum != 0;
    }
}
