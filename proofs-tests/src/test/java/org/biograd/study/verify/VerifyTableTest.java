package org.biograd.study.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.study.verify.VerifyResult.Check;
import org.junit.jupiter.api.Test;

class VerifyTableTest {

    @Test
    void theColumnsAreAligned() {
        List<String> lines = lines(new SampleResult());

        assertEquals("profile loihi, 64-32-16-10, seed 18446744073709551615, 2 epochs of 1,437 samples", lines.get(0));
        assertTrue(lines.contains("test accuracy          83.61 % of 360 samples"), String.join("\n", lines));
        assertTrue(lines.contains("first to differ        g of layer 1, neuron 59, in sample 5, step 11"));
        assertTrue(lines.contains("angles, degrees   feedback   update        product"));
        assertTrue(lines.contains("layer 1               0.33    12.35   1,234,567.00"));
        assertTrue(lines.contains("layer 3                  -     0.00          -0.50"));
        assertTrue(lines.contains("deviations, LSB   compared   largest     mean   saturations   wraps"));
        assertTrue(lines.contains("v                        4    40.000   10.542             0       0"));
        assertTrue(lines.contains("E                        1         -        -             0       0"));
        assertTrue(lines.contains("ok   sums are equal"));
        assertEquals("digest of the weights: 00ff", lines.get(lines.size() - 1));
    }

    @Test
    void whatFailedStandsFirstAndSaysWhatWasFound() {
        SampleResult failed = new SampleResult();
        failed.checks = SampleResult.checks(3);

        List<String> lines = lines(failed);
        int first = lines.indexOf("FAILED   the last check: 3 is not 4");

        assertTrue(first > 0, String.join("\n", lines));
        assertEquals("ok       check 1", lines.get(first + 1));
        assertEquals("ok       check 2", lines.get(first + 2));
    }

    @Test
    void manyChecksAndLayersDoNotMakeItLong() {
        SampleResult large = new SampleResult();
        int[] sizes = new int[40];
        Arrays.fill(sizes, 10);
        large.shape = Shape.of(sizes);
        large.checks = SampleResult.checks(200);

        List<String> lines = lines(large);

        assertEquals(VerifyTable.MAX_LINES, lines.size());
        assertTrue(lines.contains("FAILED   the last check: 3 is not 4"));
        assertTrue(lines.contains("37 more layers in the report"), String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("more checks in the report, 0 of them failed")));
    }

    @Test
    void whatACheckSaysStaysOnOneLineOfBoundedWidth() {
        SampleResult wordy = new SampleResult();
        wordy.checks = List.of(new Check("a\nb", false, "word ".repeat(100)));

        List<String> lines = lines(wordy);

        assertTrue(lines.stream().anyMatch(line -> line.startsWith("FAILED   a b: word")), String.join("\n", lines));
        assertTrue(lines.stream().allMatch(line -> line.length() <= 110));
    }

    private static List<String> lines(SampleResult result) {
        return VerifyTable.of(result.build()).lines().toList();
    }
}
