package org.biograd.study.explain;

/**
 * A name in a formula, and what it stands for.
 *
 * @param name as the formula has it, for example {@code z(t-1)}, {@code w[3]} or {@code soma.keep}
 * @param value its value
 * @param source the key of the line that computes it; empty for a parameter, a constant or an initial value
 */
public record Operand(String name, long value, String source) {

    /** A parameter of the profile, a constant or an initial value. */
    public static Operand given(String name, long value) {
        return new Operand(name, value, "");
    }
}
