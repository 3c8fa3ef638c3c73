package org.biograd.loihi.learning;

/**
 * A factor of a product: variable + constant, or the sign of that.
 *
 * @param variable what it reads
 * @param constant what is added
 * @param sign whether -1, 0 or 1 is taken instead of the sum
 */
public record Factor(Variable variable, int constant, boolean sign) {

    /** A variable as it is. */
    public static Factor of(Variable variable) {
        return new Factor(variable, 0, false);
    }

    /** Whether it is the variable and nothing else. */
    public boolean bare() {
        return constant == 0 && !sign;
    }

    /** As in a rule: {@code x1}, {@code (t-5)}, {@code sgn(w)}. */
    @Override
    public String toString() {
        String sum =
                variable.symbol() + (constant == 0 ? "" : constant > 0 ? "+" + constant : String.valueOf(constant));
        return sign ? "sgn(" + sum + ")" : constant == 0 ? sum : "(" + sum + ")";
    }
}
