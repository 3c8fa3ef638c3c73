package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.biograd.loihi.Format;
import org.biograd.loihi.learning.StochasticRounding;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stochastic rounding is unbiased, and cannot be built otherwise. */
@Clause("ENG-2")
class TraceRoundingTest {

    private static StochasticRounding cutting(int bits) {
        return new StochasticRounding(Format.signed(bits + 8, bits), Format.signed(8, 0), Format.unsigned(bits, bits));
    }

    @Test
    void theMeanOverAllDrawsIsTheWord() {
        for (int k = 1; k <= 9; k++) {
            StochasticRounding rounding = cutting(k);
            for (long x = -1000; x <= 1000; x++) {
                long word = x;
                assertEquals(
                        x,
                        LongStream.range(0, 1L << k)
                                .map(draw -> rounding.round(word, draw))
                                .sum(),
                        x + " / 2^" + k);
                assertEquals(Math.floorMod(x, 1L << k) != 0, rounding.needsDraw(x));
            }
        }
    }

    @Property(tries = 1000)
    void anyWordEqualsTheClause(
            @ForAll @IntRange(min = 1, max = 32) int k,
            @ForAll @LongRange(min = -(1L << 60), max = 1L << 60) long x,
            @ForAll long bits) {
        long draw = bits & (1L << k) - 1;
        BigInteger[] parts = BigInteger.valueOf(x).divideAndRemainder(BigInteger.TWO.pow(k));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        boolean up = BigInteger.valueOf(draw).compareTo(BigInteger.valueOf(x).mod(BigInteger.TWO.pow(k))) < 0;
        StochasticRounding rounding =
                new StochasticRounding(Format.signed(62, k), Format.signed(9, 0), Format.unsigned(k, k));
        assertEquals(floor.add(up ? BigInteger.ONE : BigInteger.ZERO).longValueExact(), rounding.round(x, draw));
    }

    /** Every draw format of up to 16 bits, for every cut of up to 8: one alone fits. */
    @Test
    void anyOtherDrawIsRefused() {
        for (int cut = 1; cut <= 8; cut++) {
            int fits = 0;
            for (int bits = 1; bits <= 16; bits++) {
                for (int fraction = 0; fraction <= 16; fraction++) {
                    for (boolean signed : new boolean[] {false, true}) {
                        if (signed && bits == 1) {
                            continue;
                        }
                        Format draw = new Format(bits, signed, fraction);
                        boolean right = !signed && bits == cut && fraction == cut + 3;
                        Format from = Format.signed(16, cut + 3);
                        Format to = Format.signed(9, 3);
                        if (right) {
                            assertEquals(cut, new StochasticRounding(from, to, draw).cut());
                            fits++;
                        } else {
                            assertThrows(IllegalArgumentException.class, () -> new StochasticRounding(from, to, draw));
                        }
                    }
                }
            }
            assertEquals(1, fits);
        }
    }

    @Test
    void refusalsNameTheFormats() {
        assertEquals(
                "draw: u7.7 meets the 8 bits that are cut off from u15.8 to u7.0; u8.8 is needed",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new StochasticRounding(
                                        Format.unsigned(15, 8), Format.unsigned(7, 0), Format.unsigned(7, 7)))
                        .getMessage());
        assertEquals(
                "draw: 256; 0..255 is needed",
                assertThrows(IllegalArgumentException.class, () -> cutting(8).round(3, 256))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> cutting(8).round(3, -1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "2, 5", "40, 7"})
    void nothingOrTooMuchToCutIsRefused(int from, int to) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new StochasticRounding(Format.signed(50, from), Format.signed(9, to), Format.unsigned(8, 8)));
        assertTrue(
                refusal.getMessage().startsWith("to: s9." + to + " leaves " + to + " of the " + from),
                refusal.getMessage());
    }
}
