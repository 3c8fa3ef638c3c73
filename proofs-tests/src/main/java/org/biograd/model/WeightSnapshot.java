package org.biograd.model;

import java.util.Arrays;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.Units;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** All weights of an integer network at one moment. Immutable. */
public final class WeightSnapshot {

    private final int[][] forward;
    private final int[][] feedback;

    private WeightSnapshot(int[][] forward, int[][] feedback) {
        this.forward = forward;
        this.feedback = feedback;
    }

    /** The weights that a network has now. */
    public static WeightSnapshot of(IntegerNetwork network) {
        int layers = network.shape().layers();
        int[][] forward = new int[layers][];
        int[][] feedback = new int[layers - 1][];
        for (int l = 1; l <= layers; l++) {
            forward[l - 1] = network.weights(l).clone();
        }
        for (int l = 1; l < layers; l++) {
            feedback[l - 1] = network.feedback(l).clone();
        }
        return new WeightSnapshot(forward, feedback);
    }

    /** Gives these weights to an integer network of the same shape. */
    public void restore(IntegerNetwork network) {
        for (int l = 1; l <= forward.length; l++) {
            System.arraycopy(forward[l - 1], 0, network.weights(l), 0, forward[l - 1].length);
        }
        for (int l = 1; l <= feedback.length; l++) {
            System.arraycopy(feedback[l - 1], 0, network.feedback(l), 0, feedback[l - 1].length);
        }
    }

    /** Gives these weights, in units of the equations, to a reference network of the same shape. */
    public void restore(RealNetwork network, Profile profile) {
        Shape shape = network.shape();
        for (int l = 1; l <= shape.layers(); l++) {
            double lsb = Units.lsb(profile, shape, Signal.WEIGHT, l);
            int pre = shape.size(l - 1);
            int post = shape.size(l);
            for (int i = 0; i < post; i++) {
                for (int j = 0; j < pre; j++) {
                    network.weights(l)[i][j] = forward[l - 1][j * post + i] * lsb;
                }
                network.biases(l)[i] = forward[l - 1][pre * post + i] * lsb;
            }
        }
        for (int l = 1; l < shape.layers(); l++) {
            double lsb = Units.lsb(profile, shape, Signal.FEEDBACK_WEIGHT, l);
            for (int i = 0; i < shape.size(l); i++) {
                double[] row = network.feedback(l)[i];
                for (int k = 0; k < row.length; k++) {
                    row[k] = feedback[l - 1][i * row.length + k] * lsb;
                }
            }
        }
    }

    /** Whether a network has exactly these weights now. */
    public boolean equalsThoseOf(IntegerNetwork network) {
        WeightSnapshot other = of(network);
        return Arrays.deepEquals(forward, other.forward) && Arrays.deepEquals(feedback, other.feedback);
    }
}
