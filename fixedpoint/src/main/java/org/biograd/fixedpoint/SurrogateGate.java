package org.biograd.fixedpoint;

import org.biograd.spec.Clause;
import org.biograd.spec.profile.SomaParameters;

/** The box surrogate of the spike's derivative: open while the voltage is near the threshold. */
public final class SurrogateGate {

    private final long threshold;
    private final long window;
    private final int[] open;

    /**
     * Makes closed gates.
     *
     * @param size how many neurons there are
     * @param parameters give threshold and window
     */
    public SurrogateGate(int size, SomaParameters parameters) {
        this.threshold = parameters.threshold();
        this.window = parameters.window();
        this.open = new int[size];
    }

    /**
     * One step of all neurons.
     *
     * @param voltage v before the reset, one per neuron
     */
    @Clause("GATE-1")
    public void step(int[] voltage) {
        for (int i = 0; i < open.length; i++) {
            open[i] = Math.abs(voltage[i] - threshold) < window ? 1 : 0;
        }
    }

    /** g of the last step, 0 or 1, one per neuron; live. */
    public int[] gates() {
        return open;
    }
}
