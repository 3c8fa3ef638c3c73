package org.biograd.study.roundoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * Bounds of the errors of an integer network, computed beside it from the integers that it shows, for one batch.
 *
 * <p>The error of a value is its distance from that of the exact network of the profile with the same weights, input
 * spikes and decisions, in LSB. Of a batch whose decisions are not those of the exact network, values after the first
 * such decision may be further away.
 */
public final class RunningBound {

    private final Shape shape;
    private final int[][] weights;
    private final List<SomaBound> soma = new ArrayList<>();
    private final List<TraceBound> traces = new ArrayList<>();
    private final List<EligibilityBound> eligibilities = new ArrayList<>();
    private final List<DendriteBound> dendrites = new ArrayList<>();
    private final List<UpdateBound> updates = new ArrayList<>();
    private final ErrorBound errors;

    private long sample;

    /** s, layers 0..L, and o of this step. */
    private final int[][] spikes;

    private int[] counts;

    /** g, z and the bounds of z of the layer and step at hand. */
    private int[] gates;

    private int[] trace;
    private BigFraction[] traceBound;

    /** The bounds of the changes that were last shown. */
    private BigFraction[] changeBound;

    /**
     * The bounds of one batch.
     *
     * @param shape the layer sizes
     * @param profile the profile of the integer network
     * @param weights its weights before the batch, layer l at index l-1, in the order of SYN-1; copied
     * @param feedback its feedback weights, layer l at index l-1, B_ik at i * outputs + k; copied
     * @param counted the signals whose local errors count: all of them, for bounds that hold; with fewer, the
     *     bounds show what these contribute
     */
    public RunningBound(Shape shape, Profile profile, int[][] weights, int[][] feedback, Set<Signal> counted) {
        this.shape = shape;
        this.weights = new int[shape.layers()][];
        LocalErrors local = new LocalErrors(counted);
        spikes = new int[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            boolean output = l == shape.layers();
            int pre = shape.size(l - 1);
            int post = shape.size(l);
            this.weights[l - 1] = weights[l - 1].clone();
            soma.add(new SomaBound(post, profile, local));
            traces.add(new TraceBound(pre, post, profile, local));
            eligibilities.add(new EligibilityBound(pre, post, profile, local));
            dendrites.add(
                    new DendriteBound(output ? null : feedback[l - 1].clone(), post, shape.outputs(), profile, local));
            int multiplier = output
                    ? profile.update().outputMultiplier()
                    : profile.update().hiddenMultiplier();
            updates.add(new UpdateBound(shape.synapses(l), multiplier, profile, local));
        }
        errors = new ErrorBound(shape.outputs(), profile, local);
    }

    /**
     * Forgets the sample before, not its gradient.
     *
     * @param number number of the sample, counted over the whole run
     */
    public void beginSample(long number) {
        sample = number;
        soma.forEach(SomaBound::clear);
        traces.forEach(TraceBound::clear);
        eligibilities.forEach(EligibilityBound::clear);
        dendrites.forEach(DendriteBound::clear);
        errors.clear(shape.outputs());
    }

    /**
     * Takes in a signal of a training sample or of the update; every one, in the order of OBS-1.
     *
     * @param values the integers that were shown; kept, not to be changed afterwards
     * @return the bounds of their errors, in LSB, one a value; null for s, g, o, sp and sn, which are decided or
     *     counted
     */
    public BigFraction[] next(Signal signal, int layer, int step, int[] values) {
        int at = layer - 1;
        switch (signal) {
            case SYNAPTIC_INPUT -> {
                return soma.get(at).current(weights[at], spikes[at]);
            }
            case MEMBRANE_VOLTAGE -> {
                return soma.get(at).voltage(values);
            }
            case SPIKE -> {
                spikes[layer] = values;
                if (layer > 0) {
                    soma.get(at).reset(values);
                }
            }
            case GATE -> gates = values;
            case TRACE -> {
                trace = values;
                traceBound = traces.get(at).step(values, spikes[at]);
                traces.get(at).reset(spikes[layer], gates, soma.get(at));
                return traceBound;
            }
            case ELIGIBILITY -> {
                return eligibilities.get(at).step(values, gates, trace, traceBound);
            }
            case SPIKE_COUNT -> counts = values;
            case ERROR -> {
                return errors.error(values, counts, step);
            }
            case POSITIVE_POTENTIAL -> {
                return errors.positive(values);
            }
            case NEGATIVE_POTENTIAL -> {
                return errors.negative(values);
            }
            case POSITIVE_ERROR_SPIKE -> errors.positiveSpikes(values);
            case NEGATIVE_ERROR_SPIKE -> errors.negativeSpikes(values);
            case DENDRITE -> {
                return dendrites.get(at).step(values, errors);
            }
            case LEARNING_ERROR -> {
                BigFraction[] bound = dendrites.get(at).read(values);
                updates.get(at).accumulate(dendrites.get(at), eligibilities.get(at));
                return bound;
            }
            case WEIGHT_CHANGE -> {
                changeBound = updates.get(at).apply(weights[at], values, sample);
                return changeBound;
            }
            case WEIGHT -> {
                return changeBound;
            }
            default ->
                throw new IllegalArgumentException(
                        "signal " + signal.symbol() + " is of sleep; the bounds are those of training");
        }
        return null;
    }

    /** sum q E of the batch so far, one value a synapse of a layer 1..L. */
    public long[] gradient(int layer) {
        return updates.get(layer - 1).gradient();
    }

    /** The bounds of their errors, in units of q times units of E. */
    public BigFraction[] gradientBound(int layer) {
        return updates.get(layer - 1).gradientBound();
    }
}
