package org.biograd.kit.reference;

import java.util.Arrays;

/** Matrices as the reference and the cases hold them: with the bias last in a row, or apart. */
final class Rows {

    private Rows() {}

    /** The first vector, then the rows. */
    static double[][] of(double[] first, double[][] rows) {
        double[][] all = new double[rows.length + 1][];
        all[0] = first;
        System.arraycopy(rows, 0, all, 1, rows.length);
        return all;
    }

    /** Each row with its bias as the last value. */
    static double[][] join(double[][] weights, double[] biases) {
        double[][] joined = new double[weights.length][];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = Arrays.copyOf(weights[i], weights[i].length + 1);
            joined[i][weights[i].length] = biases[i];
        }
        return joined;
    }

    /** Each row without its last value. */
    static double[][] weights(double[][] joined) {
        return Arrays.stream(joined)
                .map(row -> Arrays.copyOf(row, row.length - 1))
                .toArray(double[][]::new);
    }

    /** The last value of each row. */
    static double[] biases(double[][] joined) {
        return Arrays.stream(joined).mapToDouble(row -> row[row.length - 1]).toArray();
    }

    /** Each value divided. */
    static double[][] divide(double[][] matrix, int divisor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(value -> value / divisor).toArray())
                .toArray(double[][]::new);
    }

    static void copy(double[][] from, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    static int[] integers(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
