package org.biograd.study.lockstep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.network.NetworkCase;
import org.biograd.network.RoundoffRun;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.study.roundoff.ErrorCount;
import org.biograd.study.roundoff.Findings;
import org.junit.jupiter.api.Test;

/** Two bounds of the same errors: what the widths allow at most, and what the roundings of a run allow. */
class BoundsTest {

    private static final int CASES = 40;
    private static final long START = 14_062_110;

    /** The signals whose wraps and saturations the bounds known beforehand leave out. */
    private static final Map<Signal, List<Signal>> OVERFLOWS = new EnumMap<>(Map.of(
            Signal.SYNAPTIC_INPUT, List.of(Signal.SYNAPTIC_INPUT),
            Signal.MEMBRANE_VOLTAGE, List.of(Signal.SYNAPTIC_INPUT, Signal.MEMBRANE_VOLTAGE),
            Signal.TRACE, List.of(Signal.TRACE),
            Signal.ELIGIBILITY, List.of(Signal.TRACE, Signal.ELIGIBILITY),
            Signal.ERROR, List.of(),
            Signal.POSITIVE_POTENTIAL, List.of(Signal.POSITIVE_POTENTIAL),
            Signal.NEGATIVE_POTENTIAL, List.of(Signal.NEGATIVE_POTENTIAL),
            Signal.DENDRITE, List.of(Signal.DENDRITE),
            Signal.LEARNING_ERROR, List.of(Signal.DENDRITE, Signal.LEARNING_ERROR)));

    @Test
    void runningBoundsAreNeverAboveThoseKnownBeforehand() {
        Map<Signal, Integer> sharper = new EnumMap<>(Signal.class);
        for (int number = 0; number < CASES; number++) {
            NetworkCase drawn = NetworkCase.of(new Random(START + number)).direct();
            Shape shape = Shape.of(drawn.sizes());
            Bounds beforehand = new Bounds(drawn.profile(), shape);
            Network network = new Network(shape, drawn.profile(), drawn.seed());
            Findings found = new Findings();
            RoundoffRun.train(
                    network, drawn.intensities(), drawn.labels(), drawn.epochs(), EnumSet.allOf(Signal.class), found);
            OVERFLOWS.forEach((signal, overflows) -> {
                ErrorCount count = found.of(signal.symbol());
                if (overflows.stream().mapToLong(network.events()::count).sum() == 0 && count.values() > 0) {
                    double running = count.largestBound().doubleValue();
                    double bound = beforehand.of(signal, shape.layers());
                    assertTrue(
                            running <= bound, () -> signal + ": " + running + " while running, " + bound + " before");
                    sharper.merge(signal, running < bound / 2 ? 1 : 0, Integer::sum);
                }
            });
        }
        // Equal bounds would make the running ones idle. Those of u and D are 0 both ways.
        for (Signal signal : List.of(
                Signal.MEMBRANE_VOLTAGE,
                Signal.TRACE,
                Signal.ELIGIBILITY,
                Signal.ERROR,
                Signal.POSITIVE_POTENTIAL,
                Signal.LEARNING_ERROR)) {
            assertTrue(
                    sharper.getOrDefault(signal, 0) > 0,
                    () -> signal + " is never bounded at half or less: " + sharper);
        }
    }
}
