package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.biograd.conform.judge.Kit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample implementation in C, written from the text of the spec alone, gives the answers of this one. */
class CSampleTest {

    private static final int[] CASES_OF_LEVEL = {220, 120, 80, 160, 80, 20};

    @TempDir
    private Path folder;

    @Test
    void conforms() throws Exception {
        Optional<String> compiler = CSources.compiler();
        if (compiler.isEmpty()) {
            System.out.println(
                    "SKIPPED: no C compiler here (cc, gcc, clang), so the sample implementation in C was not compared "
                            + "with this one.");
        }
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        Path program = CSources.compile(
                compiler.orElseThrow(),
                SampleRun.file("c"),
                folder.resolve("biograd"),
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror");
        SampleRun.requireConforming(List.of(program.toString()), SampleRun.claims("c"), CASES_OF_LEVEL);
    }

    @Test
    void claimsWhatThereIs() throws Exception {
        TreeSet<String> needed = new TreeSet<>(new Kit().operations());
        // Samples of other learning rules are answered by the sample in Python alone.
        needed.removeIf(operation -> operation.matches("rule\\..*\\.sample"));
        assertEquals(
                needed,
                new TreeSet<>(SampleRun.claims("c").operations().orElseThrow()),
                "an operation that is new is to be answered in C too, from its clauses, and to be claimed");
    }
}
