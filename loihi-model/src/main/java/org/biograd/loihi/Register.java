package org.biograd.loihi;

import org.biograd.spec.Clause;

/**
 * The registers of a neuron, a synapse and the learning engine. A register that holds x stands for (x + offset) *
 * 2^shift.
 *
 * <p>A register whose width, range, offset and shift rest on different things bears the weakest of them.
 */
@Clause("CHIP-1")
public enum Register {

    /** Current u of a compartment, the sum of its synaptic input; two's complement. */
    CURRENT(Format.signed(24, 0), Sources.DEY, Basis.PUBLISHED),

    /** Membrane voltage v: 23 bits and a sign, so without the two's complement minimum. */
    VOLTAGE(Format.signed(24, 0), -8388607, 8388607, 0, 0, Sources.DEY, Basis.PUBLISHED),

    /** Decay of u: what is lost per step, times 4096, with the offset that is usual for u. */
    CURRENT_DECAY(
            Format.unsigned(12, 0),
            0,
            4095,
            1,
            0,
            Sources.DEY + "; the offset: Lava, Nengo-Loihi",
            Basis.EMULATOR_KNOWLEDGE),

    /** Decay of v: what is lost per step, times 4096, with the offset that is usual for v: none. */
    VOLTAGE_DECAY(Format.unsigned(12, 0), Sources.DEY, Basis.PUBLISHED),

    /**
     * What is added to a decay. Lava calls it a register of the chip; so either decay can reach 4096, which forgets
     * everything.
     */
    DECAY_OFFSET(Format.unsigned(1, 0), "Lava", Basis.EMULATOR_KNOWLEDGE),

    /** Mantissa of the threshold, in units of 2^6. */
    THRESHOLD_MANTISSA(Format.unsigned(17, 0), 0, 131071, 0, 6, "Lava, Nengo-Loihi", Basis.EMULATOR_KNOWLEDGE),

    /** Mantissa of the bias. */
    BIAS_MANTISSA(Format.signed(13, 0), "Lava", Basis.EMULATOR_KNOWLEDGE),

    /** Exponent of the bias. */
    BIAS_EXPONENT(Format.unsigned(3, 0), "Lava", Basis.EMULATOR_KNOWLEDGE),

    /**
     * Refractory period in steps: after a spike the voltage rests one step less. Here as the number of steps, however
     * it is stored.
     */
    REFRACTORY(Format.unsigned(7, 0), 1, 64, 0, 0, "Brian2Loihi, Nengo-Loihi", Basis.EMULATOR_KNOWLEDGE),

    /** Mantissa of a weight, sign included, in units of 2^6 of current at exponent 0. */
    WEIGHT(
            Format.signed(9, 0),
            -256,
            255,
            0,
            6,
            Sources.DAVIES_TABLE + "; the unit: Lava, Brian2Loihi",
            Basis.EMULATOR_KNOWLEDGE),

    /** Exponent of the weights of a group of synapses. */
    WEIGHT_EXPONENT(Format.signed(4, 0), "Brian2Loihi", Basis.EMULATOR_KNOWLEDGE),

    /** How many bits a weight is stored with, a sign included. */
    WEIGHT_BITS(Format.unsigned(4, 0), 1, 9, 0, 0, Sources.DAVIES_TABLE, Basis.PUBLISHED),

    /** Synaptic delay in steps. */
    DELAY(Format.unsigned(6, 0), Sources.DAVIES_TABLE, Basis.PUBLISHED),

    /** Synaptic trace. */
    TRACE(Format.unsigned(7, 0), Sources.DAVIES + ", pages 91-92", Basis.PUBLISHED),

    /** Synaptic tag, sign included. */
    TAG(Format.signed(9, 0), Sources.DAVIES_TABLE, Basis.PUBLISHED),

    /** Accumulator of the learning engine, sign included. */
    LEARNING_ACCUMULATOR(Format.signed(16, 0), Sources.DAVIES, Basis.PUBLISHED),

    /** Steps of a learning epoch. */
    EPOCH(Format.unsigned(6, 0), 1, 63, 0, 0, Sources.DAVIES + ", page 91", Basis.PUBLISHED);

    private static final class Sources {
        private static final String DAVIES = "Davies et al., IEEE Micro 38(1), 2018";
        private static final String DAVIES_TABLE = DAVIES + ", table 1";
        private static final String DEY = "Dey and Dimitrov 2022, section 3.1.2";
    }

    private final Format format;
    private final long min;
    private final long max;
    private final int offset;
    private final int shift;
    private final String source;
    private final Basis basis;

    Register(Format format, String source, Basis basis) {
        this(format, format.min(), format.max(), 0, 0, source, basis);
    }

    Register(Format format, long min, long max, int offset, int shift, String source, Basis basis) {
        this.format = format;
        this.min = min;
        this.max = max;
        this.offset = offset;
        this.shift = shift;
        this.source = source;
        this.basis = basis;
    }

    /** Width and sign. */
    public Format format() {
        return format;
    }

    /** The smallest word in use; not below that of the format. */
    public long min() {
        return min;
    }

    /** The largest word in use; not above that of the format. */
    public long max() {
        return max;
    }

    /** What is added to a word before it takes effect. */
    public int offset() {
        return offset;
    }

    /** By how many bits a word is shifted to the left to take effect. */
    public int shift() {
        return shift;
    }

    /** Where all this is stated. */
    public String source() {
        return source;
    }

    /** What the statement rests on. */
    public Basis basis() {
        return basis;
    }

    /** Whether the register can hold x. */
    public boolean holds(long x) {
        return x >= min && x <= max;
    }

    /**
     * What a register that holds x stands for: (x + offset) * 2^shift.
     *
     * @throws IllegalArgumentException where the register cannot hold x
     */
    public long effective(long x) {
        if (!holds(x)) {
            throw new IllegalArgumentException(this + ": " + x + "; " + min + ".." + max + " is possible");
        }
        return x + offset << shift;
    }
}
