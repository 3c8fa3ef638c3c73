package org.biograd.theorems;

import java.util.Arrays;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TimeParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/**
 * A generated network whose words hold every intermediate value.
 *
 * <p>Decays divide by at most {@code 2^bits}, and a weight, or the impulse of a trace, is a multiple of as many halves
 * as there are steps to halve it. In FULL the reset factors add halves of their own: voltageOne is four units of
 * weight, so f(t) is a multiple of 2^-(2 + bits t), and after four steps a trace is one of 2^-12.
 */
record WideEnough(Profile profile, int[] sizes, long seed, byte[][] intensities, int[] labels) {

    private static final Rounding[] ROUNDINGS = Rounding.values();
    private static final int[] HALVES = {0, 2048, 2048, 4096};
    private static final int[] QUARTERS = {1024, 3072};
    private static final int TRACE_BITS = 17;

    static WideEnough of(Random random) {
        int[] sizes = new int[2 + random.nextInt(3)];
        Arrays.setAll(sizes, l -> 1 + random.nextInt(4));
        TraceMode mode = TraceMode.values()[random.nextInt(3)];
        boolean full = mode == TraceMode.FULL;
        boolean quarters = !full && random.nextInt(3) == 0;
        int[] keeps = quarters ? QUARTERS : HALVES;
        int steps = 2 + random.nextInt(full ? 3 : 6);
        int shift = (quarters ? 2 : 1) * (steps - 1);
        int eligibilityShift = full ? 0 : random.nextInt(3);
        int theta = (1 + random.nextInt(3)) << shift;
        int one = 4 << shift;
        int window = random.nextInt(Math.min(theta, one - theta) + 1);
        int traceKeep = keeps[random.nextInt(keeps.length)];
        int impulse = full ? 1 << 14 : traceKeep == 4096 ? 1 << eligibilityShift : 1 << shift + eligibilityShift;
        // The learning error is shifted left by as many bits as the accumulator has.
        int fraction = random.nextInt(3);
        int batch = 1 + random.nextInt(2);
        Profile wide = Profiles.wide();
        Profile profile = new Profile(
                "wide-enough",
                new TimeParameters(steps, random.nextInt(steps - 1)),
                new WeightParameters(24, shift, 0),
                new SomaParameters(
                        32,
                        32,
                        one,
                        keeps[random.nextInt(keeps.length)],
                        theta,
                        random.nextBoolean() ? one - theta : window),
                new TraceParameters(mode, TRACE_BITS, impulse, traceKeep, ROUNDINGS[random.nextInt(ROUNDINGS.length)]),
                new EligibilityParameters(31, eligibilityShift),
                new ErrorParameters(
                        ErrorFunction.DIFFERENCE,
                        16,
                        31,
                        31,
                        24,
                        -fraction,
                        -fraction,
                        ROUNDINGS[random.nextInt(ROUNDINGS.length)]),
                new UpdateParameters(1, 1, 0, 62, fraction, ROUNDINGS[random.nextInt(ROUNDINGS.length)], batch, 0),
                wide.feedback(),
                new SleepParameters(0, 0, 1, 1, 0, 0, Rounding.FLOOR));
        byte[][] intensities = new byte[batch][sizes[0]];
        int[] labels = new int[batch];
        for (int s = 0; s < batch; s++) {
            for (int j = 0; j < sizes[0]; j++) {
                intensities[s][j] = (byte) (random.nextInt(4) == 0 ? 0 : 128 + random.nextInt(128));
            }
            labels[s] = random.nextInt(sizes[sizes.length - 1]);
        }
        return new WideEnough(profile, sizes, random.nextLong(), intensities, labels);
    }

    /** The network, with small weights and feedback weights. */
    Network network() {
        Network network = new Network(Shape.of(sizes), profile, seed);
        Random random = new Random(seed);
        for (int l = 1; l < sizes.length; l++) {
            Arrays.setAll(network.weights(l), s -> random.nextInt(10) - 3);
        }
        for (int l = 1; l < sizes.length - 1; l++) {
            Arrays.setAll(network.feedback(l), s -> random.nextInt(3) - 1);
        }
        return network;
    }

    @Override
    public String toString() {
        return Arrays.toString(sizes) + ", seed " + seed + ", " + Arrays.deepToString(intensities) + ", "
                + Arrays.toString(labels) + ", " + profile;
    }
}
