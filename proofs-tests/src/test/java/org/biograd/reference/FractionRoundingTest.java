package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;

/** What is asked of the library's fractions: every double is one of them, and every fraction has its nearest double. */
class FractionRoundingTest {

    @Property(tries = 1000)
    void doublesAreExact(@ForAll double value) {
        if (Double.isFinite(value)) {
            BigFraction exact = BigFraction.from(value);
            BigDecimal digits = new BigDecimal(exact.getNumerator()).divide(new BigDecimal(exact.getDenominator()));
            assertEquals(0, digits.compareTo(new BigDecimal(value)));
            assertEquals(value + 0.0, exact.doubleValue());
        }
    }

    @Property(tries = 1000)
    void roundsToTheNearestDouble(
            @ForAll BigInteger numerator,
            @ForAll BigInteger denominator,
            @ForAll @IntRange(min = -1100, max = 600) int exponent) {
        if (denominator.signum() != 0) {
            requireNearest(BigFraction.of(numerator, denominator)
                    .multiply(BigFraction.of(2).pow(exponent)));
        }
    }

    @Property(tries = 1000)
    void aTieGoesToTheEvenDouble(@ForAll double value, @ForAll @IntRange(min = -1, max = 1) int beside) {
        double next = Math.nextUp(Math.abs(value));
        if (Double.isFinite(value) && Double.isFinite(next)) {
            BigFraction middle = BigFraction.from(Math.abs(value))
                    .add(BigFraction.from(next))
                    .divide(2);
            requireNearest(middle.add(BigFraction.of(2).pow(-1500).multiply(beside)));
        }
    }

    private static void requireNearest(BigFraction exact) {
        double rounded = exact.doubleValue();
        assertTrue(Double.isFinite(rounded), "within the range of doubles: " + rounded);
        BigFraction error = distance(exact, rounded);
        for (double neighbour : new double[] {Math.nextUp(rounded), Math.nextDown(rounded)}) {
            if (Double.isFinite(neighbour)) {
                int order = error.compareTo(distance(exact, neighbour));
                assertTrue(
                        order < 0 || order == 0 && (Double.doubleToLongBits(rounded) & 1) == 0,
                        rounded + " or " + neighbour);
            }
        }
    }

    private static BigFraction distance(BigFraction exact, double value) {
        return exact.subtract(BigFraction.from(value)).abs();
    }
}
