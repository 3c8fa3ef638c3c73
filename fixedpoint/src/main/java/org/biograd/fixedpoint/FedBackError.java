package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** LAYERWISE: what a layer feeds back to the one below it, the bias update of each of its neurons. */
public final class FedBackError {

    private final int bits;
    private final Rounder rounder;
    private final Events events;
    private final int[] value;

    /**
     * Makes fed-back errors of 0.
     *
     * @param layer number of the layer that feeds back, for the draws
     * @param size its neurons
     * @param profile gives shift, width and rounding
     * @param draws for stochastic rounding
     * @param events counts saturations of c
     */
    public FedBackError(int layer, int size, Profile profile, DrawSource draws, Events events) {
        this.bits = profile.error().learningBits();
        this.rounder = new Rounder(
                draws,
                DrawStream.FED_BACK_ERROR,
                layer,
                profile.feedback().pathShift(),
                profile.error().rounding());
        this.events = events;
        this.value = new int[size];
    }

    /**
     * Computes c of the sample that has just ended.
     *
     * @param sample its number, for the draws
     * @param learningError q of the layer
     * @param eligibility E of the layer; the last row, that of the biases, counts
     */
    @Clause("ERR-8")
    public void compute(long sample, int[] learningError, int[] eligibility) {
        rounder.select(sample, 0);
        int bias = eligibility.length - value.length;
        for (int m = 0; m < value.length; m++) {
            long exact = rounder.shift((long) learningError[m] * eligibility[bias + m], m);
            value[m] = (int) events.stored(Signal.FED_BACK_ERROR, exact, Words.saturate(exact, bits));
        }
    }

    /** c of the last sample, one per neuron; live. */
    public int[] values() {
        return value;
    }
}
