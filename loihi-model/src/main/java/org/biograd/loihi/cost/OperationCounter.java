package org.biograd.loihi.cost;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Placement;
import org.biograd.spec.Clause;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/**
 * Counts what a placed network would do on the chip while it watches an implementation of the network run, integer or
 * real.
 *
 * <p>Before a sample or a sleep it is told which it will be: {@link #training}, {@link #test} or {@link #sleep}. Not
 * for use by two threads at once.
 *
 * <p>Longer than 300 lines: what a signal costs is said signal by signal, and all of them share the state of one step.
 */
public final class OperationCounter implements Observer {

    private final Blueprint blueprint;
    private final Placement placement;
    private final Shape shape;
    private final Profile profile;
    private final CoreCounts step;
    private final Map<Phase, Tally> tallies = new EnumMap<>(Phase.class);

    /** By layer 1..L: whether an axon's trace was ever other than 0 in this sample. */
    private final boolean[][] touched;

    private final boolean[][] errorSpike;
    private final boolean[] error;

    private Phase phase;
    private Tally tally;
    private boolean open;

    private NoiseSource noise;
    private int sleeping;
    private SpikeTrain positiveNoise;
    private SpikeTrain negativeNoise;

    /**
     * Makes a counter with all counts 0.
     *
     * @param placement where the network is
     * @param prices whose times decide which core is the slowest of a step
     */
    public OperationCounter(Placement placement, Prices prices) {
        this.placement = Objects.requireNonNull(placement, "placement");
        blueprint = placement.blueprint();
        shape = blueprint.shape();
        profile = blueprint.profile();
        step = new CoreCounts(placement, prices);
        for (Phase each : Phase.values()) {
            tallies.put(each, new Tally());
        }
        touched = new boolean[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            touched[l] = new boolean[shape.size(l - 1) + 1];
        }
        error = new boolean[shape.outputs()];
        errorSpike = new boolean[2][shape.outputs()];
    }

    /** What comes next are training samples. */
    public void training() {
        begin(Phase.TRAINING);
    }

    /** What comes next are test samples; whatever is shown of learning and errors is not counted. */
    public void test() {
        begin(Phase.TEST);
    }

    /**
     * What comes next is one sleep.
     *
     * @param source the noise of that sleep, which observers are not shown
     */
    public void sleep(NoiseSource source) {
        begin(Phase.SLEEP);
        noise = Objects.requireNonNull(source, "source");
        sleeping = 0;
        tally.finished++;
    }

    private void begin(Phase next) {
        endStep();
        phase = next;
        tally = tallies.get(next);
    }

    /** How often something was counted in a phase. */
    public long count(Phase of, Term term) {
        endStep();
        return tallies.get(of).total[term.ordinal()];
    }

    /** How often something was counted on the core that was the slowest of its step. */
    @Clause(value = "COST-10", form = Clause.Form.PART)
    public long slowest(Phase of, Term term) {
        endStep();
        return tallies.get(of).slowest[term.ordinal()];
    }

    /** How many samples, or sleeps, a phase had. */
    public long finished(Phase of) {
        return tallies.get(of).finished;
    }

    @Override
    public void observe(Signal signal, int layer, int atStep, Values values) {
        if (phase == null) {
            throw new IllegalStateException("say first what comes: training, test or sleep");
        }
        if (phase == Phase.SLEEP) {
            if (blueprint.sleep() == Blueprint.Sleep.CHIP) {
                observeSleep(signal, layer, atStep, values);
            } else if (signal == Signal.FEEDBACK_WEIGHT) {
                sleepOnHost(layer);
            }
            return;
        }
        switch (signal) {
            case SPIKE:
                if (layer == 0) {
                    beginWakingStep(atStep);
                }
                spikes(layer, values);
                break;
            case MEMBRANE_VOLTAGE:
                somas(layer, true, values);
                break;
            case LEARNING_ERROR:
                endOfSample(layer);
                break;
            default:
                if (phase == Phase.TRAINING) {
                    observeLearning(signal, layer, values);
                }
        }
    }

    @Clause("COST-6")
    private void observeLearning(Signal signal, int layer, Values values) {
        switch (signal) {
            case TRACE:
                epoch(layer, values);
                break;
            case ERROR:
                hostFeedsErrors(values);
                break;
            case POSITIVE_POTENTIAL:
                errorNeurons(0, values);
                break;
            case NEGATIVE_POTENTIAL:
                errorNeurons(1, values);
                break;
            case POSITIVE_ERROR_SPIKE:
                errorSpikes(0, blueprint.positiveErrors(), values);
                break;
            case NEGATIVE_ERROR_SPIKE:
                errorSpikes(1, blueprint.negativeErrors(), values);
                break;
            case DENDRITE:
                dendrites(layer, values);
                break;
            case WEIGHT:
                weightEpoch(layer);
                break;
            default:
        }
    }

    private void beginStep() {
        endStep();
        step.clear();
        open = true;
        tally.total[Term.BARRIER.ordinal()]++;
        tally.slowest[Term.BARRIER.ordinal()]++;
    }

    private void endStep() {
        if (open) {
            step.into(tally);
            open = false;
        }
    }

    private void beginWakingStep(int atStep) {
        beginStep();
        if (atStep == 0) {
            for (int l = 1; l < touched.length; l++) {
                Arrays.fill(touched[l], false);
            }
            Arrays.fill(errorSpike[0], false);
            Arrays.fill(errorSpike[1], false);
        }
        for (int l = 1; l <= shape.layers(); l++) {
            inject(blueprint.bias(l), l, 1);
        }
    }

    /** Spikes of an axon that comes from outside, into layer l. */
    @Clause("COST-6")
    private void inject(int population, int l, long spikes) {
        step.addToEach(Term.SYNAPTIC_EVENT, blueprint.layer(l), spikes);
        host(Term.INJECTED_SPIKE, spikes * placement.route(population, 0).cores());
    }

    @Clause("COST-6")
    private void spikes(int layer, Values values) {
        if (layer == shape.layers()) {
            return;
        }
        int population = blueprint.layer(layer);
        long spikes = 0;
        for (int i = 0; i < values.size(); i++) {
            if (nonZero(values, i)) {
                spikes++;
                if (layer > 0) {
                    step.send(population, i);
                }
            }
        }
        if (layer == 0) {
            inject(population, 1, spikes);
        } else {
            step.addToEach(Term.SYNAPTIC_EVENT, blueprint.layer(layer + 1), spikes);
        }
    }

    @Clause(value = "COST-7", form = Clause.Form.PART)
    private void somas(int layer, boolean input, Values voltage) {
        int population = blueprint.layer(layer);
        for (int i = 0; i < voltage.size(); i++) {
            boolean charged = nonZero(voltage, i);
            int active = (input || charged ? 1 : 0) + (charged ? Blueprint.GATES : 0);
            step.add(Term.ACTIVE_UPDATE, placement.core(population, i), active);
        }
    }

    /** The learning epoch of a step: decays traces, and adds those that are not 0 to the tags of their synapses. */
    @Clause("COST-6")
    private void epoch(int layer, Values trace) {
        long visited = 0;
        for (int j = 0; j < trace.size(); j++) {
            if (nonZero(trace, j)) {
                visited++;
                touched[layer][j] = true;
            }
        }
        step.addToEach(Term.SYNAPTIC_UPDATE, blueprint.layer(layer), visited);
        if (profile.trace().rounding() == Rounding.STOCHASTIC) {
            step.addToCoresOf(Term.RANDOM_NUMBER, blueprint.layer(layer), visited);
        }
    }

    /**
     * The learning epoch that moves the weights: visits every synapse whose tag can be other than 0, and empties it.
     */
    @Clause("COST-6")
    private void weightEpoch(int layer) {
        if (!open) {
            throw new IllegalStateException("counts were read between a sample and its update");
        }
        long visited = 0;
        for (boolean each : touched[layer]) {
            visited += each ? 1 : 0;
        }
        step.addToEach(Term.SYNAPTIC_UPDATE, blueprint.layer(layer), visited);
        if (profile.update().rounding() == Rounding.STOCHASTIC) {
            step.addToEach(Term.RANDOM_NUMBER, blueprint.layer(layer), visited);
        }
    }

    @Clause("COST-6")
    private void hostFeedsErrors(Values values) {
        for (int k = 0; k < error.length; k++) {
            error[k] = nonZero(values, k);
        }
        host(Term.HOST_READ, error.length);
        host(Term.HOST_WRITE, 2L * error.length);
    }

    @Clause(value = "COST-7", form = Clause.Form.PART)
    private void errorNeurons(int sign, Values potential) {
        int population = sign == 0 ? blueprint.positiveErrors() : blueprint.negativeErrors();
        for (int k = 0; k < error.length; k++) {
            boolean charged = nonZero(potential, k);
            // The spike is still that of the step before: it arrives now, and takes F away.
            int integrates = charged || error[k] || errorSpike[sign][k] ? 1 : 0;
            step.add(Term.ACTIVE_UPDATE, placement.core(population, k), integrates + (charged ? 1 : 0));
        }
    }

    @Clause("COST-6")
    private void errorSpikes(int sign, int population, Values values) {
        long spikes = 0;
        for (int k = 0; k < error.length; k++) {
            boolean fires = nonZero(values, k);
            errorSpike[sign][k] = fires;
            if (fires) {
                spikes++;
                step.send(population, k);
                step.add(Term.SYNAPTIC_EVENT, placement.core(population, k), 1);
                step.add(Term.SYNAPTIC_EVENT, placement.core(blueprint.layer(shape.layers()), k), 1);
            }
        }
        for (int l = 1; l < shape.layers(); l++) {
            step.addToEach(Term.SYNAPTIC_EVENT, blueprint.layer(l), spikes);
        }
    }

    @Clause(value = "COST-7", form = Clause.Form.PART)
    private void dendrites(int layer, Values dendrite) {
        boolean any = false;
        for (int k = 0; k < error.length; k++) {
            any |= errorSpike[0][k] || errorSpike[1][k];
        }
        int population = blueprint.layer(layer);
        for (int i = 0; i < dendrite.size(); i++) {
            boolean received = layer < shape.layers() ? any : errorSpike[0][i] || errorSpike[1][i];
            if (received || nonZero(dendrite, i)) {
                step.add(Term.ACTIVE_UPDATE, placement.core(population, i), 1);
            }
        }
    }

    @Clause("COST-6")
    private void endOfSample(int layer) {
        if (layer == shape.layers()) {
            tally.finished++;
            host(Term.HOST_READ, phase == Phase.TEST ? shape.outputs() : 0);
        }
        if (phase == Phase.TRAINING) {
            host(Term.HOST_READ, shape.size(layer));
            host(Term.HOST_WRITE, shape.size(layer));
        }
    }

    @Clause("COST-6")
    private void observeSleep(Signal signal, int layer, int atStep, Values values) {
        switch (signal) {
            case SYNAPTIC_INPUT:
                if (sleeping == 0) {
                    fallAsleep(layer - 1);
                }
                if (layer == sleeping + 1) {
                    beginSleepingStep(atStep);
                }
                break;
            case MEMBRANE_VOLTAGE:
                int now = atStep % profile.sleep().steps();
                somas(
                        layer,
                        layer > sleeping + 1 || spikes(positiveNoise, now) + spikes(negativeNoise, now) > 0,
                        values);
                break;
            case SPIKE:
                spikes(layer, values);
                break;
            case NOISE_COUNT:
                requireSameNoise(values);
                break;
            case SLEEP_COUNT:
                host(Term.HOST_READ, shape.outputs());
                break;
            case FEEDBACK_WEIGHT:
                host(Term.HOST_WRITE, 2L * shape.size(layer) * shape.outputs());
                sleeping = 0;
                break;
            default:
        }
    }

    private void fallAsleep(int layer) {
        sleeping = layer;
        positiveNoise = new SpikeTrain(shape.size(layer), profile.sleep().steps());
        negativeNoise = new SpikeTrain(shape.size(layer), profile.sleep().steps());
        // The negated copy is made anew, for the weights have moved.
        host(Term.HOST_READ, (long) shape.size(layer) * shape.size(layer + 1));
        host(Term.HOST_WRITE, (long) shape.size(layer) * shape.size(layer + 1));
    }

    private void beginSleepingStep(int atStep) {
        beginStep();
        int steps = profile.sleep().steps();
        int now = atStep % steps;
        if (now == 0) {
            noise.fill(sleeping, atStep / steps, positiveNoise, negativeNoise);
        }
        inject(blueprint.layer(sleeping), sleeping + 1, spikes(positiveNoise, now));
        inject(blueprint.negativeNoise(sleeping), sleeping + 1, spikes(negativeNoise, now));
        for (int l = sleeping + 2; l <= shape.layers(); l++) {
            inject(blueprint.bias(l), l, 1);
        }
    }

    private static int spikes(SpikeTrain train, int atStep) {
        return train.end(atStep) - train.begin(atStep);
    }

    private void requireSameNoise(Values netNoise) {
        double[] net = new double[shape.size(sleeping)];
        for (int e = 0; e < positiveNoise.events(); e++) {
            net[positiveNoise.neuron(e)]++;
        }
        for (int e = 0; e < negativeNoise.events(); e++) {
            net[negativeNoise.neuron(e)]--;
        }
        for (int i = 0; i < net.length; i++) {
            if (net[i] != netNoise.real(i)) {
                throw new IllegalStateException(
                        "neuron " + i + " of layer " + sleeping + " slept on other noise than the counter was given");
            }
        }
    }

    @Clause("COST-6")
    private void sleepOnHost(int layer) {
        for (int l = layer + 1; l <= shape.layers(); l++) {
            host(Term.HOST_READ, shape.synapses(l));
        }
        host(Term.HOST_WRITE, 2L * shape.size(layer) * shape.outputs());
    }

    /** Counts what no core does. */
    private void host(Term term, long number) {
        tally.total[term.ordinal()] += number;
    }

    private static boolean nonZero(Values values, int index) {
        return values.real(index) != 0;
    }
}
