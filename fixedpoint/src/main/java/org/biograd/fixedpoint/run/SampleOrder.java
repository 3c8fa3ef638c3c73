package org.biograd.fixedpoint.run;

import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;

/** The order in which an epoch presents its samples. */
public final class SampleOrder {

    private static final int DRAW_BITS = 32;

    private SampleOrder() {}

    /**
     * A permutation of 0..samples-1.
     *
     * @param seed the seed of the run
     * @param epoch number of the epoch, from 0
     * @param samples how many samples there are, at least 1
     */
    @Clause("NET-6")
    public static int[] of(long seed, long epoch, int samples) {
        int[] order = new int[samples];
        for (int i = 0; i < samples; i++) {
            order[i] = i;
        }
        Draws draws = new Draws(seed);
        draws.select(DrawStream.ORDER, 0, epoch, 0, DRAW_BITS);
        for (int i = samples - 1; i > 0; i--) {
            int j = (int) (draws.at(i) * (i + 1) >>> DRAW_BITS);
            int taken = order[i];
            order[i] = order[j];
            order[j] = taken;
        }
        return order;
    }
}
