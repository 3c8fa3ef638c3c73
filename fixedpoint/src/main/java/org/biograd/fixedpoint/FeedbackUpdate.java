package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SleepParameters;

/** What a sleep has counted, and how it moves the feedback weights of a layer. Not for use by two threads at once. */
@Clause("SLEEP-4")
public final class FeedbackUpdate {

    private final int layer;
    private final SleepParameters parameters;
    private final int feedbackBits;
    private final DrawSource draws;
    private final Events events;
    private final long[] hebb;
    private final long[] square;

    /**
     * Nothing counted yet.
     *
     * @param layer number of the sleeping layer, for the draws
     * @param size its neurons
     * @param counted how many neurons' spikes are counted
     * @param parameters shifts and rounding
     * @param feedbackBits width of B
     * @param draws for stochastic rounding
     * @param events counts saturations
     */
    public FeedbackUpdate(
            int layer,
            int size,
            int counted,
            SleepParameters parameters,
            int feedbackBits,
            DrawSource draws,
            Events events) {
        this.layer = layer;
        this.parameters = parameters;
        this.feedbackBits = feedbackBits;
        this.draws = draws;
        this.events = events;
        hebb = new long[size * counted];
        square = new long[counted];
    }

    /** Forgets all counts. */
    public void clear() {
        Arrays.fill(hebb, 0);
        Arrays.fill(square, 0);
    }

    /**
     * Takes in a trajectory.
     *
     * @param noise H, one a neuron of the sleeping layer
     * @param spikes O, one a neuron whose spikes are counted
     */
    public void correlate(int[] noise, int[] spikes) {
        int neurons = spikes.length;
        for (int k = 0; k < neurons; k++) {
            long count = spikes[k];
            if (count == 0) {
                continue;
            }
            square[k] += count * count;
            for (int i = 0; i < noise.length; i++) {
                hebb[i * neurons + k] += noise[i] * count;
            }
        }
    }

    /** Takes in what another has counted since its last {@link #clear}. */
    void addAll(FeedbackUpdate other) {
        for (int s = 0; s < hebb.length; s++) {
            hebb[s] += other.hebb[s];
        }
        for (int k = 0; k < square.length; k++) {
            square[k] += other.square[k];
        }
    }

    /**
     * Moves the feedback weights.
     *
     * @param number of the sleep, for the draws
     * @param feedback B_ik at i * K + k
     */
    public void apply(long number, int[] feedback) {
        int neurons = square.length;
        boolean stochastic = parameters.rounding() == Rounding.STOCHASTIC && parameters.shift() > 0;
        if (stochastic) {
            draws.select(DrawStream.SLEEP_FEEDBACK, layer, number, 0, parameters.shift());
        }
        for (int s = 0; s < feedback.length; s++) {
            long exact = (hebb[s] << parameters.hebbShift()) - square[s % neurons] * feedback[s];
            long draw = stochastic ? draws.at(s) : 0;
            long moved = feedback[s] + Words.shift(exact, parameters.shift(), parameters.rounding(), draw);
            long held = Words.saturate(moved, feedbackBits);
            if (held != moved) {
                events.add(Signal.FEEDBACK_WEIGHT, 1);
            }
            feedback[s] = (int) held;
        }
    }

    /** The live sums of H O, at i * K + k. */
    public long[] correlations() {
        return hebb;
    }

    /** The live sums of O^2, one a counted neuron. */
    public long[] squares() {
        return square;
    }
}
