package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/**
 * Equals {@link org.biograd.fixedpoint.WeightUpdate} online, with stochastic rounding, where 32-bit words hold every
 * value ({@link #fits}): without a branch, so that the compiler turns it into vector code. Held equal by {@code
 * WeightUpdateContract}; benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class NarrowUpdate {

    /**
     * Of a product and of a weight in its accumulator: then no sum or difference of two of them needs more than 31
     * bits.
     */
    private static final int WORD_BITS = 29;

    /** About so many weights are moved at a time. */
    private static final int WEIGHTS = 1024;

    private final int post;
    private final int rowsAtOnce;
    private final int fraction;
    private final int largestAccumulator;
    private final int largestWeight;
    private final DrawSource draws;
    private final Events events;

    // Of the weights that are moved together.
    private final int[] weightNow;
    private final int[] eligibilityNow;
    private final int[] errorNow;
    private final int[] draw;
    private final int[] product;
    private final int[] accumulatorEvents;
    private final int[] weightEvents;

    NarrowUpdate(int post, Profile profile, DrawSource draws, Events events) {
        UpdateParameters parameters = profile.update();
        this.fraction = parameters.accumulatorFraction();
        // A wider accumulator never saturates here.
        this.largestAccumulator = (1 << Math.min(parameters.accumulatorBits(), Integer.SIZE - 1) - 1) - 1;
        this.largestWeight = (1 << profile.weight().bits() - 1) - 1;
        this.draws = draws;
        this.events = events;
        this.post = post;
        this.rowsAtOnce = Math.max(1, WEIGHTS / post);
        int size = rowsAtOnce * post;
        weightNow = new int[size];
        eligibilityNow = new int[size];
        errorNow = new int[size];
        draw = new int[size];
        product = new int[size];
        accumulatorEvents = new int[size];
        weightEvents = new int[size];
    }

    /** Whether a profile's updates fit 32-bit words, and a weight that is not to move survives its accumulator. */
    static boolean fits(Profile profile, int multiplier) {
        UpdateParameters parameters = profile.update();
        int productBits = 32
                - Integer.numberOfLeadingZeros(multiplier)
                + profile.error().learningBits()
                + profile.eligibility().bits();
        int weightBits = profile.weight().bits() + parameters.accumulatorFraction();
        return parameters.rounding() == Rounding.STOCHASTIC
                && parameters.accumulatorFraction() > 0
                && productBits <= WORD_BITS
                && weightBits <= Math.min(WORD_BITS, parameters.accumulatorBits());
    }

    /**
     * Moves the weights of some rows, and counts what saturates. The draws of the sample have been selected.
     *
     * @param weight w, one per synapse
     * @param rows the rows; those that follow one another without a gap are moved together
     * @param eligibility E, one per synapse
     * @param learningError q, one per neuron
     * @param shift of the product, 0..62
     */
    @Clause(
            value = {"LEARN-2", "LEARN-3"},
            form = Clause.Form.FAST)
    void update(int[] weight, ActiveRows rows, int[] eligibility, int[] learningError, int multiplier, int shift) {
        for (int begin = 0; begin < errorNow.length; begin += post) {
            System.arraycopy(learningError, 0, errorNow, begin, post);
        }
        int narrowShift = Math.min(shift, Integer.SIZE - 1);
        int r = 0;
        while (r < rows.count) {
            int first = rows.row[r];
            int together = 1;
            while (together < rowsAtOnce && r + together < rows.count && rows.row[r + together] == first + together) {
                together++;
            }
            int begin = first * post;
            int size = together * post;
            System.arraycopy(weight, begin, weightNow, 0, size);
            System.arraycopy(eligibility, begin, eligibilityNow, 0, size);
            draws.fill(begin, size, draw);
            multiply(size, product, errorNow, eligibilityNow, multiplier, narrowShift);
            accumulate(size, product, weightNow, accumulatorEvents, fraction, largestAccumulator);
            round(size, weightNow, product, draw, weightEvents, fraction, largestWeight);
            System.arraycopy(weightNow, 0, weight, begin, size);
            r += together;
        }
        events.add(Signal.WEIGHT_CHANGE, NarrowWords.sum(accumulatorEvents));
        events.add(Signal.WEIGHT, NarrowWords.sum(weightEvents));
        Arrays.fill(accumulatorEvents, 0);
        Arrays.fill(weightEvents, 0);
    }

    // Short loops, one after the other: the compiler turns them into vector code, but not the one long loop that does
    // it all.

    private static void multiply(int size, int[] product, int[] error, int[] eligibility, int multiplier, int shift) {
        for (int i = 0; i < size; i++) {
            product[i] = multiplier * (error[i] * eligibility[i]) >> shift;
        }
    }

    private static void accumulate(int size, int[] product, int[] weight, int[] over, int fraction, int largest) {
        for (int i = 0; i < size; i++) {
            int exact = (weight[i] << fraction) - product[i];
            over[i] += NarrowWords.saturates(exact, largest);
            product[i] = NarrowWords.saturate(exact, largest);
        }
    }

    private static void round(
            int size, int[] weight, int[] accumulator, int[] draw, int[] over, int fraction, int largest) {
        int low = (1 << fraction) - 1;
        for (int i = 0; i < size; i++) {
            int rounded = (accumulator[i] >> fraction) + (draw[i] - (accumulator[i] & low) >>> 31);
            over[i] += NarrowWords.saturates(rounded, largest);
            weight[i] = NarrowWords.saturate(rounded, largest);
        }
    }
}
