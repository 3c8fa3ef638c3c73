package org.biograd.fixedpoint.word;

import org.biograd.spec.DrawStream;

/**
 * Where random draws come from: {@link Draws} of a seed, or a list that somebody else has made. Not for use by two
 * threads at once.
 */
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
    void select(DrawStream stream, int layer, long sample, int step, int bits);

    /**
     * The draw at an index.
     *
     * @param index 0 or more
     * @return a value in 0 .. 2^bits - 1
     */
    long at(int index);

    /** Chooses the same of the step after; that may be done once more than there are steps. */
    void nextStep();

    /**
     * The draws at an unbroken range of indices.
     *
     * @param from the first index, 0 or more
     * @param count how many draws
     * @param out receives them, draws of 31 bits at most
     */
    default void fill(int from, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = (int) at(from + i);
        }
    }

    /**
     * The draws at some indices, in the chosen step and in those that follow; afterwards the step after the last of
     * them is chosen.
     *
     * @param steps how many steps
     * @param index the indices, ascending
     * @param count how many of them there are
     * @param out receives the draws, step by step in the order of the indices; draws of 31 bits at most
     */
    default void fillSteps(int steps, int[] index, int count, int[] out) {
        for (int t = 0; t < steps; t++) {
            for (int p = 0; p < count; p++) {
                out[t * count + p] = (int) at(index[p]);
            }
            nextStep();
        }
    }
}
