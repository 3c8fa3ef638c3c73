package org.biograd.loihi.learning;

import org.biograd.loihi.Format;
import org.biograd.spec.Clause;

/**
 * Stochastic rounding from one format to a coarser one, with a draw of exactly the bits that are cut off.
 *
 * <p>Formats meet here, once. A draw that is narrower than what is cut off rounds up too often, a wider one too seldom;
 * neither can be built. Over all draws the mean of a rounded word is the word.
 */
@Clause("ENG-2")
public final class StochasticRounding {

    private static final int MAX_CUT = 32;

    private final int cut;
    private final Format draw;

    /**
     * Makes a rounding from one format to another.
     *
     * @param from what is rounded
     * @param to what it is rounded to, with 1 to 32 fraction bits fewer
     * @param draw the draws: unsigned, as many bits as are cut off, with the lowest bit where {@code from} has it
     * @throws IllegalArgumentException where they do not fit together
     */
    public StochasticRounding(Format from, Format to, Format draw) {
        this.cut = from.fraction() - to.fraction();
        this.draw = draw;
        if (cut < 1 || cut > MAX_CUT) {
            throw new IllegalArgumentException("to: " + to + " leaves " + to.fraction() + " of the " + from.fraction()
                    + " fraction bits of " + from + "; 1.." + MAX_CUT + " bits fewer are needed");
        }
        Format right = Format.unsigned(cut, from.fraction());
        if (!draw.equals(right)) {
            throw new IllegalArgumentException("draw: " + draw + " meets the " + cut + " bits that are cut off from "
                    + from + " to " + to + "; " + right + " is needed");
        }
    }

    /** How many bits are cut off: k. */
    public int cut() {
        return cut;
    }

    /** The format of a draw: k bits without a sign. */
    public Format draw() {
        return draw;
    }

    /** Whether rounding x needs a draw; where it does not, every draw gives the same. */
    public boolean needsDraw(long x) {
        return x >> cut << cut != x;
    }

    /**
     * floor(x / 2^k) + [r &lt; x mod 2^k].
     *
     * @param x a word with the fraction bits of {@code from}
     * @param r the draw, 0..2^k-1
     * @return the rounded word, not limited to the width of {@code to}
     * @throws IllegalArgumentException where r has more bits
     */
    public long round(long x, long r) {
        if (r >>> cut != 0) {
            throw new IllegalArgumentException("draw: " + r + "; 0.." + draw.max() + " is needed");
        }
        long floor = x >> cut;
        return r < x - (floor << cut) ? floor + 1 : floor;
    }
}
