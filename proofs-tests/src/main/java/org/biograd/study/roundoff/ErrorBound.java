package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * The errors of e, p and n:
 *
 * <pre>
 *   bound e(t) = |local e(t)|
 *   bound p(t) = bound p(t-1) + bound e(t) + |local p(t)|            n likewise
 * </pre>
 *
 * <p>The softmax that e is compared with is that of the table of ERR-2: the exponential itself is not rational.
 */
final class ErrorBound {

    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final int[] TABLE = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private final Profile profile;
    private final LocalErrors local;
    private final int one;
    private final Potential positive;
    private final Potential negative;
    private int[] error;
    private BigFraction[] errorBound;

    /** What one kind of error neurons held at the last step with feedback, and its bounds. */
    private static final class Potential {

        private int[] value;
        private int[] spike;
        private BigFraction[] bound;

        void clear(int outputs) {
            value = new int[outputs];
            spike = new int[outputs];
            bound = new BigFraction[outputs];
            Arrays.fill(bound, BigFraction.ZERO);
        }
    }

    ErrorBound(int outputs, Profile profile, LocalErrors local) {
        this.profile = profile;
        this.local = local;
        one = 1 << profile.error().fraction();
        positive = new Potential();
        negative = new Potential();
        clear(outputs);
    }

    void clear(int outputs) {
        positive.clear(outputs);
        negative.clear(outputs);
    }

    /** The exponential of 0, -1, -2, ..., as the table of ERR-2 has it, times 2^16. */
    static BigFraction table(int exponent) {
        return BigFraction.of(-exponent < TABLE.length ? TABLE[-exponent] : 0);
    }

    /**
     * Bounds of e.
     *
     * @param values e of this step
     * @param counts o of this step
     * @param step t
     */
    BigFraction[] error(int[] values, int[] counts, int step) {
        error = values;
        errorBound = new BigFraction[values.length];
        int most = Arrays.stream(counts).max().orElseThrow();
        BigFraction sum = BigFraction.ZERO;
        for (int o : counts) {
            sum = sum.add(table(o - most));
        }
        for (int k = 0; k < values.length; k++) {
            BigFraction part = profile.error().function() == ErrorFunction.SOFTMAX
                    ? table(counts[k] - most).divide(sum)
                    : BigFraction.of(counts[k], step + 1);
            BigFraction equation = part.multiply(one);
            // The label takes off a whole F, before and after the rounding.
            errorBound[k] = local.of(Signal.ERROR, Rounded.floor(equation.add(HALF)), equation);
        }
        return errorBound;
    }

    /** Bounds of p. */
    BigFraction[] positive(int[] values) {
        return step(positive, Signal.POSITIVE_POTENTIAL, values, 1);
    }

    /** Bounds of n. */
    BigFraction[] negative(int[] values) {
        return step(negative, Signal.NEGATIVE_POTENTIAL, values, -1);
    }

    private BigFraction[] step(Potential potential, Signal signal, int[] values, int sign) {
        BigFraction[] next = new BigFraction[values.length];
        for (int k = 0; k < next.length; k++) {
            long driven = potential.value[k] - (long) one * potential.spike[k] + sign * error[k];
            long stored = Rounded.saturate(driven, profile.error().potentialBits());
            next[k] = potential.bound[k].add(errorBound[k]).add(local.of(signal, stored, BigFraction.of(driven)));
        }
        potential.value = values;
        potential.bound = next;
        return next;
    }

    /** Takes in sp. */
    void positiveSpikes(int[] spikes) {
        positive.spike = spikes;
    }

    /** Takes in sn. */
    void negativeSpikes(int[] spikes) {
        negative.spike = spikes;
    }

    /** sp_k - sn_k of this step. */
    int net(int k) {
        return positive.spike[k] - negative.spike[k];
    }
}
