package org.biograd.fixedpoint.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** Saturation without a comparison, at every value around both limits of every width. */
@Clause("WORD-2")
class NarrowWordsTest {

    @Test
    void valuesAroundTheLimits() {
        for (int bits = 2; bits <= 30; bits++) {
            int largest = (1 << bits - 1) - 1;
            for (long around : new long[] {-(1L << 30), -2L * largest, -largest, 0, largest, 2L * largest, 1L << 30}) {
                for (long x = Math.max(around - 3, -(1L << 30)); x <= Math.min(around + 3, 1L << 30); x++) {
                    long expected = x > largest ? largest : x < -largest ? -largest : x;
                    assertEquals(expected, NarrowWords.saturate((int) x, largest), x + " in " + bits + " bits");
                    assertEquals(
                            expected == x ? 0 : 1,
                            NarrowWords.saturates((int) x, largest),
                            "event of " + x + " in " + bits + " bits");
                }
            }
        }
    }
}
