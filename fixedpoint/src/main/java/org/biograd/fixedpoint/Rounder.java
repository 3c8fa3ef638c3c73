package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;

/**
 * The one place where the plain form rounds with draws: WORD-4 by a fixed number of bits, in the rounding mode of a
 * profile, with the draws of one stream of one layer. A draw that cannot matter is not made (chapter Draws).
 */
public final class Rounder {

    private final DrawSource draws;
    private final DrawStream stream;
    private final int layer;
    private final int bits;
    private final Rounding mode;
    private final boolean drawing;

    /**
     * A rounder.
     *
     * @param draws asked in mode STOCHASTIC only
     * @param stream what is drawn
     * @param layer the layer that owns it
     * @param bits how many bits are cut off, 0..62; 0..32 where the mode is STOCHASTIC
     * @param mode how to round
     */
    public Rounder(DrawSource draws, DrawStream stream, int layer, int bits, Rounding mode) {
        this.draws = draws;
        this.stream = stream;
        this.layer = layer;
        this.bits = bits;
        this.mode = mode;
        this.drawing = mode == Rounding.STOCHASTIC && bits > 0;
    }

    /** Chooses the sample (or sleep) and the step whose draws are next. */
    public void select(long sample, int step) {
        if (drawing) {
            draws.select(stream, layer, sample, step, bits);
        }
    }

    /**
     * x / 2^bits, rounded.
     *
     * @param x any value with |x| &lt; 2^62
     * @param index of the value, for its draw
     */
    public long shift(long x, int index) {
        boolean inexact = (x & (1L << bits) - 1) != 0;
        long draw = drawing && inexact ? draws.at(index) : 0;
        return Words.shift(x, bits, mode, draw);
    }
}
