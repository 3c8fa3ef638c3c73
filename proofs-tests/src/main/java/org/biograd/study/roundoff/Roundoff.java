package org.biograd.study.roundoff;

import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.SampleRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.Units;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/**
 * Watches one batch of an integer network, next to the exact network with the same weights and input spikes, and
 * compares the error of every value with its running bound.
 *
 * <p>The exact network takes its own decisions. From the first layer and step on in which one of them is not that of
 * the integer network, the rest of the sample is not compared, and neither is the update of its batch.
 */
public final class Roundoff implements Observer {

    private final Shape shape;
    private final Profile profile;
    private final RunningBound bounds;
    private final Findings findings;
    private final ExactNetwork exact;

    /** The sample at hand. */
    private SampleRun run;

    private long sample;

    private Gradient gradient;

    /** Whether a decision has differed: in this layer and step, in the sample, in the batch. */
    private boolean differs;

    private boolean sampleLost;
    private boolean batchLost;

    /** The bounds of v of the layer and step at hand, then those of p and n. */
    private BigFraction[] voltageBound;

    private BigFraction[] positiveBound;
    private BigFraction[] negativeBound;

    /**
     * An analysis of one batch.
     *
     * @param shape the layer sizes
     * @param profile the profile of the integer network
     * @param weights its weights before the batch, layer l at index l-1, in the order of SYN-1
     * @param feedback its feedback weights, layer l at index l-1, B_ik at i * outputs + k
     * @param counted the signals whose local errors count, see {@link RunningBound}
     * @param findings receives what is found
     * @throws IllegalArgumentException where feedback is not direct: no bounds are stated of it
     */
    public Roundoff(
            Shape shape, Profile profile, int[][] weights, int[][] feedback, Set<Signal> counted, Findings findings) {
        this.shape = shape;
        this.profile = profile;
        this.findings = Objects.requireNonNull(findings, "findings");
        if (profile.feedback().path() != FeedbackPath.DIRECT) {
            throw new IllegalArgumentException(
                    "feedback.path: " + profile.feedback().path() + " has no running bounds; DIRECT has");
        }
        bounds = new RunningBound(shape, profile, weights, feedback, counted);
        exact = new ExactNetwork(shape, ExactParameters.of(profile), ErrorBound::table);
        for (int l = 1; l <= shape.layers(); l++) {
            copy(weights[l - 1], Units.lsb(profile, shape, Signal.WEIGHT, l), exact.synapses(l));
        }
        for (int l = 1; l < shape.layers(); l++) {
            BigFraction lsb = Units.lsb(profile, shape, Signal.FEEDBACK_WEIGHT, l);
            for (int s = 0; s < feedback[l - 1].length; s++) {
                exact.feedback(l)[s / shape.outputs()][s % shape.outputs()] = lsb.multiply(feedback[l - 1][s]);
            }
        }
    }

    private static void copy(int[] weights, BigFraction lsb, Synapses to) {
        for (int s = 0; s < weights.length; s++) {
            int j = s / to.post();
            BigFraction[] row = j < to.pre() ? to.weights()[s % to.post()] : to.biases();
            row[j < to.pre() ? j : s % to.post()] = lsb.multiply(weights[s]);
        }
    }

    /**
     * Announces a sample of the batch, before the integer network sees it.
     *
     * @param number its number n, counted over the whole run
     * @param input its spikes
     * @param label its class
     */
    public void beginSample(long number, SpikeTrain input, int label) {
        endSample();
        sample = number;
        run = exact.learn(input, label);
        gradient = gradient == null ? run.gradient() : gradient.plus(run.gradient());
        bounds.beginSample(number);
    }

    private void endSample() {
        if (run != null) {
            findings.countSample(!sampleLost);
        }
        run = null;
        sampleLost = false;
        differs = false;
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values shown) {
        int[] values = new int[shown.size()];
        shown.copyTo(values);
        BigFraction[] bound = bounds.next(signal, layer, step, values);
        if (signal == Signal.WEIGHT_CHANGE || signal == Signal.WEIGHT) {
            update(signal, layer, step, values, bound);
        } else if (!sampleLost) {
            switch (signal) {
                case SPIKE, GATE, POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE -> decide(signal, layer, step, values);
                case SPIKE_COUNT -> {}
                default -> compare(signal, layer, step, values, bound);
            }
        }
    }

    // ---- Values

    private void compare(Signal signal, int layer, int step, int[] values, BigFraction[] bound) {
        switch (signal) {
            case MEMBRANE_VOLTAGE -> voltageBound = bound;
            case POSITIVE_POTENTIAL -> positiveBound = bound;
            case NEGATIVE_POTENTIAL -> negativeBound = bound;
            default -> {}
        }
        BigFraction lsb = Units.lsb(profile, shape, signal, layer);
        for (int index = 0; index < values.length; index++) {
            BigFraction truth = exactly(signal, layer, step, index).divide(lsb);
            findings.add(
                    signal.symbol(),
                    layer,
                    step,
                    index,
                    truth.subtract(values[index]).abs(),
                    bound[index]);
        }
    }

    /** A value of the exact network, by its place in the integer one. */
    private BigFraction exactly(Signal signal, int layer, int t, int index) {
        LayerRun of = run.layers().get(layer - 1);
        int post = shape.size(layer);
        return switch (signal) {
            case SYNAPTIC_INPUT -> input(of, t, index);
            case MEMBRANE_VOLTAGE -> of.v()[t][index];
            case TRACE ->
                profile.trace().mode() == TraceMode.PRE_ONLY
                        ? run.eligibilities().get(layer - 1).z()[t][0][index]
                        : run.eligibilities().get(layer - 1).z()[t][index % post][index / post];
            case ELIGIBILITY -> run.eligibilities().get(layer - 1).e()[t][index % post][index / post];
            case ERROR -> run.errors()[t][index];
            case POSITIVE_POTENTIAL -> run.errorNeurons().p()[t][index];
            case NEGATIVE_POTENTIAL -> run.errorNeurons().n()[t][index];
            case DENDRITE, LEARNING_ERROR -> run.dendrites().get(layer - 1)[t][index];
            default -> throw new IllegalArgumentException("no value " + signal);
        };
    }

    /** a_i(t): what v has beyond the kept part of its value of the step before. */
    private static BigFraction input(LayerRun of, int t, int i) {
        boolean fresh = t == 0 || of.s()[t - 1][i] == 1;
        return fresh ? of.v()[t][i] : of.v()[t][i].subtract(of.neuron().decay().multiply(of.v()[t - 1][i]));
    }

    // ---- Decisions

    private void decide(Signal signal, int layer, int step, int[] values) {
        for (int index = 0; layer > 0 && index < values.length; index++) {
            boolean error = signal == Signal.POSITIVE_ERROR_SPIKE || signal == Signal.NEGATIVE_ERROR_SPIKE;
            Signal compared = error ? Signal.POSITIVE_POTENTIAL : Signal.MEMBRANE_VOLTAGE;
            BigFraction margin = margin(signal, layer, step, index).divide(Units.lsb(profile, shape, compared, layer));
            if (margin.signum() > 0 != (values[index] == 1)) {
                findings.add(new Decision(
                        signal, layer, step, index, values[index], margin.abs(), decidedBy(signal)[index]));
                differs = true;
            }
        }
        // The other decisions on the same values are still of the same history.
        if (signal == Signal.GATE || signal == Signal.NEGATIVE_ERROR_SPIKE) {
            sampleLost |= differs;
            batchLost |= differs;
        }
    }

    /** How far the exact value is beyond where the decision turns; above 0 is yes. */
    private BigFraction margin(Signal signal, int layer, int t, int index) {
        LayerRun of = run.layers().get(layer - 1);
        return switch (signal) {
            case SPIKE -> of.v()[t][index].subtract(of.neuron().theta());
            case GATE ->
                of.neuron()
                        .win()
                        .subtract(of.v()[t][index].subtract(of.neuron().theta()).abs());
            case POSITIVE_ERROR_SPIKE -> run.errorNeurons().p()[t][index].subtract(1);
            default -> run.errorNeurons().n()[t][index].subtract(1);
        };
    }

    private BigFraction[] decidedBy(Signal signal) {
        return switch (signal) {
            case POSITIVE_ERROR_SPIKE -> positiveBound;
            case NEGATIVE_ERROR_SPIKE -> negativeBound;
            default -> voltageBound;
        };
    }

    // ---- The update

    private void update(Signal signal, int layer, int step, int[] values, BigFraction[] bound) {
        endSample();
        if (batchLost) {
            return;
        }
        int post = shape.size(layer);
        Synapses steepest = gradient.layer(layer);
        BigFraction first = layer == shape.layers()
                ? exact.parameters().outputRate()
                : exact.parameters().hiddenRate();
        BigFraction rate = first.divide(BigFraction.of(2).pow(UpdateBound.halvings(profile, sample)));
        BigFraction weightLsb = Units.lsb(profile, shape, Signal.WEIGHT, layer);
        BigFraction gradientLsb = Units.lsb(profile, shape, Signal.LEARNING_ERROR, layer)
                .multiply(Units.lsb(profile, shape, Signal.ELIGIBILITY, layer));
        for (int s = 0; s < values.length; s++) {
            BigFraction slope = at(steepest, s, post);
            BigFraction truth = rate.multiply(slope).negate();
            if (signal == Signal.WEIGHT_CHANGE) {
                BigFraction error = slope.divide(gradientLsb)
                        .subtract(BigFraction.of(bounds.gradient(layer)[s]))
                        .abs();
                findings.add(Findings.GRADIENT, layer, step, s, error, bounds.gradientBound(layer)[s]);
            } else {
                truth = truth.add(at(exact.synapses(layer), s, post));
            }
            findings.add(
                    signal.symbol(),
                    layer,
                    step,
                    s,
                    truth.divide(weightLsb).subtract(values[s]).abs(),
                    bound[s]);
        }
    }

    private static BigFraction at(Synapses synapses, int s, int post) {
        int j = s / post;
        return j < synapses.pre() ? synapses.weights()[s % post][j] : synapses.biases()[s % post];
    }
}
