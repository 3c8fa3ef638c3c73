package org.biograd.kit.generate;

import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TimeParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/** Random profiles under which small networks live: they spike, err and learn at the edge of their widths. */
public final class RandomProfiles {

    private static final int[] FACTORS = {0, 1, 2048, 4095, 4096};

    private RandomProfiles() {}

    public static Profile of(Dice dice) {
        while (true) {
            try {
                return draw(dice);
            } catch (InvalidProfileException e) {
                // PROF-2 refuses some combinations of values that are each within range.
                continue;
            }
        }
    }

    private static int clamp(long value, long low, long high) {
        return (int) Math.max(low, Math.min(high, value));
    }

    private static int factor(Dice dice) {
        return dice.oneIn(4) ? dice.of(FACTORS) : dice.between(1000, 4000);
    }

    private static Profile draw(Dice dice) {
        int steps = dice.between(1, 6);
        int weightBits = dice.between(2, dice.oneIn(4) ? 24 : 9);
        int weightShift = dice.between(0, dice.oneIn(4) ? 24 : 4);
        // The input of the largest weight: the scale on which a neuron lives.
        long drive = ((1L << weightBits - 1) - 1) << weightShift;
        int driveBits = 64 - Long.numberOfLeadingZeros(drive);
        int voltageBits = clamp(driveBits + dice.between(0, 4), 3, 32);
        int threshold = clamp(drive * dice.between(0, 80) / 100, 0, (1L << voltageBits - 1) - 2);
        int window = dice.of(
                threshold,
                threshold + 1,
                clamp(drive, 0, Integer.MAX_VALUE),
                clamp(2 * drive, 0, Integer.MAX_VALUE),
                0);
        int traceBits = dice.between(1, dice.oneIn(4) ? 17 : 8);
        int eligibilityShift = dice.oneIn(3) ? dice.between(0, traceBits) : dice.between(0, 2);
        int fraction = dice.between(1, 9);
        int accumulatorFraction = dice.between(0, dice.oneIn(4) ? 32 : 8);
        int hebbShift = dice.between(0, 8);
        int feedbackBits = dice.between(2, 10);
        return new Profile(
                "drawn",
                new TimeParameters(steps, dice.between(0, Math.min(2, steps - 1))),
                new WeightParameters(weightBits, weightShift, clamp(2L << weightBits, 1, 1 << 23)),
                new SomaParameters(
                        clamp(driveBits + dice.between(0, 3), 3, 32),
                        voltageBits,
                        clamp(dice.oneIn(2) ? drive : Math.max(1, threshold), 1, 1 << 30),
                        factor(dice),
                        threshold,
                        window),
                new TraceParameters(
                        dice.any(TraceMode.values()),
                        traceBits,
                        dice.between(1, (1 << traceBits) - 1),
                        factor(dice),
                        dice.any(Rounding.values())),
                new EligibilityParameters(
                        clamp(traceBits - eligibilityShift + dice.between(0, 4), 2, 31), eligibilityShift),
                new ErrorParameters(
                        dice.any(ErrorFunction.values()),
                        fraction,
                        fraction + 2 + dice.below(2),
                        dice.between(2, 10),
                        dice.between(2, 8),
                        dice.between(-4, 4),
                        dice.between(-6, 2),
                        dice.any(Rounding.values())),
                new UpdateParameters(
                        dice.between(0, 7),
                        dice.between(0, 7),
                        dice.between(0, 6),
                        clamp(weightBits + accumulatorFraction + dice.between(0, 2), 2, 62),
                        accumulatorFraction,
                        dice.any(Rounding.values()),
                        dice.oneIn(2) ? 1 : dice.between(2, 4),
                        dice.between(0, 3)),
                new FeedbackParameters(
                        dice.any(FeedbackPath.values()),
                        dice.between(0, 6),
                        FeedbackStart.RANDOM,
                        feedbackBits,
                        dice.between(0, 8),
                        (1 << feedbackBits - 1) - 1),
                new SleepParameters(
                        dice.below(2),
                        dice.below(3),
                        dice.between(1, 3),
                        dice.between(1, 6),
                        hebbShift,
                        dice.between(Math.max(0, hebbShift - 4), hebbShift + 6),
                        dice.any(Rounding.values())));
    }
}
