package org.biograd.fixedpoint.rule.frame;

import java.util.Objects;

/**
 * A word that a rule holds.
 *
 * @param name its symbol in the clauses
 * @param per what there is one of it for
 * @param bits its width, 1..63, the sign included where it has one
 * @param signed whether it has a sign; its range then is that of WORD-2, else that of WORD-3
 * @param kept whether it outlives a step; a word that does not is a wire, and costs no memory
 */
public record StateWord(String name, Per per, int bits, boolean signed, boolean kept) {

    /** Checks the width. */
    public StateWord {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(per, "per");
        if (bits < 1 || bits > 63) {
            throw new IllegalArgumentException(name + ": a width of " + bits + " bits is not within 1..63");
        }
    }

    /** A signed word that is kept. */
    public static StateWord kept(String name, Per per, int bits) {
        return new StateWord(name, per, bits, true, true);
    }

    /** A word without sign that is kept. */
    public static StateWord unsigned(String name, Per per, int bits) {
        return new StateWord(name, per, bits, false, true);
    }

    /** A signed word that does not outlive its step. */
    public static StateWord wire(String name, Per per, int bits) {
        return new StateWord(name, per, bits, true, false);
    }

    /** The largest value. */
    public long largest() {
        return (1L << (signed ? bits - 1 : bits)) - 1;
    }

    /** The smallest value. */
    public long smallest() {
        return signed ? -largest() : 0;
    }

    /** How many bits a number from 0 to {@code most} needs. */
    public static int bitsOf(long most) {
        return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(most));
    }
}
