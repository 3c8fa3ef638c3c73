package org.biograd.study.angles;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers in ascending order, and what is usually said of them; NaN where there are none.
 *
 * <p>A quantile q is the value at position q (n - 1), between two values in proportion.
 */
public final class Distribution {

    private final double[] sorted;

    /** The distribution of some numbers, none of them NaN. */
    public Distribution(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /** Their mean. */
    public double mean() {
        return sorted.length == 0 ? Double.NaN : Arrays.stream(sorted).sum() / sorted.length;
    }

    /** The value that a share q, 0..1, of the numbers lies below. */
    public double quantile(double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = q * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** How many of the numbers lie in from..to, the upper end excluded. */
    public int count(double from, double to) {
        return (int) Arrays.stream(sorted)
                .filter(value -> value >= from && value < to)
                .count();
    }
}
