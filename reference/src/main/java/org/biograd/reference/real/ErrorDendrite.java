package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/** The second compartment of a layer's neurons: it sums the errors that reach the neuron and nothing else. */
public final class ErrorDendrite {

    /** D_i. */
    final double[] potential;

    /**
     * The dendrites of a layer, all 0.
     *
     * @param size neurons of the layer
     */
    public ErrorDendrite(int size) {
        potential = new double[size];
    }

    /** D_i, live, one value per neuron of the layer. */
    public double[] potential() {
        return potential;
    }

    /** Sets all D_i to 0: a sample begins. */
    public void start() {
        Arrays.fill(potential, 0);
    }

    /**
     * Output layer: D_k += sp_k - sn_k.
     *
     * @param errors the error neurons, as many as the layer has neurons
     */
    @Clause("ERR-5")
    public void receive(ErrorNeurons errors) {
        for (int k = 0; k < potential.length; k++) {
            potential[k] += errors.sp[k] - errors.sn[k];
        }
    }

    /**
     * Hidden layer: D_i += sum_k B_ik (sp_k - sn_k).
     *
     * @param feedback B_ik, [neuron of the layer][output]
     * @param errors the error neurons of the outputs
     */
    @Clause("ERR-6")
    public void receive(double[][] feedback, ErrorNeurons errors) {
        for (int i = 0; i < potential.length; i++) {
            double sum = 0;
            for (int k = 0; k < errors.sp.length; k++) {
                sum += feedback[i][k] * (errors.sp[k] - errors.sn[k]);
            }
            potential[i] += sum;
        }
    }

    /**
     * Hidden layer, where feedback goes layer by layer: D_i = sum_m B_im c_m.
     *
     * @param feedback B_im, [neuron of the layer][neuron of the next layer]
     * @param fedBack c_m, one value per neuron of the next layer
     */
    @Clause("ERR-9")
    public void receive(double[][] feedback, double[] fedBack) {
        for (int i = 0; i < potential.length; i++) {
            double sum = 0;
            for (int m = 0; m < fedBack.length; m++) {
                sum += feedback[i][m] * fedBack[m];
            }
            potential[i] = sum;
        }
    }
}
