package org.biograd.reference.exact;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;

/** Arrays of fractions. */
final class Fractions {

    private Fractions() {}

    static BigFraction[] zeros(int size) {
        BigFraction[] zeros = new BigFraction[size];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    static BigFraction[][] zeros(int rows, int columns) {
        BigFraction[][] zeros = new BigFraction[rows][];
        Arrays.setAll(zeros, row -> zeros(columns));
        return zeros;
    }
}
