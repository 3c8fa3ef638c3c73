package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;

/**
 * A positive and a negative error neuron an output: they integrate the error and spike it onward. Not for use by two
 * threads at once.
 */
public final class ErrorNeurons {

    private final long one;
    private final int potentialBits;
    private final Events events;

    /** p, the potentials of the positive neurons. */
    final int[] positive;

    /** n, the potentials of the negative neurons. */
    final int[] negative;

    /** sp, 0 or 1. */
    final int[] positiveSpike;

    /** sn, 0 or 1. */
    final int[] negativeSpike;

    /** The outputs whose sp and sn differ in this step; the first {@link #signals} entries count. */
    final int[] signalling;

    int signals;

    /**
     * Neurons at rest.
     *
     * @param outputs K, how many outputs there are
     * @param parameters give F and the width of the potentials
     * @param events counts saturations
     */
    public ErrorNeurons(int outputs, ErrorParameters parameters, Events events) {
        this.one = 1L << parameters.fraction();
        this.potentialBits = parameters.potentialBits();
        this.events = events;
        this.positive = new int[outputs];
        this.negative = new int[outputs];
        this.positiveSpike = new int[outputs];
        this.negativeSpike = new int[outputs];
        this.signalling = new int[outputs];
    }

    void clear() {
        Arrays.fill(positive, 0);
        Arrays.fill(negative, 0);
        Arrays.fill(positiveSpike, 0);
        Arrays.fill(negativeSpike, 0);
    }

    /**
     * One step.
     *
     * @param error e, one an output
     */
    @Clause("ERR-4")
    public void step(int[] error) {
        signals = 0;
        for (int k = 0; k < error.length; k++) {
            positive[k] = integrate(Signal.POSITIVE_POTENTIAL, positive[k], positiveSpike[k], error[k]);
            negative[k] = integrate(Signal.NEGATIVE_POTENTIAL, negative[k], negativeSpike[k], -error[k]);
            positiveSpike[k] = positive[k] > one ? 1 : 0;
            negativeSpike[k] = negative[k] > one ? 1 : 0;
            signal(k);
        }
    }

    private void signal(int k) {
        if (net(k) != 0) {
            signalling[signals++] = k;
        }
    }

    /**
     * Spikes as told, in place of a step; the potentials stay.
     *
     * @param sp 0 or 1, one an output
     * @param sn likewise
     */
    public void spike(int[] sp, int[] sn) {
        signals = 0;
        for (int k = 0; k < sp.length; k++) {
            positiveSpike[k] = sp[k];
            negativeSpike[k] = sn[k];
            signal(k);
        }
    }

    /** The live potentials p, one an output. */
    public int[] positivePotentials() {
        return positive;
    }

    /** The live potentials n, one an output. */
    public int[] negativePotentials() {
        return negative;
    }

    /** The live spikes sp, 0 or 1, one an output. */
    public int[] positiveSpikes() {
        return positiveSpike;
    }

    /** The live spikes sn, 0 or 1, one an output. */
    public int[] negativeSpikes() {
        return negativeSpike;
    }

    private int integrate(Signal signal, long potential, int spiked, long input) {
        long driven = potential - one * spiked + input;
        long held = Words.saturate(driven, potentialBits);
        if (held != driven) {
            events.add(signal, 1);
        }
        return (int) held;
    }

    /** sp - sn of an output in this step: -1, 0 or 1. */
    int net(int k) {
        return positiveSpike[k] - negativeSpike[k];
    }
}
