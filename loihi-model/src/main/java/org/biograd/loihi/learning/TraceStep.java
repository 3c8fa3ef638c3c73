package org.biograd.loihi.learning;

import java.util.function.IntToLongFunction;
import org.biograd.loihi.Format;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;

/**
 * How a trace decays and takes up a spike: the dynamics of x1, x2, y1, y2 and y3, in integers.
 *
 * <p>With a whole impulse it is the trace of ELIG-1 at 7 bits.
 */
@Clause({"ENG-3", "ENG-4"})
public final class TraceStep {

    /** Fraction bits of a decay factor. */
    public static final int KEEP_FRACTION = Decay.BITS;

    /** Fraction bits of an impulse: one of 256 adds 1. */
    public static final int IMPULSE_FRACTION = 8;

    private static final Format DECAYING = Format.unsigned(Variable.TRACE.bits() + KEEP_FRACTION + 1, KEEP_FRACTION);
    private static final Format IMPULSE = Format.unsigned(Variable.TRACE.bits() + IMPULSE_FRACTION, IMPULSE_FRACTION);

    private final int keep;
    private final int impulse;
    private final StochasticRounding decayRounding =
            new StochasticRounding(DECAYING, Variable.TRACE, Format.unsigned(KEEP_FRACTION, KEEP_FRACTION));
    private final StochasticRounding impulseRounding =
            new StochasticRounding(IMPULSE, Variable.TRACE, Format.unsigned(IMPULSE_FRACTION, IMPULSE_FRACTION));

    /**
     * Makes the step of traces with these constants.
     *
     * @param keep what is left after one step, times {@link Decay#ONE}: 0..{@link Decay#ONE}
     * @param impulse what a spike adds, times 256: 0..32767
     * @throws IllegalArgumentException outside these ranges
     */
    public TraceStep(int keep, int impulse) {
        if (keep < 0 || keep > Decay.ONE) {
            throw new IllegalArgumentException("keep: " + keep + "; 0.." + Decay.ONE + " is needed");
        }
        if (!IMPULSE.holds(impulse)) {
            throw new IllegalArgumentException(
                    "impulse: " + impulse + "; 0.." + IMPULSE.max() + " is needed, in units of 1/256");
        }
        this.keep = keep;
        this.impulse = impulse;
    }

    /**
     * The trace after one step without a spike.
     *
     * @param z the trace, 0..127
     * @param draw 12 bits
     */
    public int decay(int z, long draw) {
        return (int) decayRounding.round((long) z * keep, draw);
    }

    /**
     * The trace with a spike's impulse, at most 127.
     *
     * @param z the trace, decayed
     * @param draw 8 bits; of no effect where the impulse is whole
     */
    public int addImpulse(int z, long draw) {
        return (int) Variable.TRACE.saturate(z + impulseRounding.round(impulse, draw));
    }

    /**
     * One step of many traces, each with draws of its own. A draw that cannot matter is not asked for.
     *
     * @param z the traces, 0..127; changed
     * @param spike 0 or 1, one per trace
     * @param decayDraws gives the 12-bit draw of trace j
     * @param impulseDraws gives its 8-bit draw
     */
    public void step(int[] z, int[] spike, IntToLongFunction decayDraws, IntToLongFunction impulseDraws) {
        boolean whole = !impulseRounding.needsDraw(impulse);
        for (int j = 0; j < z.length; j++) {
            int decayed = z[j] == 0 ? 0 : decay(z[j], decayDraws.applyAsLong(j));
            z[j] = spike[j] == 0 ? decayed : addImpulse(decayed, whole ? 0 : impulseDraws.applyAsLong(j));
        }
    }
}
