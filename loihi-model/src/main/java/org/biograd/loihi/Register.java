package org.biograd.loihi;

/** The widths of the chip that a profile has to fit. */
public enum Register {

    /** Synaptic input of a compartment, two's complement. */
    CURRENT(24, true, "Dey and Dimitrov 2022, section 3.1.2", Basis.PUBLISHED),

    /** Membrane voltage, sign and magnitude. */
    VOLTAGE(24, true, "Dey and Dimitrov 2022, section 3.1.2", Basis.PUBLISHED),

    /** Decay factor: what is lost, out of 4096. */
    DECAY(12, false, "Dey and Dimitrov 2022, section 3.1.2", Basis.PUBLISHED),

    /** Mantissa of the threshold, in units of 2^6. */
    THRESHOLD_MANTISSA(17, false, "Lava and Nengo-Loihi", Basis.EMULATOR_KNOWLEDGE),

    /** Weight, sign included. */
    WEIGHT(9, true, "Davies et al., IEEE Micro 38(1), 2018, table 1", Basis.PUBLISHED),

    /** Synaptic trace. */
    TRACE(7, false, "Davies et al., IEEE Micro 38(1), 2018, pages 91-92", Basis.PUBLISHED),

    /** Synaptic tag, sign included. */
    TAG(9, true, "Davies et al., IEEE Micro 38(1), 2018, table 1", Basis.PUBLISHED),

    /** Accumulator of the learning engine, sign included. */
    LEARNING_ACCUMULATOR(16, true, "Davies et al., IEEE Micro 38(1), 2018", Basis.PUBLISHED);

    private final int bits;
    private final boolean signed;
    private final String source;
    private final Basis basis;

    Register(int bits, boolean signed, String source, Basis basis) {
        this.bits = bits;
        this.signed = signed;
        this.source = source;
        this.basis = basis;
    }

    /** The width, a sign included. */
    public int bits() {
        return bits;
    }

    /** Whether one of the bits is a sign. */
    public boolean signed() {
        return signed;
    }

    /** Where the width is stated. */
    public String source() {
        return source;
    }

    /** What the statement rests on. */
    public Basis basis() {
        return basis;
    }
}
