package org.biograd.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.biograd.fixedpoint.rule.frame.Coding;
import org.biograd.fixedpoint.rule.frame.FixedCoded;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

/** Codes without draws: all intensities, several lengths. */
class FixedCodedTest {

    private static final int[] LENGTHS = {1, 2, 7, 20, 32, 256, 300};

    private static SpikeTrain code(Coding coding, int steps) {
        byte[][] all = new byte[1][256];
        for (int p = 0; p < 256; p++) {
            all[0][p] = (byte) p;
        }
        SpikeTrain train = new SpikeTrain(256, steps);
        new FixedCoded(all, coding).training(5, 0, train);
        SpikeTrain test = new SpikeTrain(256, steps);
        new FixedCoded(all, coding).copy().test(0, test);
        for (int t = 0; t < steps; t++) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(train.dense(t), test.dense(t), "step " + t);
        }
        return train;
    }

    /** As an integrate-and-fire neuron that starts half way: the other way to say it. */
    @Test
    @Clause("RULE-4")
    void evenRatesAreIntegrateAndFire() {
        for (int steps : LENGTHS) {
            SpikeTrain train = code(Coding.EVEN, steps);
            for (int p = 0; p < 256; p++) {
                int charge = 128;
                for (int t = 0; t < steps; t++) {
                    charge += p < 128 ? p : p + 1;
                    int expected = charge >= 256 ? 1 : 0;
                    charge -= 256 * expected;
                    assertEquals(expected, train.dense(t)[p], "p " + p + ", step " + t + " of " + steps);
                }
            }
        }
    }

    @Test
    @Clause("RULE-5")
    void brighterIsEarlier() {
        for (int steps : LENGTHS) {
            SpikeTrain train = code(Coding.FIRST_SPIKE, steps);
            for (int p = 0; p < 256; p++) {
                int lead = 0;
                int spikes = 0;
                for (int t = 0; t < steps; t++) {
                    spikes += train.dense(t)[p];
                    lead = train.dense(t)[p] == 1 ? steps - t : lead;
                }
                assertEquals((int) Math.floor(p * (double) steps / 256), lead, "p " + p + " of " + steps + " steps");
                assertEquals(lead > 0 ? 1 : 0, spikes, "spikes of p " + p);
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new FixedCoded(new byte[0][], Coding.EVEN));
        assertThrows(IllegalArgumentException.class, () -> new FixedCoded(new byte[1][3], Coding.RATE));
    }
}
