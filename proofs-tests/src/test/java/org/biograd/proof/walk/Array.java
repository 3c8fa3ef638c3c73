package org.biograd.proof.walk;

import java.util.Arrays;
import org.biograd.proof.term.Term;
import org.biograd.proof.term.Terms;

/** An array of known length, of formulas or of references. */
public final class Array {

    /** As descriptors have it: {@code I}, {@code J}, {@code B}, {@code Z}, {@code L} for references. */
    private final char kind;

    private final Object[] elements;

    private Array(char kind, Object[] elements) {
        this.kind = kind;
        this.elements = elements;
    }

    public static Array of(char kind, Object... elements) {
        return new Array(kind, elements.clone());
    }

    /** An array of ints. */
    public static Array ints(Object... elements) {
        return of('I', elements);
    }

    /** An array of longs. */
    public static Array longs(Object... elements) {
        return of('J', elements);
    }

    Array copy() {
        return new Array(kind, elements.clone());
    }

    static Array zeros(char kind, int length) {
        Object[] elements = new Object[length];
        if (kind != 'L') {
            Arrays.fill(elements, Terms.constant(0, width(kind)));
        }
        return new Array(kind, elements);
    }

    public char kind() {
        return kind;
    }

    public int length() {
        return elements.length;
    }

    public Object get(int i) {
        return elements[i];
    }

    /** The formula at an index. */
    public Term term(int i) {
        return (Term) elements[i];
    }

    void put(int i, Object value) {
        elements[i] = value;
    }

    /** Writes a value at an index where a condition holds. */
    public void write(int i, Term value, Term where) {
        elements[i] = State.choose(where, keep(value), elements[i], false);
    }

    /** A value as an element of this array keeps it: what is too wide loses its high bits. */
    Object keep(Object value) {
        return switch (kind) {
            case 'B' -> Terms.signExtend(Terms.extract(7, 0, (Term) value), 32);
            case 'Z' -> Terms.and((Term) value, Terms.constant(1, 32));
            default -> value;
        };
    }

    private static int width(char kind) {
        return kind == 'J' ? 64 : 32;
    }

    @Override
    public String toString() {
        return Arrays.toString(elements);
    }
}
