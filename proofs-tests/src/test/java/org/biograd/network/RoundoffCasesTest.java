package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.roundoff.Findings;
import org.junit.jupiter.api.Test;

/**
 * The same cases in every run, cheap enough to try on wrong variants of the code: their errors must leave the bounds.
 */
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

    @Test
    void layerwiseFeedbackIsRefused() {
        Profile layerwise = ProfileReader.read(
                "layerwise",
                ProfileReader.write(Profiles.tiny()).replaceAll("(?m)^feedback.path .*$", "feedback.path = LAYERWISE"));
        Network network = new Network(Shape.of(2, 2, 2), layerwise, 0);
        IllegalArgumentException said = assertThrows(
                IllegalArgumentException.class,
                () -> RoundoffRun.train(
                        network, new byte[1][2], new int[1], 1, EnumSet.allOf(Signal.class), new Findings()));
        assertTrue(said.getMessage().startsWith("feedback.path: LAYERWISE"), said.getMessage());
    }
}
