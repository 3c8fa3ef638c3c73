package org.biograd.reference.exact;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/** The feedback weights of a hidden layer: what they should be, and how sleep moves them there. */
public final class WeightMirror {

    private WeightMirror() {}

    /**
     * The Hebbian sum of a sleep, over its trajectories m: sum_m H_i(m) O_k(m).
     *
     * @param noise H, [trajectory][neuron]
     * @param output O, [trajectory][output]
     * @return [neuron][output]
     */
    @Clause("SLEEP-4")
    public static BigFraction[][] hebb(BigFraction[][] noise, BigFraction[][] output) {
        BigFraction[][] sum = Fractions.zeros(noise[0].length, output[0].length);
        for (int m = 0; m < noise.length; m++) {
            for (int i = 0; i < sum.length; i++) {
                for (int k = 0; k < sum[i].length; k++) {
                    sum[i][k] = sum[i][k].add(noise[m][i].multiply(output[m][k]));
                }
            }
        }
        return sum;
    }

    /**
     * What Oja's decay weighs the feedback with: sum_m O_k(m)^power.
     *
     * @param output O, [trajectory][output]
     * @param power at least 1
     * @return one value per output
     */
    @Clause("SLEEP-4")
    public static BigFraction[] oja(BigFraction[][] output, int power) {
        BigFraction[] sum = Fractions.zeros(output[0].length);
        for (BigFraction[] o : output) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] = sum[k].add(o[k].pow(power));
            }
        }
        return sum;
    }

    /** B_ik + rate hebb_ik - decay oja_k B_ik, [neuron][output], as a new matrix. */
    @Clause("SLEEP-4")
    static BigFraction[][] align(
            BigFraction[][] feedback, BigFraction rate, BigFraction[][] hebb, BigFraction decay, BigFraction[] oja) {
        BigFraction[][] aligned = Fractions.zeros(feedback.length, oja.length);
        for (int i = 0; i < feedback.length; i++) {
            for (int k = 0; k < oja.length; k++) {
                BigFraction b = feedback[i][k];
                aligned[i][k] = b.add(rate.multiply(hebb[i][k]))
                        .subtract(decay.multiply(oja[k]).multiply(b));
            }
        }
        return aligned;
    }

    /** M W: the linear map M[k][j] of all layers above, after the weights W[j][i] of the layer below them; [k][i]. */
    static BigFraction[][] product(BigFraction[][] above, BigFraction[][] weights) {
        BigFraction[][] product = Fractions.zeros(above.length, weights[0].length);
        for (int k = 0; k < above.length; k++) {
            for (int i = 0; i < weights[0].length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    product[k][i] = product[k][i].add(above[k][j].multiply(weights[j][i]));
                }
            }
        }
        return product;
    }

    /** M^T. */
    static BigFraction[][] transposed(BigFraction[][] matrix) {
        BigFraction[][] transposed = new BigFraction[matrix[0].length][matrix.length];
        for (int k = 0; k < matrix.length; k++) {
            for (int i = 0; i < transposed.length; i++) {
                transposed[i][k] = matrix[k][i];
            }
        }
        return transposed;
    }
}
