package org.biograd.reference.real;

import java.util.Objects;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;

/**
 * A BioGrad network in double precision.
 *
 * <p>All weights, biases and feedback weights start at 0; set them through the live arrays of {@link #weights}, {@link
 * #biases} and {@link #feedback}. An observer, where a method takes one, may be null. It is shown the signals of OBS-1
 * in the units of the equations: u is a(t), q is D.
 *
 * <p>Longer than 300 lines by its Javadoc alone: it is the one public face of the network, and
 * learning (NET-1), testing (NET-3) and sleep (SLEEP-2) are each a screen of it.
 */
public final class RealNetwork {

    private final Shape shape;
    private final RealParameters parameters;
    private final RealLayer[] layers;
    private final WeightMirror[] mirrors;

    private final Spikes input;
    private final View inputs;
    private final OutputErrors outputs;

    /**
     * A network with all weights 0.
     *
     * @param shape the sizes of its layers
     * @param parameters the constants of its equations
     * @throws NullPointerException where either is null
     */
    public RealNetwork(Shape shape, RealParameters parameters) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        int last = shape.layers();
        layers = new RealLayer[last];
        mirrors = new WeightMirror[last - 1];
        for (int l = 1; l <= last; l++) {
            double rate = l < last ? hiddenRate(l) : parameters.outputRate();
            layers[l - 1] = new RealLayer(parameters, l, shape.size(l - 1), shape.size(l), rate);
        }
        for (int l = 1; l < last; l++) {
            mirrors[l - 1] = new WeightMirror(parameters, shape.size(l), shape.size(source(l)));
        }
        input = new Spikes(shape.inputs(), 1);
        inputs = View.of(input.x, shape.inputs());
        outputs = new OutputErrors(parameters, shape.layers(), shape.outputs());
    }

    // ---- A training sample

    /**
     * Runs one training sample and adds its D_i E_ij to the gradient of the batch. No weight changes before {@link
     * #update}.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @param label the right class, 0..outputs-1
     * @param decisions who decides about spikes and gates; {@link Decisions#OWN} for the network itself
     * @param observer who watches, or null
     * @throws IllegalArgumentException where the sample or the label does not fit the network
     * @throws NullPointerException where the sample or the decisions are missing
     */
    @Clause("NET-1")
    public void learn(SpikeTrain sample, int label, Decisions decisions, Observer observer) {
        requireSample(sample);
        NetworkArguments.requireLabel(shape, label);
        Objects.requireNonNull(decisions, "decisions");
        start();
        for (int t = 0; t < parameters.steps(); t++) {
            Spikes x = read(sample, t, observer);
            for (RealLayer layer : layers) {
                Spikes s = layer.forward(t, x, decisions, observer);
                layer.remember(t, x, decisions, observer);
                x = s;
            }
            outputs.count(outputSpikes());
            outputs.showCounts(t, observer);
            if (t >= parameters.softStart()) {
                feedBack(t, label, decisions, observer);
            }
        }
        int end = parameters.steps() - 1;
        if (parameters.feedbackPath() == FeedbackPath.DIRECT) {
            for (RealLayer layer : layers) {
                layer.learn(end, observer);
            }
        } else {
            learnLayerwise(end, observer);
        }
    }

    /** The errors come down layer by layer, and each layer learns from what has come. */
    @Clause({"NET-1", "OBS-1"})
    private void learnLayerwise(int end, Observer observer) {
        layers[shape.layers() - 1].learn(end, observer);
        for (int l = shape.layers() - 1; l >= 1; l--) {
            double[] fedBack = layers[l].feedBack(end, observer);
            layers[l - 1].dendrite.receive(mirrors[l - 1].feedback, fedBack);
            layers[l - 1].showDendrite(end, observer);
            layers[l - 1].learn(end, observer);
        }
    }

    /** The layer that a hidden layer is fed back from. */
    private int source(int hiddenLayer) {
        return parameters.feedbackPath().source(hiddenLayer, shape.layers());
    }

    private double hiddenRate(int layer) {
        double rate = parameters.hiddenRate();
        for (int l = shape.layers() - 1; l > layer; l--) {
            rate *= parameters.hiddenRateRatio();
        }
        return rate;
    }

    private void start() {
        for (RealLayer layer : layers) {
            layer.start();
        }
        outputs.start();
    }

    private Spikes read(SpikeTrain sample, int step, Observer observer) {
        input.read(sample, step);
        inputs.show(observer, Signal.SPIKE, 0, step);
        return input;
    }

    /**
     * The outputs' error becomes spikes, and the spikes reach every dendrite; where feedback goes layer by layer, those
     * of the outputs.
     */
    @Clause({"NET-1", "OBS-1"})
    private void feedBack(int step, int label, Decisions decisions, Observer observer) {
        ErrorNeurons errorNeurons = outputs.integrate(step, label, decisions, observer);
        int last = shape.layers();
        int lowest = parameters.feedbackPath() == FeedbackPath.DIRECT ? 1 : last;
        for (int l = lowest; l < last; l++) {
            layers[l - 1].dendrite.receive(mirrors[l - 1].feedback, errorNeurons);
            layers[l - 1].showDendrite(step, observer);
        }
        layers[last - 1].dendrite.receive(errorNeurons);
        layers[last - 1].showDendrite(step, observer);
    }

    // ---- The end of a batch

    /**
     * Subtracts rate times the gradient of the batch from weights and biases, and begins a new batch.
     *
     * @param observer who watches, or null
     */
    public void update(Observer observer) {
        update(1, observer);
    }

    /**
     * Subtracts factor times rate times the gradient of the batch from weights and biases, and begins a new batch.
     *
     * @param factor what is left of the learning rates, 0 or more; {@link Units#rateFactor} for that of a profile
     * @param observer who watches, or null
     * @throws IllegalArgumentException where the factor is negative or not finite
     */
    @Clause("NET-1")
    public void update(double factor, Observer observer) {
        NetworkArguments.requireFactor(factor);
        for (RealLayer layer : layers) {
            layer.update(parameters.steps() - 1, factor, observer);
        }
    }

    // ---- A test sample

    /**
     * The class that the network sees in a sample. Changes no weight, no gradient.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @return the output with the most spikes; of several the smallest
     * @throws IllegalArgumentException where the sample does not fit the network
     */
    public int predict(SpikeTrain sample) {
        return predict(sample, Decisions.OWN, null);
    }

    /**
     * The class that the network sees in a sample, watched; u, v and s are shown.
     *
     * @param sample the input spikes: as many neurons as the network has inputs, T complete steps
     * @param decisions who decides about spikes
     * @param observer who watches, or null
     * @return the output with the most spikes; of several the smallest
     * @throws IllegalArgumentException where the sample does not fit the network
     * @throws NullPointerException where the sample or the decisions are missing
     */
    @Clause("NET-3")
    public int predict(SpikeTrain sample, Decisions decisions, Observer observer) {
        requireSample(sample);
        Objects.requireNonNull(decisions, "decisions");
        start();
        for (int t = 0; t < parameters.steps(); t++) {
            forward(1, shape.layers(), t, read(sample, t, observer), decisions, observer);
            outputs.count(outputSpikes());
        }
        return largest(outputs.counts);
    }

    /**
     * The class that spike counts stand for.
     *
     * @param counts o_k at the last step, one value per output
     * @return the output with the most spikes; of several the smallest
     */
    @Clause("NET-2")
    public static int largest(double[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            if (counts[k] > counts[best]) {
                best = k;
            }
        }
        return best;
    }

    /** One step of the layers from {@code first} up to {@code last}. */
    private void forward(int first, int last, int step, Spikes x, Decisions decisions, Observer observer) {
        for (int l = first; l <= last; l++) {
            x = layers[l - 1].forward(step, x, decisions, observer);
        }
    }

    // ---- Sleep

    /**
     * Lets one hidden layer sleep: noise in the layer, spikes in the layer that it is fed back from, and feedback
     * weights that follow what both have in common. Changes no forward weight and no gradient.
     *
     * <p>Of the layers above, up to that one, u, v and s are shown.
     *
     * @param layer the hidden layer, 1..L-1
     * @param trajectories how many runs of noise, at least 1
     * @param steps the steps of a run, at least 1
     * @param noise where the noise comes from; asked once per trajectory, in order
     * @param decisions who decides about spikes
     * @param observer who watches, or null
     * @throws IllegalArgumentException where a number is out of range, or the source leaves steps unfilled
     * @throws NullPointerException where the noise or the decisions are missing
     */
    @Clause({"SLEEP-2", "OBS-1"})
    public void sleep(
            int layer, int trajectories, int steps, NoiseSource noise, Decisions decisions, Observer observer) {
        NetworkArguments.requireHidden(shape, layer);
        NetworkArguments.requireTrajectories(trajectories, steps);
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(decisions, "decisions");
        SpikeTrain positive = new SpikeTrain(shape.size(layer), steps);
        SpikeTrain negative = new SpikeTrain(shape.size(layer), steps);
        // The biases of the layer above see 0: a positive and a negative copy of that layer would each have them, and
        // they cancel.
        Spikes injected = new Spikes(shape.size(layer), 0);
        int source = source(layer);
        WeightMirror mirror = mirrors[layer - 1];
        View noiseCounts = View.of(mirror.noise);
        View sourceCounts = View.of(mirror.output);

        mirror.startSleep();
        for (int m = 0; m < trajectories; m++) {
            noise.fill(layer, m, positive, negative);
            NetworkArguments.requireFilled(positive, negative, m);
            start();
            mirror.startTrajectory();
            for (int t = 0; t < steps; t++) {
                injected.readDifference(positive, negative, t);
                forward(layer + 1, source, m * steps + t, injected, decisions, observer);
                mirror.count(injected, layers[source - 1].soma.s);
            }
            mirror.endTrajectory(mirror.noise, mirror.output);
            noiseCounts.show(observer, Signal.NOISE_COUNT, layer, m * steps + steps - 1);
            sourceCounts.show(observer, Signal.SLEEP_COUNT, source, m * steps + steps - 1);
        }
        mirror.align();
        View.rows(mirror.feedback).show(observer, Signal.FEEDBACK_WEIGHT, layer, 0);
    }

    /**
     * The end of a sleep whose trajectories were counted elsewhere: moves the feedback weights of a hidden layer.
     *
     * @param layer the hidden layer, 1..L-1
     * @param noiseCounts H_i, [trajectory][neuron of the layer]
     * @param sourceCounts O_k, [trajectory][neuron of the layer that it is fed back from]
     * @throws IllegalArgumentException where the layer is not hidden
     */
    @Clause(value = "SLEEP-4", form = Clause.Form.PART)
    public void align(int layer, double[][] noiseCounts, double[][] sourceCounts) {
        NetworkArguments.requireHidden(shape, layer);
        WeightMirror mirror = mirrors[layer - 1];
        mirror.startSleep();
        for (int m = 0; m < noiseCounts.length; m++) {
            mirror.endTrajectory(noiseCounts[m], sourceCounts[m]);
        }
        mirror.align();
    }

    /**
     * What the feedback weights of a hidden layer would be if they were aligned: the transposed product of the forward
     * matrices from the layer up to the one that it is fed back from, biases left out.
     *
     * @param hiddenLayer 1..L-1
     * @return a new matrix, [neuron of the layer][neuron of the layer that it is fed back from]
     * @throws IllegalArgumentException where the layer is not hidden
     */
    @Clause(value = "NET-5", form = Clause.Form.PART)
    public double[][] forwardProduct(int hiddenLayer) {
        NetworkArguments.requireHidden(shape, hiddenLayer);
        int source = source(hiddenLayer);
        double[][][] above = new double[source - hiddenLayer][][];
        for (int l = hiddenLayer + 1; l <= source; l++) {
            above[l - hiddenLayer - 1] = weights(l);
        }
        return ForwardProduct.transposed(above);
    }

    // ---- What the network is made of

    /** The sizes of the layers. */
    public Shape shape() {
        return shape;
    }

    /** The constants of the equations. */
    public RealParameters parameters() {
        return parameters;
    }

    /**
     * The forward weights of a layer, live: what is written there is what the network computes with.
     *
     * @param layer 1..L
     * @return w_ij, [neuron of the layer][neuron of the layer below]
     * @throws IllegalArgumentException where there is no such layer
     */
    public double[][] weights(int layer) {
        return layer(layer).synapses.weights;
    }

    /**
     * The biases of a layer, live.
     *
     * @param layer 1..L
     * @return b_i
     * @throws IllegalArgumentException where there is no such layer
     */
    public double[] biases(int layer) {
        return layer(layer).synapses.biases;
    }

    /**
     * The feedback weights of a hidden layer, live.
     *
     * @param hiddenLayer 1..L-1
     * @return B_ik, [neuron of the layer][neuron of the layer that it is fed back from: an output in direct feedback]
     * @throws IllegalArgumentException where the layer is not hidden
     */
    public double[][] feedback(int hiddenLayer) {
        NetworkArguments.requireHidden(shape, hiddenLayer);
        return mirrors[hiddenLayer - 1].feedback;
    }

    /**
     * The sum of D_i E_ij over the batch so far, live; {@link #update} clears it.
     *
     * @param layer 1..L
     * @return [neuron of the layer][neuron of the layer below]
     * @throws IllegalArgumentException where there is no such layer
     */
    public double[][] gradient(int layer) {
        return layer(layer).update.weights;
    }

    /**
     * The sum of D_i E_i of the biases over the batch so far, live; {@link #update} clears it.
     *
     * @param layer 1..L
     * @return one value per neuron of the layer
     * @throws IllegalArgumentException where there is no such layer
     */
    public double[] biasGradient(int layer) {
        return layer(layer).update.biases;
    }

    /**
     * The learning rate of a layer.
     *
     * @param layer 1..L
     * @return the rate before any halving
     * @throws IllegalArgumentException where there is no such layer
     */
    public double rate(int layer) {
        return layer(layer).rate;
    }

    private Spikes outputSpikes() {
        return layers[layers.length - 1].soma.s;
    }

    private RealLayer layer(int layer) {
        if (layer < 1 || layer > shape.layers()) {
            throw new IllegalArgumentException("layer " + layer + " is not within 1.." + shape.layers());
        }
        return layers[layer - 1];
    }

    private void requireSample(SpikeTrain sample) {
        NetworkArguments.requireSample(shape, parameters.steps(), sample);
    }
}
