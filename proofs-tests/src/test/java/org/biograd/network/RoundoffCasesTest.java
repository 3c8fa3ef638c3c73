package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.biograd.roundoff.Findings;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.junit.jupiter.api.Test;

/** The same cases in every run, cheap enough to try on wrong variants of the code: their errors must leave the bounds. */
class RoundoffCasesTest {

    private static final int CASES = 60;
    private static final long START = 20_211_014;

    @Test
    @Clause({"SOMA-3", "SOMA-4", "ELIG-1", "ELIG-3", "ELIG-4", "ERR-2", "ERR-3", "LEARN-2"})
    void everyErrorIsWithinItsBound() {
        for (int number = 0; number < CASES; number++) {
            Findings found = new Findings();
            RoundoffRun.train(NetworkCase.of(new Random(START + number)), EnumSet.allOf(Signal.class), found);
            assertEquals(List.of(), found.violations(), "case " + number);
        }
    }
}
