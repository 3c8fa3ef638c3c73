package org.biograd.fixedpoint.word;

import org.biograd.spec.Stream;

/** Where random draws come from: {@link Draws} of a seed, or a list that somebody else has made. Not for use by two threads at once. */
public interface DrawSource {

    /**
     * Chooses what the next draws are for.
     *
     * @param stream what is drawn
     * @param layer the layer that owns it, 0..65535
     * @param sample sample, sleep or epoch, 0..2^32-1
     * @param step step, 0 or more
     * @param bits bits of a draw, 1..32
     */
    void select(Stream stream, int layer, long sample, int step, int bits);

    /**
     * The draw at an index.
     *
     * @param index 0 or more
     * @return a value in 0 .. 2^bits - 1
     */
    long at(int index);

    /**
     * The draws at an unbroken range of indices.
     *
     * @param from the first index, 0 or more
     * @param out receives a draw in each place, draws of 31 bits at most
     */
    default void fill(int from, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) at(from + i);
        }
    }
}
