package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * The errors of D and q of one layer. With h the shift of ERR-7,
 *
 * <pre>
 *   bound D(t) = bound D(t-1) + |local D(t)|
 *   bound q    = bound D(T-1) / 2^h + |local q|
 * </pre>
 */
final class DendriteBound {

    private final int[] feedback;
    private final int size;
    private final int outputs;
    private final Profile profile;
    private final LocalErrors local;
    private final BigFraction shift;

    /** D of the last step and its bounds. */
    private int[] value;

    private BigFraction[] bound;

    /** q of the sample and its bounds. */
    private int[] learningError;

    private BigFraction[] learningBound;

    /**
     * The dendrites of a layer.
     *
     * @param feedback B_ik at i * outputs + k; null in the output layer
     */
    DendriteBound(int[] feedback, int size, int outputs, Profile profile, LocalErrors local) {
        this.feedback = feedback;
        this.size = size;
        this.outputs = outputs;
        this.profile = profile;
        this.local = local;
        shift = BigFraction.of(2)
                .pow(
                        feedback == null
                                ? profile.error().outputShift()
                                : profile.error().hiddenShift());
        clear();
    }

    void clear() {
        value = new int[size];
        bound = new BigFraction[size];
        Arrays.fill(bound, BigFraction.ZERO);
    }

    /**
     * Bounds of D.
     *
     * @param values D of this step
     */
    BigFraction[] step(int[] values, ErrorBound errors) {
        BigFraction[] next = new BigFraction[size];
        for (int i = 0; i < size; i++) {
            long driven = value[i];
            if (feedback == null) {
                driven += errors.net(i);
            } else {
                for (int k = 0; k < outputs; k++) {
                    driven += (long) feedback[i * outputs + k] * errors.net(k);
                }
            }
            long stored = Rounded.saturate(driven, profile.error().dendriteBits());
            next[i] = bound[i].add(local.of(Signal.DENDRITE, stored, BigFraction.of(driven)));
        }
        value = values;
        bound = next;
        return next;
    }

    /**
     * Bounds of q.
     *
     * @param values q of the sample
     */
    BigFraction[] read(int[] values) {
        learningError = values;
        learningBound = new BigFraction[size];
        for (int i = 0; i < size; i++) {
            BigFraction equation = BigFraction.of(value[i]).divide(shift);
            long stored = Rounded.stored(
                    equation,
                    profile.error().rounding(),
                    x -> Rounded.saturate(x, profile.error().learningBits()),
                    values[i]);
            learningBound[i] = bound[i].divide(shift).add(local.of(Signal.LEARNING_ERROR, stored, equation));
        }
        return learningBound;
    }

    /** q of the sample. */
    int[] learningError() {
        return learningError;
    }

    /** Bounds of q of the sample. */
    BigFraction[] learningBound() {
        return learningBound;
    }
}
