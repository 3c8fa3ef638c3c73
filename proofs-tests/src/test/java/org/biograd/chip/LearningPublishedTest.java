package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the emulator itself has computed, where that is on this machine. */
@Clause({"ENG-12", "ENG-13"})
class LearningPublishedTest {

    @ParameterizedTest
    @CsvSource({"trace.lava.jsonl, trace.step, 50", "learning.lava.jsonl, learning.productSeries, 60"})
    void theVariantsReproduceTheEmulator(String name, String op, int count) throws IOException {
        Path file =
                SpecText.root().resolve("../shared/vectors/peers").normalize().resolve(name);
        if (!Files.isRegularFile(file)) {
            String message = "SKIPPED: the emulator's cases of " + name + " are not checked, for there is no " + file;
            System.out.println(message);
            Assumptions.abort(message);
        }
        String cases = Files.readString(file);
        String passed = op + ": " + count + " of " + count + " cases passed";
        assertTrue(LearningCases.pass(cases).contains(passed), passed);
        // The text alone, and the products alone, say the same.
        if (op.startsWith("learning")) {
            assertTrue(LearningCases.pass(cases.replaceAll("\"rule\":\"[^\"]*\",", ""))
                    .contains(passed));
            assertTrue(LearningCases.pass(cases.replaceAll("(?m),\"products\":\\[.*?](?=},\"in\")", ""))
                    .contains(passed));
        }
    }
}
