package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;

/** The error dendrites of a layer: where errors arrive, and what the learning rule reads off them. */
public final class ErrorDendrite {

    private final int layer;
    private final int dendriteBits;
    private final int learningBits;
    private final int shift;
    private final Rounding rounding;
    private final DrawSource draws;
    private final Events events;

    /** D. */
    final int[] value;

    /** q, valid after {@link #read}. */
    final int[] learningError;

    /**
     * Dendrites at rest.
     *
     * @param layer its number, for the draws
     * @param size how many neurons it has
     * @param output whether it is the output layer
     * @param parameters widths, shifts and rounding
     * @param draws for stochastic rounding
     * @param events counts saturations
     */
    public ErrorDendrite(
            int layer, int size, boolean output, ErrorParameters parameters, DrawSource draws, Events events) {
        this.layer = layer;
        this.dendriteBits = parameters.dendriteBits();
        this.learningBits = parameters.learningBits();
        this.shift = output ? parameters.outputShift() : parameters.hiddenShift();
        this.rounding = parameters.rounding();
        this.draws = draws;
        this.events = events;
        this.value = new int[size];
        this.learningError = new int[size];
    }

    /** The live values D, one a neuron. */
    public int[] values() {
        return value;
    }

    /** The learning errors q of the last {@link #read}, one a neuron. */
    public int[] learningErrors() {
        return learningError;
    }

    void clear() {
        Arrays.fill(value, 0);
    }

    /** Receives the error spikes of a step at the output layer. */
    @Clause("ERR-5")
    public void receiveOwn(ErrorNeurons errors) {
        for (int s = 0; s < errors.signals; s++) {
            int k = errors.signalling[s];
            add(k, errors.net(k));
        }
    }

    /**
     * Receives the error spikes of a step at a hidden layer.
     *
     * @param feedback B_ik at i * outputs + k
     * @param outputs K
     */
    @Clause("ERR-6")
    public void receive(ErrorNeurons errors, int[] feedback, int outputs) {
        if (errors.signals == 0) {
            return;
        }
        for (int i = 0; i < value.length; i++) {
            int sum = 0;
            for (int s = 0; s < errors.signals; s++) {
                int k = errors.signalling[s];
                sum += errors.net(k) * feedback[i * outputs + k];
            }
            add(i, sum);
        }
    }

    /**
     * Receives what the layer above feeds back at the end of a sample.
     *
     * @param feedback B_im at i * (neurons of the layer above) + m
     */
    @Clause("ERR-9")
    void receive(FedBackError above, int[] feedback) {
        if (above.signals == 0) {
            return;
        }
        int neurons = above.value.length;
        for (int i = 0; i < value.length; i++) {
            long sum = 0;
            for (int s = 0; s < above.signals; s++) {
                int m = above.signalling[s];
                sum += (long) above.value[m] * feedback[i * neurons + m];
            }
            add(i, sum);
        }
    }

    private void add(int i, long sum) {
        long driven = value[i] + sum;
        long held = Words.saturate(driven, dendriteBits);
        if (held != driven) {
            events.add(Signal.DENDRITE, 1);
        }
        value[i] = (int) held;
    }

    /**
     * Computes the learning errors from the dendrites.
     *
     * @param sample number of the sample, for the draws
     * @return whether any differs from 0
     */
    @Clause("ERR-7")
    public boolean read(long sample) {
        boolean stochastic = rounding == Rounding.STOCHASTIC && shift > 0;
        if (stochastic) {
            draws.select(DrawStream.LEARNING_ERROR, layer, sample, 0, shift);
        }
        boolean any = false;
        for (int i = 0; i < value.length; i++) {
            long draw = stochastic && value[i] != 0 ? draws.at(i) : 0;
            long shifted = shift >= 0 ? Words.shift(value[i], shift, rounding, draw) : (long) value[i] << -shift;
            long held = Words.saturate(shifted, learningBits);
            if (held != shifted) {
                events.add(Signal.LEARNING_ERROR, 1);
            }
            learningError[i] = (int) held;
            any |= held != 0;
        }
        return any;
    }
}
