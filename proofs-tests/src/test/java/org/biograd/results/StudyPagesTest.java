package org.biograd.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biograd.data.DataFolder;
import org.biograd.house.SpecText;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.Sweep;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Planner;
import org.biograd.study.sweep.plan.Study;
import org.biograd.study.sweep.plan.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The studies that come with the project: their files give the points of their tables, and their pages quote these. */
class StudyPagesTest {

    private static final Path STUDIES = SpecText.root().resolve("spec/results/studies");

    @TempDir
    private Path folder;

    private static Study study(String name, String more) throws IOException {
        return StudyReader.read(name, Files.readString(STUDIES.resolve(name + ".study")) + more, Profiles::shipped);
    }

    private static List<List<String>> table(String name) throws IOException {
        return Files.readAllLines(STUDIES.resolve(name + ".csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"words, 61, 19", "rounding, 22, 13", "saturation, 26, 20"})
    void filesGiveThePointsAndPagesQuoteThem(String name, int count, int quoted) throws IOException {
        Study study = study(name, "");
        Plan plan = Planner.plan(study, Shape.of(64, 64, 10));
        List<List<String>> table = table(name);
        assertEquals(count, plan.points().size());
        assertEquals(count, table.size() - 1);
        List<String> head = table.get(0);
        for (int p = 0; p < count; p++) {
            List<String> row = table.get(p + 1);
            assertEquals(Integer.toString(p), row.get(0));
            assertEquals(
                    new ArrayList<>(plan.points().get(p).levels().values()),
                    row.subList(1, 1 + study.keys().size()),
                    "point " + p);
        }
        int found = 0;
        for (String line : Files.readAllLines(SpecText.root().resolve("spec/text/study-" + name + ".md"))) {
            if (line.matches("\\| [0-9]+ \\|.*")) {
                found++;
                String[] cells = line.substring(1).split("\\|");
                List<String> row = table.get(Integer.parseInt(cells[0].strip()) + 1);
                assertEquals(fixed(row.get(head.indexOf("accuracy_mean"))), cells[2].strip(), line);
                String difference = fixed(row.get(head.indexOf("difference_mean")));
                assertEquals(difference, cells[3].strip().replaceFirst("^\\+|^-(?=0\\.0$)", ""), line);
                assertEquals(row.get(head.indexOf("gained")), cells[4].strip(), line);
                assertEquals(row.get(head.indexOf("lost")), cells[5].strip(), line);
                double p = Double.parseDouble(row.get(head.indexOf("p_holm")));
                assertEquals(p, Double.parseDouble(cells[6].strip()), 0.06 * p, line);
            }
        }
        assertEquals(quoted, found, "rows of the page");
    }

    private static String fixed(String number) {
        return new BigDecimal(number)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replaceFirst("^-(?=0\\.0$)", "");
    }

    /** The base of all three, trained anew. */
    @Test
    void theBaseIsReproduced() throws IOException {
        String text = Files.readString(STUDIES.resolve("saturation.study"))
                .replaceAll("(?m)^e[a-z]+\\.[a-zA-Z]+ .*$", "")
                .replace("probes     = 5", "probes     = 0");
        Study base = StudyReader.read("base", text + "error.dendriteBits = 16\n", Profiles::shipped);
        StudyResult result = new Sweep(base, DataFolder.read("digits"), 1, 1)
                .run(folder.resolve("log"), 2, ProgressListener.NONE)
                .orElseThrow();
        assertEquals(1, result.plan().points().size());
        String mean = String.format(
                Locale.ROOT, "%.4f", PointSummary.of(result).get(0).mean());
        for (String name : List.of("words", "rounding", "saturation")) {
            List<List<String>> table = table(name);
            String kept = table.get(1).get(table.get(0).indexOf("accuracy_mean"));
            assertTrue(Math.abs(Double.parseDouble(kept) - Double.parseDouble(mean)) < 0.001, name + ": " + mean);
        }
    }
}
