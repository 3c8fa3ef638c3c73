package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.junit.jupiter.api.Test;

/** The same cases in every run: cheap enough to try on wrong variants of the code, and known to reach every corner. */
class SpecModelCasesTest {

    private static final int CASES = 120;

    /** Where the random numbers begin; any other number would do, this one stays. */
    private static final long START = 20_211_014;

    @Test
    @Clause({"NET-1", "NET-2", "NET-6", "NET-7", "LEARN-4", "ERR-8", "ERR-9", "OBS-2"})
    void everyCaseEqualsTheModel() {
        Set<Signal> missing = EnumSet.of(
                Signal.SYNAPTIC_INPUT,
                Signal.MEMBRANE_VOLTAGE,
                Signal.TRACE,
                Signal.ELIGIBILITY,
                Signal.POSITIVE_POTENTIAL,
                Signal.NEGATIVE_POTENTIAL,
                Signal.DENDRITE,
                Signal.LEARNING_ERROR,
                Signal.FED_BACK_ERROR,
                Signal.WEIGHT_CHANGE,
                Signal.WEIGHT,
                Signal.FEEDBACK_WEIGHT);
        for (int number = 0; number < CASES; number++) {
            Network network = SideBySide.train(NetworkCase.of(new Random(START + number)));
            missing.removeIf(signal -> network.events().count(signal) > 0);
        }
        // A comparison that never meets a saturation would not see a wrong one.
        assertTrue(missing.isEmpty(), () -> "no case has an event of " + missing);
    }
}
