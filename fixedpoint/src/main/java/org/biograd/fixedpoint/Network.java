package org.biograd.fixedpoint;

import java.util.Objects;
import java.util.function.Supplier;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/**
 * The integer network in its plain form: every clause as it stands, every signal observable, every event counted.
 * {@code fast.FastNetwork} holds the same bits. Not for use by two threads at once.
 */
public final class Network implements IntegerNetwork {

    private final Shape shape;
    private final Profile profile;
    private final long seed;
    private final Supplier<? extends DrawSource> drawing;
    private final Events events = new Events();
    private final Events[] layerEvents;
    private final int steps;
    private final int outputs;
    private final boolean direct;

    /** Layers 1..L; index 0 is unused. */
    private final Layer[] layers;

    /** Feedback weights of layers 1..L-1; index 0 is unused. */
    private final WeightMirror[] mirrors;

    private final OutputError outputError;
    private final ErrorNeurons errorNeurons;
    private final SleepNoise noise;
    private long lastSample;

    /**
     * Makes a network with its initial weights.
     *
     * @param shape the layer sizes
     * @param profile widths, constants and rounding
     * @param seed of every draw; all 64 bits count
     * @throws org.biograd.spec.profile.InvalidProfileException where the profile cannot drive this shape
     * @throws IllegalArgumentException where aligned feedback weights do not fit 64 bits
     */
    public Network(Shape shape, Profile profile, long seed) {
        this(shape, profile, seed, () -> new Draws(seed));
    }

    /**
     * Makes a network with its initial weights, all draws from elsewhere.
     *
     * @param shape the layer sizes
     * @param profile widths, constants and rounding
     * @param seed what {@link #seed} returns; nothing is drawn with it
     * @param drawing opens the draws, each time anew from their beginning
     * @throws org.biograd.spec.profile.InvalidProfileException where the profile cannot drive this shape
     * @throws IllegalArgumentException where aligned feedback weights do not fit 64 bits
     */
    public Network(Shape shape, Profile profile, long seed, Supplier<? extends DrawSource> drawing) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.seed = seed;
        this.drawing = drawing;
        profile.requireFits(shape);
        steps = profile.time().steps();
        outputs = shape.layers();
        direct = profile.feedback().path() == FeedbackPath.DIRECT;
        DrawSource draws = drawing.get();
        layers = new Layer[outputs + 1];
        mirrors = new WeightMirror[outputs];
        layerEvents = new Events[outputs + 1];
        for (int l = 1; l <= outputs; l++) {
            layerEvents[l] = new Events(events);
            layers[l] = new Layer(l, shape, profile, draws, layerEvents[l]);
        }
        for (int l = 1; l < outputs; l++) {
            mirrors[l] = new WeightMirror(l, shape, profile, draws, layerEvents[l]);
        }
        outputError = new OutputError(shape.outputs(), profile.error());
        errorNeurons = new ErrorNeurons(shape.outputs(), profile.error(), layerEvents[outputs]);
        noise = new SleepNoise(drawing.get());
        new InitialWeights(shape, profile, draws, events).copyTo(this);
    }

    /** A network with the same weights and no memory of samples; it may run on another thread. Events start at 0. */
    public Network copy() {
        Network copy = new Network(shape, profile, seed, drawing);
        copy.copyWeights(this);
        copy.events.clear();
        return copy;
    }

    /**
     * Shows a training sample and adds its gradient to the batch; weights do not change before {@link #update}.
     *
     * @param sample its number n, counted over the whole run, 0..2^32-1
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @param label its class, 0..outputs-1
     * @param observer sees every signal
     * @throws IllegalArgumentException where the spikes, the label or the number do not fit
     */
    @Clause("NET-1")
    public void learn(long sample, SpikeTrain input, int label, Observer observer) {
        requireSample(sample, input, label);
        Objects.requireNonNull(observer, "observer");
        lastSample = sample;
        clear();
        for (int t = 0; t < steps; t++) {
            int[] x = input.dense(t);
            show(observer, Signal.SPIKE, 0, t, x);
            for (int l = 1; l <= outputs; l++) {
                layers[l].learn(sample, t, x);
                showLearning(observer, l, t, layers[l]);
                x = layers[l].soma.spikes();
            }
            outputError.count(x);
            show(observer, Signal.SPIKE_COUNT, outputs, t, outputError.counts());
            if (t >= profile.time().softStart()) {
                feedBack(t, label, observer);
            }
        }
        for (int n = 1; n <= outputs; n++) {
            endSample(direct ? n : outputs + 1 - n, sample, observer);
        }
    }

    private void feedBack(int t, int label, Observer observer) {
        outputError.step(t, label);
        errorNeurons.step(outputError.errors());
        int[] net = errorNeurons.netSpikes();
        layers[outputs].dendrite.receiveOwn(net);
        for (int l = 1; direct && l < outputs; l++) {
            layers[l].dendrite.receive(mirrors[l].feedback, net);
        }
        showErrors(observer, t);
    }

    private void endSample(int l, long sample, Observer observer) {
        Layer layer = layers[l];
        if (!direct && l < outputs) {
            Layer above = layers[l + 1];
            above.fedBack.compute(sample, above.dendrite.learningErrors(), above.eligibility.values());
            layer.dendrite.receiveLayerwise(mirrors[l].feedback, above.fedBack.values());
            show(observer, Signal.FED_BACK_ERROR, l + 1, steps - 1, above.fedBack.values());
            show(observer, Signal.DENDRITE, l, steps - 1, layer.dendrite.values());
        }
        layer.dendrite.computeLearningErrors(sample);
        layer.update.accumulate(layer.dendrite.learningErrors(), layer.eligibility.values());
        show(observer, Signal.LEARNING_ERROR, l, steps - 1, layer.dendrite.learningErrors());
    }

    private void clear() {
        for (int l = 1; l <= outputs; l++) {
            layers[l].clear();
        }
        outputError.clear();
        errorNeurons.clear();
    }

    /**
     * Moves the weights of all layers by the gradient of the batch: LEARN-2 and LEARN-3.
     *
     * @param observer sees the changes and the new weights
     */
    public void update(Observer observer) {
        for (int l = 1; l <= outputs; l++) {
            int[] weight = layers[l].synapses.weights();
            int[] change = weight.clone();
            layers[l].update.apply(lastSample, weight);
            for (int s = 0; s < change.length; s++) {
                change[s] = weight[s] - change[s];
            }
            show(observer, Signal.WEIGHT_CHANGE, l, steps - 1, change);
            show(observer, Signal.WEIGHT, l, steps - 1, weight);
        }
    }

    /**
     * Sleeps once: aligns the feedback weights of every hidden layer.
     *
     * @param number number q of this sleep, counted over the whole run, 0..2^32-1
     * @param observer sees every signal
     * @throws IllegalArgumentException where the number is out of range
     */
    public void sleep(long number, Observer observer) {
        for (int l = 1; l < outputs; l++) {
            sleep(l, number, observer);
        }
    }

    /**
     * One hidden layer's part of a sleep, which depends on no other layer's part.
     *
     * @param layer 1..L-1
     * @param number number q of this sleep, 0..2^32-1
     * @param observer sees every signal
     * @throws IllegalArgumentException where the layer is not hidden or the number is out of range
     */
    public void sleep(int layer, long number, Observer observer) {
        requireSleep(layer, number);
        mirrors[layer].sleep(number, layers, noise, observer);
    }

    @Override
    @Clause("NET-3")
    public int predict(SpikeTrain input) {
        requireInput(input);
        for (int l = 1; l <= outputs; l++) {
            layers[l].soma.clear();
        }
        outputError.clear();
        for (int t = 0; t < steps; t++) {
            int[] x = input.dense(t);
            for (int l = 1; l <= outputs; l++) {
                layers[l].forward(x);
                x = layers[l].soma.spikes();
            }
            outputError.count(x);
        }
        return outputError.predicted();
    }

    private static void showLearning(Observer observer, int l, int t, Layer layer) {
        showForward(observer, l, t, layer.soma);
        show(observer, Signal.GATE, l, t, layer.gate.gates());
        show(observer, Signal.TRACE, l, t, layer.eligibility.traceValues());
        show(observer, Signal.ELIGIBILITY, l, t, layer.eligibility.values());
    }

    static void showForward(Observer observer, int l, int t, Soma soma) {
        show(observer, Signal.SYNAPTIC_INPUT, l, t, soma.currents());
        show(observer, Signal.MEMBRANE_VOLTAGE, l, t, soma.voltages());
        show(observer, Signal.SPIKE, l, t, soma.spikes());
    }

    private void showErrors(Observer observer, int t) {
        show(observer, Signal.ERROR, outputs, t, outputError.errors());
        show(observer, Signal.POSITIVE_POTENTIAL, outputs, t, errorNeurons.positivePotentials());
        show(observer, Signal.NEGATIVE_POTENTIAL, outputs, t, errorNeurons.negativePotentials());
        show(observer, Signal.POSITIVE_ERROR_SPIKE, outputs, t, errorNeurons.positiveSpikes());
        show(observer, Signal.NEGATIVE_ERROR_SPIKE, outputs, t, errorNeurons.negativeSpikes());
        for (int l = direct ? 1 : outputs; l <= outputs; l++) {
            show(observer, Signal.DENDRITE, l, t, layers[l].dendrite.values());
        }
    }

    @Clause("OBS-1")
    private static void show(Observer observer, Signal signal, int layer, int step, int[] values) {
        observer.observe(signal, layer, step, Values.of(values));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public Events events() {
        return events;
    }

    /**
     * Those of one layer among the events that tasks had: of its neurons, traces, weights and feedback weights; of the
     * error neurons those of the outputs.
     *
     * @param layer 1..L
     */
    public Events events(int layer) {
        return layerEvents[layer];
    }

    @Override
    public int[] weights(int layer) {
        return layers[layer].synapses.weights();
    }

    @Override
    public int[] feedback(int layer) {
        return mirrors[layer].feedback;
    }
}
