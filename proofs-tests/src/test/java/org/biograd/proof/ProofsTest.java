package org.biograd.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.proof.prove.Case;
import org.biograd.proof.prove.Cases;
import org.biograd.proof.prove.Lemma;
import org.biograd.proof.prove.SecondSolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves every claim and refutes its planted fault; the slow ones in the profile {@code proofs} alone, where a second
 * solver is asked too ({@code -Dbiograd.proofs=changed}: only those whose questions or faults the verdicts in the files
 * are not of). Of a slow one, a build without that profile still tries random inputs, and makes sure that the verdict
 * in the files is of the code that it builds.
 */
class ProofsTest {

    private static final boolean CHANGED = "changed".equals(System.getProperty("biograd.proofs"));
    private static final boolean ALL = CHANGED || "all".equals(System.getProperty("biograd.proofs"));
    private static final boolean REGENERATE = Boolean.getBoolean("biograd.regenerate");
    private static final int EXAMPLES = ALL ? 3000 : 100;

    private static final Verdicts FOUND = new Verdicts();
    private static final Verdicts KNOWN = Verdicts.read();

    @BeforeAll
    static void sayWhatIsSkipped() {
        if (ALL && !SecondSolver.isInstalled()) {
            System.out.println("ProofsTest: cvc5 is not installed, no second solver checks the proofs");
        }
        if (!ALL) {
            System.out.println("ProofsTest: "
                    + Cases.all().stream().filter(c -> c.proof().slow()).count()
                    + " slow proofs are left to the profile proofs");
        }
    }

    @TestFactory
    Stream<DynamicTest> lemmas() {
        return Arrays.stream(Lemma.values())
                .map(lemma -> DynamicTest.dynamicTest(
                        lemma.sentence(), () -> assertTrue(lemma.isProven(), lemma.sentence())));
    }

    @TestFactory
    Stream<DynamicTest> claims() {
        Stream<DynamicTest> claims = Cases.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> decide(c)));
        return Stream.concat(claims, Stream.of(DynamicTest.dynamicTest("page", ProofsTest::page)));
    }

    private static void decide(Case claim) {
        assertNotNull(claim.planted(), claim + " has no planted fault: it may prove anything");
        claim.tryOut(EXAMPLES);
        if (!ALL && (claim.proof().slow() || claim.proof().open())) {
            return;
        }
        Verdicts.Verdict known = KNOWN.of(claim.name());
        if (CHANGED && known != null && known.digest().equals(claim.digest())) {
            FOUND.put(claim.name(), known);
            return;
        }
        boolean open = claim.proof().open();
        if (!open) {
            claim.prove();
        }
        String counterexample = claim.refute();
        if (ALL) {
            boolean asked = !open && SecondSolver.isInstalled();
            String second = asked ? SecondSolver.decide(claim.questions()) : "-";
            FOUND.put(claim.name(), new Verdicts.Verdict(claim.digest(), second, counterexample));
        }
    }

    /** A run of all proofs with {@code -Dbiograd.regenerate=true} writes verdicts and page anew. */
    private static void page() throws IOException {
        if (ALL && REGENERATE) {
            FOUND.write();
        }
        Verdicts verdicts = Verdicts.read();
        for (Case claim : Cases.all()) {
            Verdicts.Verdict verdict = verdicts.of(claim.name());
            String renew = "; mvn -Pproofs verify -Dbiograd.regenerate=true proves and writes anew";
            assertNotNull(verdict, claim + " has no verdict" + renew);
            assertEquals(verdict.digest(), claim.digest(), claim + ": the verdict is of other code" + renew);
        }
        String expected = ProofPage.text(verdicts);
        Path page = SpecText.root().resolve("spec/text/proofs.md");
        if (REGENERATE) {
            Files.writeString(page, expected);
        }
        assertEquals(expected, Files.readString(page), page + " is out of date");
    }

    @Test
    void everyClauseThatIsProvenExists() {
        Map<String, SpecText.Text> clauses = SpecText.clauses();
        Set<String> stray = new TreeSet<>();
        Cases.all().forEach(c -> stray.addAll(Arrays.asList(c.proof().clauses())));
        stray.removeAll(clauses.keySet());
        assertEquals(Set.of(), stray, "the spec has no such clause");
    }
}
