package org.biograd.reference.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;

/**
 * A BioGrad network in rational numbers: nothing is rounded.
 *
 * <p>All weights, biases and feedback weights start at 0; set them through the live arrays of {@link #synapses} and
 * {@link #feedback}.
 *
 * <p>Longer than 300 lines by its Javadoc: it is the one public face of the network.
 */
public final class ExactNetwork {

    private final Shape shape;
    private final ExactParameters parameters;
    private final IntFunction<BigFraction> exp;
    private final Synapses[] synapses;
    private final BigFraction[][][] feedback;

    /**
     * A network with all weights 0, whose softmax takes {@link ErrorFunctions#EXP} for the exponential.
     *
     * @param shape the sizes of its layers
     * @param parameters the constants of its equations
     * @throws NullPointerException where either is null
     */
    public ExactNetwork(Shape shape, ExactParameters parameters) {
        this(shape, parameters, ErrorFunctions.EXP);
    }

    /**
     * A network with all weights 0.
     *
     * @param shape the sizes of its layers
     * @param parameters the constants of its equations
     * @param exp the exponential of 0, -1, -2, ..., for the error function SOFTMAX
     * @throws NullPointerException where an argument is null
     */
    public ExactNetwork(Shape shape, ExactParameters parameters, IntFunction<BigFraction> exp) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.exp = Objects.requireNonNull(exp, "exp");
        synapses = new Synapses[shape.layers()];
        Arrays.setAll(synapses, l -> Synapses.zero(shape.size(l), shape.size(l + 1)));
        feedback = new BigFraction[shape.layers() - 1][][];
        Arrays.setAll(feedback, l -> Fractions.zeros(shape.size(l + 1), shape.size(source(l + 1))));
    }

    // ---- A sample

    /**
     * Runs one training sample. Changes nothing: {@link #update} takes the gradient of the run.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @param label the right class, 0..outputs-1
     * @throws IllegalArgumentException where the sample or the label does not fit the network
     */
    @Clause("NET-1")
    public SampleRun learn(SpikeTrain sample, int label) {
        if (label < 0 || label >= shape.outputs()) {
            throw new IllegalArgumentException("label " + label + " is not within 0.." + (shape.outputs() - 1));
        }
        List<LayerRun> layers = forward(sample);
        List<Eligibility> eligibilities = new ArrayList<>();
        for (LayerRun layer : layers) {
            eligibilities.add(Eligibility.of(parameters.traceMode(), parameters.traceDecay(), layer));
        }
        int[][] counts = countsSoFar(layers.get(layers.size() - 1).s());
        BigFraction[][] errors = errors(counts, label);
        ErrorNeurons errorNeurons = ErrorNeurons.of(errors);
        return new SampleRun(
                layers, eligibilities, counts, errors, errorNeurons, dendrites(errorNeurons, eligibilities));
    }

    private List<BigFraction[][]> dendrites(ErrorNeurons errorNeurons, List<Eligibility> eligibilities) {
        LinkedList<BigFraction[][]> dendrites = new LinkedList<>();
        dendrites.add(ErrorDendrite.ofOutputs(errorNeurons));
        for (int l = feedback.length; l >= 1; l--) {
            BigFraction[][] b = feedback[l - 1];
            BigFraction[] above = dendrites.getFirst()[parameters.steps() - 1];
            dendrites.addFirst(
                    parameters.feedbackPath() == FeedbackPath.DIRECT
                            ? ErrorDendrite.ofHidden(b, errorNeurons)
                            : ErrorDendrite.layerwise(
                                    b, above, eligibilities.get(l).last(), parameters.steps()));
        }
        return dendrites;
    }

    /** The layer that a hidden layer is fed back from. */
    private int source(int hiddenLayer) {
        return parameters.feedbackPath().source(hiddenLayer, shape.layers());
    }

    /**
     * Runs one sample through all layers, without learning.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @return one run a layer, layer l at index l-1
     * @throws IllegalArgumentException where the sample does not fit the network
     */
    @Clause("NET-3")
    public List<LayerRun> forward(SpikeTrain sample) {
        if (sample.size() != shape.inputs() || sample.steps() != parameters.steps() || !sample.complete()) {
            throw new IllegalArgumentException("a sample of " + sample.size() + " inputs and " + sample.steps()
                    + " steps" + (sample.complete() ? "" : ", incomplete") + "; this network takes complete ones of "
                    + shape.inputs() + " inputs and " + parameters.steps() + " steps");
        }
        return forward(1, shape.layers(), synapses[0], spikes(sample));
    }

    /** The layers from {@code first} up to {@code last}, the first of them with synapses of its own. */
    private List<LayerRun> forward(int first, int last, Synapses ofFirst, int[][] x) {
        List<LayerRun> layers = new ArrayList<>();
        layers.add(LayerRun.of(parameters.neuron(), ofFirst, x));
        for (int l = first + 1; l <= last; l++) {
            layers.add(LayerRun.of(
                    parameters.neuron(),
                    synapses[l - 1],
                    layers.get(l - 1 - first).s()));
        }
        return layers;
    }

    /** o_k(t) = o_k(t-1) + s_k(t). */
    @Clause("ERR-1")
    private static int[][] countsSoFar(int[][] s) {
        int[][] o = new int[s.length][s[0].length];
        for (int t = 0; t < s.length; t++) {
            for (int k = 0; k < o[t].length; k++) {
                o[t][k] = (t == 0 ? 0 : o[t - 1][k]) + s[t][k];
            }
        }
        return o;
    }

    private BigFraction[][] errors(int[][] counts, int label) {
        BigFraction[][] e = Fractions.zeros(counts.length, shape.outputs());
        for (int t = parameters.softStart(); t < e.length; t++) {
            e[t] = parameters.errorFunction() == ErrorFunction.SOFTMAX
                    ? ErrorFunctions.softmax(counts[t], label, exp)
                    : ErrorFunctions.difference(counts[t], t, label);
        }
        return e;
    }

    /**
     * The class that the network sees in a sample.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @return the output with the most spikes; of several the smallest
     * @throws IllegalArgumentException where the sample does not fit the network
     */
    @Clause({"NET-2", "NET-3"})
    public int predict(SpikeTrain sample) {
        int[] o = forward(sample).get(shape.layers() - 1).counts();
        int best = 0;
        for (int k = 1; k < o.length; k++) {
            best = o[k] > o[best] ? k : best;
        }
        return best;
    }

    /**
     * Subtracts rate times a gradient from weights and biases.
     *
     * @param gradient the sum of the gradients of a batch
     */
    @Clause("NET-1")
    public void update(Gradient gradient) {
        for (int l = 1; l <= shape.layers(); l++) {
            BigFraction rate = l < shape.layers() ? hiddenRate(l) : parameters.outputRate();
            synapses[l - 1] = synapses[l - 1].minus(rate, gradient.layer(l));
        }
    }

    private BigFraction hiddenRate(int layer) {
        return parameters.hiddenRate().multiply(parameters.hiddenRateRatio().pow(shape.layers() - 1 - layer));
    }

    // ---- Sleep

    /**
     * Lets one hidden layer sleep. Changes its feedback weights and nothing else.
     *
     * @param layer the hidden layer, 1..L-1
     * @param trajectories how many runs of noise, at least 1
     * @param steps the steps of a run, at least 1
     * @param noise where the noise comes from; asked once per trajectory, in order
     * @return what it counted
     * @throws IllegalArgumentException where a number is out of range, or the source leaves steps unfilled
     */
    @Clause({"SLEEP-2", "SLEEP-3"})
    public SleepRun sleep(int layer, int trajectories, int steps, NoiseSource noise) {
        requireHidden(layer);
        if (trajectories < 1) {
            throw new IllegalArgumentException(trajectories + " trajectories; at least 1 is needed");
        }
        SpikeTrain positive = new SpikeTrain(shape.size(layer), steps);
        SpikeTrain negative = new SpikeTrain(shape.size(layer), steps);
        BigFraction[][] h = new BigFraction[trajectories][];
        BigFraction[][] o = new BigFraction[trajectories][];
        for (int m = 0; m < trajectories; m++) {
            noise.fill(layer, m, positive, negative);
            if (!positive.complete() || !negative.complete()) {
                throw new IllegalArgumentException("the noise source left steps of trajectory " + m + " unfilled");
            }
            int[][] injected = difference(spikes(positive), spikes(negative));
            List<LayerRun> above = forward(layer + 1, source(layer), synapses[layer].withoutBiases(), injected);
            h[m] = sum(injected);
            o[m] = sum(above.get(above.size() - 1).s());
        }
        BigFraction[][] hebb = WeightMirror.hebb(h, o);
        BigFraction[] oja = WeightMirror.oja(o, parameters.ojaPower());
        feedback[layer - 1] = WeightMirror.align(feedback[layer - 1], parameters.hebb(), hebb, parameters.oja(), oja);
        return new SleepRun(h, o, hebb);
    }

    private static int[][] difference(int[][] positive, int[][] negative) {
        int[][] x = new int[positive.length][];
        for (int t = 0; t < x.length; t++) {
            x[t] = positive[t].clone();
            for (int i = 0; i < x[t].length; i++) {
                x[t][i] -= negative[t][i];
            }
        }
        return x;
    }

    private static BigFraction[] sum(int[][] x) {
        BigFraction[] sum = Fractions.zeros(x[0].length);
        for (int[] step : x) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i].add(step[i]);
            }
        }
        return sum;
    }

    /**
     * What the feedback weights of a hidden layer are where they are aligned: the transposed product of the forward
     * matrices from the layer up to the one that it is fed back from, biases left out.
     *
     * @param hiddenLayer 1..L-1
     * @return a new matrix, [neuron of the layer][neuron of the layer that it is fed back from]
     * @throws IllegalArgumentException where the layer is not hidden
     */
    @Clause("NET-5")
    public BigFraction[][] aligned(int hiddenLayer) {
        requireHidden(hiddenLayer);
        BigFraction[][] map = synapses[source(hiddenLayer) - 1].weights();
        for (int l = source(hiddenLayer) - 1; l > hiddenLayer; l--) {
            map = WeightMirror.product(map, synapses[l - 1].weights());
        }
        return WeightMirror.transposed(map);
    }

    // ---- What the network is made of

    /** The sizes of the layers. */
    public Shape shape() {
        return shape;
    }

    /** The constants of the equations. */
    public ExactParameters parameters() {
        return parameters;
    }

    /**
     * The weights and biases of a layer, live until the next {@link #update}.
     *
     * @param layer 1..L
     * @throws IllegalArgumentException where there is no such layer
     */
    public Synapses synapses(int layer) {
        if (layer < 1 || layer > shape.layers()) {
            throw new IllegalArgumentException("layer " + layer + " is not within 1.." + shape.layers());
        }
        return synapses[layer - 1];
    }

    /**
     * The feedback weights of a hidden layer, live until the next {@link #sleep} of the layer.
     *
     * @param hiddenLayer 1..L-1
     * @return B_ik, [neuron of the layer][neuron of the layer that it is fed back from: an output in direct feedback]
     * @throws IllegalArgumentException where the layer is not hidden
     */
    public BigFraction[][] feedback(int hiddenLayer) {
        requireHidden(hiddenLayer);
        return feedback[hiddenLayer - 1];
    }

    private void requireHidden(int layer) {
        if (layer < 1 || layer >= shape.layers()) {
            throw new IllegalArgumentException("layer " + layer + " of a " + shape + " network is not hidden");
        }
    }

    private static int[][] spikes(SpikeTrain train) {
        int[][] x = new int[train.steps()][train.size()];
        for (int t = 0; t < x.length; t++) {
            for (int event = train.begin(t); event < train.end(t); event++) {
                x[t][train.neuron(event)] = 1;
            }
        }
        return x;
    }
}
