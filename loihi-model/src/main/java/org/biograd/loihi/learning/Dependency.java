package org.biograd.loihi.learning;

/**
 * When a product counts: with a spike, or every 2^k-th epoch.
 *
 * @param kind which of the three
 * @param exponent k of u<i>k</i>; 0 for the others
 */
public record Dependency(Kind kind, int exponent) {

    /** What a product waits for. */
    public enum Kind {
        /** A presynaptic spike. */
        X0,
        /** A postsynaptic spike. */
        Y0,
        /** The epoch's number. */
        U
    }

    /** With a presynaptic spike. */
    public static final Dependency PRE = new Dependency(Kind.X0, 0);

    /** With a postsynaptic spike. */
    public static final Dependency POST = new Dependency(Kind.Y0, 0);

    /** Refuses an exponent where there is none. */
    public Dependency {
        if (exponent < 0 || (kind != Kind.U && exponent != 0)) {
            throw new IllegalArgumentException(
                    "exponent: " + exponent + "; " + (kind == Kind.U ? "0 or more" : "0") + " is needed");
        }
    }

    /** Every 2^k-th epoch. */
    public static Dependency every(int k) {
        return new Dependency(Kind.U, k);
    }

    /** As in a rule: {@code x0}, {@code y0}, {@code u3}. */
    @Override
    public String toString() {
        return switch (kind) {
            case X0 -> "x0";
            case Y0 -> "y0";
            case U -> "u" + exponent;
        };
    }
}
