package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * What a layer feeds back to the one below it, where feedback goes layer by layer: the bias update of each of its
 * neurons.
 */
final class FedBackError {

    private final int layer;
    private final int shift;
    private final int bits;
    private final Rounding rounding;
    private final DrawSource draws;
    private final Events events;

    /** c. */
    final int[] value;

    /** The neurons whose c differs from 0; the first {@link #signals} entries count. */
    final int[] signalling;

    int signals;

    FedBackError(int layer, int size, Profile profile, DrawSource draws, Events events) {
        this.layer = layer;
        this.shift = profile.feedback().pathShift();
        this.bits = profile.error().learningBits();
        this.rounding = profile.error().rounding();
        this.draws = draws;
        this.events = events;
        this.value = new int[size];
        this.signalling = new int[size];
    }

    /**
     * Computes c of the sample that has just ended.
     *
     * @param sample its number, for the draws
     * @param learningError q of the layer
     * @param eligibility E of the layer; the row of the biases counts
     */
    @Clause("ERR-8")
    void read(long sample, int[] learningError, int[] eligibility) {
        boolean stochastic = rounding == Rounding.STOCHASTIC && shift > 0;
        if (stochastic) {
            draws.select(DrawStream.FED_BACK_ERROR, layer, sample, 0, shift);
        }
        int bias = eligibility.length - value.length;
        signals = 0;
        for (int m = 0; m < value.length; m++) {
            long product = (long) learningError[m] * eligibility[bias + m];
            long draw = stochastic && product != 0 ? draws.at(m) : 0;
            long shifted = Words.shift(product, shift, rounding, draw);
            long held = Words.saturate(shifted, bits);
            if (held != shifted) {
                events.add(Signal.FED_BACK_ERROR, 1);
            }
            value[m] = (int) held;
            if (held != 0) {
                signalling[signals++] = m;
            }
        }
    }
}
