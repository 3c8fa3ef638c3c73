package org.biograd.study.angles.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biograd.study.angles.Distribution;
import org.junit.jupiter.api.Test;

class UpdateAgreementTest {

    @Test
    void knownAngles() {
        assertAgreement(45, Math.sqrt(2) / 3, new double[][] {{1, 0}, {1, 0}}, new double[][] {{3, 0}, {0, 0}});
        assertAgreement(90, 0.5, new double[][] {{1, 0}}, new double[][] {{0, -2}});
        assertAgreement(180, 2, new double[][] {{2, 4}}, new double[][] {{-1, -2}});
    }

    @Test
    void anglesFarBelowTheReachOfTheArcCosine() {
        double tiny = 1e-9;
        assertAgreement(Math.toDegrees(tiny), 1, new double[][] {{1, 0}}, new double[][] {{1, tiny}});
    }

    @Test
    void aZeroVectorHasNoAngle() {
        assertFalse(UpdateAgreement.of(new double[][] {{0, 0}}, new double[][] {{1, 2}})
                .defined());
        assertFalse(UpdateAgreement.of(new double[][] {{1, 2}}, new double[][] {{0, 0}})
                .defined());
    }

    @Test
    void quantilesLieBetweenTheNumbers() {
        Distribution distribution = new Distribution(List.of(40.0, 10.0, 20.0));
        assertEquals(70 / 3.0, distribution.mean(), 1e-12);
        assertEquals(10, distribution.quantile(0));
        assertEquals(15, distribution.quantile(0.25));
        assertEquals(20, distribution.quantile(0.5));
        assertEquals(40, distribution.quantile(1));
        assertEquals(2, distribution.count(10, 40));
        assertTrue(Double.isNaN(new Distribution(List.of()).quantile(0.5)));
        assertTrue(Double.isNaN(new Distribution(List.of()).mean()));
    }

    private static void assertAgreement(double degrees, double ratio, double[][] a, double[][] b) {
        UpdateAgreement agreement = UpdateAgreement.of(a, b);
        assertEquals(degrees, agreement.degrees(), 1e-12 * Math.max(1e-6, degrees) + 1e-13);
        assertEquals(ratio, agreement.ratio(), 1e-12);
    }
}
