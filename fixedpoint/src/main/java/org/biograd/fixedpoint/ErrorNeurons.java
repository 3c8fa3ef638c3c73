package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;

/**
 * A positive and a negative error neuron per output: they integrate the error and spike it onward. Not for use by two
 * threads at once.
 */
public final class ErrorNeurons {

    private final long one;
    private final int potentialBits;
    private final Events events;
    private final int[] positive;
    private final int[] negative;
    private final int[] positiveSpike;
    private final int[] negativeSpike;
    private final int[] net;

    /**
     * Makes neurons at rest.
     *
     * @param outputs K, how many outputs there are
     * @param parameters give F and the width of the potentials
     * @param events counts saturations of p and n
     */
    public ErrorNeurons(int outputs, ErrorParameters parameters, Events events) {
        this.one = 1L << parameters.fraction();
        this.potentialBits = parameters.potentialBits();
        this.events = events;
        this.positive = new int[outputs];
        this.negative = new int[outputs];
        this.positiveSpike = new int[outputs];
        this.negativeSpike = new int[outputs];
        this.net = new int[outputs];
    }

    /** Sets p, n, sp and sn to 0. */
    public void clear() {
        Arrays.fill(positive, 0);
        Arrays.fill(negative, 0);
        Arrays.fill(positiveSpike, 0);
        Arrays.fill(negativeSpike, 0);
    }

    /**
     * One step.
     *
     * @param error e, one per output
     */
    @Clause("ERR-4")
    public void step(int[] error) {
        for (int k = 0; k < error.length; k++) {
            positive[k] = (int) integrate(Signal.POSITIVE_POTENTIAL, positive[k], positiveSpike[k], error[k]);
            negative[k] = (int) integrate(Signal.NEGATIVE_POTENTIAL, negative[k], negativeSpike[k], -error[k]);
            positiveSpike[k] = fires(positive[k]);
            negativeSpike[k] = fires(negative[k]);
            net[k] = positiveSpike[k] - negativeSpike[k];
        }
    }

    private long integrate(Signal signal, long potential, int spiked, long error) {
        long exact = potential - one * spiked + error;
        return events.stored(signal, exact, Words.saturate(exact, potentialBits));
    }

    private int fires(long potential) {
        return potential > one ? 1 : 0;
    }

    /** sp - sn of the last step, -1, 0 or 1, one per output; live. */
    public int[] netSpikes() {
        return net;
    }

    /** The live potentials p, one per output. */
    public int[] positivePotentials() {
        return positive;
    }

    /** The live potentials n, one per output. */
    public int[] negativePotentials() {
        return negative;
    }

    /** The live spikes sp, 0 or 1, one per output. */
    public int[] positiveSpikes() {
        return positiveSpike;
    }

    /** The live spikes sn, 0 or 1, one per output. */
    public int[] negativeSpikes() {
        return negativeSpike;
    }
}
