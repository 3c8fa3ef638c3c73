package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** The table of REAL-1, against numbers worked out by hand. */
class UnitsTest {

    private static final Shape SHAPE = Shape.of(64, 32, 10);

    @Test
    @Clause("REAL-1")
    void parametersOfTheNarrowProfile() {
        // Rates: 2^-(1 + 3) unit(w) / (unit(q) unit(E)), with unit(w) = 2/16, unit(E) = 2/4; hidden unit(q) = 2^-3 2,
        // output 2^-1.
        assertEquals(
                new RealParameters(
                        0.5,
                        0.5,
                        0.5,
                        1,
                        0.5,
                        6,
                        2,
                        TraceMode.PRE_ONLY,
                        ErrorFunction.DIFFERENCE,
                        0.0625,
                        0.03125,
                        1 / 256.0,
                        1 / 256.0,
                        2),
                RealParameters.of(Profiles.tiny()));
    }

    @Test
    @Clause("REAL-1")
    void parametersOfTheChipProfile() {
        RealParameters chip = RealParameters.of(Profiles.loihi());
        assertEquals(2457 / 4096.0, chip.decay());
        assertEquals(16384.0 / 54613, chip.theta(), 1e-16);
        assertEquals(16384.0 / 54613, chip.win(), 1e-16);
        assertEquals(1, chip.amp());
        assertEquals(2457 / 4096.0, chip.traceDecay());
        assertEquals(20, chip.steps());
        assertEquals(5, chip.softStart());
        assertEquals(TraceMode.PRE_ONLY, chip.traceMode());
        assertEquals(ErrorFunction.SOFTMAX, chip.errorFunction());
        // unit(w) = 128/54613, unit(E) = 32/50; hidden: 2^-11 unit(w) / (2^-7 0.64), output: 2^-11 unit(w) / (2^-3
        // 0.64).
        assertEquals(0x1p-4 * 128 / 54613 / 0.64, chip.hiddenRate(), 1e-18);
        assertEquals(0x1p-8 * 128 / 54613 / 0.64, chip.outputRate(), 1e-18);
        assertEquals(0x1p-15, chip.hebb());
        assertEquals(0x1p-17, chip.oja());
        assertEquals(2, chip.ojaPower());
    }

    @Test
    @Clause("REAL-1")
    void unitsOfTheChipProfile() {
        assertUnit(1.0 / 54613, 1, Signal.SYNAPTIC_INPUT, Signal.MEMBRANE_VOLTAGE);
        assertUnit(128.0 / 54613, 1, Signal.WEIGHT, Signal.WEIGHT_CHANGE);
        assertUnit(0.02, 2, Signal.TRACE);
        assertUnit(0.64, 1, Signal.ELIGIBILITY);
        assertUnit(1 / 256.0, 2, Signal.ERROR, Signal.POSITIVE_POTENTIAL, Signal.NEGATIVE_POTENTIAL);
        assertUnit(1 / 256.0, 1, Signal.DENDRITE, Signal.FEEDBACK_WEIGHT);
        assertUnit(1, 2, Signal.DENDRITE);
        assertUnit(1 / 128.0, 1, Signal.LEARNING_ERROR);
        assertUnit(1 / 8.0, 2, Signal.LEARNING_ERROR);
        assertUnit(1, 0, Signal.SPIKE);
        assertUnit(1, 1, Signal.GATE, Signal.NOISE_COUNT);
        assertUnit(
                1, 2, Signal.SPIKE_COUNT, Signal.POSITIVE_ERROR_SPIKE, Signal.NEGATIVE_ERROR_SPIKE, Signal.SLEEP_COUNT);
    }

    private static void assertUnit(double expected, int layer, Signal... signals) {
        for (Signal signal : signals) {
            assertEquals(expected, Units.lsb(Profiles.loihi(), SHAPE, signal, layer), 1e-17, signal.symbol());
        }
    }

    @Test
    @Clause("REAL-1")
    void unitsOfLayerwiseFeedback() {
        Shape shape = Shape.of(64, 32, 16, 10);
        Profile layerwise = layerwise(Profiles.loihi());
        // unit(E) 2^2 / T = 0.64 * 4 / 20 = 0.128 from q to c, 2^-8 from c to D, 2^1 from D to q.
        double[] expected = {1, 1 / 8.0, 0.016, 0.016 / 256, 0.016 / 128, 0.016 / 128 * 0.128, 0.016 / 128 * 0.128 / 256
        };
        double[] actual = {
            Units.lsb(layerwise, shape, Signal.DENDRITE, 3), Units.lsb(layerwise, shape, Signal.LEARNING_ERROR, 3),
            Units.lsb(layerwise, shape, Signal.FED_BACK_ERROR, 3), Units.lsb(layerwise, shape, Signal.DENDRITE, 2),
            Units.lsb(layerwise, shape, Signal.LEARNING_ERROR, 2),
                    Units.lsb(layerwise, shape, Signal.FED_BACK_ERROR, 2),
            Units.lsb(layerwise, shape, Signal.DENDRITE, 1)
        };
        assertArrayEquals(expected, actual, 1e-17);
        assertEquals(1, Units.lsb(layerwise, shape, Signal.SLEEP_COUNT, 2));
        RealParameters parameters = RealParameters.of(layerwise);
        assertEquals(FeedbackPath.LAYERWISE, parameters.feedbackPath());
        // Of q of layer 2 and of layer 1: a unit of it is 128 / 0.128 times smaller in the lower layer, and so the rate
        // is larger.
        assertEquals(0x1p-11 * 128 / 54613 / (0.016 / 128 * 0.64), parameters.hiddenRate(), 1e-15);
        assertEquals(1000, parameters.hiddenRateRatio(), 1e-10);
        assertEquals(RealParameters.of(Profiles.loihi()).outputRate(), parameters.outputRate());
        assertEquals(1, RealParameters.of(Profiles.loihi()).hiddenRateRatio());
    }

    private static Profile layerwise(Profile profile) {
        return ProfileReader.read(
                "layerwise",
                ProfileReader.write(profile)
                        .replaceAll("(?m)^feedback.path .*$", "feedback.path = LAYERWISE")
                        .replaceAll("(?m)^feedback.pathShift .*$", "feedback.pathShift = 2"));
    }

    @Test
    @Clause("REAL-1")
    void theRateTurnsUnitsOfErrorAndEligibilityIntoUnitsOfWeight() {
        for (String name : Profiles.NAMES) {
            requireRates(name, Profiles.shipped(name));
            requireRates(name + ", layerwise", layerwise(Profiles.shipped(name)));
        }
    }

    private static void requireRates(String name, Profile profile) {
        RealParameters parameters = RealParameters.of(profile);
        for (int layer = 1; layer <= 2; layer++) {
            double product = Units.lsb(profile, SHAPE, Signal.LEARNING_ERROR, layer)
                    * Units.lsb(profile, SHAPE, Signal.ELIGIBILITY, layer);
            double moved = (layer == 1 ? parameters.hiddenRate() : parameters.outputRate())
                    * product
                    / Units.lsb(profile, SHAPE, Signal.WEIGHT, layer);
            int multiplier = layer == 1
                    ? profile.update().hiddenMultiplier()
                    : profile.update().outputMultiplier();
            int shift = profile.update().shift() + profile.update().accumulatorFraction();
            assertEquals(Math.scalb((double) multiplier, -shift), moved, 1e-15 * moved, name + ", layer " + layer);
        }
    }

    @Test
    @Clause({"LEARN-2", "REAL-1"})
    void ratesAreHalvedWithEveryRunOfSamples() {
        Profile halving = ProfileChange.of(Profiles.loihi(), "update.halveEvery", 10);
        assertEquals(
                List.of(1.0, 1.0, 0.5, 0.5, 0.25, Math.scalb(1.0, -100)),
                Stream.of(0, 9, 10, 19, 20, 1000)
                        .map(sample -> Units.rateFactor(halving, sample))
                        .toList());
        assertEquals(1, Units.rateFactor(Profiles.tiny(), 1L << 32));
    }

    @Test
    @Clause("OBS-1")
    void aLayerThatHasNoSuchSignalIsRefused() {
        assertRefused(Signal.MEMBRANE_VOLTAGE, 0, "layers 1..2 would have");
        assertRefused(Signal.SPIKE, 3, "layers 0..2 would have");
        assertRefused(Signal.ERROR, 1, "layer 2 would have");
        assertRefused(Signal.FEEDBACK_WEIGHT, 2, "layer 1 would have");
        assertRefused(Signal.SLEEP_COUNT, 1, "layer 2 would have");
        assertRefused(Signal.FED_BACK_ERROR, 2, "no layer would have");
        assertThrows(
                IllegalArgumentException.class,
                () -> Units.lsb(layerwise(Profiles.loihi()), SHAPE, Signal.FED_BACK_ERROR, 1));
    }

    private static void assertRefused(Signal signal, int layer, String why) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Units.lsb(Profiles.loihi(), SHAPE, signal, layer))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertRefused("decay: 1.5 is not within 0..1", 1.5, 0.3, 10, 5, 2);
        assertRefused("decay: NaN is not within 0..1", Double.NaN, 0.3, 10, 5, 2);
        assertRefused("theta: -0.1 is not a finite number of at least 0", 0.5, -0.1, 10, 5, 2);
        assertRefused("theta: Infinity is not a finite number", 0.5, Double.POSITIVE_INFINITY, 10, 5, 2);
        assertRefused("steps: 0 is below 1", 0.5, 0.3, 0, 0, 2);
        assertRefused("softStart: 10 is not within 0..9", 0.5, 0.3, 10, 10, 2);
        assertRefused("ojaPower: 0 is below 1", 0.5, 0.3, 10, 5, 0);
        assertThrows(
                NullPointerException.class,
                () -> new RealParameters(0.5, 0.3, 0.3, 1, 0.5, 10, 5, null, ErrorFunction.SOFTMAX, 0, 0, 0, 0, 2));
        assertThrows(
                NullPointerException.class,
                () -> new RealParameters(
                        0.5, 0.3, 0.3, 1, 0.5, 10, 5, TraceMode.FULL, ErrorFunction.SOFTMAX, 0, 0, 0, 0, 2, null, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RealParameters(
                        0.5,
                        0.3,
                        0.3,
                        1,
                        0.5,
                        10,
                        5,
                        TraceMode.FULL,
                        ErrorFunction.SOFTMAX,
                        0,
                        0,
                        0,
                        0,
                        2,
                        FeedbackPath.DIRECT,
                        -1));
    }

    private static void assertRefused(String why, double decay, double theta, int steps, int softStart, int ojaPower) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> parameters(decay, theta, steps, softStart, ojaPower))
                .getMessage();
        assertTrue(message.startsWith(why), message);
    }

    private static RealParameters parameters(double decay, double theta, int steps, int softStart, int ojaPower) {
        return new RealParameters(
                decay,
                theta,
                0.3,
                1,
                0.5,
                steps,
                softStart,
                TraceMode.FULL,
                ErrorFunction.SOFTMAX,
                0,
                0,
                0,
                0,
                ojaPower);
    }
}
