package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.loihi.ChipFit;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipFitTest {

    @Test
    @Clause("PROF-3")
    void theLoihiProfileFitsTheChip() {
        assertEquals(List.of(), ChipFit.excesses(Profiles.loihi()));
    }

    @Test
    void theWideProfileDoesNot() {
        List<String> excesses = ChipFit.excesses(Profiles.wide());
        for (String key : List.of(
                "soma.currentBits",
                "soma.voltageBits",
                "weight.bits",
                "trace.bits",
                "eligibility.bits",
                "update.accumulatorBits",
                "soma.threshold",
                "trace.mode",
                "update.batch")) {
            assertTrue(
                    excesses.stream().anyMatch(line -> line.startsWith(key + ":")), key + " is missing in " + excesses);
        }
    }

    @Test
    void layerwiseFeedbackSendsValues() {
        String text =
                ProfileReader.write(Profiles.loihi()).replaceAll("(?m)^feedback.path .*$", "feedback.path = LAYERWISE");
        List<String> excesses = ChipFit.excesses(ProfileReader.read("changed", text));
        assertEquals(1, excesses.size(), excesses.toString());
        assertTrue(excesses.get(0).startsWith("feedback.path: LAYERWISE"), excesses.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "soma.currentBits,       24, 25",
        "soma.voltageBits,       24, 25",
        "weight.bits,             9, 10",
        "trace.bits,              7,  8",
        "eligibility.bits,        9, 10",
        "update.accumulatorBits, 16, 17",
        "soma.threshold,      12288, 12289",
    })
    void oneMoreIsTooMuch(String key, int fits, int exceeds) {
        Profile loihi = Profiles.loihi();
        // A weight of one bit more needs one fraction bit less of the accumulator.
        Profile slack = ProfileChange.of(loihi, "update.accumulatorFraction", 6);
        assertEquals(List.of(), ChipFit.excesses(ProfileChange.of(slack, key, fits)));
        List<String> excesses = ChipFit.excesses(ProfileChange.of(slack, key, exceeds));
        assertEquals(1, excesses.size(), excesses.toString());
        assertTrue(excesses.get(0).startsWith(key + ":"), excesses.get(0));
    }
}
