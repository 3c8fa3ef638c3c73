package org.biograd.study.explain;

import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;

/** The {@code shift} of WORD-4 in a formula, with its draw where it needs one. */
final class Rounded {

    private Rounded() {}

    /** Whether a shift by so many bits needs a draw. */
    static boolean draws(long x, int bits, Rounding mode) {
        return mode == Rounding.STOCHASTIC && bits > 0 && (x & (1L << bits) - 1) != 0;
    }

    /**
     * The text {@code shift(x, k, MODE)} or {@code shift(x, k, STOCHASTIC, draw)}.
     *
     * @param x formula of what is shifted
     * @param k formula of the bits
     * @param drawing whether it needs a draw
     */
    static String text(String x, String k, Rounding mode, boolean drawing) {
        return "shift(" + x + ", " + k + ", " + mode + (drawing ? ", draw)" : ")");
    }

    /** Adds the draw of a shift to a line, where it needs one, and returns it; 0 where it needs none. */
    static long draw(
            Shown shown,
            Draft line,
            boolean drawing,
            Place place,
            String what,
            DrawStream stream,
            int index,
            int bits) {
        if (!drawing) {
            return 0;
        }
        int step = place.step() == Place.END ? 0 : place.step();
        Operand draw = shown.draw(place, what, stream, place.layer(), step, index, bits);
        line.with(draw);
        return draw.value();
    }
}
