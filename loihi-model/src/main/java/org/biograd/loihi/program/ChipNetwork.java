package org.biograd.loihi.program;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * A BioGrad network that runs on the chip model and its host. It shows the signals of OBS-1, and they are those of the
 * integer network of the same profile, seed and weights (theorem T6).
 *
 * <p>Longer than 300 lines: the order of a sample, an update and a sleep stands in one place, as in chapter 14. Not for
 * use by two threads at once.
 */
public final class ChipNetwork {

    private final Shape shape;
    private final Profile profile;

    /** Layers 1..L; index 0 is unused. */
    private final ChipLayer[] layers;

    /** To layers 1..L-1; index 0 is unused. */
    private final Feedback[] feedback;

    private final ErrorPathway positiveErrors;
    private final ErrorPathway negativeErrors;
    private final OneToOne excite = new OneToOne(Formats.signedWithShift(0), 1);
    private final OneToOne inhibit = new OneToOne(Formats.signedWithShift(0), -1);
    private final Host host;
    private final SleepNoise noise;
    private final Shown shown = new Shown();
    private final int[] spikingInputs;
    private long lastSample;

    /**
     * The program for a network, with that network's weights.
     *
     * @param network gives shape, profile, seed and weights; is not kept
     * @throws IllegalArgumentException where its profile does not meet {@link Requirements}, or a rule of it
     *     exceeds the learning engine
     */
    public ChipNetwork(Network network) {
        this.shape = network.shape();
        this.profile = network.profile();
        List<String> unmet = Requirements.unmet(profile);
        if (!unmet.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", unmet));
        }
        int last = shape.layers();
        layers = new ChipLayer[last + 1];
        for (int l = 1; l <= last; l++) {
            layers[l] = new ChipLayer(l, shape, profile, network.seed());
        }
        feedback = new Feedback[last];
        for (int l = 1; l < last; l++) {
            feedback[l] = new Feedback(shape.size(l), shape.outputs());
        }
        positiveErrors = new ErrorPathway(shape.outputs(), profile.error());
        negativeErrors = new ErrorPathway(shape.outputs(), profile.error());
        host = new Host(shape.outputs(), profile, new Draws(network.seed()));
        noise = new SleepNoise(network.seed());
        spikingInputs = new int[shape.inputs()];
        load(network);
    }

    /**
     * The host writes the weights of another network to the chip.
     *
     * @throws IllegalArgumentException where that has another shape
     */
    public void load(Network network) {
        if (!network.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "weights of a network " + network.shape() + " do not fit a network " + shape);
        }
        for (int l = 1; l <= shape.layers(); l++) {
            System.arraycopy(network.weights(l), 0, layers[l].weights(), 0, layers[l].weights().length);
        }
        for (int l = 1; l < shape.layers(); l++) {
            System.arraycopy(network.feedback(l), 0, feedback[l].weights, 0, feedback[l].weights.length);
            feedback[l].load();
        }
    }

    /**
     * Shows a training sample; weights do not change before {@link #update}.
     *
     * @param sample its number, counted over the whole run, 0..2^32-1
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @param label its class, 0..outputs-1
     * @param observer sees every signal; may be null
     * @throws IllegalArgumentException where the spikes or the label do not fit
     */
    @Clause({"PROG-4", "NET-1"})
    public void learn(long sample, SpikeTrain input, int label, Observer observer) {
        requireFits(input, label);
        lastSample = sample;
        clear();
        int output = shape.layers();
        for (int t = 0; t < profile.time().steps(); t++) {
            int[] spiking = spikingInputs;
            int spikes = take(input, t, spiking, null, 0);
            showInput(observer, t, spikes);
            for (int l = 1; l <= output; l++) {
                layers[l].forward(spiking, spikes);
                layers[l].remember(sample, t, spiking, spikes);
                showForward(observer, l, t);
                show(observer, Signal.GATE, l, t, layers[l].gate());
                show(observer, Signal.TRACE, l, t, layers[l].trace());
                show(observer, Signal.ELIGIBILITY, l, t, layers[l].tag());
                spiking = layers[l].spiking();
                spikes = layers[l].spikes();
            }
            host.count(spiking, spikes);
            show(observer, Signal.SPIKE_COUNT, output, t, host.count);
            if (t >= profile.time().softStart()) {
                feedBack(t, label, observer);
            }
        }
        int end = profile.time().steps() - 1;
        for (int l = 1; l <= output; l++) {
            host.readDendrites(l, l == output, sample, layers[l].dendrite.voltage(), layers[l].learningError());
            show(observer, Signal.LEARNING_ERROR, l, end, layers[l].learningError());
        }
    }

    @Clause(value = "PROG-5", form = Clause.Form.PART)
    private void feedBack(int t, int label, Observer observer) {
        int output = shape.layers();
        host.errors(t, label);
        positiveErrors.step(host.error, 1);
        negativeErrors.step(host.error, -1);
        for (int l = 1; l < output; l++) {
            feedback[l].deliver(positiveErrors, negativeErrors, layers[l].dendrite);
        }
        excite.deliver(positiveErrors.spiking(), positiveErrors.spikes(), layers[output].dendrite.input());
        inhibit.deliver(negativeErrors.spiking(), negativeErrors.spikes(), layers[output].dendrite.input());
        layers[output].dendrite.step();

        show(observer, Signal.ERROR, output, t, host.error);
        show(observer, Signal.POSITIVE_POTENTIAL, output, t, positiveErrors.potential());
        show(observer, Signal.NEGATIVE_POTENTIAL, output, t, negativeErrors.potential());
        show(observer, Signal.POSITIVE_ERROR_SPIKE, output, t, positiveErrors.spike());
        show(observer, Signal.NEGATIVE_ERROR_SPIKE, output, t, negativeErrors.spike());
        for (int l = 1; l <= output; l++) {
            show(observer, Signal.DENDRITE, l, t, layers[l].dendrite.voltage());
        }
    }

    /**
     * Executes the rules of the weights.
     *
     * @param observer sees the changes and the new weights; may be null
     */
    @Clause("PROG-6")
    public void update(Observer observer) {
        int end = profile.time().steps() - 1;
        for (int l = 1; l <= shape.layers(); l++) {
            int[] weights = layers[l].weights();
            int[] change = observer == null ? null : weights.clone();
            layers[l].learn(lastSample);
            if (observer != null) {
                for (int s = 0; s < change.length; s++) {
                    change[s] = weights[s] - change[s];
                }
                show(observer, Signal.WEIGHT_CHANGE, l, end, change);
                show(observer, Signal.WEIGHT, l, end, weights);
            }
        }
    }

    /**
     * Sleeps once, all hidden layers.
     *
     * @param number number of this sleep, counted over the whole run, 0..2^32-1
     * @param observer sees every signal; may be null
     */
    @Clause("PROG-8")
    public void sleep(long number, Observer observer) {
        noise.of(number);
        for (int l = 1; l < shape.layers(); l++) {
            sleep(l, number, observer);
        }
    }

    private void sleep(int layer, long number, Observer observer) {
        int size = shape.size(layer);
        int outputs = shape.outputs();
        int steps = profile.sleep().steps();
        SpikeTrain positive = new SpikeTrain(size, steps);
        SpikeTrain negative = new SpikeTrain(size, steps);
        int[] positives = new int[size];
        int[] negatives = new int[size];
        int[] net = new int[size];
        long[] correlation = new long[size * outputs];
        long[] square = new long[outputs];
        SynapseGroup turned = layers[layer + 1].turned();
        for (int m = 0; m < profile.sleep().trajectories(); m++) {
            noise.fill(layer, m, positive, negative);
            Arrays.fill(net, 0);
            host.clear();
            for (int l = layer + 1; l <= shape.layers(); l++) {
                layers[l].clearSoma();
            }
            for (int t = 0; t < steps; t++) {
                int plus = take(positive, t, positives, net, 1);
                int minus = take(negative, t, negatives, net, -1);
                layers[layer + 1].forwardNoise(positives, plus, turned, negatives, minus);
                for (int l = layer + 2; l <= shape.layers(); l++) {
                    layers[l].forward(layers[l - 1].spiking(), layers[l - 1].spikes());
                }
                ChipLayer output = layers[shape.layers()];
                host.count(output.spiking(), output.spikes());
                for (int l = layer + 1; l <= shape.layers(); l++) {
                    showForward(observer, l, m * steps + t);
                }
            }
            show(observer, Signal.NOISE_COUNT, layer, m * steps + steps - 1, net);
            show(observer, Signal.SLEEP_COUNT, shape.layers(), m * steps + steps - 1, host.count);
            for (int k = 0; k < outputs; k++) {
                square[k] += (long) host.count[k] * host.count[k];
                for (int i = 0; i < size; i++) {
                    correlation[i * outputs + k] += (long) net[i] * host.count[k];
                }
            }
        }
        host.align(layer, number, correlation, square, feedback[layer].weights);
        feedback[layer].load();
        show(observer, Signal.FEEDBACK_WEIGHT, layer, 0, feedback[layer].weights);
    }

    /**
     * The weights of a layer on the chip, live, in the order of SYN-1.
     *
     * @param layer 1..L
     */
    public int[] weights(int layer) {
        return layers[layer].weights();
    }

    /**
     * The tags of a layer, live, in the order of SYN-1: its eligibilities.
     *
     * @param layer 1..L
     */
    public int[] tags(int layer) {
        return layers[layer].tag();
    }

    /**
     * The presynaptic traces of a layer, live, that of the bias axon last.
     *
     * @param layer 1..L
     */
    public int[] traces(int layer) {
        return layers[layer].trace();
    }

    /**
     * The feedback weights of a hidden layer as the host keeps them, B_ik at i * outputs + k.
     *
     * @param layer 1..L-1
     */
    public int[] feedback(int layer) {
        return feedback[layer].weights;
    }

    private void clear() {
        for (int l = 1; l <= shape.layers(); l++) {
            layers[l].clear();
        }
        positiveErrors.clear();
        negativeErrors.clear();
        host.clear();
    }

    /** Copies the spikes of a step, and adds them to counts where there are any. */
    private static int take(SpikeTrain train, int step, int[] now, int[] counts, int sign) {
        int begin = train.begin(step);
        int spikes = train.end(step) - begin;
        for (int s = 0; s < spikes; s++) {
            now[s] = train.neuron(begin + s);
            if (counts != null) {
                counts[now[s]] += sign;
            }
        }
        return spikes;
    }

    private void requireFits(SpikeTrain input, int label) {
        if (input.size() != shape.inputs() || input.steps() != profile.time().steps() || !input.complete()) {
            throw new IllegalArgumentException("the program takes " + shape.inputs() + " inputs over "
                    + profile.time().steps() + " steps, not " + input.size() + " over " + input.steps()
                    + (input.complete() ? "" : ", unfinished"));
        }
        Objects.checkIndex(label, shape.outputs());
    }

    private void showInput(Observer observer, int t, int spikes) {
        if (observer != null) {
            int[] dense = new int[shape.inputs()];
            for (int s = 0; s < spikes; s++) {
                dense[spikingInputs[s]] = 1;
            }
            show(observer, Signal.SPIKE, 0, t, dense);
        }
    }

    private void showForward(Observer observer, int l, int step) {
        show(observer, Signal.SYNAPTIC_INPUT, l, step, layers[l].current());
        show(observer, Signal.MEMBRANE_VOLTAGE, l, step, layers[l].voltage());
        show(observer, Signal.SPIKE, l, step, layers[l].spike());
    }

    private void show(Observer observer, Signal signal, int layer, int step, int[] values) {
        if (observer != null) {
            observer.observe(signal, layer, step, shown.of(values));
        }
    }

    private void show(Observer observer, Signal signal, int layer, int step, long[] values) {
        if (observer != null) {
            observer.observe(signal, layer, step, shown.of(values));
        }
    }
}
