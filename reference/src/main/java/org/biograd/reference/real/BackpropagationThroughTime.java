package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.Values;

/**
 * The surrogate gradient of a network's spike counts in reverse mode, through all layers and steps: what learning is
 * measured against.
 *
 * <p>A run is recorded, and then walked from its last step to its first, carrying the derivative of the loss with
 * respect to every voltage. For the loss sum_k e_k o_k, with a bar for that derivative and vbar(T) = 0:
 *
 * <pre>
 *   sbar_k(t) = e_k                               output layer
 *   sbar_i(t) = sum_m w_mi vbar_m(t)              hidden layers, m in the layer above
 *   vbar_i(t) = g_i(t) (sbar_i(t) - d v_i(t) vbar_i(t+1)) + d (1 - s_i(t)) vbar_i(t+1)
 *   wbar_ij   = sum_t vbar_i(t) x_j(t)            bbar_i = sum_t vbar_i(t)
 * </pre>
 *
 * <p>This is mode FULL; DETACHED takes the reset for a constant, and leaves out what is subtracted from sbar; PRE_ONLY
 * has neither that nor the factor 1 - s.
 *
 * <p>Works with the weights that the network has at the time, and changes none. Allocates nothing after construction.
 */
public final class BackpropagationThroughTime {

    private final RealNetwork network;
    private final TraceMode reset;
    private final Tape tape;
    private final double[] error;
    private final double[] counts;

    /** wbar_ij, a layer, [post][pre]. */
    private final double[][][] weights;

    /** bbar_i, a layer. */
    private final double[][] biases;

    /** vbar_i(t+1), then vbar_i(t), a layer. */
    private final double[][] later;

    /**
     * Makes what computes the gradients of one network.
     *
     * @param network the network; not to be used by another thread meanwhile
     * @param reset what is done with the derivative of the reset
     */
    public BackpropagationThroughTime(RealNetwork network, TraceMode reset) {
        this.network = network;
        this.reset = reset;
        Shape shape = network.shape();
        tape = new Tape(shape, network.parameters());
        error = new double[shape.outputs()];
        counts = new double[shape.outputs()];
        weights = new double[shape.layers()][][];
        biases = new double[shape.layers()][];
        later = new double[shape.layers()][];
        for (int l = 1; l <= shape.layers(); l++) {
            weights[l - 1] = new double[shape.size(l)][shape.size(l - 1)];
            biases[l - 1] = new double[shape.size(l)];
            later[l - 1] = new double[shape.size(l)];
        }
    }

    /**
     * Computes the gradient of sum_k e_k o_k.
     *
     * @param sample the input spikes
     * @param e one value per output
     * @throws IllegalArgumentException where the sample or the number of values does not fit the network
     */
    public void differentiateCounts(SpikeTrain sample, double[] e) {
        if (e.length != error.length) {
            throw new IllegalArgumentException(e.length + " values for " + error.length + " outputs");
        }
        network.predict(sample, Decisions.OWN, tape);
        sweep(e);
    }

    /**
     * Computes the gradient of the cross-entropy of the softmax of the spike counts, -log(softmax(o)_label).
     *
     * @param sample the input spikes
     * @param label the right class, 0..outputs-1
     * @return the cross-entropy, in nats
     * @throws IllegalArgumentException where the sample or the label does not fit the network
     */
    public double differentiateCrossEntropy(SpikeTrain sample, int label) {
        if (label < 0 || label >= error.length) {
            throw new IllegalArgumentException("label " + label + " is not within 0.." + (error.length - 1));
        }
        network.predict(sample, Decisions.OWN, tape);
        tape.count(counts);
        ErrorFunctions.softmax(counts, label, error);
        sweep(error);
        return crossEntropy(label);
    }

    private double crossEntropy(int label) {
        double largest = Arrays.stream(counts).max().orElseThrow();
        double sum = 0;
        for (double o : counts) {
            sum += StrictMath.exp(o - largest);
        }
        return StrictMath.log(sum) + largest - counts[label];
    }

    /**
     * The gradient of the last run with respect to the weights of a layer, live.
     *
     * @param layer 1..L
     * @return [neuron of the layer][neuron of the layer below]
     */
    public double[][] weights(int layer) {
        return weights[layer - 1];
    }

    /**
     * The gradient of the last run with respect to the biases of a layer, live.
     *
     * @param layer 1..L
     * @return one value per neuron of the layer
     */
    public double[] biases(int layer) {
        return biases[layer - 1];
    }

    private void sweep(double[] e) {
        for (int l = 0; l < later.length; l++) {
            Arrays.fill(later[l], 0);
            Arrays.fill(biases[l], 0);
            for (double[] row : weights[l]) {
                Arrays.fill(row, 0);
            }
        }
        for (int t = network.parameters().steps() - 1; t >= 0; t--) {
            for (int l = later.length; l >= 1; l--) {
                stepBack(l, t, e);
                addTo(l, t);
            }
        }
    }

    /** vbar_i(t) from vbar_i(t+1) and, of this step, from above. */
    private void stepBack(int l, int t, double[] e) {
        double d = network.parameters().decay();
        double[] v = tape.v[l][t];
        double[] s = tape.s[l][t];
        double[] g = tape.g[l][t];
        double[] vbar = later[l - 1];
        for (int i = 0; i < vbar.length; i++) {
            double next = d * vbar[i];
            double kept = reset == TraceMode.PRE_ONLY ? next : next * (1 - s[i]);
            if (g[i] == 0) {
                vbar[i] = kept;
                continue;
            }
            double spike = l == later.length ? e[i] : fromAbove(l, i);
            if (reset == TraceMode.FULL) {
                spike -= next * v[i];
            }
            vbar[i] = g[i] * spike + kept;
        }
    }

    /** sum_m w_mi vbar_m(t). */
    private double fromAbove(int l, int i) {
        double[][] w = network.weights(l + 1);
        double[] above = later[l];
        double sum = 0;
        for (int m = 0; m < above.length; m++) {
            sum += w[m][i] * above[m];
        }
        return sum;
    }

    private void addTo(int l, int t) {
        double[] x = tape.s[l - 1][t];
        double[] vbar = later[l - 1];
        for (int i = 0; i < vbar.length; i++) {
            if (vbar[i] != 0) {
                double[] row = weights[l - 1][i];
                for (int j = 0; j < row.length; j++) {
                    row[j] += vbar[i] * x[j];
                }
                biases[l - 1][i] += vbar[i];
            }
        }
    }

    /** A recorded run: what a network shows while it predicts, and the gates that belong to the voltages. */
    private static final class Tape implements Observer {

        /** [layer][step][neuron]; layer 0 has spikes only. */
        private final double[][][] v;

        private final double[][][] s;
        private final double[][][] g;
        private final RealParameters parameters;

        Tape(Shape shape, RealParameters parameters) {
            this.parameters = parameters;
            int layers = shape.layers() + 1;
            v = new double[layers][][];
            s = new double[layers][][];
            g = new double[layers][][];
            for (int l = 0; l < layers; l++) {
                s[l] = new double[parameters.steps()][shape.size(l)];
                if (l > 0) {
                    v[l] = new double[parameters.steps()][shape.size(l)];
                    g[l] = new double[parameters.steps()][shape.size(l)];
                }
            }
        }

        @Override
        public void observe(Signal signal, int layer, int step, Values values) {
            if (signal == Signal.SPIKE) {
                values.copyTo(s[layer][step]);
            } else if (signal == Signal.MEMBRANE_VOLTAGE) {
                values.copyTo(v[layer][step]);
                gate(v[layer][step], g[layer][step]);
            }
        }

        /** g_i = amp [|v_i - theta| &lt; win]. */
        @Clause(value = "GATE-1", form = Clause.Form.PART)
        private void gate(double[] voltage, double[] gate) {
            for (int i = 0; i < gate.length; i++) {
                gate[i] = Math.abs(voltage[i] - parameters.theta()) < parameters.win() ? parameters.amp() : 0;
            }
        }

        /** o_k. */
        void count(double[] o) {
            Arrays.fill(o, 0);
            for (double[] step : s[s.length - 1]) {
                for (int k = 0; k < o.length; k++) {
                    o[k] += step[k];
                }
            }
        }
    }
}
