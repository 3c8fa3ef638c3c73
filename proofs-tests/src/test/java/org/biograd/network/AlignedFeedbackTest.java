package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Aligned feedback at the edge of 64 bits: products that fit are exact, products that do not are refused. */
@Clause("NET-5")
class AlignedFeedbackTest {

    private static final int CASES = 400;

    /**
     * Three neurons in the middle, so that a product, a partial sum, a whole sum or the last shift may be what does not
     * fit.
     */
    private static final int[] SIZES = {1, 2, 3, 2};

    private static Profile profile(Random random, FeedbackPath path) {
        Profile tiny = Profiles.tiny();
        int weightBits = 20 + random.nextInt(5);
        // One matrix alone is smaller than a product of two.
        int lowestShift = path == FeedbackPath.DIRECT ? 8 : 18;
        return new Profile(
                "aligned",
                tiny.time(),
                new WeightParameters(
                        weightBits, lowestShift + random.nextInt(path == FeedbackPath.DIRECT ? 8 : 7), 1 << 23),
                new SomaParameters(32, 32, 1 << random.nextInt(24), 2048, 8, 8),
                tiny.trace(),
                tiny.eligibility(),
                tiny.error(),
                new UpdateParameters(1, 1, 1, 40, 3, tiny.update().rounding(), 1, 0),
                new FeedbackParameters(path, 0, FeedbackStart.ALIGNED, 24, random.nextInt(25), 0),
                tiny.sleep());
    }

    @ParameterizedTest
    @EnumSource(FeedbackPath.class)
    void fitsOrIsRefused(FeedbackPath path) {
        int fitting = 0;
        int refused = 0;
        for (int number = 0; number < CASES; number++) {
            Profile profile = profile(new Random(number), path);
            long seed = number;
            SpecModel model;
            try {
                model = new SpecModel(SIZES, profile, seed);
            } catch (ArithmeticException e) {
                refused++;
                IllegalArgumentException said = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Network(Shape.of(SIZES), profile, seed),
                        "case " + number);
                assertTrue(said.getMessage().contains("64 bits"), said.getMessage());
                continue;
            }
            fitting++;
            Network network = new Network(Shape.of(SIZES), profile, seed);
            assertArrayEquals(model.feedback(1), network.feedback(1), "case " + number);
            assertArrayEquals(model.feedback(2), network.feedback(2), "case " + number);
        }
        assertTrue(fitting > 50 && refused > 40, fitting + " fit, " + refused + " are refused");
    }
}
