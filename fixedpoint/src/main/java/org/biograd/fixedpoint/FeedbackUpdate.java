package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SleepParameters;

/** What a sleep has counted, and how it moves the feedback weights of a layer. Not for use by two threads at once. */
public final class FeedbackUpdate {

    private final SleepParameters parameters;
    private final int feedbackBits;
    private final Rounder rounder;
    private final Events events;
    private final long[] hebb;
    private final long[] square;

    /**
     * Makes an update that has counted nothing.
     *
     * @param layer number of the sleeping layer, for the draws
     * @param size its neurons
     * @param counted how many neurons' spikes are counted
     * @param parameters shifts and rounding
     * @param feedbackBits width of B
     * @param draws for stochastic rounding
     * @param events counts saturations of B
     */
    public FeedbackUpdate(
            int layer,
            int size,
            int counted,
            SleepParameters parameters,
            int feedbackBits,
            DrawSource draws,
            Events events) {
        this.parameters = parameters;
        this.feedbackBits = feedbackBits;
        this.rounder = new Rounder(draws, DrawStream.SLEEP_FEEDBACK, layer, parameters.shift(), parameters.rounding());
        this.events = events;
        this.hebb = new long[size * counted];
        this.square = new long[counted];
    }

    /** Sets all sums to 0. */
    public void clear() {
        Arrays.fill(hebb, 0);
        Arrays.fill(square, 0);
    }

    /**
     * Adds the counts of a trajectory to the sums.
     *
     * @param noise H, one per neuron of the sleeping layer
     * @param spikes O, one per neuron whose spikes are counted
     */
    public void correlate(int[] noise, int[] spikes) {
        int counted = spikes.length;
        for (int k = 0; k < counted; k++) {
            long count = spikes[k];
            if (count == 0) {
                continue;
            }
            square[k] += count * count;
            for (int i = 0; i < noise.length; i++) {
                hebb[i * counted + k] += noise[i] * count;
            }
        }
    }

    /**
     * Moves the feedback weights by the sums.
     *
     * @param number of the sleep, for the draws
     * @param feedback B_ik at i * K + k
     */
    @Clause("SLEEP-4")
    public void apply(long number, int[] feedback) {
        int counted = square.length;
        rounder.select(number, 0);
        for (int s = 0; s < feedback.length; s++) {
            long change = (hebb[s] << parameters.hebbShift()) - square[s % counted] * feedback[s];
            long exact = feedback[s] + rounder.shift(change, s);
            feedback[s] = (int) events.stored(Signal.FEEDBACK_WEIGHT, exact, Words.saturate(exact, feedbackBits));
        }
    }

    /** Adds the sums of another, which has counted other trajectories of the same sleep. */
    public void addAll(FeedbackUpdate other) {
        for (int s = 0; s < hebb.length; s++) {
            hebb[s] += other.hebb[s];
        }
        for (int k = 0; k < square.length; k++) {
            square[k] += other.square[k];
        }
    }

    /** The live sums of H O, at i * K + k. */
    public long[] correlations() {
        return hebb;
    }

    /** The live sums of O^2, one per counted neuron. */
    public long[] squares() {
        return square;
    }
}
