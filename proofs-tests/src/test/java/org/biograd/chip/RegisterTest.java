package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.biograd.house.SpecText;
import org.biograd.loihi.Register;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterTest {

    @Test
    @Clause("CHIP-1")
    void theRegistersAreThoseOfTheText() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("register", "bits", "range", "offset", "shift", "source", "basis"));
        for (Register register : Register.values()) {
            rows.add(List.of(
                    register.name(),
                    (register.format().signed() ? "s" : "u") + register.format().bits(),
                    register.min() + ".." + register.max(),
                    Integer.toString(register.offset()),
                    Integer.toString(register.shift()),
                    register.source(),
                    register.basis().name()));
        }
        assertEquals(rows, SpecText.table("CHIP-1"));
    }

    @ParameterizedTest
    @EnumSource
    void aRangeIsWithinItsFormatAndNoWiderOneIsNeeded(Register register) {
        assertTrue(register.format().holds(register.min())
                && register.format().holds(register.max())
                && register.min() < register.max());
        int bits = register.format().bits();
        long largest = Math.max(register.max(), -register.min() - 1);
        assertEquals(
                bits,
                Long.SIZE
                        - Long.numberOfLeadingZeros(largest)
                        + (register.format().signed() ? 1 : 0));
        assertTrue(register.holds(register.max()) && !register.holds(register.max() + 1));
        assertTrue(register.holds(register.min()) && !register.holds(register.min() - 1));
    }

    @Test
    @Clause("CHIP-1")
    void aWordStandsForItsShiftedSumWithTheOffset() {
        assertEquals(131_071L * 64, Register.THRESHOLD_MANTISSA.effective(131_071));
        assertEquals(4096, Register.CURRENT_DECAY.effective(4095));
        assertEquals(-256 * 64, Register.WEIGHT.effective(-256));
        assertEquals(
                "TRACE: 128; 0..127 is possible",
                assertThrows(IllegalArgumentException.class, () -> Register.TRACE.effective(128))
                        .getMessage());
    }
}
