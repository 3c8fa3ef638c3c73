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

/**
 * Compiles mutants and asks them cases. A mutant is found by the first answer that is not, byte by byte, the one that
 * the sample itself gives; the sample gives the right ones, which another test holds.
 */
final class Trial {

    /** Of processor time, so that a busy machine finds nothing; the sample needs a few for all cases. */
    private static final int MOST_SECONDS = 30;

    /**
     * What became of a mutant.
     *
     * @param by the operation whose case found it first, or {@value #NOTHING}
     * @param deciding how many of the first cases find it; what follows the end of a program counts as found
     */
    record Verdict(String by, int deciding) {
        static final String NOTHING = "-";

        boolean found() {
            return !by.equals(NOTHING);
        }
    }

    private final String compiler;
    private final Path cases;
    private final List<String> operations;
    private final List<String> right;
    private final int counted;

    /**
     * A trial.
     *
     * @param cases a file of cases, one per line
     * @param operations of each case
     * @param right the answer of the sample to each
     * @param counted how many of the first cases are asked even where one has found the mutant
     */
    Trial(String compiler, Path cases, List<String> operations, List<String> right, int counted) {
        this.compiler = compiler;
        this.cases = cases;
        this.operations = operations;
        this.right = right;
        this.counted = counted;
    }

    /** Has a source compiled; false where it does not. */
    static boolean compile(String compiler, Path source, Path program) throws IOException, InterruptedException {
        return new ProcessBuilder(compiler, "-std=c99", "-w", "-O0", "-o", program.toString(), source.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** What becomes of a mutant; empty where it does not compile. */
    Optional<Verdict> of(Path sources, Path program) throws IOException, InterruptedException {
        if (!compile(compiler, sources.resolve("biograd.c"), program)) {
            return Optional.empty();
        }
        Process process = start(program, cases);
        String by = Verdict.NOTHING;
        int deciding = 0;
        try (BufferedReader out = lines(process)) {
            for (int n = 0; n < right.size() && (n < counted || by.equals(Verdict.NOTHING)); n++) {
                String line = out.readLine();
                if (!right.get(n).equals(line)) {
                    by = by.equals(Verdict.NOTHING) ? operations.get(n) : by;
                    deciding += n < counted ? 1 : 0;
                }
                if (line == null) {
                    deciding += Math.max(0, counted - 1 - n);
                    break;
                }
            }
            return Optional.of(new Verdict(by, deciding));
        } finally {
            process.destroyForcibly();
            process.waitFor();
            Files.deleteIfExists(program);
        }
    }

    private static Process start(Path program, Path cases) throws IOException {
        return new ProcessBuilder("sh", "-c", "ulimit -t " + MOST_SECONDS + "; exec \"$0\"", program.toString())
                .redirectInput(cases.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What a program answers to a file of cases. */
    static List<String> answers(Path program, Path cases) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = lines(start(program, cases))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
