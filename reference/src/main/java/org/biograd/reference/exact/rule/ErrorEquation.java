package org.biograd.reference.exact.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/**
 * The errors of a hidden layer at its equilibrium: beta = J^T beta + grad, J_ij = m_i R_ij / unit.
 *
 * @param recurrent R
 * @param mask m, where the clamp of a rate lets a derivative through
 * @param unit what a spike takes off: V in IDE, 2 V in SPIDE
 */
public record ErrorEquation(BigFraction[][] recurrent, boolean[] mask, BigFraction unit) {

    /**
     * Spikes that solve the equation up to what is left of voltages.
     *
     * @param count sum_t o(t), one per neuron
     * @param left u after the last step
     * @param last o of the last step
     */
    public record Spikes(int[] count, BigFraction[] left, int[] last) {}

    /** J^T y. */
    public BigFraction[] back(BigFraction[] y) {
        BigFraction[] masked = Vectors.zeros(y.length);
        for (int i = 0; i < y.length; i++) {
            masked[i] = mask[i] ? y[i].divide(unit) : BigFraction.ZERO;
        }
        return Vectors.back(recurrent, masked);
    }

    /**
     * SPIDE: neurons of the same layer spike once more, in both signs; one spike is worth 1 and takes it off.
     *
     * @param gradient grad
     * @param steps T_B
     */
    @Clause("SPIDE-5")
    public Spikes spike(BigFraction[] gradient, int steps) {
        int size = gradient.length;
        BigFraction[] u = Vectors.zeros(size);
        int[] o = new int[size];
        int[] count = new int[size];
        BigFraction half = BigFraction.of(1, 2);
        for (int t = 0; t < steps; t++) {
            BigFraction[] sent = new BigFraction[size];
            for (int i = 0; i < size; i++) {
                sent[i] = BigFraction.of(o[i]);
            }
            BigFraction[] arrived = back(sent);
            for (int i = 0; i < size; i++) {
                u[i] = u[i].add(arrived[i]).add(gradient[i]);
                o[i] = u[i].compareTo(half) >= 0 ? 1 : u[i].compareTo(half.negate()) <= 0 ? -1 : 0;
                u[i] = u[i].subtract(o[i]);
                count[i] += o[i];
            }
        }
        return new Spikes(count, u, o);
    }

    /** IDE: the solution of (I - J^T) beta = grad. */
    @Clause("IDE-2")
    public BigFraction[] solve(BigFraction[] gradient) {
        int size = gradient.length;
        BigFraction[][] matrix = Vectors.zeros(size, size);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < size; i++) {
                BigFraction jacobian = mask[i] ? recurrent[i][j].divide(unit) : BigFraction.ZERO;
                matrix[j][i] = (i == j ? BigFraction.ONE : BigFraction.ZERO).subtract(jacobian);
            }
        }
        return eliminate(matrix, gradient.clone());
    }

    /** Solves a regular system by elimination; changes both arrays. */
    private static BigFraction[] eliminate(BigFraction[][] a, BigFraction[] b) {
        int n = b.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            while (pivot < n && a[pivot][c].isZero()) {
                pivot++;
            }
            if (pivot == n) {
                throw new ArithmeticException("the errors' equation has no unique solution");
            }
            BigFraction[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            BigFraction value = b[pivot];
            b[pivot] = b[c];
            b[c] = value;
            for (int r = 0; r < n; r++) {
                if (r == c || a[r][c].isZero()) {
                    continue;
                }
                BigFraction factor = a[r][c].divide(a[c][c]);
                for (int k = c; k < n; k++) {
                    a[r][k] = a[r][k].subtract(factor.multiply(a[c][k]));
                }
                b[r] = b[r].subtract(factor.multiply(b[c]));
            }
        }
        for (int r = 0; r < n; r++) {
            b[r] = b[r].divide(a[r][r]);
        }
        return b;
    }

    /** m_i beta_i / unit: what multiplies a presynaptic rate. */
    public BigFraction[] post(BigFraction[] beta) {
        BigFraction[] post = new BigFraction[beta.length];
        for (int i = 0; i < post.length; i++) {
            post[i] = mask[i] ? beta[i].divide(unit) : BigFraction.ZERO;
        }
        return post;
    }

    /** step_R, as weights without biases. */
    @Clause("SPIDE-6")
    public BigFraction[][] recurrentStep(BigFraction[] beta, BigFraction[] rates) {
        return Vectors.outer(post(beta), rates, BigFraction.ZERO).weights();
    }

    /** step_F; a bias hears a rate of 1. */
    @Clause("SPIDE-6")
    public Synapses forwardStep(BigFraction[] beta, BigFraction[] inputRates) {
        return Vectors.outer(post(beta), inputRates, BigFraction.ONE);
    }
}
