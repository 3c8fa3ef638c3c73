package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biograd.house.SpecText;
import org.biograd.kit.KitRun;
import org.junit.jupiter.api.Assumptions;

/**
 * The cases that public emulators of the chip computed: in the folder {@code shared/vectors/peers} beside the project's
 * own. They are not part of the project.
 */
final class PeerCases {

    private PeerCases() {}

    /**
     * Checks a file, all of whose cases are of one operation; where it is absent the test that asks says aloud that it
     * does not run.
     */
    static void pass(String name, String op, int count) {
        Path file =
                SpecText.root().resolve("../shared/vectors/peers").normalize().resolve(name);
        if (!Files.isRegularFile(file)) {
            String message = "SKIPPED: the emulators' cases of " + name + " are not checked, for there is no " + file;
            System.out.println(message);
            Assumptions.abort(message);
        }
        try {
            KitRun.Checked checked = KitRun.check(Files.readString(file));
            assertEquals(List.of(), checked.differences());
            assertEquals(List.of(), checked.malformed());
            assertEquals(
                    List.of(op + ": " + count + " of " + count + " cases passed"),
                    checked.checks().summary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
