package org.biograd.strength;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Compiles mutants and asks them cases. A mutant is found by the first answer that is not, byte by byte, the one that
 * the sample itself gives; the sample gives the right ones, which another test holds.
 */
final class Trial {

    private static final int PATIENCE_SECONDS = 60;

    private final String compiler;
    private final Path cases;
    private final List<String> operations;
    private final List<String> right;

    /**
     * A trial.
     *
     * @param cases a file of cases, one per line
     * @param operations of each case
     * @param right the answer of the sample to each
     */
    Trial(String compiler, Path cases, List<String> operations, List<String> right) {
        this.compiler = compiler;
        this.cases = cases;
        this.operations = operations;
        this.right = right;
    }

    /** The operation that finds it, "it does not compile", "it does not end" or "it ends"; empty where none does. */
    Optional<String> of(Path sources, Path program) throws IOException, InterruptedException {
        Process compiling = new ProcessBuilder(
                        compiler,
                        "-std=c99",
                        "-w",
                        "-O1",
                        "-o",
                        program.toString(),
                        sources.resolve("biograd.c").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (compiling.waitFor() != 0) {
            return Optional.of("it does not compile");
        }
        Process process = new ProcessBuilder(program.toString())
                .redirectInput(cases.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread watch = new Thread(() -> {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
        watch.setDaemon(true);
        watch.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int n = 0; n < right.size(); n++) {
                String line = out.readLine();
                if (line == null) {
                    return Optional.of(operations.get(n));
                }
                if (!line.equals(right.get(n))) {
                    return Optional.of(operations.get(n));
                }
            }
            return Optional.empty();
        } finally {
            process.destroyForcibly();
            process.waitFor();
            Files.deleteIfExists(program);
        }
    }

    /** What a program answers to a file of cases. */
    static List<String> answers(Path program, Path cases) throws IOException {
        Process process = new ProcessBuilder(program.toString())
                .redirectInput(cases.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
