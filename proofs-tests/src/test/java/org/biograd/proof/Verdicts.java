package org.biograd.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.biograd.house.SpecText;

/** What the last run of all proofs found, kept in a file: a claim a line. */
final class Verdicts {

    /**
     * A proof that was found.
     *
     * @param digest of the questions that were decided
     * @param second the second solver that has decided them too, or {@code open}, or {@code -} where none was asked
     * @param counterexample to the planted fault
     */
    record Verdict(String digest, String second, String counterexample) {}

    private static final Path FILE =
            SpecText.root().resolve("proofs-tests/src/test/resources/org/biograd/proof/verdicts.tsv");

    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

    static Verdicts read() {
        Verdicts all = new Verdicts();
        if (!Files.isRegularFile(FILE)) {
            return all;
        }
        try {
            for (String line : Files.readAllLines(FILE)) {
                String[] cells = line.split("\t", -1);
                if (cells.length != 4) {
                    throw new IllegalStateException(FILE + ": a line has " + cells.length + " cells, not 4: " + line);
                }
                all.verdicts.put(cells[0], new Verdict(cells[1], cells[2], cells[3]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    void write() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        verdicts.forEach((name, v) -> text.add(String.join("\t", name, v.digest(), v.second(), v.counterexample())));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String name, Verdict verdict) {
        verdicts.put(name, verdict);
    }

    /** The verdict on a claim; null where there is none. */
    Verdict of(String name) {
        return verdicts.get(name);
    }
}
