package org.biograd.fixedpoint;

import org.biograd.spec.Clause;

/** How an intensity becomes spikes: more of them, the higher it is. */
public final class RateCode {

    /** Bits of a draw. */
    public static final int DRAW_BITS = 8;

    private RateCode() {}

    /**
     * Whether an intensity spikes at a draw.
     *
     * @param intensity p, 0..255
     * @param draw 8 bits
     */
    @Clause("CODE-1")
    public static boolean spikes(int intensity, long draw) {
        return draw < limit(intensity);
    }

    /**
     * The least draw at which an intensity does not spike.
     *
     * @param intensity p, 0..255
     * @return 0..256
     */
    public static int limit(int intensity) {
        return intensity + (intensity >> 7);
    }
}
