package org.biograd.reference.real.fast;

import java.util.Arrays;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/**
 * The update of some neurons of a layer by a whole batch. Their eligibilities are carried forward neuron by neuron, and
 * only where somebody asks for them: at synapses of inputs that have spiked, of neurons that have heard an error, up to
 * the last open gate. All others are 0, or are multiplied by 0.
 *
 * <p>Equals: {@code Eligibility} and {@code WeightUpdate} of the readable package, with the same addends in the same
 * order, those of 0 left out.
 * <br>Condition: no addend that is left out would have been infinite or not a number.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class RowUpdate {

    private final RealNetwork network;
    private final RealParameters parameters;
    private final NeuronCourse neuron;

    /** The sum of D_i E_ij over the batch, [row][pre + 1], the bias last. */
    private final double[][] gradient;

    /** The inputs that spike in the sample, and behind them the bias. */
    private final int[] inputs;

    /** Where an input stands among them, plus 1; 0 for one that is silent. */
    private final int[] place;

    /** x_j(t) of those inputs, [step][place]; in PRE_ONLY their traces z_j(t). */
    private final double[][] x;

    private final double[] trace;
    private final double[] eligibility;
    private int active;

    RowUpdate(RealNetwork network, int rows) {
        this.network = network;
        parameters = network.parameters();
        neuron = new NeuronCourse(parameters);
        int widest = 0;
        for (int l = 0; l < network.shape().layers(); l++) {
            widest = Math.max(widest, network.shape().size(l) + 1);
        }
        gradient = new double[rows][widest];
        inputs = new int[widest];
        place = new int[widest];
        x = new double[parameters.steps()][widest];
        trace = new double[widest];
        eligibility = new double[widest];
    }

    /**
     * Learns a batch: the sum of its samples in their order, then the update.
     *
     * @param layer 1..L
     * @param first the first neuron
     * @param end the last one, exclusive; at most as many as there are rows
     * @param samples have run; those from {@code count} on are not looked at
     * @param rate of this update
     */
    @Clause(
            value = {"LEARN-1", "LEARN-3"},
            form = Clause.Form.FAST)
    void learn(int layer, int first, int end, SampleRun[] samples, int count, double rate) {
        int bias = network.shape().size(layer - 1);
        for (int i = first; i < end; i++) {
            Arrays.fill(gradient[i - first], 0, bias + 1, 0);
        }
        boolean any = false;
        for (int b = 0; b < count; b++) {
            any |= add(layer, first, end, samples[b]);
        }
        if (!any) {
            return;
        }
        double[][] weights = network.weights(layer);
        double[] biases = network.biases(layer);
        for (int i = first; i < end; i++) {
            double[] g = gradient[i - first];
            double[] w = weights[i];
            for (int j = 0; j < w.length; j++) {
                w[j] -= rate * g[j];
            }
            biases[i] -= rate * g[bias];
        }
    }

    /** G_ij += D_i E_ij of a sample; false where all of it is 0. */
    private boolean add(int layer, int first, int end, SampleRun sample) {
        double[] dendrite = sample.dendrites[layer - 1].potential();
        boolean any = false;
        for (int i = first; i < end; i++) {
            if (dendrite[i] == 0) {
                continue;
            }
            neuron.read(sample.layers[layer - 1].v, i);
            if (neuron.end() == 0) {
                continue;
            }
            if (!any) {
                findInputs(sample.below(layer));
                any = true;
            }
            accumulate();
            double[] g = gradient[i - first];
            for (int k = 0; k < active; k++) {
                g[inputs[k]] += dendrite[i] * eligibility[k];
            }
        }
        return any;
    }

    /** Finds the inputs that spike, and their x. */
    @Clause(
            value = {"ELIG-1", "ELIG-5"},
            form = Clause.Form.FAST)
    private void findInputs(Raster below) {
        active = 0;
        Arrays.fill(place, 0, below.size(), 0);
        for (int event = 0; event < below.events(); event++) {
            place[below.neuron[event]] = 1;
        }
        for (int j = 0; j < below.size(); j++) {
            if (place[j] != 0) {
                inputs[active] = j;
                place[j] = ++active;
            }
        }
        inputs[active++] = below.size();
        for (int t = 0; t < x.length; t++) {
            Arrays.fill(x[t], 0, active, 0);
            x[t][active - 1] = 1;
            for (int event = below.begin(t); event < below.end(t); event++) {
                x[t][place[below.neuron[event]] - 1] = 1;
            }
            if (parameters.traceMode() == TraceMode.PRE_ONLY && t > 0) {
                decay(x[t], x[t - 1], parameters.traceDecay(), active);
            }
        }
    }

    /** E_ij = sum over t of g_i eps_ij(t), with eps_ij(t) = d f_i(t-1) eps_ij(t-1) + x_j(t). */
    @Clause(
            value = {"ELIG-2", "ELIG-3"},
            form = Clause.Form.FAST)
    private void accumulate() {
        double d = parameters.traceDecay();
        boolean own = parameters.traceMode() != TraceMode.PRE_ONLY;
        boolean first = true;
        for (int t = 0; t < neuron.end(); t++) {
            if (own && t == 0) {
                System.arraycopy(x[0], 0, trace, 0, active);
            } else if (own) {
                carry(trace, x[t], d, neuron.factor[t], active);
            }
            if (neuron.gate[t] != 0) {
                double[] z = own ? trace : x[t];
                if (first) {
                    begin(eligibility, z, neuron.gate[t], active);
                } else {
                    add(eligibility, z, neuron.gate[t], active);
                }
                first = false;
            }
        }
    }

    // Loops of their own, so that each is compiled for itself, and to instructions on several values at once.

    private static void begin(double[] e, double[] z, double g, int length) {
        for (int k = 0; k < length; k++) {
            e[k] = g * z[k];
        }
    }

    private static void decay(double[] now, double[] before, double d, int length) {
        for (int k = 0; k < length; k++) {
            now[k] = d * before[k] + now[k];
        }
    }

    private static void carry(double[] z, double[] x, double d, double f, int length) {
        for (int k = 0; k < length; k++) {
            z[k] = d * (f * z[k]) + x[k];
        }
    }

    private static void add(double[] e, double[] z, double g, int length) {
        for (int k = 0; k < length; k++) {
            e[k] += g * z[k];
        }
    }
}
