package org.biograd.strength;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.house.SpecText;

/**
 * What was measured, as a table that the page is made of.
 *
 * @param inputs the SHA-256 of what it depends on: the sample's sources and the golden set, which stands for the cases
 * @param cases of each operation
 * @param casesByClause how many cases name each clause
 * @param faults each that compiles and is not equivalent
 */
record Measured(String inputs, int cases, Map<String, Integer> casesByClause, List<Fault> faults) {

    /**
     * A fault and what became of it.
     *
     * @param key names it by file, line, place, and what stands there for what
     * @param kind of change
     * @param right what stands there
     * @param clauses of the code around it
     * @param verdict what found it
     */
    record Fault(String key, String kind, String right, String clauses, Trial.Verdict verdict) {}

    private static final Path FILE =
            SpecText.root().resolve("proofs-tests/src/test/resources/org/biograd/strength/measured.tsv");

    /** What the measurement depends on, as it is now. */
    static String inputsNow() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : Strength.ALL_FILES) {
                digest.update(Files.readAllBytes(
                        SpecText.root().resolve("spec/samples/c").resolve(file)));
            }
            digest.update(Files.readAllBytes(
                    SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/manifest.json")));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether anything was measured. */
    static boolean isThere() {
        return Files.exists(FILE);
    }

    /** Reads what was measured last. */
    static Measured read() throws IOException {
        Map<String, Integer> clauses = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        String inputs = "";
        int cases = 0;
        for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
            String[] field = line.split("\t", -1);
            switch (field[0]) {
                case "inputs" -> inputs = field[1];
                case "cases" -> cases = Integer.parseInt(field[1]);
                case "clause" -> clauses.put(field[1], Integer.parseInt(field[2]));
                default ->
                    faults.add(new Fault(
                            field[1],
                            field[2],
                            field[3],
                            field[4],
                            new Trial.Verdict(field[5], Integer.parseInt(field[6]))));
            }
        }
        return new Measured(inputs, cases, clauses, faults);
    }

    /** Keeps it. */
    void write() throws IOException {
        StringBuilder text = new StringBuilder("inputs\t" + inputs + "\ncases\t" + cases + "\n");
        casesByClause.forEach((clause, count) -> text.append("clause\t")
                .append(clause)
                .append('\t')
                .append(count)
                .append('\n'));
        for (Fault fault : faults) {
            text.append(String.join(
                            "\t",
                            "fault",
                            fault.key,
                            fault.kind,
                            fault.right,
                            fault.clauses,
                            fault.verdict.by(),
                            Integer.toString(fault.verdict.deciding())))
                    .append('\n');
        }
        Files.writeString(FILE, text);
    }
}
