package org.biograd.network;

import java.util.Arrays;
import java.util.Random;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TimeParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/**
 * A small training run: a profile, a shape, a seed and data, all random.
 *
 * <p>Most profiles are made to be alive, that is to spike, err and learn at the edge of their widths; some take every
 * parameter from anywhere within its range.
 */
public record NetworkCase(Profile profile, int[] sizes, long seed, byte[][] intensities, int[] labels, int epochs) {

    /** A case, a pure function of the random numbers. */
    public static NetworkCase of(Random random) {
        while (true) {
            int[] sizes = sizes(random);
            Profile profile;
            try {
                profile = random.nextInt(8) == 0 ? anywhere(random) : alive(random);
                profile.requireFits(Shape.of(sizes));
            } catch (InvalidProfileException e) {
                // PROF-2 refuses some combinations of parameters that are each within range.
                continue;
            }
            if (mayRefuseAlignment(profile, sizes.length - 1)) {
                continue;
            }
            int samples = 1 + random.nextInt(4);
            byte[][] intensities = new byte[samples][sizes[0]];
            int[] labels = new int[samples];
            for (int s = 0; s < samples; s++) {
                for (int j = 0; j < sizes[0]; j++) {
                    int[] levels = {0, 0, 127, 128, 255, 255, random.nextInt(256)};
                    intensities[s][j] = (byte) levels[random.nextInt(levels.length)];
                }
                labels[s] = random.nextInt(sizes[sizes.length - 1]);
            }
            return new NetworkCase(profile, sizes, random.nextLong(), intensities, labels, 1 + random.nextInt(2));
        }
    }

    /** The shape. */
    public Shape shape() {
        return Shape.of(sizes);
    }

    /** The same case with another profile. */
    NetworkCase with(Profile other) {
        return new NetworkCase(other, sizes, seed, intensities, labels, epochs);
    }

    /** The same case with direct feedback. */
    public NetworkCase direct() {
        FeedbackParameters f = profile.feedback();
        Profile direct = new Profile(
                profile.name(),
                profile.time(),
                profile.weight(),
                profile.soma(),
                profile.trace(),
                profile.eligibility(),
                profile.error(),
                profile.update(),
                new FeedbackParameters(f.start(), f.bits(), f.fraction(), f.spread()),
                profile.sleep());
        return with(direct);
    }

    private static int[] sizes(Random random) {
        int[] sizes = new int[2 + random.nextInt(3)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = 1 + random.nextInt(l == 0 ? 8 : 5);
        }
        return sizes;
    }

    /** NET-5 refuses products beyond 64 bits; AlignedFeedbackTest looks at those, all others stay well below. */
    private static boolean mayRefuseAlignment(Profile profile, int layers) {
        if (profile.feedback().start() == FeedbackStart.RANDOM || layers == 1) {
            return false;
        }
        int one = profile.weight().bits() - 1 + profile.weight().shift();
        int perLayer = one + 3;
        return one + (layers - 2) * perLayer + profile.feedback().fraction() > 61;
    }

    private static int between(Random random, long low, long high) {
        return (int) (low + (long) (random.nextDouble() * (high - low + 1)));
    }

    private static int clamp(long value, long low, long high) {
        return (int) Math.max(low, Math.min(high, value));
    }

    private static <E> E any(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static int factor(Random random) {
        int[] edges = {0, 1, 2048, 4095, 4096};
        return random.nextInt(4) == 0 ? edges[random.nextInt(edges.length)] : between(random, 1000, 4000);
    }

    /** The rounding that the code treats in a way of its own is drawn more often. */
    private static Rounding rounding(Random random, Rounding special) {
        return random.nextInt(3) == 0 ? special : any(random, Rounding.values());
    }

    private static Profile alive(Random random) {
        int steps = between(random, 2, random.nextInt(10) == 0 ? 24 : 8);
        int weightBits = between(random, 2, random.nextInt(4) == 0 ? 24 : 9);
        int weightShift = between(random, 0, random.nextInt(4) == 0 ? 24 : 4);
        // The input of the largest weight: the scale on which a neuron lives.
        long drive = ((1L << (weightBits - 1)) - 1) << weightShift;
        int driveBits = 64 - Long.numberOfLeadingZeros(drive);
        int voltageBits = clamp(driveBits + between(random, 0, 4), 3, 32);
        int threshold = clamp((long) (drive * random.nextDouble() * 0.8), 0, (1L << (voltageBits - 1)) - 2);
        int[] windows = {
            threshold, threshold + 1, clamp(drive, 0, Integer.MAX_VALUE), clamp(2 * drive, 0, Integer.MAX_VALUE), 0
        };
        int traceBits = between(random, 1, random.nextInt(4) == 0 ? 17 : 8);
        int traceImpulse = between(random, 1, (1L << traceBits) - 1);
        int eligibilityShift = random.nextInt(3) == 0 ? between(random, 0, traceBits) : between(random, 0, 2);
        int fraction = between(random, 1, 9);
        int accumulatorFraction = between(random, 0, random.nextInt(4) == 0 ? 32 : 8);
        int hebbShift = between(random, 0, 8);
        int feedbackBits = between(random, 2, 10);
        return new Profile(
                "alive",
                new TimeParameters(steps, between(random, 0, Math.min(2, steps - 1))),
                new WeightParameters(weightBits, weightShift, clamp(2L << weightBits, 1, 1 << 23)),
                new SomaParameters(
                        clamp(driveBits + between(random, 0, 3), 3, 32),
                        voltageBits,
                        clamp(random.nextBoolean() ? drive : Math.max(1, threshold), 1, 1 << 30),
                        factor(random),
                        threshold,
                        windows[random.nextInt(windows.length)]),
                new TraceParameters(
                        any(random, TraceMode.values()),
                        traceBits,
                        traceImpulse,
                        factor(random),
                        rounding(random, Rounding.TOWARD_ZERO)),
                new EligibilityParameters(
                        clamp(traceBits - eligibilityShift + between(random, 0, 4), 2, 31), eligibilityShift),
                new ErrorParameters(
                        any(random, ErrorFunction.values()),
                        fraction,
                        fraction + 2 + random.nextInt(2),
                        between(random, 2, 10),
                        between(random, 2, 8),
                        between(random, -4, 4),
                        between(random, -6, 2),
                        rounding(random, Rounding.STOCHASTIC)),
                new UpdateParameters(
                        between(random, 0, 7),
                        between(random, 0, 7),
                        between(random, 0, 6),
                        clamp(weightBits + accumulatorFraction + between(random, 0, 2), 2, 62),
                        accumulatorFraction,
                        rounding(random, Rounding.STOCHASTIC),
                        random.nextBoolean() ? 1 : between(random, 2, 4),
                        between(random, 0, 3)),
                new FeedbackParameters(
                        any(random, FeedbackPath.values()),
                        between(random, 0, 5),
                        any(random, FeedbackStart.values()),
                        feedbackBits,
                        between(random, 0, 8),
                        (1 << (feedbackBits - 1)) - 1),
                new SleepParameters(
                        random.nextInt(2),
                        random.nextInt(3),
                        between(random, 1, 3),
                        between(random, 1, 6),
                        hebbShift,
                        between(random, Math.max(0, hebbShift - 4), hebbShift + 6),
                        rounding(random, Rounding.STOCHASTIC)));
    }

    private static Profile anywhere(Random random) {
        int steps = between(random, 1, 8);
        int weightBits = between(random, 2, 24);
        int voltageBits = between(random, 3, 32);
        int traceBits = between(random, 1, 17);
        int fraction = between(random, 1, 16);
        int accumulatorFraction = between(random, 0, 32);
        int feedbackBits = between(random, 2, 24);
        return new Profile(
                "anywhere",
                new TimeParameters(steps, between(random, 0, steps - 1)),
                new WeightParameters(weightBits, between(random, 0, 24), between(random, 0, 1 << 23)),
                new SomaParameters(
                        between(random, 3, 32),
                        voltageBits,
                        between(random, 1, 1 << 30),
                        between(random, 0, 4096),
                        between(random, 0, (1L << (voltageBits - 1)) - 2),
                        between(random, 0, Integer.MAX_VALUE)),
                new TraceParameters(
                        any(random, TraceMode.values()),
                        traceBits,
                        between(random, 1, (1L << traceBits) - 1),
                        between(random, 0, 4096),
                        any(random, Rounding.values())),
                new EligibilityParameters(between(random, 2, 31), between(random, 0, 17)),
                new ErrorParameters(
                        any(random, ErrorFunction.values()),
                        fraction,
                        between(random, fraction + 2, 31),
                        between(random, 2, 31),
                        between(random, 2, 24),
                        between(random, -16, 24),
                        between(random, -16, 24),
                        any(random, Rounding.values())),
                new UpdateParameters(
                        between(random, 0, 65_535),
                        between(random, 0, 65_535),
                        between(random, 0, 62),
                        between(random, weightBits + accumulatorFraction, 62),
                        accumulatorFraction,
                        any(random, Rounding.values()),
                        random.nextBoolean() ? between(random, 1, 4) : 65_536,
                        any(random, new Integer[] {0, 1, 2, Integer.MAX_VALUE})),
                new FeedbackParameters(
                        any(random, FeedbackPath.values()),
                        between(random, 0, 32),
                        any(random, FeedbackStart.values()),
                        feedbackBits,
                        between(random, 0, 24),
                        between(random, 0, (1L << (feedbackBits - 1)) - 1)),
                new SleepParameters(
                        random.nextInt(2),
                        random.nextInt(3),
                        between(random, 1, 3),
                        between(random, 1, 6),
                        between(random, 0, 24),
                        between(random, 0, 32),
                        any(random, Rounding.values())));
    }

    /** All that is needed to see the case again. */
    @Override
    public String toString() {
        return "shape " + Arrays.toString(sizes) + ", seed " + seed + ", epochs " + epochs + ", intensities "
                + Arrays.deepToString(intensities) + ", labels " + Arrays.toString(labels) + "\n"
                + ProfileReader.write(profile);
    }
}
