package org.biograd.proof.term;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A formula over bit-vectors and truth values. Equal terms are the same object: see {@link Terms}. */
public final class Term {

    private final Op op;
    private final int width;
    private final List<Term> arguments;
    private final String name;
    private final BigInteger value;
    private final int low;
    private final long number;
    private final String leaf;

    Term(Op op, int width, List<Term> arguments, String name, BigInteger value, int low, long number) {
        this.op = op;
        this.width = width;
        this.arguments = arguments;
        this.name = name;
        this.value = value;
        this.low = low;
        this.number = number;
        String first = op == Op.VARIABLE ? name : "";
        for (Term a : arguments) {
            first = first.isEmpty() || !a.leaf.isEmpty() && a.leaf.compareTo(first) < 0 ? a.leaf : first;
        }
        leaf = first;
    }

    /** The first by name of the variables that occur in it; empty where none does. */
    String leaf() {
        return leaf;
    }

    public Op op() {
        return op;
    }

    /** How many bits; 0 for a truth value. */
    public int width() {
        return width;
    }

    public List<Term> arguments() {
        return arguments;
    }

    Term argument(int i) {
        return arguments.get(i);
    }

    /** The name of a variable or of a function. */
    public String name() {
        return name;
    }

    /** The lowest bit that an EXTRACT takes. */
    int low() {
        return low;
    }

    /** A number that orders terms: later terms, higher numbers. */
    long number() {
        return number;
    }

    public boolean isConstant() {
        return op == Op.CONSTANT;
    }

    public boolean isTrue() {
        return isConstant() && width == 0 && value.signum() != 0;
    }

    public boolean isFalse() {
        return isConstant() && width == 0 && value.signum() == 0;
    }

    /**
     * The value of a constant, 0 .. 2^width - 1.
     *
     * @throws IllegalStateException if it is no constant
     */
    public BigInteger unsigned() {
        if (!isConstant()) {
            throw new IllegalStateException("not a constant: " + this);
        }
        return value;
    }

    /** The value of a constant, read in two's complement. */
    public BigInteger signed() {
        BigInteger v = unsigned();
        return width > 0 && v.testBit(width - 1) ? v.subtract(BigInteger.ONE.shiftLeft(width)) : v;
    }

    /** The variables that occur in this term. */
    public Set<Term> variables() {
        Set<Term> seen = new LinkedHashSet<>();
        collect(seen);
        seen.removeIf(t -> t.op != Op.VARIABLE);
        return seen;
    }

    private void collect(Set<Term> seen) {
        if (seen.add(this)) {
            arguments.forEach(a -> a.collect(seen));
        }
    }

    @Override
    public String toString() {
        return switch (op) {
            case CONSTANT -> width == 0 ? String.valueOf(isTrue()) : signed().toString();
            case VARIABLE -> name;
            case APPLY -> name + arguments;
            default -> op + (op == Op.EXTRACT ? "[" + (low + width - 1) + ":" + low + "]" : "") + arguments;
        };
    }
}
