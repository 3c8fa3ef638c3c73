package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.fixedpoint.word.Words;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.Rounding;
import org.junit.jupiter.api.Test;

/** The examples of the text, every edge crossed with every width, and every value of narrow words. */
class WordsEdgesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(\\w+)\\((-?\\d+), (\\d+)\\) = (-?\\d+)");

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    private static long call(String word, long x, int second) {
        switch (word) {
            case "wrap":
                return Words.wrap(x, second);
            case "saturate":
                return Words.saturate(x, second);
            case "saturateUnsigned":
                return Words.saturateUnsigned(x, second);
            case "decay":
                return Words.decay(x, second);
            default:
                throw new AssertionError("the text has an example of " + word + ", which this test does not know");
        }
    }

    @Test
    @Clause({"WORD-1", "WORD-2", "WORD-3", "WORD-5"})
    void theExamplesOfTheTextHold() {
        for (String id : List.of("WORD-1", "WORD-2", "WORD-3", "WORD-5")) {
            Matcher example = EXAMPLE.matcher(SpecText.clause(id));
            int found = 0;
            while (example.find()) {
                long x = Long.parseLong(example.group(2));
                assertEquals(
                        Long.parseLong(example.group(4)),
                        call(example.group(1), x, Integer.parseInt(example.group(3))),
                        example.group());
                found++;
            }
            assertTrue(found >= 2, id + " has " + found + " examples");
        }
    }

    @Test
    @Clause("WORD-5")
    void theUnitOfDecaysIsThatOfTheText() {
        String text = SpecText.clause("WORD-5");
        assertTrue(text.contains("DECAY_BITS = " + Decay.BITS + "\n"), text);
        assertTrue(text.contains("DECAY_ONE = 2^DECAY_BITS = " + Decay.ONE + "\n"), text);
    }

    @Test
    @Clause("WORD-4")
    void theTableOfRoundingHolds() {
        List<List<String>> rows = SpecText.table("WORD-4");
        assertEquals(1 + Rounding.values().length, rows.size());
        Pattern head = Pattern.compile("x = (-?\\d+), k = (\\d+)");
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 2; column < row.size(); column++) {
                Matcher of = head.matcher(rows.get(0).get(column));
                assertTrue(of.matches());
                long x = Long.parseLong(of.group(1));
                int k = Integer.parseInt(of.group(2));
                Rounding mode = Rounding.valueOf(row.get(0));
                String[] expected = row.get(column).split(" or ");
                // The largest draw never rounds up, the smallest does where anything is left to round.
                assertEquals(Long.parseLong(expected[0]), Words.shift(x, k, mode, (1L << k) - 1), row + ", x = " + x);
                assertEquals(
                        Long.parseLong(expected[expected.length - 1]), Words.shift(x, k, mode, 0), row + ", x = " + x);
            }
        }
    }

    @Test
    @Clause({"WORD-1", "WORD-2", "WORD-3"})
    void everyEdgeAtEveryWidth() {
        for (long x : EdgeValues.below(63)) {
            for (int bits = 2; bits <= 62; bits++) {
                String at = x + " at " + bits;
                assertEquals(WordModel.wrap(big(x), bits), big(Words.wrap(x, bits)), at);
                assertEquals(WordModel.saturate(big(x), bits), big(Words.saturate(x, bits)), at);
                assertEquals(WordModel.saturateUnsigned(big(x), bits), big(Words.saturateUnsigned(x, bits)), at);
            }
        }
    }

    @Test
    @Clause("WORD-4")
    void everyEdgeAtEveryShiftInEveryMode() {
        for (long x : EdgeValues.below(62)) {
            for (int k = 0; k <= 62; k++) {
                for (Rounding mode : Rounding.values()) {
                    if (mode == Rounding.STOCHASTIC) {
                        continue;
                    }
                    assertEquals(
                            WordModel.shift(big(x), k, mode, null),
                            big(Words.shift(x, k, mode, 0)),
                            x + " by " + k + ", " + mode);
                }
            }
            for (int k = 1; k <= 32; k++) {
                long remainder = Math.floorMod(x, 1L << k);
                for (long draw : new long[] {0, remainder - 1, remainder, remainder + 1, (1L << k) - 1}) {
                    if (draw < 0 || draw >= 1L << k) {
                        continue;
                    }
                    assertEquals(
                            WordModel.shift(big(x), k, Rounding.STOCHASTIC, () -> big(draw)),
                            big(Words.shift(x, k, Rounding.STOCHASTIC, draw)),
                            x + " by " + k + ", draw " + draw);
                }
            }
        }
    }

    @Test
    @Clause({"WORD-5", "WORD-6", "WORD-7"})
    void everyEdgeAtEveryEdgeFactorAndDivisor() {
        for (long x : EdgeValues.below(50)) {
            for (long k : EdgeValues.below(13)) {
                if (k < -4096 || k > 4096) {
                    continue;
                }
                assertEquals(WordModel.scale(big(x), big(k)), big(Words.scale(x, (int) k)), x + " times " + k);
                if (k >= 0) {
                    assertEquals(WordModel.decay(big(x), (int) k), big(Words.decay(x, (int) k)), x + " times " + k);
                }
            }
            for (long y : EdgeValues.below(31)) {
                if (y > 0) {
                    assertEquals(WordModel.quotient(big(x), big(y)), big(Words.quotient(x, y)), x + " by " + y);
                }
            }
        }
    }

    @Test
    @Clause("WORD-8")
    void everySmallRoot() {
        for (long x = 0; x < 70_000; x++) {
            assertEquals(WordModel.isqrt(big(x)), big(Words.isqrt(x)), "root of " + x);
        }
        assertEquals(3_037_000_499L, Words.isqrt(Long.MAX_VALUE));
    }
}
