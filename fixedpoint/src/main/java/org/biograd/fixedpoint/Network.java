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
import org.biograd.spec.profile.Profile;

/**
 * The integer network. Two networks of equal shape, profile and seed that see equal samples hold equal bits.
 *
 * <p>A step allocates nothing, unless it is observed; the noise of the first sleeps may make its buffers grow. Not for
 * use by two threads at once.
 */
public final class Network {

    private final Shape shape;
    private final Profile profile;
    private final long seed;
    private final Supplier<? extends DrawSource> drawing;
    private final Events events = new Events();

    /** Layers 1..L; index 0 is unused. */
    private final Layer[] layers;

    /** Feedback weights of layers 1..L-1; index 0 is unused. */
    private final WeightMirror[] mirrors;

    private final OutputError outputError;
    private final ErrorNeurons errorNeurons;
    private final SleepNoise noise;
    private final int[] inputNow;
    private final IntValues view = new IntValues();
    private boolean countingAll = true;
    private LayerWork work = new OwnWork();
    private long lastSample;

    /**
     * A network with its initial weights.
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
     * A network with its initial weights, all draws from elsewhere.
     *
     * @param shape the layer sizes
     * @param profile widths, constants and rounding
     * @param seed what {@link #seed} returns; nothing is drawn with it
     * @param drawing opens the draws, each time anew from their beginning
     * @throws org.biograd.spec.profile.InvalidProfileException where the profile cannot drive this shape
     * @throws IllegalArgumentException where aligned feedback weights do not fit 64 bits
     */
    public Network(Shape shape, Profile profile, long seed, Supplier<? extends DrawSource> drawing) {
        this(shape, profile, seed, drawing, null);
        InitialWeights initial = new InitialWeights(shape, profile, drawing.get(), events);
        for (int l = 1; l <= shape.layers(); l++) {
            initial.fillForward(l, layers[l].synapses.weight);
        }
        for (int l = 1; l < shape.layers(); l++) {
            try {
                initial.fillFeedback(l, layers, mirrors[l].feedback);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "the product of the forward weights above layer " + l
                                + " does not fit 64 bits; start with RANDOM feedback",
                        e);
            }
        }
    }

    /** A network with all weights 0, or with those that it shares with another. */
    private Network(Shape shape, Profile profile, long seed, Supplier<? extends DrawSource> drawing, Network shared) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.seed = seed;
        this.drawing = drawing;
        profile.requireFits(shape);
        DrawSource draws = drawing.get();
        layers = new Layer[shape.layers() + 1];
        for (int l = 1; l <= shape.layers(); l++) {
            Synapses synapses =
                    shared == null ? new Synapses(shape.size(l - 1), shape.size(l)) : shared.layers[l].synapses;
            layers[l] = new Layer(l, shape, profile, draws, events, synapses);
        }
        mirrors = new WeightMirror[shape.layers()];
        for (int l = 1; l < shape.layers(); l++) {
            int source = profile.feedback().path().source(l, shape.layers());
            int[] feedback = shared == null ? new int[shape.size(l) * shape.size(source)] : shared.mirrors[l].feedback;
            mirrors[l] = new WeightMirror(l, source, shape, profile, draws, events, feedback);
        }
        outputError = new OutputError(shape.outputs(), profile.error());
        errorNeurons = new ErrorNeurons(shape.outputs(), profile.error(), events);
        noise = new SleepNoise(drawing.get(), drawing.get());
        inputNow = new int[Math.max(shape.inputs(), shape.outputs())];
    }

    /**
     * A network that shares its weights with this one and counts the same events, for another thread. Events start at
     * 0.
     */
    Network helper() {
        Network helper = new Network(shape, profile, seed, drawing, this);
        helper.countingAll = countingAll;
        return helper;
    }

    /** A network with the same weights and no memory of samples; it may run on another thread. Events start at 0. */
    public Network copy() {
        Network copy = new Network(shape, profile, seed, drawing);
        copy.copyWeights(this);
        copy.events.clear();
        return copy;
    }

    /**
     * Takes over all forward and feedback weights of another network.
     *
     * @throws IllegalArgumentException where it has another shape
     */
    public void copyWeights(Network other) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException(
                    "weights of a network " + other.shape + " do not fit a network " + shape);
        }
        for (int l = 1; l <= shape.layers(); l++) {
            System.arraycopy(other.weights(l), 0, weights(l), 0, weights(l).length);
        }
        for (int l = 1; l < shape.layers(); l++) {
            System.arraycopy(other.feedback(l), 0, feedback(l), 0, feedback(l).length);
        }
    }

    /**
     * Shows a training sample and gathers its gradient; weights do not change before {@link #update}.
     *
     * @param sample its number n, counted over the whole run, 0..2^32-1
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @param label its class, 0..outputs-1
     * @param observer sees every signal; may be null
     * @throws IllegalArgumentException where the spikes or the label do not fit
     */
    @Clause({"NET-1", "OBS-1"})
    public void learn(long sample, SpikeTrain input, int label, Observer observer) {
        requireFits(input);
        if (label < 0 || label >= shape.outputs()) {
            throw new IllegalArgumentException("label " + label + " is not within 0.." + (shape.outputs() - 1));
        }
        requireNumber("sample", sample);
        lastSample = sample;
        if (observer == null) {
            learnUnwatched(sample, input, label);
        } else {
            learnStepByStep(sample, input, label, observer);
        }
        if (profile.feedback().path() == FeedbackPath.DIRECT) {
            for (int l = 1; l < layers.length; l++) {
                gather(l, sample, observer);
            }
        } else {
            gatherLayerwise(sample, observer);
        }
    }

    private void learnStepByStep(long sample, SpikeTrain input, int label, Observer observer) {
        clear();
        for (int l = 1; l < layers.length; l++) {
            layers[l].gatherAll();
        }
        for (int t = 0; t < profile.time().steps(); t++) {
            int spikes = readInput(input, t, observer);
            int[] spiking = inputNow;
            for (int l = 1; l < layers.length; l++) {
                Layer layer = layers[l];
                layer.forward(spiking, spikes);
                layer.gate.step(layer.soma.voltage);
                layer.eligibility.step(
                        sample, t, spiking, spikes, layer.soma.voltage, layer.soma.spike, layer.gate.open);
                showForward(observer, view, l, t, layer.soma);
                observer.observe(Signal.GATE, l, t, view.show(layer.gate.open));
                observer.observe(Signal.TRACE, l, t, view.show(layer.eligibility.traceValues()));
                observer.observe(Signal.ELIGIBILITY, l, t, view.show(layer.eligibility.value));
                spiking = layer.soma.spiking;
                spikes = layer.soma.spikes;
            }
            outputError.count(spiking, spikes);
            observer.observe(Signal.SPIKE_COUNT, shape.layers(), t, view.show(outputError.count));
            if (t >= profile.time().softStart()) {
                feedBack(t, label, observer);
            }
        }
    }

    /**
     * The same bits layer by layer: no layer depends on a later step of the one below it, nor on anything above it, and
     * nothing before the end of a sample depends on traces and eligibilities.
     */
    private void learnUnwatched(long sample, SpikeTrain input, int label) {
        outputError.clear();
        errorNeurons.clear();
        SpikeTrain train = input;
        for (int l = 1; l < layers.length; l++) {
            layers[l].dendrite.clear();
            work.forward(l, train);
            train = layers[l].out;
        }
        for (int t = 0; t < profile.time().steps(); t++) {
            outputError.count(inputNow, train.copy(t, inputNow));
            if (t >= profile.time().softStart()) {
                feedBack(t, label, null);
            }
        }
    }

    private void gather(int l, long sample, Observer observer) {
        Layer layer = layers[l];
        boolean anyError = layer.dendrite.read(sample);
        if (observer == null && (anyError || countingAll)) {
            work.remember(l, sample);
        }
        layer.update.gather(layer.eligibility.rows, layer.eligibility.value, layer.dendrite.learningError, anyError);
        if (observer != null) {
            observer.observe(
                    Signal.LEARNING_ERROR, l, profile.time().steps() - 1, view.show(layer.dendrite.learningError));
        }
    }

    private void gatherLayerwise(long sample, Observer observer) {
        int step = profile.time().steps() - 1;
        gather(shape.layers(), sample, observer);
        for (int l = shape.layers() - 1; l >= 1; l--) {
            Layer above = layers[l + 1];
            above.fedBack.read(sample, above.dendrite.learningError, above.eligibility.value);
            layers[l].dendrite.receive(above.fedBack, mirrors[l].feedback);
            if (observer != null) {
                observer.observe(Signal.FED_BACK_ERROR, l + 1, step, view.show(above.fedBack.value));
                observer.observe(Signal.DENDRITE, l, step, view.show(layers[l].dendrite.value));
            }
            gather(l, sample, observer);
        }
    }

    private void feedBack(int t, int label, Observer observer) {
        outputError.step(t, label);
        errorNeurons.step(outputError.error);
        int lowest = profile.feedback().path() == FeedbackPath.DIRECT ? 1 : shape.layers();
        for (int l = lowest; l < shape.layers(); l++) {
            layers[l].dendrite.receive(errorNeurons, mirrors[l].feedback, shape.outputs());
        }
        layers[shape.layers()].dendrite.receiveOwn(errorNeurons);
        if (observer != null) {
            int output = shape.layers();
            observer.observe(Signal.ERROR, output, t, view.show(outputError.error));
            observer.observe(Signal.POSITIVE_POTENTIAL, output, t, view.show(errorNeurons.positive));
            observer.observe(Signal.NEGATIVE_POTENTIAL, output, t, view.show(errorNeurons.negative));
            observer.observe(Signal.POSITIVE_ERROR_SPIKE, output, t, view.show(errorNeurons.positiveSpike));
            observer.observe(Signal.NEGATIVE_ERROR_SPIKE, output, t, view.show(errorNeurons.negativeSpike));
            for (int l = lowest; l <= output; l++) {
                observer.observe(Signal.DENDRITE, l, t, view.show(layers[l].dendrite.value));
            }
        }
    }

    /**
     * Moves the weights by the gradient gathered since the last update.
     *
     * @param observer sees the changes and the new weights; may be null
     */
    @Clause("LEARN-3")
    public void update(Observer observer) {
        int step = profile.time().steps() - 1;
        for (int l = 1; l < layers.length; l++) {
            Layer layer = layers[l];
            int[] before = observer == null ? null : layer.synapses.weight.clone();
            work.update(l, lastSample);
            if (observer != null) {
                for (int s = 0; s < before.length; s++) {
                    before[s] = layer.synapses.weight[s] - before[s];
                }
                observer.observe(Signal.WEIGHT_CHANGE, l, step, view.show(before));
                observer.observe(Signal.WEIGHT, l, step, view.show(layer.synapses.weight));
            }
        }
    }

    /**
     * Sleeps once: aligns the feedback weights of every hidden layer.
     *
     * @param number number q of this sleep, counted over the whole run, 0..2^32-1
     * @param observer sees every signal; may be null
     * @throws IllegalArgumentException where the number is out of range
     */
    @Clause("NET-7")
    public void sleep(long number, Observer observer) {
        for (int l = 1; l < shape.layers(); l++) {
            sleep(l, number, observer);
        }
    }

    /**
     * One hidden layer's part of a sleep, which depends on no other layer's part.
     *
     * @param layer 1..L-1
     * @param number number q of this sleep, 0..2^32-1
     * @param observer sees every signal; may be null
     * @throws IllegalArgumentException where the layer is not hidden or the number is out of range
     */
    public void sleep(int layer, long number, Observer observer) {
        if (layer < 1 || layer >= shape.layers()) {
            throw new IllegalArgumentException(
                    "layer " + layer + " is not one of the hidden layers 1.." + (shape.layers() - 1));
        }
        requireNumber("sleep", number);
        mirrors[layer].sleep(number, layers, noise, observer);
    }

    /**
     * Classifies a test sample; nothing is learned.
     *
     * @param input its spikes
     * @return the class, 0..outputs-1
     * @throws IllegalArgumentException where the spikes do not fit
     */
    @Clause({"NET-2", "NET-3"})
    public int predict(SpikeTrain input) {
        requireFits(input);
        outputError.clear();
        SpikeTrain train = input;
        for (int l = 1; l < layers.length; l++) {
            layers[l].forward(train);
            train = layers[l].out;
        }
        for (int t = 0; t < profile.time().steps(); t++) {
            outputError.count(inputNow, train.copy(t, inputNow));
        }
        int best = 0;
        for (int k = 1; k < outputError.count.length; k++) {
            if (outputError.count[k] > outputError.count[best]) {
                best = k;
            }
        }
        return best;
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** Every wrap and saturation since construction. */
    public Events events() {
        return events;
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
     * The live forward weights of a layer, in the order of SYN-1.
     *
     * @param layer 1..L
     */
    public int[] weights(int layer) {
        return layers[layer].synapses.weight;
    }

    /**
     * The live feedback weights of a hidden layer, B_ik at i * K + k, K the neurons of the layer that the feedback
     * comes from.
     *
     * @param layer 1..L-1
     */
    public int[] feedback(int layer) {
        return mirrors[layer].feedback;
    }

    /** Has somebody else do the work of the layers, in samples that nobody watches; null ends that. */
    void employ(LayerWork other) {
        work = other == null ? new OwnWork() : other;
    }

    Layer layer(int l) {
        return layers[l];
    }

    WeightMirror mirror(int l) {
        return mirrors[l];
    }

    /** Gathers this network's part of a sleep: some of the trajectories of a layer. */
    void dream(int l, long number, int from, int to) {
        mirrors[l].gather(number, from, to, layers, noise, null);
    }

    /** The calling thread does all the work. */
    private final class OwnWork implements LayerWork {

        @Override
        public void forward(int l, SpikeTrain in) {
            layers[l].forward(in);
        }

        @Override
        public void remember(int l, long sample) {
            layers[l].remember(sample);
        }

        @Override
        public void update(int l, long sample) {
            Layer layer = layers[l];
            layer.update.apply(sample, layer.eligibility.rows, layer.eligibility.value, layer.dendrite.learningError);
        }
    }

    private static void requireNumber(String what, long number) {
        if (number < 0 || number >= 1L << 32) {
            throw new IllegalArgumentException(what + " number " + number + " is not within 0..2^32-1");
        }
    }

    private void requireFits(SpikeTrain input) {
        if (input.size() != shape.inputs() || input.steps() != profile.time().steps() || !input.complete()) {
            throw new IllegalArgumentException("the network takes " + shape.inputs() + " inputs over "
                    + profile.time().steps() + " steps, not " + input.size() + " over " + input.steps()
                    + (input.complete() ? "" : ", unfinished"));
        }
    }

    private void clear() {
        for (int l = 1; l < layers.length; l++) {
            layers[l].clear();
        }
        outputError.clear();
        errorNeurons.clear();
    }

    private int readInput(SpikeTrain input, int t, Observer observer) {
        int spikes = input.copy(t, inputNow);
        int[] dense = new int[shape.inputs()];
        for (int s = 0; s < spikes; s++) {
            dense[inputNow[s]] = 1;
        }
        observer.observe(Signal.SPIKE, 0, t, view.show(dense));
        return spikes;
    }

    static void showForward(Observer observer, IntValues view, int layer, int step, Soma soma) {
        observer.observe(Signal.SYNAPTIC_INPUT, layer, step, view.show(soma.current));
        observer.observe(Signal.MEMBRANE_VOLTAGE, layer, step, view.show(soma.voltage));
        observer.observe(Signal.SPIKE, layer, step, view.show(soma.spike));
    }
}
