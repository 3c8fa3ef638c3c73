package org.biograd.strength;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.generate.CaseBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of the faults that a machine puts into the sample in C the kit finds. It takes minutes, and runs in the
 * profile {@code strength} alone ({@code mvn -Pstrength -pl proofs-tests -am test}), which writes the page anew.
 */
class StrengthTest {

    private static final Path PAGE = SpecText.root().resolve("spec/text/strength.md");
    private static final Path SAMPLES = SpecText.root().resolve("spec/samples/c");
    private static final boolean WHOLE = Boolean.getBoolean("biograd.strength");
    private static final int CASES = Integer.getInteger("biograd.strength.cases", 1000);
    private static final int EVERY = Integer.getInteger("biograd.strength.every", 5);

    /** The least share of mutants that are not equivalent and are found. */
    private static final double LEAST = 0.98;

    @TempDir
    private Path folder;

    @Test
    void machineMadeFaultsAreFound() throws Exception {
        if (!WHOLE) {
            System.out.println("SKIPPED: mvn -Pstrength measures the strength of the kit; it takes minutes.");
        }
        assumeTrue(WHOLE, "profile strength");
        Optional<String> compiler =
                Stream.of("cc", "gcc", "clang").filter(StrengthTest::runs).findFirst();
        if (compiler.isEmpty()) {
            System.out.println("SKIPPED: no C compiler here (cc, gcc, clang), so the kit's strength was not measured.");
        }
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        Map<String, String> equivalent = equivalent();
        Strength strength = new Strength(compiler.get(), SAMPLES, folder, CASES);
        List<Mutant> mutants = strength.mutants(EVERY);
        Map<Mutant, String> found = strength.found(mutants);
        List<Mutant> asked = mutants.stream()
                .filter(mutant -> !"it does not compile".equals(found.get(mutant)))
                .toList();
        List<Mutant> surviving =
                asked.stream().filter(mutant -> !found.containsKey(mutant)).toList();
        List<Mutant> open = surviving.stream()
                .filter(mutant -> !equivalent.containsKey(mutant.key(strength.lineOf(mutant))))
                .toList();
        open.forEach(mutant -> System.out.println("survives: " + mutant.key(strength.lineOf(mutant)) + "   [line "
                + mutant.line() + ", " + mutant.clauses() + "]"));
        int decidable = asked.size() - (surviving.size() - open.size());
        System.out.println(asked.size() + " mutants, " + (surviving.size() - open.size()) + " equivalent, "
                + open.size() + " survive");
        Files.writeString(PAGE, page(strength, asked, found, surviving, equivalent));
        assertTrue(
                decidable - open.size() >= LEAST * decidable,
                open.size() + " of " + decidable + " mutants survive " + CASES + " cases per operation");
    }

    private static boolean runs(String compiler) {
        try {
            return new ProcessBuilder(compiler, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Mutants that compute the same, with the reason; a tab divides the two. */
    static Map<String, String> equivalent() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (var in = StrengthTest.class.getResourceAsStream("equivalent.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split("\t", 2);
                if (parts.length == 2) {
                    reasons.put(parts[0], parts[1]);
                }
            }
        }
        return reasons;
    }

    /** How many cases name each clause, of so many per operation beyond the directed ones. */
    private static Map<String, Integer> casesByClause(int random) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String op : Generators.operations()) {
            CaseStream stream =
                    Generators.stream(op, random <= 1 ? Generators.directed(op) : random, 1, null, CaseBounds.NONE);
            while (stream.advance()) {
                stream.clauses().forEach(clause -> counts.merge(clause, 1, Integer::sum));
            }
        }
        return counts;
    }

    static String page(
            Strength strength,
            List<Mutant> asked,
            Map<Mutant, String> found,
            List<Mutant> surviving,
            Map<String, String> equivalent) {
        List<String> lines = new ArrayList<>(List.of(
                "# The strength of the kit",
                "",
                "Generated: do not edit. `mvn -q -B -Pstrength -pl proofs-tests -am test` writes it anew, in minutes.",
                "",
                "A passing run of `biograd conform` says as much as the cases decide. To measure that, a machine",
                "puts faults into the [sample in C](../samples/c), one at a time: another operator, comparison,",
                "constant, width,",
                "parameter, stream or index of a draw, rounding, or a statement left out. Each is asked " + CASES
                        + " cases per",
                "operation, seed 1; of all faults that the machine can make, every fifth is tried.",
                ""));
        long open = surviving.stream()
                .filter(mutant -> !equivalent.containsKey(mutant.key(strength.lineOf(mutant))))
                .count();
        long decidable = asked.size() - (surviving.size() - open);
        lines.add("| faults that compile | equivalent | found | not found | share found |");
        lines.add("|---:|---:|---:|---:|---:|");
        lines.add("| " + asked.size() + " | " + (surviving.size() - open) + " | " + (decidable - open) + " | " + open
                + " | " + String.format(java.util.Locale.ROOT, "%.1f", 100.0 * (decidable - open) / decidable)
                + " % |");
        lines.add("");
        lines.add("## By kind");
        lines.add("");
        table(lines, "kind", asked, found, Mutant::kind);
        lines.add("## What is not found");
        lines.add("");
        lines.add("| line of the sample | change |");
        lines.add("|---|---|");
        for (Mutant mutant : surviving) {
            if (!equivalent.containsKey(mutant.key(strength.lineOf(mutant)))) {
                lines.add("| " + mutant.file() + " `"
                        + cell(strength.lineOf(mutant).strip()) + "` | `" + cell(mutant.right()) + "` to `"
                        + cell(mutant.wrong()) + "` |");
            }
        }
        lines.add("");
        lines.add("## What is equivalent");
        lines.add("");
        lines.add("These compute the same, for the reason given.");
        lines.add("");
        lines.add("| line of the sample | change | why |");
        lines.add("|---|---|---|");
        for (Mutant mutant : surviving) {
            String why = equivalent.get(mutant.key(strength.lineOf(mutant)));
            if (why != null) {
                lines.add("| " + mutant.file() + " `"
                        + cell(strength.lineOf(mutant).strip()) + "` | `" + cell(mutant.right()) + "` to `"
                        + cell(mutant.wrong()) + "` | " + why + " |");
            }
        }
        lines.add("");
        lines.add("## By clause");
        lines.add("");
        lines.add("Cases that name the clause, of " + CASES + " per operation, and faults in the code that bears it.");
        lines.add("");
        lines.add("| clause | cases | faults | found |");
        lines.add("|---|---:|---:|---:|");
        for (Map.Entry<String, Integer> clause : casesByClause(CASES).entrySet()) {
            List<Mutant> own = asked.stream()
                    .filter(mutant -> List.of(mutant.clauses().split(", ")).contains(clause.getKey()))
                    .toList();
            lines.add("| " + clause.getKey() + " | " + clause.getValue() + " | " + own.size() + " | "
                    + own.stream().filter(found::containsKey).count() + " |");
        }
        lines.add("");
        lines.add("## Clauses that no case names");
        lines.add("");
        lines.add("| clauses | why |");
        lines.add("|---|---|");
        Unreached.REASONS.forEach((clauses, why) -> lines.add("| " + clauses + " | " + why + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static void table(
            List<String> lines,
            String title,
            List<Mutant> asked,
            Map<Mutant, String> found,
            java.util.function.Function<Mutant, String> by) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Mutant mutant : asked) {
            int[] count = counts.computeIfAbsent(by.apply(mutant), none -> new int[2]);
            count[0]++;
            count[1] += found.containsKey(mutant) ? 1 : 0;
        }
        lines.add("| " + title + " | faults | found |");
        lines.add("|---|---:|---:|");
        counts.forEach((name, count) -> lines.add("| " + name + " | " + count[0] + " | " + count[1] + " |"));
        lines.add("");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
