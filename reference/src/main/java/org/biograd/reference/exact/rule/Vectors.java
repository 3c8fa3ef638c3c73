package org.biograd.reference.exact.rule;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Synapses;

/** Small sums of fractions. */
final class Vectors {

    private Vectors() {}

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

    /** Weights and biases of 0. */
    static Synapses zeroSynapses(int pre, int post) {
        return new Synapses(zeros(post, pre), zeros(post));
    }

    /** sum_j m_ij y_j. */
    static BigFraction[] times(BigFraction[][] matrix, BigFraction[] y) {
        BigFraction[] sum = zeros(matrix.length);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (!y[j].isZero()) {
                    sum[i] = sum[i].add(matrix[i][j].multiply(y[j]));
                }
            }
        }
        return sum;
    }

    /** sum_i m_ij y_i: what goes back through a matrix. */
    static BigFraction[] back(BigFraction[][] matrix, BigFraction[] y) {
        BigFraction[] sum = zeros(matrix[0].length);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < sum.length && !y[i].isZero(); j++) {
                sum[j] = sum[j].add(matrix[i][j].multiply(y[i]));
            }
        }
        return sum;
    }

    /** y_i x_j, and y_i times the bias's x. */
    static Synapses outer(BigFraction[] y, BigFraction[] x, BigFraction bias) {
        Synapses product = zeroSynapses(x.length, y.length);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product.weights()[i][j] = y[i].multiply(x[j]);
            }
            product.biases()[i] = y[i].multiply(bias);
        }
        return product;
    }
}
