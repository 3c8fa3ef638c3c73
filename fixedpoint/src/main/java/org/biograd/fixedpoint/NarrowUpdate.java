package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/**
 * The online weight update with stochastic rounding where 32-bit words hold every value: the same bits as the plain form of
 * {@link WeightUpdate}, without a branch, which the compiler turns into vector code.
 */
final class NarrowUpdate {

    /** Of a product and of a weight in its accumulator: then no sum or difference of two of them needs more than 31 bits. */
    private static final int WORD_BITS = 29;

    private final int fraction;
    private final int largestAccumulator;
    private final int largestWeight;
    private final DrawSource draws;
    private final Events events;

    private final int[] weightNow;
    private final int[] eligibilityNow;
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
        weightNow = new int[post];
        eligibilityNow = new int[post];
        draw = new int[post];
        product = new int[post];
        accumulatorEvents = new int[post];
        weightEvents = new int[post];
    }

    /** Whether a profile's updates fit 32-bit words, and a weight that is not to move survives its accumulator. */
    static boolean fits(Profile profile, int multiplier) {
        UpdateParameters parameters = profile.update();
        int productBits = 32 - Integer.numberOfLeadingZeros(multiplier) + profile.error().learningBits() + profile.eligibility().bits();
        int weightBits = profile.weight().bits() + parameters.accumulatorFraction();
        return parameters.rounding() == Rounding.STOCHASTIC
                && parameters.accumulatorFraction() > 0
                && productBits <= WORD_BITS
                && weightBits <= Math.min(WORD_BITS, parameters.accumulatorBits());
    }

    /**
     * Moves the weights of one row. The draws of the sample are chosen already.
     *
     * @param row where it begins in both arrays
     * @param learningError q, one a neuron
     * @param shift of the product, 0..62
     */
    @Clause({"LEARN-2", "LEARN-3"})
    void update(int[] weight, int row, int[] eligibility, int[] learningError, int multiplier, int shift) {
        int post = draw.length;
        System.arraycopy(weight, row, weightNow, 0, post);
        System.arraycopy(eligibility, row, eligibilityNow, 0, post);
        draws.fill(row, draw);
        multiply(product, learningError, eligibilityNow, multiplier, Math.min(shift, Integer.SIZE - 1));
        accumulate(product, weightNow, accumulatorEvents, fraction, largestAccumulator);
        round(weightNow, product, draw, weightEvents, fraction, largestWeight);
        System.arraycopy(weightNow, 0, weight, row, post);
    }

    /** Tells the events of all rows since the last call. */
    void count() {
        events.add(Signal.WEIGHT_CHANGE, accumulatorEvents);
        events.add(Signal.WEIGHT, weightEvents);
        Arrays.fill(accumulatorEvents, 0);
        Arrays.fill(weightEvents, 0);
    }

    // Short loops, one after the other: the compiler turns them into vector code, but not the one long loop that does it all.

    private static void multiply(int[] product, int[] error, int[] eligibility, int multiplier, int shift) {
        for (int i = 0; i < product.length; i++) {
            product[i] = multiplier * (error[i] * eligibility[i]) >> shift;
        }
    }

    private static void accumulate(int[] product, int[] weight, int[] over, int fraction, int largest) {
        for (int i = 0; i < product.length; i++) {
            int exact = (weight[i] << fraction) - product[i];
            over[i] += NarrowWords.saturates(exact, largest);
            product[i] = NarrowWords.saturate(exact, largest);
        }
    }

    private static void round(int[] weight, int[] accumulator, int[] draw, int[] over, int fraction, int largest) {
        int low = (1 << fraction) - 1;
        for (int i = 0; i < weight.length; i++) {
            int rounded = (accumulator[i] >> fraction) + (draw[i] - (accumulator[i] & low) >>> 31);
            over[i] += NarrowWords.saturates(rounded, largest);
            weight[i] = NarrowWords.saturate(rounded, largest);
        }
    }
}
