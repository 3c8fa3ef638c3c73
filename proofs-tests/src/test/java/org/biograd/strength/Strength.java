package org.biograd.strength;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.generate.CaseBounds;

/** Asks mutants of the sample in C every operation, and keeps what finds each. */
final class Strength {

    static final List<String> FILES = List.of("biograd.c", "network.h", "files.h", "chip.h");
    private static final List<String> ALL_FILES = List.of("biograd.c", "network.h", "files.h", "chip.h", "json.h");

    private final Path folder;
    private final Map<String, String> sources = new TreeMap<>();
    private final Trial trial;

    /**
     * Prepares the cases.
     *
     * @param samples the folder of the sample
     * @param folder for what is made
     * @param cases of each operation
     */
    Strength(String compiler, Path samples, Path folder, int cases) throws IOException, InterruptedException {
        this.folder = folder;
        for (String file : ALL_FILES) {
            sources.put(file, Files.readString(samples.resolve(file)));
        }
        Path questions = folder.resolve("cases.jsonl");
        List<String> operations = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(questions, StandardCharsets.UTF_8)) {
            List<CaseStream> streams = new ArrayList<>();
            for (String op : Generators.operations()) {
                streams.add(Generators.stream(op, cases, 1, null, CaseBounds.NORMATIVE));
            }
            // In turn, so that a mutant seldom has to be asked everything.
            for (int n = 0; n < cases; n++) {
                for (CaseStream stream : streams) {
                    if (stream.advance()) {
                        out.write(CaseJson.mapper().writeValueAsString(stream.question()));
                        out.write('\n');
                        operations.add(stream.op());
                    }
                }
            }
        }
        Path program = folder.resolve("right");
        Process compiling = new ProcessBuilder(
                        compiler,
                        "-std=c99",
                        "-O1",
                        "-o",
                        program.toString(),
                        samples.resolve("biograd.c").toString())
                .inheritIO()
                .start();
        if (compiling.waitFor() != 0) {
            throw new IOException("the sample does not compile");
        }
        trial = new Trial(compiler, questions, operations, Trial.answers(program, questions));
    }

    /** The mutants of every source; of every so manieth line of them where there are too many. */
    List<Mutant> mutants(int every) {
        List<Mutant> all = new ArrayList<>();
        for (String file : FILES) {
            all.addAll(Mutants.of(file, sources.get(file)));
        }
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    String lineOf(Mutant mutant) {
        return sources.get(mutant.file()).split("\n", -1)[mutant.line() - 1];
    }

    /** What finds each of some mutants; nothing of those that nothing finds. */
    Map<Mutant, String> found(List<Mutant> mutants) {
        Map<Mutant, String> found = new ConcurrentHashMap<>();
        AtomicInteger number = new AtomicInteger();
        mutants.parallelStream().forEach(mutant -> {
            int own = number.incrementAndGet();
            try {
                Path of = Files.createDirectories(folder.resolve("mutant" + own));
                for (String file : ALL_FILES) {
                    String source = sources.get(file);
                    Files.writeString(
                            of.resolve(file), file.equals(mutant.file()) ? Mutants.plant(mutant, source) : source);
                }
                Optional<String> by = trial.of(of, of.resolve("program"));
                by.ifPresent(operation -> found.put(mutant, operation));
                if (own % 50 == 0) {
                    System.out.println("strength: " + own + " of " + mutants.size());
                }
                for (String file : ALL_FILES) {
                    Files.delete(of.resolve(file));
                }
            } catch (IOException e) {
                throw new IllegalStateException(mutant.toString(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        return found;
    }
}
