package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.fixedpoint.run.SpikeCoder;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

/** Rate coding of any form, seen from outside: the coder's spikes against the draws that the model says it made. */
@Clause({"CODE-1", "DRAW-4"})
abstract class RateCoderContract {

    private static final int STEPS = 4096;
    private static final long SEED = 0x9ABCDEF012345678L;

    /** A coder of the form at hand. */
    abstract SpikeCoder coder(long seed);

    private static boolean[][] dense(SpikeTrain train) {
        boolean[][] spikes = new boolean[train.steps()][train.size()];
        for (int t = 0; t < train.steps(); t++) {
            for (int e = train.begin(t); e < train.end(t); e++) {
                spikes[t][train.neuron(e)] = true;
            }
        }
        return spikes;
    }

    private static byte[] allIntensities() {
        byte[] intensities = new byte[256];
        for (int p = 0; p < 256; p++) {
            intensities[p] = (byte) p;
        }
        return intensities;
    }

    /** So many steps that every intensity meets every draw: the coder's rule is enumerated, not sampled. */
    @Test
    void everyIntensityAtEveryDraw() {
        SpikeTrain train = new SpikeTrain(256, STEPS);
        coder(SEED).encodeTraining(7, allIntensities(), train);
        boolean[][] spikes = dense(train);
        DrawModel draws = new DrawModel(SEED);
        boolean[][] met = new boolean[256][256];
        boolean[][] spiked = new boolean[256][256];
        for (int t = 0; t < STEPS; t++) {
            for (int p = 0; p < 256; p++) {
                int r = draws.draw("INPUT", 0, 7, t, p, 8).intValueExact();
                assertTrue(
                        !met[p][r] || spiked[p][r] == spikes[t][p],
                        "one draw, one answer: intensity " + p + ", draw " + r);
                met[p][r] = true;
                spiked[p][r] = spikes[t][p];
            }
        }
        for (int p = 0; p < 256; p++) {
            int ways = 0;
            for (int r = 0; r < 256; r++) {
                assertTrue(met[p][r], "intensity " + p + " never met draw " + r);
                ways += spiked[p][r] ? 1 : 0;
                assertTrue(r == 0 || !spiked[p][r] || spiked[p][r - 1], "the draws that spike are the lowest");
            }
            // 256 draws, each as likely: the number of those that spike is the probability.
            assertEquals(p < 128 ? p : p + 1, ways, "draws at which intensity " + p + " spikes");
        }
    }

    @Test
    void testSamplesDrawFromAStreamOfTheirOwn() {
        long sample = 0xFFFFFFFFL;
        SpikeTrain train = new SpikeTrain(256, 20);
        coder(SEED).encodeTest(sample, allIntensities(), train);
        boolean[][] spikes = dense(train);
        DrawModel draws = new DrawModel(SEED);
        for (int t = 0; t < 20; t++) {
            for (int p = 0; p < 256; p++) {
                int r = draws.draw("TEST_INPUT", 0, sample, t, p, 8).intValueExact();
                assertEquals(r < p + p / 128, spikes[t][p], "step " + t + ", intensity " + p);
            }
        }
    }

    @Test
    void aTrainOfAnotherSizeIsRefused() {
        SpikeCoder coder = coder(SEED);
        assertThrows(IllegalArgumentException.class, () -> coder.encodeTest(0, new byte[3], new SpikeTrain(4, 2)));
        assertThrows(IllegalArgumentException.class, () -> coder.encodeTraining(0, new byte[5], new SpikeTrain(4, 2)));
    }
}
