package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/**
 * The errors of the gradient sum G, of the accumulator c and of the new weight of one layer. With m the multiplier and
 * the halvings of LEARN-2,
 *
 * <pre>
 *   bound G = sum over the batch of |q| bound E + (|E| + bound E) bound q
 *   bound c = m bound G / 2^(update.shift + halvings) + |local c|
 *   bound w = bound c / 2^update.accumulatorFraction + |local w|
 * </pre>
 *
 * <p>The local error of c, that of the product and of the accumulator's saturation, is counted as one of dW.
 */
final class UpdateBound {

    private final Profile profile;
    private final LocalErrors local;
    private final int multiplier;
    private final long[] gradient;
    private final BigFraction[] gradientBound;

    UpdateBound(int synapses, int multiplier, Profile profile, LocalErrors local) {
        this.profile = profile;
        this.local = local;
        this.multiplier = multiplier;
        gradient = new long[synapses];
        gradientBound = new BigFraction[synapses];
        Arrays.fill(gradientBound, BigFraction.ZERO);
    }

    /** How often the rates have been halved. */
    static int halvings(Profile profile, long sample) {
        int every = profile.update().halveEvery();
        return every == 0 ? 0 : Math.toIntExact(sample / every);
    }

    /** Adds a sample of the batch. */
    void accumulate(DendriteBound dendrite, EligibilityBound eligibility) {
        int post = dendrite.learningError().length;
        for (int s = 0; s < gradient.length; s++) {
            long q = dendrite.learningError()[s % post];
            long e = eligibility.value()[s];
            BigFraction ofQ = dendrite.learningBound()[s % post];
            BigFraction ofE = eligibility.bound()[s];
            gradient[s] += q * e;
            gradientBound[s] = gradientBound[s].add(ofE.multiply(Math.abs(q))).add(ofQ.multiply(ofE.add(Math.abs(e))));
        }
    }

    /** G: sum of q E over the batch. */
    long[] gradient() {
        return gradient;
    }

    /** Bounds of G. */
    BigFraction[] gradientBound() {
        return gradientBound;
    }

    /**
     * Bounds of dW, and of the new weights.
     *
     * @param before the weights before the update
     * @param change dW
     * @param sample number of the batch's last sample
     */
    BigFraction[] apply(int[] before, int[] change, long sample) {
        UpdateParameters update = profile.update();
        int shift = update.shift() + halvings(profile, sample);
        BigFraction one = BigFraction.of(2).pow(update.accumulatorFraction());
        BigFraction rate = BigFraction.of(multiplier).divide(BigFraction.of(2).pow(shift));
        BigFraction[] bound = new BigFraction[before.length];
        for (int s = 0; s < bound.length; s++) {
            BigFraction product = rate.multiply(gradient[s]);
            BigFraction weight = one.multiply(before[s]);
            // LEARN-2 shifts by 62 at most; a product is so small that more would give the same.
            long accumulator = Rounded.saturate(weight.longValue() - Rounded.floor(product), update.accumulatorBits());
            BigFraction held = BigFraction.of(accumulator).divide(one);
            long stored = Rounded.stored(
                    held,
                    update.rounding(),
                    x -> Rounded.saturate(x, profile.weight().bits()),
                    (long) before[s] + change[s]);
            bound[s] = rate.multiply(gradientBound[s])
                    .add(local.of(Signal.WEIGHT_CHANGE, accumulator, weight.subtract(product)))
                    .divide(one)
                    .add(local.of(Signal.WEIGHT, stored, held));
        }
        return bound;
    }
}
