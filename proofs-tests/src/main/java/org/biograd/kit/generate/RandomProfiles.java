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

    /** A profile of any kind; most networks under it are idle. */
    public static Profile of(Dice dice) {
        return of(dice, false);
    }

    /** A profile whose threshold, window and shifts are on the scale of what reaches them. */
    public static Profile live(Dice dice) {
        return of(dice, true);
    }

    private static Profile of(Dice dice, boolean live) {
        while (true) {
            try {
                return draw(dice, live);
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

    private static Profile draw(Dice dice, boolean live) {
        int steps = dice.steps(live ? 2 : 1, live ? 7 : 6);
        int weightBits = dice.width(live ? 3 : 2, dice.oneIn(4) ? 24 : 9);
        int weightShift = dice.between(0, dice.oneIn(4) ? 24 : 4);
        // The input of the largest weight: the scale on which a neuron lives.
        long drive = ((1L << weightBits - 1) - 1) << weightShift;
        int driveBits = 64 - Long.numberOfLeadingZeros(drive);
        int voltageBits = dice.widthFrom(clamp(driveBits + dice.between(0, 4), 3, 32), 32);
        int reach = live ? 35 : 80;
        int threshold = clamp(drive * dice.between(0, reach) / 100, 0, (1L << voltageBits - 1) - 2);
        int window = dice.of(
                threshold,
                threshold + 1,
                clamp(drive, 0, Integer.MAX_VALUE),
                clamp(2 * drive, 0, Integer.MAX_VALUE),
                live ? clamp(drive / 2 + 1, 0, Integer.MAX_VALUE) : 0);
        int traceBits = dice.width(1, dice.oneIn(4) ? 17 : 8);
        int eligibilityShift =
                dice.oneIn(3) ? dice.between(0, live ? traceBits / 2 : traceBits) : dice.between(0, live ? 1 : 2);
        int fraction = dice.between(1, 9);
        int accumulatorFraction = dice.between(0, dice.oneIn(live ? 8 : 4) ? 32 : live ? 5 : 8);
        int hebbShift = dice.between(0, 8);
        int feedbackBits = dice.width(live ? 3 : 2, 10);
        return new Profile(
                "drawn",
                new TimeParameters(steps, dice.between(0, Math.min(2, steps - 1))),
                new WeightParameters(weightBits, weightShift, clamp(2L << weightBits, 1, 1 << 23)),
                new SomaParameters(
                        dice.widthFrom(clamp(driveBits + dice.between(0, 3), 3, 32), 32),
                        voltageBits,
                        clamp(dice.oneIn(2) ? drive : Math.max(1, threshold), 1, 1 << 30),
                        factor(dice),
                        threshold,
                        window),
                new TraceParameters(
                        dice.any(TraceMode.values()),
                        traceBits,
                        dice.between(live ? Math.max(1, 1 << traceBits - 2) : 1, (1 << traceBits) - 1),
                        factor(dice),
                        dice.any(Rounding.values())),
                new EligibilityParameters(
                        dice.widthFrom(clamp(traceBits - eligibilityShift + dice.between(0, 4), 2, 31), 31),
                        eligibilityShift),
                new ErrorParameters(
                        dice.any(ErrorFunction.values()),
                        fraction,
                        dice.widthFrom(fraction + 2 + dice.below(2), 31),
                        dice.width(2, 10),
                        dice.width(2, 8),
                        live ? dice.between(-3, 2) : dice.between(-4, 4),
                        live ? dice.between(-5, 1) : dice.between(-6, 2),
                        dice.any(Rounding.values())),
                new UpdateParameters(
                        dice.between(live ? 1 : 0, 7),
                        dice.between(live ? 1 : 0, 7),
                        dice.between(0, live ? 3 : 6),
                        dice.widthFrom(clamp(weightBits + accumulatorFraction + dice.between(0, 2), 2, 62), 62),
                        accumulatorFraction,
                        dice.any(Rounding.values()),
                        dice.oneIn(2) ? 1 : dice.between(2, 4),
                        live && dice.oneIn(2) ? 0 : dice.between(0, 3)),
                new FeedbackParameters(
                        dice.any(FeedbackPath.values()),
                        dice.between(0, live ? 3 : 6),
                        FeedbackStart.RANDOM,
                        feedbackBits,
                        dice.between(0, 8),
                        (1 << feedbackBits - 1) - 1),
                new SleepParameters(
                        dice.below(live ? 3 : 2),
                        live ? dice.between(0, 3) : dice.below(3),
                        dice.between(1, 3),
                        dice.steps(live ? 2 : 1, 6),
                        hebbShift,
                        dice.between(Math.max(0, hebbShift - 4), hebbShift + (live ? 2 : 6)),
                        dice.any(Rounding.values())));
    }
}
