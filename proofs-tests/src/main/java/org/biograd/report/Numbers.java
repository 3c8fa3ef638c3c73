package org.biograd.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same in every locale and with every JDK. */
public final class Numbers {

    /** How many significant digits a machine gets. */
    public static final int DIGITS = 6;

    /** What stands for a number that is none. */
    public static final String NONE = "-";

    private static final BigDecimal PLAIN_FROM = new BigDecimal("1e-6");
    private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e15");

    private Numbers() {}

    /**
     * A number of JSON, rounded half even to {@value #DIGITS} significant digits; null where it is not finite.
     *
     * <p>Not by Double.toString, whose digits changed between JDK 17 and 19.
     */
    public static String json(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        BigDecimal size = rounded.abs();
        boolean plain = size.signum() == 0 || size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** A number in words for people: three significant digits. */
    public static String rough(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    /** A count with its thousands set apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number for people, with a fixed number of decimals. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : NONE;
    }

    /** A deviation for people: three decimals, or a power of ten where these would show nothing. */
    public static String deviation(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        boolean tiny = value != 0 && Math.abs(value) < 0.0005;
        return tiny ? String.format(Locale.ROOT, "%.1e", value) : fixed(value, 3);
    }
}
