package org.biograd.reference.real.fast;

import java.util.Arrays;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.ErrorDendrite;
import org.biograd.reference.real.ErrorFunctions;
import org.biograd.reference.real.ErrorNeurons;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.SpikeTrain;

/**
 * One sample through the whole network, layer after layer instead of step after step. It reads weights and changes
 * none: several runs may use one network at once.
 *
 * <p>Equals: {@link RealNetwork#learn} without its eligibilities and gradient, and {@link
 * RealNetwork#predict(SpikeTrain)}.
 * <br>Condition: nobody watches, and the network decides for itself.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class SampleRun {

    final Raster input;

    /** Layers 1..L; index 0 is layer 1. */
    final LayerRun[] layers;

    /** The error dendrites, likewise. */
    final ErrorDendrite[] dendrites;

    private final RealNetwork network;
    private final RealParameters parameters;
    private final double[] counts;
    private final double[] error;
    private final ErrorNeurons errorNeurons;

    SampleRun(RealNetwork network) {
        this.network = network;
        parameters = network.parameters();
        int last = network.shape().layers();
        input = new Raster(network.shape().inputs(), parameters.steps());
        layers = new LayerRun[last];
        dendrites = new ErrorDendrite[last];
        for (int l = 1; l <= last; l++) {
            layers[l - 1] = new LayerRun(parameters, network.shape().size(l), parameters.steps());
            dendrites[l - 1] = new ErrorDendrite(network.shape().size(l));
        }
        counts = new double[network.shape().outputs()];
        error = new double[counts.length];
        errorNeurons = new ErrorNeurons(counts.length);
    }

    /** The spikes of the layer below layer 1..L. */
    Raster below(int layer) {
        return layer == 1 ? input : layers[layer - 2].spikes;
    }

    /** Runs a sample and leaves its voltages, its spikes and its error at every dendrite. */
    @Clause(value = "NET-1", form = Clause.Form.FAST)
    void learn(FanOut[] weights, SpikeTrain sample, int label) {
        forward(weights, sample);
        Arrays.fill(counts, 0);
        errorNeurons.start();
        for (ErrorDendrite dendrite : dendrites) {
            dendrite.start();
        }
        for (int t = 0; t < parameters.steps(); t++) {
            count(t);
            if (t >= parameters.softStart()) {
                feedBack(t, label);
            }
        }
        if (parameters.feedbackPath() == FeedbackPath.LAYERWISE) {
            feedBackLayerwise();
        }
    }

    /** The class that the network sees. */
    @Clause(value = "NET-3", form = Clause.Form.FAST)
    int predict(FanOut[] weights, SpikeTrain sample) {
        forward(weights, sample);
        Arrays.fill(counts, 0);
        for (int t = 0; t < parameters.steps(); t++) {
            count(t);
        }
        return RealNetwork.largest(counts);
    }

    private void forward(FanOut[] weights, SpikeTrain sample) {
        input.read(sample);
        for (int l = 1; l <= layers.length; l++) {
            layers[l - 1].forward(weights[l - 1], below(l));
        }
    }

    /** o_k(t) = o_k(t-1) + s_k(t) of the output layer. */
    @Clause(value = "ERR-1", form = Clause.Form.FAST)
    private void count(int step) {
        Raster outputs = layers[layers.length - 1].spikes;
        for (int event = outputs.begin(step); event < outputs.end(step); event++) {
            counts[outputs.neuron[event]]++;
        }
    }

    private void feedBack(int step, int label) {
        if (parameters.errorFunction() == ErrorFunction.SOFTMAX) {
            ErrorFunctions.softmax(counts, label, error);
        } else {
            ErrorFunctions.difference(counts, step, label, error);
        }
        errorNeurons.integrate(step, error, Decisions.OWN);
        if (errorNeurons.silent()) {
            return;
        }
        if (parameters.feedbackPath() == FeedbackPath.DIRECT) {
            for (int l = 1; l < layers.length; l++) {
                dendrites[l - 1].receive(network.feedback(l), errorNeurons);
            }
        }
        dendrites[layers.length - 1].receive(errorNeurons);
    }

    /**
     * c_m = D_m E_m / T of a layer, with E_m the eligibility of the bias, and D_i = sum_m B_im c_m of the layer below
     * it.
     */
    @Clause(
            value = {"ERR-8", "ERR-9"},
            form = Clause.Form.FAST)
    private void feedBackLayerwise() {
        NeuronCourse neuron = new NeuronCourse(parameters);
        for (int l = layers.length - 1; l >= 1; l--) {
            double[] above = dendrites[l].potential();
            double[] fedBack = new double[above.length];
            for (int m = 0; m < fedBack.length; m++) {
                neuron.read(layers[l].v, m);
                fedBack[m] = above[m] * neuron.biasEligibility() / parameters.steps();
            }
            dendrites[l - 1].receive(network.feedback(l), fedBack);
        }
    }
}
