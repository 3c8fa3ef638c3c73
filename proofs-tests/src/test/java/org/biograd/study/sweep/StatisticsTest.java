package org.biograd.study.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** The statistics of a study, against numbers that were worked out by hand or stand in tables. */
@Clause("STUDY-9")
class StatisticsTest {

    @Test
    void theIntervalIsStudents() {
        // 4.302653 is the 0.975 quantile with 2 degrees of freedom.
        assertEquals(4.302653 / Math.sqrt(3), Statistics.halfWidth(1, 2, 3), 1e-6);
        assertEquals(12.706205 * Math.sqrt(2) / Math.sqrt(2), Statistics.halfWidth(0, 2), 1e-5);
        assertTrue(Double.isNaN(Statistics.halfWidth(1)) && Double.isNaN(Statistics.deviation(1)));
        assertEquals(1, Statistics.deviation(1, 2, 3), 1e-12);
    }

    @Test
    void theSignTestIsExact() {
        assertEquals(2 * (1 + 8) / 256.0, Statistics.signTest(1, 7), 1e-12);
        assertEquals(Statistics.signTest(1, 7), Statistics.signTest(7, 1), 0);
        assertEquals(1, Statistics.signTest(4, 4), 0);
        assertEquals(1, Statistics.signTest(0, 0), 0);
        assertEquals(2 / 1024.0, Statistics.signTest(10, 0), 1e-12);
    }

    @Test
    void holmGoesFromTheLeast() {
        assertArrayEquals(new double[] {0.06, 0.06, 0.06, 0.02}, Statistics.holm(0.02, 0.03, 0.04, 0.005), 1e-12);
        assertArrayEquals(new double[] {1, 1}, Statistics.holm(0.9, 0.8), 0);
        assertEquals(0, Statistics.holm().length);
    }

    @Test
    void chanceCountsThoseThatAreAtLeastAsRight() {
        assertEquals(0.125, Statistics.atLeast(3, 3, 0.5), 1e-12);
        assertEquals(1, Statistics.atLeast(0, 3, 0.5), 0);
        assertEquals(0.5, Statistics.atLeast(2, 3, 0.5), 1e-12);
    }
}
