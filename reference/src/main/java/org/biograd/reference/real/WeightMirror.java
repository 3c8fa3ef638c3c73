package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * The feedback weights of one hidden layer, and the sleep that turns them toward the forward weights: what noise in the
 * layer makes the outputs do, in the mean, is what the forward weights between them are. Where feedback goes layer by
 * layer, the neurons of the next layer stand in the place of the outputs.
 */
final class WeightMirror {

    /** B_ik, [neuron][output]. */
    final double[][] feedback;

    /** H_i of the trajectory. */
    final double[] noise;

    /** O_k of the trajectory. */
    final double[] output;

    private final RealParameters parameters;
    private final double[][] hebb;
    private final double[] power;

    WeightMirror(RealParameters parameters, int size, int outputs) {
        this.parameters = parameters;
        feedback = new double[size][outputs];
        noise = new double[size];
        output = new double[outputs];
        hebb = new double[size][outputs];
        power = new double[outputs];
    }

    void startSleep() {
        for (double[] row : hebb) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(power, 0);
    }

    void startTrajectory() {
        Arrays.fill(noise, 0);
        Arrays.fill(output, 0);
    }

    /** H_i = sum_t (pos_i - neg_i), O_k = sum_t s_k. */
    @Clause("SLEEP-3")
    void count(Spikes injected, Spikes outputs) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] += injected.x[i];
        }
        for (int k = 0; k < output.length; k++) {
            output[k] += outputs.x[k];
        }
    }

    /** Adds the counts of a trajectory to the sums of the sleep: H_i O_k, and O_k to Oja's power. */
    @Clause("SLEEP-4")
    void endTrajectory(double[] noise, double[] output) {
        for (int i = 0; i < noise.length; i++) {
            for (int k = 0; k < output.length; k++) {
                hebb[i][k] += noise[i] * output[k];
            }
        }
        for (int k = 0; k < output.length; k++) {
            // A product rather than a library's power: counts are integers, and so the sum stays exact.
            double product = 1;
            for (int factor = 0; factor < parameters.ojaPower(); factor++) {
                product *= output[k];
            }
            power[k] += product;
        }
    }

    /** B_ik += hebb sum(H_i O_k) - oja sum(O_k^2) B_ik. */
    @Clause("SLEEP-4")
    void align() {
        for (int i = 0; i < feedback.length; i++) {
            for (int k = 0; k < power.length; k++) {
                feedback[i][k] += parameters.hebb() * hebb[i][k] - parameters.oja() * power[k] * feedback[i][k];
            }
        }
    }
}
