package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.biograd.kit.KitRun;
import org.biograd.spec.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases that the spec ships for neurons and weights of the chip, worked out by hand: the code passes them, and who
 * computes otherwise does not.
 */
class NamedCasesTest {

    private static String shipped(String op) throws IOException {
        try (InputStream in = KitRun.class.getResourceAsStream("/org/biograd/spec/cases/" + op + ".jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"lif.run, 10", "synapse.weight, 6"})
    @Clause({"CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5", "CHIP-8"})
    void pass(String op, int count) throws IOException {
        KitRun.Checked checked = KitRun.check(shipped(op));
        assertEquals(List.of(), checked.differences());
        assertEquals(List.of(), checked.malformed());
        assertEquals(
                op + ": " + count + " of " + count + " cases passed",
                checked.checks().summary().get(0));
    }

    /** Each emulator taken for the normative behaviour is a wrong variant of it; the cases that tell are named. */
    @ParameterizedTest
    @CsvSource({
        "lava, lif.run, lif-u-upper-edge lif-u-lower-edge",
        "nengo, lif.run, lif-input-of-23-bits lif-u-and-bias-not-wrapped",
        "brian2loihi, lif.run, lif-u-upper-edge lif-u-lower-edge lif-u-wraps lif-v-saturates",
        "brian2loihi, synapse.weight, weight-lowest-not-limited weight-negative-exponent weight-smallest-exponent",
    })
    @Clause({"CHIP-3", "CHIP-4", "CHIP-6", "CHIP-8", "CHIP-9"})
    void tellTheVariantsApart(String emulator, String op, String names) throws IOException {
        KitRun.Checked checked =
                KitRun.check(shipped(op).replace("\"params\":{", "\"params\":{\"emulator\":\"" + emulator + "\","));
        assertEquals(List.of(names.split(" ")), ids(checked.differences()));
        // Brian2Loihi has no mixed weight of 9 bits.
        assertEquals(op.equals("synapse.weight") ? List.of("weight-mixed-9") : List.of(), ids(checked.malformed()));
    }

    private static List<String> ids(List<String> messages) {
        return messages.stream().map(message -> message.split(": ")[2]).toList();
    }
}
