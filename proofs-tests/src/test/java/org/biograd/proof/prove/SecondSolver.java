package org.biograd.proof.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A solver that shares nothing with Z3, where one is installed: cvc5. */
public final class SecondSolver {

    private static final String NAME = "cvc5";
    private static final int SECONDS = 20;

    private SecondSolver() {}

    /** Whether it is there. */
    public static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, NAME))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What it says of some questions.
     *
     * @return {@code cvc5} where it says of all of them that they cannot be satisfied, {@code open} where it has not
     *     decided one in time
     * @throws AssertionError where it says that one can be satisfied
     */
    public static String decide(List<String> questions) {
        for (String question : questions) {
            String says = ask(question);
            if (says.equals("sat")) {
                throw new AssertionError(NAME + " refutes what Z3 has proven:\n" + question);
            }
            if (!says.equals("unsat")) {
                return "open";
            }
        }
        return NAME;
    }

    private static String ask(String question) {
        Path file = null;
        try {
            file = Files.createTempFile("biograd", ".smt2");
            Files.writeString(file, question + "(check-sat)\n");
            Process process = new ProcessBuilder(NAME, "--tlimit=" + SECONDS * 1000, file.toString())
                    .redirectErrorStream(true)
                    .start();
            String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            return says.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
