package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.lockstep.DecisionDifference;
import org.biograd.study.lockstep.Deviation;
import org.biograd.study.verify.VerifyResult.Check;
import org.biograd.study.verify.VerifyResult.EpochPoint;
import org.biograd.study.verify.VerifyResult.Portrait;

/** Results made by hand: a full one, of which a test changes what it is about. */
public final class SampleResult {

    /** The shape. */
    public Shape shape = Shape.of(64, 32, 16, 10);

    /** The points of the learning curve. */
    public List<EpochPoint> curve = List.of(new EpochPoint(1, 71.25, 60), new EpochPoint(2, 83.5, 41));

    /** The angles of B. */
    public List<List<Double>> feedbackAngles = List.of(List.of(90.25, 60.0, 1.0 / 3), List.of(88.0, Double.NaN, 45.5));

    /** The portrait. */
    public Portrait portrait = portrait(12);

    /** What was checked. */
    public List<Check> checks =
            List.of(new Check("sums are equal", true, "0 differ"), new Check("v & z <agree>", true, "\"yes\""));

    /** A result with the fields as they are now. */
    public VerifyResult build() {
        Map<Signal, Deviation> deviations = new EnumMap<>(Signal.class);
        deviations.put(Signal.WEIGHT_CHANGE, deviation(0.5, -0.25));
        deviations.put(Signal.MEMBRANE_VOLTAGE, deviation(2.0 / 3, -1.5, 0, 40));
        deviations.put(Signal.ELIGIBILITY, deviation(Double.NaN));
        deviations.put(Signal.DENDRITE, deviation());
        return new VerifyResult(
                Profiles.loihi(),
                shape,
                -1,
                2,
                1437,
                360,
                100 * 301.0 / 360,
                curve,
                feedbackAngles,
                List.of(12.3456789, 1e-7, 0.0),
                List.of(1234567.0, Double.NaN, -0.5),
                deviations,
                19_557_860,
                3,
                Optional.of(new DecisionDifference(false, 5, 11, Signal.GATE, 1, 59, 1, -0.125)),
                Map.of(Signal.SYNAPTIC_INPUT, 4L),
                new EnumMap<>(Map.of(Signal.WEIGHT, 7L, Signal.TRACE, 123_456L)),
                2874,
                198,
                portrait,
                checks,
                "00ff");
    }

    /** As many checks, the last of them failed. */
    public static List<Check> checks(int count) {
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            checks.add(new Check("check " + i, true, "fine"));
        }
        checks.add(new Check("the last check", false, "3 is not 4"));
        return checks;
    }

    /** A portrait of so many steps. */
    public static Portrait portrait(int steps) {
        double[] rising = new double[steps];
        double[] events = new double[steps];
        for (int t = 0; t < steps; t++) {
            rising[t] = 0.1 * t;
            events[t] = t % 3 == 0 ? 1 : 0;
        }
        return new Portrait(
                1, 5, 718, 3, 0.3, 0.3, rising, rising, events, events, rising, rising, rising, rising, 2, rising,
                rising, 12, -3);
    }

    private static Deviation deviation(double... values) {
        Deviation deviation = new Deviation();
        double[] reals = Arrays.stream(values).map(value -> -value).toArray();
        deviation.add(new int[values.length], reals, 1, Integer.MIN_VALUE);
        return deviation;
    }
}
