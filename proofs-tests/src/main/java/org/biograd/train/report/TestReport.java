package org.biograd.train.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biograd.io.AtomicFile;
import org.biograd.io.OutputFolder;
import org.biograd.model.Model;
import org.biograd.report.Columns;
import org.biograd.report.Figure;
import org.biograd.report.Figures;
import org.biograd.report.JsonText;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;
import org.biograd.report.ReportOutcome;
import org.biograd.train.TestResult;

/** What a test has found, as files and as text. */
public final class TestReport {

    private static final String JSON = "test.json";
    private static final String PAGE = "test.html";
    private static final int WIDTH = 110;
    private static final int MOST_CLASSES = 16;

    private TestReport() {}

    /**
     * Opens a folder for the files of a test, made where it is not there yet, and tries whether it can be written.
     *
     * @throws IOException where it is none, cannot be made or cannot be written, or where a folder stands in a
     *     report file's place
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, JSON, PAGE);
    }

    /**
     * Writes numbers and page; each is there whole or not at all.
     *
     * @throws IOException where a file cannot be written
     */
    public static ReportOutcome write(OutputFolder folder, TestResult result) throws IOException {
        Page page = page(result);
        AtomicFile.write(folder.file(JSON), json(result));
        AtomicFile.write(folder.file(PAGE), page.text());
        return new ReportOutcome(folder.file(PAGE), page.plotsMissing());
    }

    private static String subject(TestResult result) {
        Model model = result.model();
        return model.shape() + ", profile " + model.profile().name() + ", seed " + Long.toUnsignedString(model.seed());
    }

    private static String share(TestResult result) {
        return Numbers.fixed(result.accuracy(), 2) + " % of " + Numbers.count(result.samples()) + " samples";
    }

    private static Page page(TestResult result) {
        PageTable classes = new PageTable("Class", "#Samples", "#Predicted", "#Right", "#Precision, %", "#Recall, %");
        for (int c = 0; c < result.classes(); c++) {
            classes.row((Object[]) cells(result, c));
        }
        return new Page("test.jte")
                .with(Figures.draw(() -> {
                    List<Figure> figures = new ArrayList<>(List.of(ConfusionMap.figure(result)));
                    WeightImages.figure(result.model()).ifPresent(figures::add);
                    return figures;
                }))
                .with("result", result)
                .with("subject", subject(result))
                .with("share", share(result))
                .with("classes", classes);
    }

    private static String[] cells(TestResult result, int c) {
        return new String[] {
            Integer.toString(c),
            Numbers.count(result.samples(c)),
            Numbers.count(result.predicted(c)),
            Numbers.count(result.confusion()[c][c]),
            Numbers.fixed(result.precision(c), 2),
            Numbers.fixed(result.recall(c), 2)
        };
    }

    /** The short tables for a terminal, every line ended by the line separator of the platform. */
    public static String text(TestResult result) {
        Columns facts = new Columns(true);
        facts.row("network", subject(result));
        facts.row("data", result.data());
        facts.row("test accuracy", share(result));
        facts.row("digest", result.digest());
        List<String> lines = new ArrayList<>(facts.lines(WIDTH));
        lines.add("");
        Columns classes = new Columns(false);
        classes.row("class", "samples", "predicted", "right", "precision, %", "recall, %");
        for (int c = 0; c < result.classes(); c++) {
            classes.row(cells(result, c));
        }
        lines.addAll(classes.lines(WIDTH));
        if (result.classes() <= MOST_CLASSES) {
            lines.add("");
            lines.addAll(confusion(result));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> confusion(TestResult result) {
        Columns table = new Columns(false);
        String[] head = new String[result.classes() + 1];
        head[0] = "class, predicted";
        for (int p = 0; p < result.classes(); p++) {
            head[p + 1] = Integer.toString(p);
        }
        table.row(head);
        for (int c = 0; c < result.classes(); c++) {
            String[] row = new String[result.classes() + 1];
            row[0] = Integer.toString(c);
            for (int p = 0; p < result.classes(); p++) {
                row[p + 1] = result.confusion()[c][p] == 0 ? "." : Integer.toString(result.confusion()[c][p]);
            }
            table.row(row);
        }
        return table.lines(WIDTH);
    }

    /** Everything as JSON. */
    public static String json(TestResult result) {
        return JsonText.of(json -> write(json, result));
    }

    private static void write(JsonGenerator json, TestResult result) throws IOException {
        json.writeStartObject();
        NetworkFields.write(json, result.data(), result.model());
        json.writeNumberField("testSamples", result.samples());
        json.writeNumberField("testRight", result.right());
        JsonText.number(json, "testAccuracy", result.accuracy());
        json.writeArrayFieldStart("classes");
        for (int c = 0; c < result.classes(); c++) {
            json.writeStartObject();
            json.writeNumberField("class", c);
            json.writeNumberField("samples", result.samples(c));
            json.writeNumberField("predicted", result.predicted(c));
            JsonText.number(json, "precision", result.precision(c));
            JsonText.number(json, "recall", result.recall(c));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("confusion");
        for (int[] row : result.confusion()) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("feedbackAnglesDegrees");
        for (double angle : result.feedbackAngles()) {
            JsonText.number(json, angle);
        }
        json.writeEndArray();
        json.writeStringField("weightsDigest", result.digest());
        json.writeEndObject();
    }
}
