package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;

/** The error dendrites of a layer: where errors arrive, and what the learning rule reads off them. */
public final class ErrorDendrite {

    private final int dendriteBits;
    private final int learningBits;
    private final int shift;
    private final Rounder rounder;
    private final Events events;
    private final int[] value;
    private final int[] learningError;

    /**
     * Makes dendrites at rest.
     *
     * @param layer its number, for the draws
     * @param size how many neurons it has
     * @param output whether it is the output layer
     * @param parameters widths, shifts and rounding
     * @param draws for stochastic rounding
     * @param events counts saturations of D and q
     */
    public ErrorDendrite(
            int layer, int size, boolean output, ErrorParameters parameters, DrawSource draws, Events events) {
        this.dendriteBits = parameters.dendriteBits();
        this.learningBits = parameters.learningBits();
        this.shift = output ? parameters.outputShift() : parameters.hiddenShift();
        this.rounder = new Rounder(draws, DrawStream.LEARNING_ERROR, layer, Math.max(0, shift), parameters.rounding());
        this.events = events;
        this.value = new int[size];
        this.learningError = new int[size];
    }

    /** Sets D to 0. */
    public void clear() {
        Arrays.fill(value, 0);
    }

    /**
     * Receives the error spikes of a step at the output layer.
     *
     * @param net sp - sn, one per output
     */
    @Clause("ERR-5")
    public void receiveOwn(int[] net) {
        for (int k = 0; k < value.length; k++) {
            add(k, net[k]);
        }
    }

    /**
     * Receives the error spikes of a step at a hidden layer.
     *
     * @param feedback B_ik at i * K + k
     * @param net sp - sn, one per output
     */
    @Clause("ERR-6")
    public void receive(int[] feedback, int[] net) {
        for (int i = 0; i < value.length; i++) {
            add(i, sum(feedback, i, net));
        }
    }

    /**
     * Receives what the layer above feeds back at the end of a sample.
     *
     * @param feedback B_im at i * (neurons of the layer above) + m
     * @param fedBack c, one per neuron of the layer above
     */
    @Clause("ERR-9")
    public void receiveLayerwise(int[] feedback, int[] fedBack) {
        for (int i = 0; i < value.length; i++) {
            add(i, sum(feedback, i, fedBack));
        }
    }

    private static long sum(int[] feedback, int i, int[] signal) {
        long sum = 0;
        for (int k = 0; k < signal.length; k++) {
            sum += (long) feedback[i * signal.length + k] * signal[k];
        }
        return sum;
    }

    /**
     * Adds an exact sum to the dendrite of a neuron: one saturation.
     *
     * @param i the neuron
     * @param sum what arrives in a step, or at the end of a sample
     */
    public void add(int i, long sum) {
        long exact = value[i] + sum;
        value[i] = (int) events.stored(Signal.DENDRITE, exact, Words.saturate(exact, dendriteBits));
    }

    /**
     * Computes the learning errors q from the dendrites.
     *
     * @param sample number of the sample, for the draws
     */
    @Clause("ERR-7")
    public void computeLearningErrors(long sample) {
        rounder.select(sample, 0);
        for (int i = 0; i < value.length; i++) {
            long exact = shift >= 0 ? rounder.shift(value[i], i) : (long) value[i] << -shift;
            learningError[i] = (int) events.stored(Signal.LEARNING_ERROR, exact, Words.saturate(exact, learningBits));
        }
    }

    /** The live values D, one per neuron. */
    public int[] values() {
        return value;
    }

    /** The learning errors q of the last {@link #computeLearningErrors}, one per neuron; live. */
    public int[] learningErrors() {
        return learningError;
    }
}
