package org.biograd.study.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.biograd.data.DataSet;
import org.junit.jupiter.api.Test;

class SyntheticSamplesTest {

    /** MNIST's training set: 19.1 % of the pixels are not 0, the mean intensity is 0.1307 of the largest. */
    @Test
    void asManyPixelsAreLitAsInMnist() {
        DataSet samples = SyntheticSamples.of(1, 1, 2000);
        long lit = 0;
        long sum = 0;
        for (byte[] image : samples.intensities()) {
            for (byte pixel : image) {
                lit += pixel != 0 ? 1 : 0;
                sum += pixel & 0xFF;
            }
        }
        double pixels = 2000.0 * 784;
        assertEquals(0.191, lit / pixels, 0.005);
        assertEquals(0.1307, sum / pixels / 255, 0.013);
    }

    @Test
    void samplesOfAClassAreAlikeAndNoTwoAreEqual() {
        DataSet samples = SyntheticSamples.of(7, 1, 300);
        double[] same = new double[2];
        double[] other = new double[2];
        int[] classes = new int[10];
        for (int a = 0; a < 300; a++) {
            classes[samples.labels()[a]]++;
            for (int b = 0; b < a; b++) {
                double[] to = samples.labels()[a] == samples.labels()[b] ? same : other;
                int common = 0;
                for (int p = 0; p < 784; p++) {
                    common += samples.intensities()[a][p] != 0 && samples.intensities()[b][p] != 0 ? 1 : 0;
                }
                to[0] += common;
                to[1]++;
                assertFalse(Arrays.equals(samples.intensities()[a], samples.intensities()[b]), a + " and " + b);
            }
        }
        assertTrue(
                same[0] / same[1] > 1.5 * other[0] / other[1],
                same[0] / same[1] + " common pixels, else " + other[0] / other[1]);
        assertTrue(Arrays.stream(classes).min().orElseThrow() > 10, Arrays.toString(classes));
    }

    @Test
    void aSampleIsAFunctionOfSeedSetAndNumber() {
        DataSet few = SyntheticSamples.of(7, 1, 5);
        DataSet more = SyntheticSamples.of(7, 1, 50);
        assertArrayEquals(few.intensities()[4], more.intensities()[4]);
        assertEquals(few.labels()[4], more.labels()[4]);
        assertFalse(
                Arrays.equals(few.intensities()[4], SyntheticSamples.of(7, 2, 5).intensities()[4]));
        assertFalse(
                Arrays.equals(few.intensities()[4], SyntheticSamples.of(8, 1, 5).intensities()[4]));
    }
}
