package org.biograd.reference.real;

import org.biograd.spec.Clause;

/** The matrix that feedback weights are aligned with. */
final class ForwardProduct {

    private ForwardProduct() {}

    /**
     * The transposed product of forward matrices, (W(n) ... W(2) W(1))^T.
     *
     * @param weights W(1) to W(n), the lowest layer first, each [post][pre]
     * @return a new matrix, [pre of W(1)][post of W(n)]
     */
    @Clause("NET-5")
    static double[][] transposed(double[][][] weights) {
        double[][] product = identity(weights[weights.length - 1].length);
        for (int l = weights.length - 1; l >= 0; l--) {
            product = timesTransposed(weights[l], product);
        }
        return product;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int k = 0; k < size; k++) {
            identity[k][k] = 1;
        }
        return identity;
    }

    /** sum_j w_ji m_jk. */
    private static double[][] timesTransposed(double[][] w, double[][] m) {
        double[][] product = new double[w[0].length][m[0].length];
        for (int j = 0; j < w.length; j++) {
            for (int i = 0; i < product.length; i++) {
                for (int k = 0; k < product[i].length; k++) {
                    product[i][k] += w[j][i] * m[j][k];
                }
            }
        }
        return product;
    }
}
