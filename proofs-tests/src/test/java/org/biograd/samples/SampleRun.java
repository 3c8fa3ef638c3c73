package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.Claims;
import org.biograd.conform.ClaimsReader;
import org.biograd.conform.ConformResult;
import org.biograd.conform.ConformSettings;
import org.biograd.conform.Conformance;
import org.biograd.conform.OperationResult;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.judge.Kit;
import org.biograd.house.SpecText;
import org.biograd.io.ProgressListener;

/** Runs the sample implementations, as users run theirs. */
final class SampleRun {

    private static final double PATIENCE = 60;
    private static final long SEED = 11;

    private SampleRun() {}

    /** A file of the samples. */
    static Path file(String name) {
        return SpecText.root().resolve("spec/samples").resolve(name);
    }

    /** What a sample claims. */
    static Claims claims(String language) throws IOException {
        return ClaimsReader.read(Files.readAllBytes(file(language + "/claims.json")), new Kit().operations());
    }

    /** Asks a program. */
    static ConformResult conform(List<String> command, List<String> operations, int cases, Claims claims)
            throws NotRunException, InterruptedException {
        ConformSettings settings = new ConformSettings("sample", operations, cases, SEED, List.of(), claims, PATIENCE);
        return new Conformance(settings, command, new Kit(), ProgressListener.NONE).run();
    }

    /**
     * Asks a program everything that it claims, so many cases of each operation of a level, and wants every answer
     * right.
     */
    static void requireConforming(List<String> command, Claims claims, int[] casesOfLevel) throws Exception {
        for (int level = 0; level < casesOfLevel.length; level++) {
            List<String> operations = new ArrayList<>();
            for (String operation : claims.operations().orElseThrow()) {
                if (new Kit().level(operation) == level) {
                    operations.add(operation);
                }
            }
            assertFalse(operations.isEmpty(), "nothing of level " + level + " is claimed");
            requireConforming(command, claims, operations, casesOfLevel[level]);
        }
    }

    private static void requireConforming(List<String> command, Claims claims, List<String> operations, int cases)
            throws Exception {
        ConformResult result = conform(command, operations, cases, claims);
        List<String> wrong = new ArrayList<>();
        for (OperationResult operation : result.operations()) {
            operation.failure().ifPresent(failure -> wrong.add(operation.operation() + ": " + failure));
        }
        assertEquals(List.of(), wrong);
        assertTrue(result.conforms(), () -> result.faults() + " " + result.lastWords());
        assertEquals((long) cases * operations.size(), result.passed(), () -> "not tried: " + result.notTried());
    }

    /** Whether a command ends well. */
    static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
