package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/** Adds up a layer's gradient over a batch and turns it into new weights. */
public final class WeightUpdate {

    /** Every product has 63 bits at most: more would change nothing. */
    private static final int MOST_SHIFT = 62;

    private final UpdateParameters parameters;
    private final int multiplier;
    private final int weightBits;
    private final Rounder rounder;
    private final Events events;
    private final long[] gradient;
    private int shift;

    /**
     * Makes an update with a gradient of 0.
     *
     * @param layer its number, for the draws
     * @param output whether it is the output layer
     * @param synapses how many synapses it has, biases included
     * @param profile gives the parameters of updates and weights
     * @param draws for stochastic rounding
     * @param events counts saturations of accumulators and weights
     */
    public WeightUpdate(int layer, boolean output, int synapses, Profile profile, DrawSource draws, Events events) {
        this.parameters = profile.update();
        this.multiplier = output ? parameters.outputMultiplier() : parameters.hiddenMultiplier();
        this.weightBits = profile.weight().bits();
        this.rounder =
                new Rounder(draws, DrawStream.WEIGHT, layer, parameters.accumulatorFraction(), parameters.rounding());
        this.events = events;
        this.gradient = new long[synapses];
    }

    /**
     * Adds the gradient of the sample that has just ended.
     *
     * @param learningError q, one per neuron
     * @param eligibility E, one per synapse in the order of SYN-1
     */
    @Clause("LEARN-1")
    public void accumulate(int[] learningError, int[] eligibility) {
        int post = learningError.length;
        for (int row = 0; row < gradient.length; row += post) {
            for (int i = 0; i < post; i++) {
                gradient[row + i] += (long) learningError[i] * eligibility[row + i];
            }
        }
    }

    /**
     * Moves the weights by the gradient, and sets it to 0.
     *
     * @param sample number of the batch's last sample, for the draws and the learning rate
     * @param weight w, one per synapse in the order of SYN-1
     */
    public void apply(long sample, int[] weight) {
        apply(sample, 0, weight);
    }

    /**
     * The same with the draws of a step, for rules that move weights more than once a sample.
     *
     * @param sample number of the batch's last sample, for the draws and the learning rate
     * @param step whose draws are used
     * @param weight w, one per synapse in the order of SYN-1
     */
    public void apply(long sample, int step, int[] weight) {
        begin(sample, step);
        for (int s = 0; s < weight.length; s++) {
            weight[s] = newWeight(s, weight[s], product(gradient[s]));
        }
        Arrays.fill(gradient, 0);
    }

    /**
     * Chooses the draws and the learning rate of an update.
     *
     * @param sample number of the batch's last sample
     */
    public void begin(long sample) {
        begin(sample, 0);
    }

    private void begin(long sample, int step) {
        rounder.select(sample, step);
        long halvings = parameters.halveEvery() == 0 ? 0 : sample / parameters.halveEvery();
        shift = (int) Math.min(parameters.shift() + halvings, MOST_SHIFT);
    }

    /**
     * P of a gradient sum, at the learning rate of the update that has begun.
     *
     * @param gradientSum G
     */
    @Clause("LEARN-2")
    public long product(long gradientSum) {
        return Words.shift(multiplier * gradientSum, shift, Rounding.FLOOR, 0);
    }

    /**
     * The new weight of a synapse, in the update that has begun.
     *
     * @param s index of the synapse, for its draw
     * @param weight its weight
     * @param product its P
     */
    @Clause("LEARN-3")
    public int newWeight(int s, int weight, long product) {
        long accumulator = accumulator(weight, product);
        long rounded = rounder.shift(accumulator, s);
        return (int) events.stored(Signal.WEIGHT, rounded, Words.saturate(rounded, weightBits));
    }

    /** c, the accumulator of a weight that is to move: the first line of LEARN-3. */
    public long accumulator(int weight, long product) {
        long exact = ((long) weight << parameters.accumulatorFraction()) - product;
        return events.stored(Signal.WEIGHT_CHANGE, exact, Words.saturate(exact, parameters.accumulatorBits()));
    }

    /** m, the multiplier of the layer. */
    public int multiplier() {
        return multiplier;
    }

    /** The shift of LEARN-2, halvings included, of the update that has begun: 0..62. */
    public int shift() {
        return shift;
    }

    /** The live gradient sums G, one per synapse in the order of SYN-1. */
    public long[] gradients() {
        return gradient;
    }
}
