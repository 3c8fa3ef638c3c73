package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/** The second compartment of a layer's neurons: it sums the errors that reach the neuron and nothing else. */
final class ErrorDendrite {

    /** D_i. */
    final double[] potential;

    ErrorDendrite(int size) {
        potential = new double[size];
    }

    void start() {
        Arrays.fill(potential, 0);
    }

    /** Output layer: D_k += sp_k - sn_k. */
    @Clause("ERR-5")
    void receive(ErrorNeurons errors) {
        for (int k = 0; k < potential.length; k++) {
            potential[k] += errors.sp[k] - errors.sn[k];
        }
    }

    /** Hidden layer: D_i += sum_k B_ik (sp_k - sn_k). */
    @Clause("ERR-6")
    void receive(double[][] feedback, ErrorNeurons errors) {
        for (int i = 0; i < potential.length; i++) {
            double sum = 0;
            for (int k = 0; k < errors.sp.length; k++) {
                sum += feedback[i][k] * (errors.sp[k] - errors.sn[k]);
            }
            potential[i] += sum;
        }
    }

    /** Hidden layer, where feedback goes layer by layer: D_i = sum_m B_im c_m. */
    @Clause("ERR-9")
    void receive(double[][] feedback, double[] fedBack) {
        for (int i = 0; i < potential.length; i++) {
            double sum = 0;
            for (int m = 0; m < fedBack.length; m++) {
                sum += feedback[i][m] * fedBack[m];
            }
            potential[i] = sum;
        }
    }
}
