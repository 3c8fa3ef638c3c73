package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.biograd.loihi.synapse.Brian2LoihiWeights;
import org.biograd.loihi.synapse.LavaWeights;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every weight of every format, against decimals; the emulators' likewise. */
class WeightsTest {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static BigDecimal power(int exponent) {
        return exponent < 0 ? BigDecimal.ONE.divide(TWO.pow(-exponent)) : TWO.pow(exponent);
    }

    private static BigDecimal multiple(long w, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(w).divide(step, 0, mode).multiply(step);
    }

    @ParameterizedTest
    @EnumSource
    @Clause("CHIP-8")
    void everyWeightIsExactOrRefused(SignMode signMode) {
        int m = signMode == SignMode.MIXED ? 1 : 0;
        for (int bits = 1; bits <= 8 + m; bits++) {
            BigInteger q = BigInteger.TWO.pow(8 + m - bits);
            for (int exponent = -6; exponent <= 7; exponent++) {
                WeightFormat format = new WeightFormat(signMode, bits, exponent);
                int held = 0;
                for (long w = -300; w <= 300; w++) {
                    boolean sign = signMode == SignMode.MIXED || w == 0 || w > 0 == (signMode == SignMode.EXCITATORY);
                    boolean inside = Math.abs(w) <= 256 - q.intValue() || signMode == SignMode.MIXED && w == -256;
                    boolean possible =
                            sign && inside && BigInteger.valueOf(w).mod(q).signum() == 0;
                    if (possible != format.holds(w)) {
                        fail(format + " " + w);
                    }
                    if (possible) {
                        held++;
                        BigDecimal effective = BigDecimal.valueOf(w).multiply(power(6 + exponent));
                        assertEquals(effective.longValueExact(), format.effective(w));
                    } else if (exponent == 0) {
                        long bad = w;
                        assertThrows(IllegalArgumentException.class, () -> format.effective(bad));
                    }
                }
                assertEquals(1 << bits, held, format + " has as many weights as its bits can tell apart");
            }
        }
    }

    @Test
    @Clause("CHIP-8")
    void aWeightOfTheLoihiProfileFitsInTwoWays() {
        WeightFormat nine = new WeightFormat(SignMode.MIXED, 9, 1);
        WeightFormat eight = new WeightFormat(SignMode.MIXED, 8, 0);
        for (int w = -127; w <= 127; w++) {
            assertEquals(w * 128, nine.effective(w));
            assertEquals(w * 128, eight.effective(2 * w));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Clause("CHIP-9")
    void theEmulatorsEqualTheirFormulasInDecimals(SignMode signMode) {
        int m = signMode == SignMode.MIXED ? 1 : 0;
        BigDecimal most = BigDecimal.valueOf((1 << 21) - 64);
        for (int bits = 0; bits <= 8; bits++) {
            BigDecimal q = power(8 + m - bits);
            for (long w = -300; w <= 300; w++) {
                RoundingMode down = signMode == SignMode.INHIBITORY ? RoundingMode.CEILING : RoundingMode.FLOOR;
                assertEquals(multiple(w, q, down).longValueExact(), LavaWeights.truncate(w, signMode, bits, 8));
                long low = signMode == SignMode.MIXED
                        ? -(1L << bits)
                        : signMode == SignMode.EXCITATORY ? 0 : 1 - (1L << bits);
                long high = signMode == SignMode.INHIBITORY ? 0 : (1L << bits) - 1;
                assertEquals(w < low ? low : Math.min(w, high), LavaWeights.clip(w, signMode, bits, false));
                long learnt = high - m;
                assertEquals(w < low ? low : Math.min(w, learnt), LavaWeights.clip(w, signMode, bits, true));
                BigDecimal cut = multiple(w, q, RoundingMode.DOWN);
                for (int exponent = -8; exponent <= 7; exponent++) {
                    BigDecimal scale = power(exponent);
                    BigDecimal once = BigDecimal.valueOf(w).multiply(scale).setScale(0, RoundingMode.FLOOR);
                    assertEquals(once.multiply(power(6)).longValueExact(), LavaWeights.current(w, exponent));
                    BigDecimal each =
                            cut.multiply(scale).setScale(0, RoundingMode.FLOOR).multiply(power(6));
                    assertEquals(
                            each.min(most).max(most.negate()).longValueExact(),
                            Brian2LoihiWeights.effective(w, signMode, bits, exponent));
                }
            }
        }
    }

    @Test
    @Clause("CHIP-10")
    void spikesDeliverTheirRows() {
        SynapseGroup group = new SynapseGroup(3, 2, new WeightFormat(SignMode.MIXED, 9, -1));
        int[][] w = {{1, -2}, {100, 255}, {-256, 7}};
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 2; i++) {
                group.set(j, i, w[j][i]);
            }
        }
        assertArrayEquals(new int[] {1, -2, 100, 255, -256, 7}, group.weights());
        long[] input = {1000, -1000};
        group.deliver(new int[] {0, 2, 1}, 2, input);
        assertArrayEquals(new long[] {1000 + 32 * (1 - 256), -1000 + 32 * (-2 + 7)}, input);
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("bits: 10; 1..9 is possible for MIXED", () -> new WeightFormat(SignMode.MIXED, 10, 0));
        refused("bits: 9; 1..8 is possible for EXCITATORY", () -> new WeightFormat(SignMode.EXCITATORY, 9, 0));
        refused(
                "exponent: -7; -6..7 is possible, so that what a weight adds is an integer",
                () -> new WeightFormat(SignMode.MIXED, 8, -7));
        refused(
                "exponent: 8; -6..7 is possible, so that what a weight adds is an integer",
                () -> new WeightFormat(SignMode.MIXED, 8, 8));
        WeightFormat format = new WeightFormat(SignMode.MIXED, 8, 0);
        refused(
                "weight: 3; a multiple of 2 from -256 to 254 is needed for MIXED with 8 bits",
                () -> new SynapseGroup(1, 1, format).set(0, 0, 3));
        refused("synapse: 0 to 2; 0..0 to 0..1 is possible", () -> new SynapseGroup(1, 2, format).set(0, 2, 0));
        refused(
                "synapses: 0 x 2; at least 1 x 1 and at most 2^31 - 9 are possible",
                () -> new SynapseGroup(0, 2, format));
        refused(
                "synapses: 65536 x 32768; at least 1 x 1 and at most 2^31 - 9 are possible",
                () -> new SynapseGroup(65_536, 32_768, format));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }
}
