package org.biograd.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.Test;

/** The page on learning rules says what the kept results say. */
class RulesPageTest {

    private static final Path TEXT = SpecText.root().resolve("spec/text");
    private static final Path RESULTS = SpecText.root().resolve("spec/results/rules");

    private static List<String> rows(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| .* \\| [ABC] \\| .*"))
                .toList();
    }

    @Test
    void theTableIsThatOfTheRun() throws IOException {
        assertEquals(rows(RESULTS.resolve("rules.md")), rows(TEXT.resolve("rules.md")), "rows of the table");
    }

    /** Means and spread, a second time from the single trainings. */
    @Test
    void theMeansAreThoseOfTheTrainings() throws IOException {
        Map<String, List<Double>> accuracies = new LinkedHashMap<>();
        try (CSVParser csv = CSVParser.parse(
                Files.readString(RESULTS.resolve("rules.csv")),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord training : csv) {
                double right = 100.0
                        * Integer.parseInt(training.get("test_right"))
                        / Integer.parseInt(training.get("test_samples"));
                accuracies
                        .computeIfAbsent(
                                training.get("rule") + " " + training.get("weight_bits"), k -> new ArrayList<>())
                        .add(right);
            }
        }
        List<String> rows = rows(TEXT.resolve("rules.md"));
        assertEquals(2 * Rules.all().size(), accuracies.size(), "every rule, with weights of two widths");
        assertEquals(accuracies.size(), rows.size());
        int n = 0;
        for (LearningRule rule : Rules.all()) {
            for (int bits : new int[] {8, 16}) {
                List<Double> own = accuracies.get(rule.name() + " " + bits);
                String expected = String.format(
                        Locale.ROOT,
                        "| %d | %.2f | %.2f to %.2f |",
                        bits,
                        own.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                        own.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                        own.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
                assertTrue(rows.get(n).contains(expected), rule.name() + ": " + expected + " in " + rows.get(n));
                n++;
            }
        }
    }
}
