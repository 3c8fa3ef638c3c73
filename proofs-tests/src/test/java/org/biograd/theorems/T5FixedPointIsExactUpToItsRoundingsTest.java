package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.network.NetworkCase;
import org.biograd.network.RoundoffRun;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.study.roundoff.ErrorCount;
import org.biograd.study.roundoff.Findings;

/**
 * The integer network is the exact one but for its roundings, and those explain every error and every differing
 * decision.
 */
class T5FixedPointIsExactUpToItsRoundingsTest {

    private static final List<String> EXACT = List.of("u", "v", "z", "E", "D", "q", Findings.GRADIENT, "dW", "w");
    private static final EnumSet<Signal> ALL = EnumSet.allOf(Signal.class);
    private static final int CASES = 400;
    private static final long START = 20_211_014;

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(NetworkCase::of);
    }

    @Provide
    Arbitrary<WideEnough> wideEnough() {
        return Arbitraries.randomValue(WideEnough::of);
    }

    // ---- Nothing rounded

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"SOMA-2", "SOMA-3", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ERR-5", "ERR-6", "ERR-7", "LEARN-3", "REAL-1"
    })
    void whereTheFormatHoldsEveryIntermediateValuesAreEqual(@ForAll("wideEnough") WideEnough drawn) {
        Findings found = new Findings();
        Network network = drawn.network();
        int[] before = network.weights(1).clone();
        RoundoffRun.train(network, drawn.intensities(), drawn.labels(), 1, ALL, found);
        assertEquals(List.of(), found.violations());
        boolean dyadicRates = drawn.profile().time().steps() <= 2;
        for (String signal : RoundoffTable.SIGNALS) {
            // A rate o / (t + 1) is dyadic where t + 1 is a power of two; no binary format holds the others.
            if (EXACT.contains(signal) || dyadicRates) {
                ErrorCount count = found.of(signal);
                assertTrue(count.largestError().isZero(), () -> signal + " is off by " + count.largestError());
                assertEquals(count.values(), count.exact(), "bounds of " + signal + " that are 0");
            }
        }
        found.decisions()
                .forEach(decision -> assertTrue(
                        decision.signal() == Signal.POSITIVE_ERROR_SPIKE
                                || decision.signal() == Signal.NEGATIVE_ERROR_SPIKE,
                        () -> "what cannot be rounded cannot decide otherwise: " + decision));

        boolean learned = false;
        for (int s = 0; s < before.length; s++) {
            learned |= network.weights(1)[s] != before[s];
        }
        boolean moved = learned && found.of("w").values() > 0;
        requireAtLeast(20, "the first layer learns, and is compared", moved);
        requireAtLeast(5, "in mode FULL", moved && drawn.profile().trace().mode() == TraceMode.FULL);
        requireAtLeast(2, "errors and all", moved && dyadicRates);
    }

    // ---- Anything rounded

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({
        "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-2", "ERR-3",
        "ERR-4", "ERR-5", "ERR-6", "ERR-7", "LEARN-1", "LEARN-2", "LEARN-3", "REAL-1"
    })
    void everyErrorIsWithinItsRunningBound(@ForAll("cases") NetworkCase drawn) {
        Findings found = new Findings();
        RoundoffRun.train(drawn, ALL, found);
        assertEquals(List.of(), found.violations());
        requireAtLeast(40, "a decision differs", !found.decisions().isEmpty());
        requireAtLeast(20, "a weight is compared", found.of("w").values() > 0);
        requireAtLeast(
                5, "and was rounded", found.of("w").values() > found.of("w").exact());
        requireAtLeast(5, "u wraps", found.of("u").values() > found.of("u").exact());
        requireAtLeast(2, "D saturates", found.of("D").values() > found.of("D").exact());
        requireAtLeast(10, "two hidden layers", drawn.sizes().length == 4);
    }

    private static void requireAtLeast(int percent, String what, boolean seen) {
        Statistics.label(what).collect(seen);
        Statistics.label(what).coverage(c -> c.check(true).percentage(p -> p >= percent));
    }

    /** Every single kind of rounding is needed: a bound without it is broken, at the very signal that it rounds. */
    @Example
    void aBoundThatLeavesOutOneRoundingIsBroken() {
        for (Signal signal : List.of(
                Signal.SYNAPTIC_INPUT,
                Signal.MEMBRANE_VOLTAGE,
                Signal.TRACE,
                Signal.ELIGIBILITY,
                Signal.ERROR,
                Signal.POSITIVE_POTENTIAL,
                Signal.NEGATIVE_POTENTIAL,
                Signal.DENDRITE,
                Signal.LEARNING_ERROR,
                Signal.WEIGHT_CHANGE,
                Signal.WEIGHT)) {
            Findings found = new Findings();
            for (int number = 0; number < CASES && found.of(signal.symbol()).beyond() == 0; number++) {
                RoundoffRun.train(
                        NetworkCase.of(new Random(START + number)), EnumSet.complementOf(EnumSet.of(signal)), found);
            }
            assertTrue(
                    found.of(signal.symbol()).beyond() > 0,
                    () -> "the bounds hold without the local errors of " + signal.symbol());
        }
    }

    /** What the spec shows is what is measured; and the bounds are near what they bound. */
    @Example
    void theSpecShowsTheMeasuredErrors() throws IOException {
        RoundoffTable table = RoundoffTable.measured();
        for (Findings found : table.findings()) {
            assertEquals(List.of(), found.violations());
        }
        for (String signal : List.of("v", "z", "E", "e", "p", "q", Findings.GRADIENT, "w")) {
            for (int p = 0; p < table.profiles().size(); p++) {
                ErrorCount count = table.findings().get(p).of(signal);
                assertTrue(
                        count.exact() == count.values() || count.largestRatio() > 0.5,
                        () -> "the bound of " + signal + " is more than twice every error");
            }
        }
        List<String> shown = Files.readAllLines(SpecText.root().resolve("spec/text/theorems.md"));
        assertTrue(
                shown.containsAll(table.rows()), () -> "theorems.md does not show\n" + String.join("\n", table.rows()));
    }
}
