package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.house.SpecText;
import org.biograd.loihi.learning.LavaDoubles;
import org.biograd.loihi.learning.TraceStep;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.words.WordModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces against a model in unbounded integers, and the emulator's beside them. */
@Clause("ENG-3")
class TraceStepTest {

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    // The ranges' edges are drawn often; combinations of all of them would be more than the tries.
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void anyStepEqualsTheClause(
            @ForAll @IntRange(max = 127) int z,
            @ForAll @IntRange(max = 4096) int keep,
            @ForAll @IntRange(max = 32_767) int impulse,
            @ForAll @IntRange(max = 4095) int decayDraw,
            @ForAll @IntRange(max = 255) int impulseDraw) {
        TraceStep step = new TraceStep(keep, impulse);
        BigInteger decayed = WordModel.shift(big(z).multiply(big(keep)), 12, Rounding.STOCHASTIC, () -> big(decayDraw));
        assertEquals(decayed, big(step.decay(z, decayDraw)));
        BigInteger added = decayed.add(WordModel.shift(big(impulse), 8, Rounding.STOCHASTIC, () -> big(impulseDraw)));
        assertEquals(WordModel.saturateUnsigned(added, 7), big(step.addImpulse(step.decay(z, decayDraw), impulseDraw)));
    }

    @Test
    void theMeanDecayIsExact() {
        for (int keep = 0; keep <= 4096; keep += 97) {
            TraceStep step = new TraceStep(keep, 0);
            for (int z = 0; z <= 127; z += 9) {
                long sum = 0;
                for (int draw = 0; draw < 4096; draw++) {
                    sum += step.decay(z, draw);
                }
                assertEquals((long) z * keep, sum);
            }
        }
    }

    @Test
    void theMeanImpulseIsExact() {
        for (int impulse = 0; impulse < 126 * 256; impulse += 13) {
            TraceStep step = new TraceStep(0, impulse);
            long sum = 0;
            for (int draw = 0; draw < 256; draw++) {
                sum += step.addImpulse(0, draw);
            }
            assertEquals(impulse, sum);
        }
    }

    @Test
    @Clause("ENG-4")
    void everyTraceHasDrawsOfItsOwnAndAsksOnlyWhereTheyMatter() {
        List<Integer> decays = new ArrayList<>();
        List<Integer> impulses = new ArrayList<>();
        int[] z = {0, 100, 100, 7, 0};
        int[] spike = {0, 0, 0, 1, 1};
        new TraceStep(2048 + 1, 16 * 256 + 64)
                .step(
                        z,
                        spike,
                        j -> {
                            decays.add(j);
                            return j == 1 ? 0 : 4095;
                        },
                        j -> {
                            impulses.add(j);
                            return j == 3 ? 63 : 64;
                        });
        assertArrayEquals(new int[] {0, 51, 50, 3 + 17, 16}, z);
        assertEquals(List.of(1, 2, 3), decays);
        assertEquals(List.of(3, 4), impulses);
        new TraceStep(2048, 256).step(z, spike, j -> 0, j -> {
            throw new AssertionError("a whole impulse needs no draw");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, keep: -1; 0..4096 is needed",
        "4097, 0, keep: 4097",
        "0, -1, impulse: -1; 0..32767",
        "0, 32768, impulse: 32768"
    })
    void constantsOutOfRangeAreRefused(int keep, int impulse, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new TraceStep(keep, impulse));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    /** The table of the text: how often each rounds an impulse up. */
    @Test
    @Clause("ENG-12")
    void theEmulatorRoundsImpulsesUpTooOften() {
        List<List<String>> rows = SpecText.table("ENG-12");
        assertEquals(4, rows.size());
        for (List<String> row : rows.subList(1, rows.size())) {
            int fraction = Integer.parseInt(row.get(0).replaceAll(".*j = ", ""));
            TraceStep step = new TraceStep(0, 16 * 256 + fraction);
            int up = 0;
            int lavaUp = 0;
            for (int draw = 0; draw < 256; draw++) {
                up += step.addImpulse(0, draw) - 16;
                lavaUp += LavaDoubles.addImpulse(0, 16, fraction, draw / 2) - 16;
            }
            assertEquals(row.get(2), String.valueOf(up), row.get(0));
            assertEquals(row.get(3), String.valueOf(lavaUp), row.get(0));
        }
    }
}
