package org.biograd.fixedpoint.fast;

import java.util.Objects;
import java.util.function.Supplier;
import org.biograd.fixedpoint.ErrorNeurons;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.InitialWeights;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.OutputError;
import org.biograd.fixedpoint.Synapses;
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
 * Equals {@link org.biograd.fixedpoint.Network}, always, in weights, predictions and events: it goes through a sample
 * layer by layer, computes eligibilities at its end and, where nobody counts their events, only where an error reads
 * them. Held equal by {@code NetworkContract}; benchmarks: {@code NetworkBenchmark} and {@code biograd bench}.
 *
 * <p>A step allocates nothing; the noise of the first sleeps may make its buffers grow. Not for use by two threads at
 * once. Longer than 300 lines: beside the order of a sample it holds what threads, observers and copies need of it.
 */
public final class FastNetwork implements IntegerNetwork {

    private final Shape shape;
    private final Profile profile;
    private final long seed;
    private final Supplier<? extends DrawSource> drawing;
    private final Events events = new Events();
    private final boolean direct;

    /** Layers 1..L; index 0 is unused. */
    private final FastLayer[] layers;

    /** Feedback weights of layers 1..L-1; index 0 is unused. */
    private final FastWeightMirror[] mirrors;

    private final OutputError outputError;
    private final ErrorNeurons errorNeurons;
    private final SparseErrors sparseErrors;
    private final FastSleepNoise noise;
    private final int[] outputSpikes;
    private boolean countingAll = true;
    private LayerWork work = new OwnWork();
    private Observer spikeObserver;
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
    public FastNetwork(Shape shape, Profile profile, long seed) {
        this(shape, profile, seed, () -> new Draws(seed), null);
        new InitialWeights(shape, profile, drawing.get(), events).copyTo(this);
    }

    /** A network with all weights 0, or with those that it shares with another. */
    private FastNetwork(
            Shape shape, Profile profile, long seed, Supplier<? extends DrawSource> drawing, FastNetwork shared) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.seed = seed;
        this.drawing = drawing;
        profile.requireFits(shape);
        direct = profile.feedback().path() == FeedbackPath.DIRECT;
        DrawSource draws = drawing.get();
        layers = new FastLayer[shape.layers() + 1];
        for (int l = 1; l <= shape.layers(); l++) {
            Synapses synapses =
                    shared == null ? new Synapses(shape.size(l - 1), shape.size(l)) : shared.layers[l].synapses;
            layers[l] = new FastLayer(l, shape, profile, draws, events, synapses);
        }
        mirrors = new FastWeightMirror[shape.layers()];
        for (int l = 1; l < shape.layers(); l++) {
            int source = profile.feedback().path().source(l, shape.layers());
            int[] feedback = shared == null ? new int[shape.size(l) * shape.size(source)] : shared.mirrors[l].feedback;
            mirrors[l] = new FastWeightMirror(l, source, shape, profile, draws, events, feedback);
        }
        outputError = new OutputError(shape.outputs(), profile.error());
        errorNeurons = new ErrorNeurons(shape.outputs(), profile.error(), events);
        sparseErrors = new SparseErrors(shape.outputs());
        noise = new FastSleepNoise(drawing.get(), drawing.get());
        outputSpikes = new int[shape.outputs()];
    }

    /**
     * A network with the weights of another and no memory of samples; it may run on another thread. Events start at 0.
     *
     * @param other of either form
     */
    public static FastNetwork copyOf(IntegerNetwork other) {
        long seed = other.seed();
        FastNetwork copy = new FastNetwork(other.shape(), other.profile(), seed, () -> new Draws(seed), null);
        copy.copyWeights(other);
        return copy;
    }

    /**
     * A network that shares its weights with this one and counts the same events, for another thread. Events start
     * at 0.
     */
    FastNetwork helper() {
        FastNetwork helper = new FastNetwork(shape, profile, seed, drawing, this);
        helper.countingAll = countingAll;
        return helper;
    }

    /**
     * Shows a training sample and takes in its gradient; weights do not change before {@link #update}. No layer depends
     * on a later step of the one below it, nor on anything above it, and nothing before the end of a sample depends on
     * traces and eligibilities: hence layer by layer.
     *
     * @param sample its number n, counted over the whole run, 0..2^32-1
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @param label its class, 0..outputs-1
     * @throws IllegalArgumentException where the spikes, the label or the number do not fit
     */
    @Clause(value = "NET-1", form = Clause.Form.FAST)
    public void learn(long sample, SpikeTrain input, int label) {
        requireSample(sample, input, label);
        lastSample = sample;
        outputError.clear();
        errorNeurons.clear();
        SpikeTrain train = input;
        showSpikes(0, train);
        for (int l = 1; l < layers.length; l++) {
            layers[l].dendrite.clear();
            work.forward(l, train);
            train = layers[l].out;
            showSpikes(l, train);
        }
        for (int t = 0; t < profile.time().steps(); t++) {
            countOutputs(train, t);
            if (t >= profile.time().softStart()) {
                feedBack(t, label);
            }
        }
        if (direct) {
            for (int l = 1; l < layers.length; l++) {
                endSample(l, sample);
            }
        } else {
            endSampleLayerwise(sample);
        }
    }

    private void countOutputs(SpikeTrain train, int t) {
        int[] counts = outputError.counts();
        for (int event = train.begin(t); event < train.end(t); event++) {
            counts[train.neuron(event)]++;
        }
    }

    private void feedBack(int t, int label) {
        outputError.step(t, label);
        errorNeurons.step(outputError.errors());
        show(Signal.POSITIVE_ERROR_SPIKE, shape.layers(), t, errorNeurons.positiveSpikes());
        show(Signal.NEGATIVE_ERROR_SPIKE, shape.layers(), t, errorNeurons.negativeSpikes());
        sparseErrors.read(errorNeurons.netSpikes());
        if (sparseErrors.none()) {
            return;
        }
        for (int l = 1; direct && l < shape.layers(); l++) {
            sparseErrors.addTo(layers[l].dendrite, mirrors[l].feedback);
        }
        layers[shape.layers()].dendrite.receiveOwn(errorNeurons.netSpikes());
    }

    private void endSample(int l, long sample) {
        FastLayer layer = layers[l];
        layer.dendrite.computeLearningErrors(sample);
        show(Signal.LEARNING_ERROR, l, profile.time().steps() - 1, layer.dendrite.learningErrors());
        boolean anyError = SparseErrors.any(layer.dendrite.learningErrors());
        if (anyError || countingAll) {
            work.computeEligibility(l, sample);
        }
        layer.update.accumulate(
                layer.eligibility.rows, layer.eligibility.value, layer.dendrite.learningErrors(), anyError);
    }

    private void endSampleLayerwise(long sample) {
        endSample(shape.layers(), sample);
        for (int l = shape.layers() - 1; l >= 1; l--) {
            FastLayer above = layers[l + 1];
            above.fedBack.compute(sample, above.dendrite.learningErrors(), above.eligibility.value);
            if (SparseErrors.any(above.fedBack.values())) {
                layers[l].dendrite.receiveLayerwise(mirrors[l].feedback, above.fedBack.values());
            }
            endSample(l, sample);
        }
    }

    /** Moves the weights by the gradient taken in since the last update. */
    public void update() {
        for (int l = 1; l < layers.length; l++) {
            work.update(l, lastSample);
        }
    }

    /**
     * Sleeps once: aligns the feedback weights of every hidden layer.
     *
     * @param number number q of this sleep, counted over the whole run, 0..2^32-1
     * @throws IllegalArgumentException where the number is out of range
     */
    public void sleep(long number) {
        for (int l = 1; l < shape.layers(); l++) {
            requireSleep(l, number);
            mirrors[l].sleep(number, layers, noise);
        }
    }

    @Override
    @Clause(value = "NET-3", form = Clause.Form.FAST)
    public int predict(SpikeTrain input) {
        requireInput(input);
        outputError.clear();
        SpikeTrain train = input;
        for (int l = 1; l < layers.length; l++) {
            layers[l].forward(train);
            train = layers[l].out;
        }
        for (int t = 0; t < profile.time().steps(); t++) {
            countOutputs(train, t);
        }
        return outputError.predicted();
    }

    /**
     * Sets whether the events of traces and eligibilities are counted in every sample, as OBS-2 asks; they are unless
     * this says otherwise. Where they need not be, traces and eligibilities that no error reads are not computed. No
     * other bit depends on it.
     */
    public void countAllEvents(boolean all) {
        countingAll = all;
    }

    /**
     * Has an observer see what goes over axons in training samples: s of all layers, layer by layer and not step by
     * step, sp, sn and q. No other signal exists in this form; {@link org.biograd.fixedpoint.Network} shows all.
     *
     * @param observer sees them; null: nobody
     */
    public void observeSpikes(Observer observer) {
        spikeObserver = observer;
    }

    private void showSpikes(int l, SpikeTrain train) {
        for (int t = 0; spikeObserver != null && t < train.steps(); t++) {
            spikeObserver.observe(Signal.SPIKE, l, t, Values.of(train.dense(t)));
        }
    }

    private void show(Signal signal, int l, int t, int[] values) {
        if (spikeObserver != null) {
            spikeObserver.observe(signal, l, t, Values.of(values));
        }
    }

    /** Has somebody else do the work of the layers; null ends that. */
    void setWork(LayerWork other) {
        work = other == null ? new OwnWork() : other;
    }

    FastLayer layer(int l) {
        return layers[l];
    }

    FastWeightMirror mirror(int l) {
        return mirrors[l];
    }

    /** Runs this network's part of a sleep: some of the trajectories of a layer. */
    void runTrajectories(int l, long number, int from, int to) {
        mirrors[l].runTrajectories(number, from, to, layers, noise);
    }

    /** The calling thread does all the work. */
    private final class OwnWork implements LayerWork {

        @Override
        public void forward(int l, SpikeTrain in) {
            layers[l].forward(in);
        }

        @Override
        public void computeEligibility(int l, long sample) {
            layers[l].computeEligibility(sample);
        }

        @Override
        public void update(int l, long sample) {
            FastLayer layer = layers[l];
            layer.update.apply(
                    sample, layer.eligibility.rows, layer.eligibility.value, layer.dendrite.learningErrors());
        }
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

    @Override
    public int[] weights(int layer) {
        return layers[layer].synapses.weights();
    }

    @Override
    public int[] feedback(int layer) {
        return mirrors[layer].feedback;
    }
}
