package org.biograd.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.strength.Measured.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of the faults that a machine puts into the sample in C the kit finds. Measuring takes long, and is done in
 * the profile {@code strength} alone ({@code mvn -Pstrength -pl proofs-tests -am test -Dbiograd.regenerate=true}); a
 * plain build holds the page against what was measured, and refuses a measurement of another sample or other cases.
 */
class StrengthTest {

    private static final Path PAGE = SpecText.root().resolve("spec/text/strength.md");
    private static final Path SAMPLES = SpecText.root().resolve("spec/samples/c");
    private static final boolean REGENERATE = Boolean.getBoolean("biograd.regenerate");
    private static final boolean WHOLE = Boolean.getBoolean("biograd.strength");
    private static final int CASES = Integer.getInteger("biograd.strength.cases", 1000);
    private static final int EVERY = Integer.getInteger("biograd.strength.every", 7);

    /** The least share of mutants that are not equivalent and are found. */
    private static final double LEAST = 0.98;

    @TempDir
    private Path folder;

    @Test
    void machineMadeFaultsAreFound() throws Exception {
        if (!WHOLE) {
            System.out.println("SKIPPED: mvn -Pstrength measures the strength of the kit; it takes long.");
        }
        assumeTrue(WHOLE, "profile strength");
        Optional<String> compiler =
                Stream.of("cc", "gcc", "clang").filter(StrengthTest::runs).findFirst();
        if (compiler.isEmpty()) {
            System.out.println("SKIPPED: no C compiler here (cc, gcc, clang), so the kit's strength was not measured.");
        }
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        Measured measured = measure(new Strength(compiler.get(), SAMPLES, folder, CASES));
        if (REGENERATE) {
            measured.write();
            Files.writeString(PAGE, StrengthPage.of(measured, equivalent()));
        }
        requireStrong(measured);
    }

    static Measured measure(Strength strength) throws IOException, InterruptedException {
        Map<String, String> equivalent = equivalent();
        List<Fault> faults = new ArrayList<>();
        List<Mutant> mutants = strength.mutants(EVERY);
        for (int n = 0; n < mutants.size(); n++) {
            Mutant mutant = mutants.get(n);
            String key = mutant.key(strength.lineOf(mutant));
            if (equivalent.containsKey(key)) {
                continue;
            }
            Optional<Trial.Verdict> verdict = strength.verdict(mutant);
            if (verdict.isPresent()) {
                faults.add(new Fault(key, mutant.kind(), mutant.right(), mutant.clauses(), verdict.get()));
                if (!verdict.get().found()) {
                    System.out.println("survives: " + key);
                }
            }
            if (n % 50 == 0) {
                System.out.println("strength: " + n + " of " + mutants.size());
            }
        }
        return new Measured(Measured.inputsNow(), CASES, strength.casesByClause(), faults);
    }

    private static void requireStrong(Measured measured) {
        int all = measured.faults().size();
        long found = measured.faults().stream()
                .filter(fault -> fault.verdict().found())
                .count();
        assertTrue(all >= 400, all + " faults are too few");
        assertTrue(
                found >= LEAST * all, (all - found) + " of " + all + " faults survive " + measured.cases() + " cases");
    }

    @Test
    void whatWasMeasuredIsOfThisSampleAndTheseCases() throws IOException {
        assumeTrue(!WHOLE, "it is measured anew");
        assumeMeasured();
        Measured measured = Measured.read();
        assertEquals(
                Measured.inputsNow(),
                measured.inputs(),
                "the sample in C or the cases have changed: measure the kit (CONTRIBUTING.md)");
        String page = StrengthPage.of(measured, equivalent());
        if (REGENERATE) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "-Dbiograd.regenerate=true renews the page");
    }

    @Test
    void everyEquivalentFaultIsOneOfThisSample() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String file : Strength.ALL_FILES) {
            sources.put(file, Files.readString(SAMPLES.resolve(file)));
        }
        List<String> keys = Strength.mutants(sources, 1).stream()
                .map(mutant -> mutant.key(sources.get(mutant.file()).split("\n", -1)[mutant.line() - 1]))
                .toList();
        List<String> gone = equivalent().keySet().stream()
                .filter(key -> !keys.contains(key))
                .toList();
        assertEquals(List.of(), gone, "equivalent.tsv names faults that the machine does not make");
    }

    @Test
    void everyClauseIsAskedOrSaidWhyNot() throws IOException {
        assumeMeasured();
        Set<String> clauses = SpecText.clauses().keySet();
        Set<String> asked = Measured.read().casesByClause().keySet();
        Set<String> unreached = Unreached.of(clauses);
        assertEquals(
                List.of(),
                clauses.stream()
                        .filter(c -> asked.contains(c) == unreached.contains(c))
                        .toList());
        assertTrue(clauses.containsAll(asked), "cases name clauses that there are");
    }

    private static void assumeMeasured() {
        if (!Measured.isThere()) {
            System.out.println("SKIPPED: the kit's strength has not been measured yet (CONTRIBUTING.md).");
        }
        assumeTrue(Measured.isThere(), "nothing is measured");
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
}
