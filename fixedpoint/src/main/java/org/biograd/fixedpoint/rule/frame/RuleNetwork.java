package org.biograd.fixedpoint.rule.frame;

import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.spec.SpikeTrain;

/**
 * An integer network that learns by a rule. Two networks of equal shape, profile, settings and seed that see equal
 * samples hold equal bits. Not for use by two threads at once.
 *
 * <p>{@link #feedback} gives what the rule has of feedback weights: those of BioGrad, or the recurrent weights of a
 * hidden layer, R_ij at j * size + i; of length 0 where it has none.
 */
public interface RuleNetwork extends IntegerNetwork {

    /** What the rule is on this network. */
    RuleCard card();

    /** The numbers that it runs with. */
    RuleSettings settings();

    /**
     * Shows a training sample. An online rule moves weights meanwhile; every other one adds its gradient to the batch.
     *
     * @param sample its number n, counted over the whole run, 0..2^32-1
     * @param input its spikes, of the shape's inputs and the profile's steps
     * @param label its class, 0..outputs-1
     * @param observer sees every signal
     * @throws IllegalArgumentException where the spikes, the label or the number do not fit
     */
    void learn(long sample, SpikeTrain input, int label, RuleObserver observer);

    /**
     * Moves the weights of all layers by the gradient of the batch: LEARN-2 and LEARN-3.
     *
     * @param observer sees the changes and the new weights
     */
    void update(RuleObserver observer);

    /**
     * Sleeps once; nothing where the rule does not.
     *
     * @param number number of this sleep, counted over the whole run, 0..2^32-1
     */
    default void sleep(long number) {}

    /**
     * The live gradient sums G of a layer since the last update, in the order of SYN-1.
     *
     * @param layer 1..L
     */
    long[] gradients(int layer);

    /**
     * The words of a layer besides its weights.
     *
     * @param layer 1..L
     */
    State state(int layer);

    /** What has been computed since construction. */
    Operations operations();

    /** A network with the same weights, for another thread; it has counted nothing. */
    RuleNetwork copy();
}
