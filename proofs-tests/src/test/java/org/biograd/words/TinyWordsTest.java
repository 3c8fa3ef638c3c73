package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** At the widths of the profile {@code tiny} every value, shift and draw can be tried: nothing is left to chance. */
@Clause("PROF-3")
class TinyWordsTest {

    /** Twice as wide as the widest word of {@code tiny}, so that every overflow is among the values. */
    private static final int REACH = 1 << 9;

    private final Profile tiny = Profiles.tiny();

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    private int[] widths() {
        return new int[] {
            tiny.weight().bits(),
            tiny.soma().currentBits(),
            tiny.soma().voltageBits(),
            tiny.trace().bits(),
            tiny.trace().bits() + 1,
            tiny.eligibility().bits(),
            tiny.error().potentialBits(),
            tiny.error().dendriteBits(),
            tiny.error().learningBits(),
            tiny.update().accumulatorBits(),
            tiny.feedback().bits()
        };
    }

    @Test
    @Clause({"WORD-1", "WORD-2", "WORD-3"})
    void everyValueAtEveryWidth() {
        for (int bits : widths()) {
            assertTrue(bits <= 8, "a word of tiny has " + bits + " bits");
            for (long x = -REACH; x <= REACH; x++) {
                assertEquals(WordModel.wrap(big(x), bits), big(Words.wrap(x, bits)));
                assertEquals(WordModel.saturate(big(x), bits), big(Words.saturate(x, bits)));
                assertEquals(WordModel.saturateUnsigned(big(x), bits), big(Words.saturateUnsigned(x, bits)));
            }
        }
    }

    @Test
    @Clause("WORD-4")
    void everyValueShiftAndDraw() {
        for (int k = 0; k <= 8; k++) {
            for (long x = -REACH; x <= REACH; x++) {
                for (Rounding mode : Rounding.values()) {
                    long draws = mode == Rounding.STOCHASTIC ? 1L << k : 1;
                    for (long draw = 0; draw < draws; draw++) {
                        BigInteger r = big(draw);
                        assertEquals(WordModel.shift(big(x), k, mode, () -> r), big(Words.shift(x, k, mode, draw)));
                    }
                }
            }
        }
    }

    @Test
    @Clause("WORD-4")
    void stochasticRoundingIsUnbiasedOverAllDraws() {
        for (int k = 0; k <= 10; k++) {
            for (long x = -REACH; x <= REACH; x++) {
                long sum = 0;
                for (long draw = 0; draw < 1L << k; draw++) {
                    sum += Words.shift(x, k, Rounding.STOCHASTIC, draw);
                }
                // 2^k results of mean x / 2^k add up to x.
                assertEquals(x, sum, "all draws for " + x + " by " + k);
            }
        }
    }

    @Test
    @Clause("WORD-5")
    void everyVoltageAtEveryFactor() {
        for (int k = 0; k <= 4096; k++) {
            for (long v = -32; v <= 32; v++) {
                assertEquals(v * k / 4096, Words.decay(v, k));
            }
        }
    }

    @Test
    @Clause({"WORD-6", "WORD-7"})
    void everyTraceAtEveryResetFactor() {
        for (int f = -8191; f <= 8191; f++) {
            for (long z = -7; z <= 7; z++) {
                assertEquals(WordModel.scale(big(z), big(f)), big(Words.scale(z, f)));
            }
        }
        for (long v = -REACH; v <= REACH; v++) {
            for (long one = 1; one <= 64; one++) {
                assertEquals(WordModel.quotient(big(v), big(one)), big(Words.quotient(v, one)));
            }
        }
    }
}
