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
import java.util.Set;
import java.util.TreeMap;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.generate.CaseBounds;

/** Asks mutants of the sample in C every operation, and keeps what finds each. */
final class Strength {

    /** The sources that faults are put into. */
    static final List<String> FILES = List.of("biograd.c", "network.h", "files.h", "chip.h");

    /** All sources. */
    static final List<String> ALL_FILES = List.of("biograd.c", "network.h", "files.h", "chip.h", "json.h");

    /** Cases per operation of which it is counted how many find a fault. */
    static final int COUNTED = 100;

    /** Kinds of which every fault is tried: each is about one parameter, stream or index. */
    private static final Set<String> WHOLE = Set.of("parameter", "width", "stream");

    private final Path folder;
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, Integer> casesByClause = new TreeMap<>();
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
                        stream.clauses().forEach(clause -> casesByClause.merge(clause, 1, Integer::sum));
                    }
                }
            }
        }
        Path program = folder.resolve("right");
        if (!Trial.compile(compiler, samples.resolve("biograd.c"), program)) {
            throw new IOException("the sample does not compile");
        }
        int counted =
                Math.min(operations.size(), COUNTED * Generators.operations().size());
        trial = new Trial(compiler, questions, operations, Trial.answers(program, questions), counted);
    }

    /** How many cases name each clause. */
    Map<String, Integer> casesByClause() {
        return casesByClause;
    }

    /** The mutants that are tried: all of some kinds, and of all others every so manieth. */
    static List<Mutant> mutants(Map<String, String> sources, int every) {
        List<Mutant> all = new ArrayList<>();
        for (String file : FILES) {
            all.addAll(Mutants.of(file, sources.get(file)));
        }
        List<Mutant> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % every == 0 || WHOLE.contains(all.get(i).kind())) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    List<Mutant> mutants(int every) {
        return mutants(sources, every);
    }

    String lineOf(Mutant mutant) {
        return sources.get(mutant.file()).split("\n", -1)[mutant.line() - 1];
    }

    /** What becomes of a mutant; empty where it does not compile. */
    Optional<Trial.Verdict> verdict(Mutant mutant) throws IOException, InterruptedException {
        Path of = Files.createDirectories(folder.resolve("mutant"));
        for (String file : ALL_FILES) {
            String source = sources.get(file);
            Files.writeString(of.resolve(file), file.equals(mutant.file()) ? Mutants.plant(mutant, source) : source);
        }
        return trial.of(of, of.resolve("program"));
    }
}
