package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.reference.real.Angles;
import org.biograd.reference.real.RealNetwork;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.junit.jupiter.api.Test;

/** Angles between vectors, and the matrix that feedback is measured against. */
class AnglesTest {

    @Test
    void anglesOfKnownVectors() {
        assertEquals(45, Angles.degrees(new double[] {1, 0}, new double[] {3, 3}), 1e-13);
        assertEquals(90, Angles.degrees(new double[] {1, 0}, new double[] {0, -2}), 1e-13);
        assertEquals(180, Angles.degrees(new double[] {1, 2, 3}, new double[] {-2, -4, -6}), 1e-5);
        assertEquals(60, Angles.degrees(new double[][] {{1, 0}, {1, 0}}, new double[][] {{1, 1}, {0, 0}}), 1e-13);
        assertEquals(45, new Angles().add(1, 1).add(0, 1).degrees(), 1e-13);
    }

    @Test
    void roundingNeverLeavesTheRangeOfTheCosine() {
        for (int n = 1; n < 200; n++) {
            double[] a = {0.1 * n, 1.0 / n, StrictMath.sqrt(n)};
            double[] b = {0.3 * n, 3.0 / n, 3 * StrictMath.sqrt(n)};
            assertEquals(0, Angles.degrees(a, b), 1e-5);
        }
    }

    @Test
    void aZeroVectorHasNoAngle() {
        assertTrue(Double.isNaN(Angles.degrees(new double[] {0, 0}, new double[] {1, 2})));
        assertTrue(Double.isNaN(Angles.degrees(new double[0], new double[0])));
        assertThrows(IllegalArgumentException.class, () -> Angles.degrees(new double[2], new double[3]));
    }

    @Test
    @Clause("NET-5")
    void forwardProductIsTransposedAndStartsAboveTheLayer() {
        RealNetwork network = new RealNetwork(Shape.of(1, 2, 3, 2), RealNetworkTest.oneStep(1, 1));
        set(network.weights(1), new double[][] {{100}, {200}});
        set(network.weights(2), new double[][] {{1, 2}, {3, 4}, {5, 6}});
        set(network.weights(3), new double[][] {{1, 10, 100}, {2, 0, -1}});
        assertArrayEquals(new double[][] {{1, 2}, {10, 0}, {100, -1}}, network.forwardProduct(2));
        assertArrayEquals(new double[][] {{531, -3}, {642, -2}}, network.forwardProduct(1));
    }

    private static void set(double[][] live, double[][] values) {
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, live[i], 0, values[i].length);
        }
    }
}
