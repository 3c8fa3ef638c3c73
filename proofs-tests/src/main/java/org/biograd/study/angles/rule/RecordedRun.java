package org.biograd.study.angles.rule;

import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * One training sample as a network in real arithmetic went through it: everything that an update of any kind is
 * computed from.
 *
 * <p>Filled by watching {@link org.biograd.reference.real.RealNetwork#learn}; read only afterwards.
 */
public final class RecordedRun implements Observer {

    private final Shape shape;
    private final int steps;
    private final int softStart;

    /** [layer 0..L][step][neuron]; layer 0 has spikes only. */
    private final double[][][] voltage;

    private final double[][][] spike;
    private final double[][][] gate;

    /** e_k(t), [step][output]; 0 before the soft start. */
    private final double[][] error;

    /** sp_k(t) - sn_k(t), [step][output]; 0 before the soft start. */
    private final double[][] errorSpike;

    /** An empty recording for a network with T = {@code steps}. */
    public RecordedRun(Shape shape, int steps, int softStart) {
        this.shape = shape;
        this.steps = steps;
        this.softStart = softStart;
        int layers = shape.layers() + 1;
        voltage = new double[layers][][];
        spike = new double[layers][][];
        gate = new double[layers][][];
        for (int l = 0; l < layers; l++) {
            voltage[l] = new double[steps][shape.size(l)];
            spike[l] = new double[steps][shape.size(l)];
            gate[l] = new double[steps][shape.size(l)];
        }
        error = new double[steps][shape.outputs()];
        errorSpike = new double[steps][shape.outputs()];
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        switch (signal) {
            case MEMBRANE_VOLTAGE -> values.copyTo(voltage[layer][step]);
            case SPIKE -> values.copyTo(spike[layer][step]);
            case GATE -> values.copyTo(gate[layer][step]);
            case ERROR -> values.copyTo(error[step]);
            case POSITIVE_ERROR_SPIKE -> values.copyTo(errorSpike[step]);
            case NEGATIVE_ERROR_SPIKE -> {
                for (int k = 0; k < values.size(); k++) {
                    errorSpike[step][k] -= values.real(k);
                }
            }
            default -> {}
        }
    }

    /** The sizes of the layers. */
    public Shape shape() {
        return shape;
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** The first step with feedback. */
    public int softStart() {
        return softStart;
    }

    /** N, the steps with feedback. */
    public int feedbackSteps() {
        return steps - softStart;
    }

    /** v_i(t) of a layer 1..L, [step][neuron]. */
    public double[][] voltage(int layer) {
        return voltage[layer];
    }

    /** s_i(t) of a layer 0..L, [step][neuron]. */
    public double[][] spike(int layer) {
        return spike[layer];
    }

    /** g_i(t) of a layer 1..L, [step][neuron]. */
    public double[][] gate(int layer) {
        return gate[layer];
    }

    /** e_k(t), [step][output]; 0 before the soft start. */
    public double[][] error() {
        return error;
    }

    /** sp_k(t) - sn_k(t), [step][output]; 0 before the soft start. */
    public double[][] errorSpike() {
        return errorSpike;
    }

    /** e_k(T-1): with SOFTMAX the derivative of the cross-entropy with respect to the spike count of output k. */
    public double[] finalError() {
        return error[steps - 1];
    }
}
