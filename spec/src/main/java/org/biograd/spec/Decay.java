package org.biograd.spec;

/**
 * The unit of every decay factor (WORD-5): a factor k keeps k / {@link #ONE} of a value. The factors are the parameters
 * {@code soma.keep} and {@code trace.keep} of a profile, the reset factor of ELIG-4, and the decays of the chip.
 */
@Clause(value = "WORD-5", form = Clause.Form.PART)
public final class Decay {

    /** Fraction bits of a decay factor, DECAY_BITS of the text: the chip's decays have as many. */
    public static final int BITS = 12;

    /** The factor that keeps everything, DECAY_ONE of the text: 4096. */
    public static final int ONE = 1 << BITS;

    private Decay() {}
}
