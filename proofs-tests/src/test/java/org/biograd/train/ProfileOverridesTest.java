package org.biograd.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

@Clause("PROF-4")
class ProfileOverridesTest {

    @Test
    void valuesAreReplacedAndTheNameSaysSo() {
        Profile changed = ProfileOverrides.apply(Profiles.loihi(), Map.of("update.shift", "5", "trace.mode", "FULL"));
        assertEquals(
                ProfileChange.of(Profiles.loihi(), "update.shift", 5, "trace.mode", "FULL", "name", "loihi-changed"),
                changed);
        assertEquals(
                "loihi-changed",
                ProfileOverrides.apply(changed, Map.of("update.shift", "6")).name());
    }

    @Test
    void theSameValuesAreTheSameProfile() {
        assertEquals(Profiles.wide(), ProfileOverrides.apply(Profiles.wide(), Map.of()));
        assertEquals(Profiles.wide(), ProfileOverrides.apply(Profiles.wide(), Map.of("update.batch", "16")));
    }

    @Test
    void aNameThatIsGivenIsKeptAndALongOneCut() {
        assertEquals(
                "mine",
                ProfileOverrides.apply(Profiles.loihi(), Map.of("update.shift", "5", "name", "mine"))
                        .name());
        Profile longest = ProfileChange.of(Profiles.loihi(), "name", "a".repeat(32));
        assertEquals(
                "a".repeat(24) + "-changed",
                ProfileOverrides.apply(longest, Map.of("update.shift", "5")).name());
    }

    @Test
    void wrongKeysAndValuesAreRefused() {
        refused("no profile has a key 'update.shit'", Map.of("update.shit", "5"));
        refused("update.shift: 63 is not within 0..62", Map.of("update.shift", "63"));
        refused("'x' is not a decimal integer", Map.of("update.shift", "x"));
        refused("update.shift: a value has neither # nor line ends", Map.of("update.shift", "5\nname = x"));
        refused("update.shift: a value has neither # nor line ends", Map.of("update.shift", "5 # six"));
        assertThrows(
                InvalidProfileException.class,
                () -> ProfileOverrides.apply(Profiles.loihi(), Map.of("update.accumulatorBits", "9")));
    }

    private static void refused(String why, Map<String, String> values) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ProfileOverrides.apply(Profiles.loihi(), values))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
