package org.biograd.loihi;

/**
 * What the bits of a word mean: a word x of this format has the value x / 2^fraction.
 *
 * <p>Where two words meet, their formats are compared once, when the unit that works on them is built; so a draw of 7
 * bits cannot meet a fraction of 8 unnoticed, and the loops inside still work on plain integers.
 *
 * @param bits the width, a sign included, 1..62
 * @param signed whether one of the bits is a sign
 * @param fraction how many of the bits are below the binary point, 0..62; it may exceed the width
 */
public record Format(int bits, boolean signed, int fraction) {

    private static final int MAX_BITS = 62;

    /** Refuses what no word can be. */
    public Format {
        if (bits < (signed ? 2 : 1) || bits > MAX_BITS) {
            throw new IllegalArgumentException(
                    "bits: " + bits + "; " + (signed ? 2 : 1) + ".." + MAX_BITS + " are possible");
        }
        if (fraction < 0 || fraction > MAX_BITS) {
            throw new IllegalArgumentException("fraction: " + fraction + "; 0.." + MAX_BITS + " is possible");
        }
    }

    /** A word with a sign. */
    public static Format signed(int bits, int fraction) {
        return new Format(bits, true, fraction);
    }

    /** A word without a sign. */
    public static Format unsigned(int bits, int fraction) {
        return new Format(bits, false, fraction);
    }

    /** The smallest word: of a signed one the two's complement minimum. */
    public long min() {
        return signed ? -(1L << (bits - 1)) : 0;
    }

    /** The largest word. */
    public long max() {
        return (1L << (signed ? bits - 1 : bits)) - 1;
    }

    /** Whether a word of this format can hold x. */
    public boolean holds(long x) {
        return x >= min() && x <= max();
    }

    /** The low bits of x, read in this format. */
    public long wrap(long x) {
        int unused = Long.SIZE - bits;
        return signed ? x << unused >> unused : x << unused >>> unused;
    }

    /** x limited to the symmetric range of a magnitude and a sign: -max..max, or 0..max without a sign. */
    public long saturate(long x) {
        return Math.max(signed ? -max() : 0, Math.min(max(), x));
    }

    /** x limited to the whole range, the two's complement minimum included: min..max. */
    public long clip(long x) {
        return Math.max(min(), Math.min(max(), x));
    }

    /** Such as {@code s9.2}: signed, 9 bits, of which 2 are fraction. */
    @Override
    public String toString() {
        return (signed ? "s" : "u") + bits + "." + fraction;
    }
}
