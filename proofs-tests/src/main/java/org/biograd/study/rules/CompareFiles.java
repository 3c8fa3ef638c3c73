package org.biograd.study.rules;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.biograd.data.TrainingAndTest;
import org.biograd.io.AtomicFile;
import org.biograd.io.CsvText;
import org.biograd.io.OutputFolder;
import org.biograd.io.ProgressListener;
import org.biograd.report.JsonText;
import org.biograd.report.Numbers;
import org.biograd.spec.Shape;

/** The files of a comparison: table, CSV, JSON and plots, and the finished trainings in a folder of their own. */
public final class CompareFiles {

    private static final String TABLE = "rules.md";
    private static final String CSV = "rules.csv";
    private static final String JSON = "rules.json";
    private static final String TRIALS = "trainings";

    private CompareFiles() {}

    /**
     * Opens the folder.
     *
     * @throws IOException where it cannot be written
     */
    public static OutputFolder open(Path folder) throws IOException {
        return OutputFolder.open(folder, TABLE, CSV, JSON);
    }

    /**
     * Compares, and writes all files.
     *
     * @return the table
     * @throws IOException where a file cannot be written
     */
    public static String write(
            Comparison comparison,
            CompareSettings settings,
            TrainingAndTest data,
            OutputFolder folder,
            int threads,
            ProgressListener progress)
            throws IOException {
        CompareResult result = comparison.run(new TrialFiles(folder.file(TRIALS)), threads, progress);
        progress.finished();
        Shape shape = Shape.of(
                data.training().inputs(), settings.hidden(), data.training().classes());
        List<CompareResult.Row> rows = result.rows(shape);
        String table = CompareTable.of(result, rows, shape.toString());
        AtomicFile.write(folder.file(TABLE), table);
        AtomicFile.write(folder.file(CSV), csv(rows));
        AtomicFile.write(folder.file(JSON), json(result, rows, shape));
        for (Map.Entry<String, byte[]> plot : ComparePlots.of(result, rows).entrySet()) {
            AtomicFile.write(folder.file(plot.getKey()), out -> out.write(plot.getValue()));
        }
        return table;
    }

    /** A line a training. */
    private static String csv(List<CompareResult.Row> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CsvText.FORMAT)) {
            printer.printRecord(
                    "rule",
                    "class",
                    "weight_bits",
                    "seed",
                    "test_right",
                    "test_samples",
                    "state_bits",
                    "state_bits_per_synapse",
                    "products_per_sample",
                    "products_dense",
                    "additions_per_sample",
                    "additions_dense",
                    "divisions_per_sample",
                    "roundings_per_sample",
                    "digest");
            for (CompareResult.Row row : rows) {
                for (TrialResult trial : row.trials()) {
                    printer.printRecord(
                            trial.rule(),
                            row.card().family(),
                            trial.weightBits(),
                            trial.seed(),
                            trial.testRight(),
                            trial.testSamples(),
                            row.words().bits(),
                            row.words().perSynapse(),
                            Numbers.json(trial.perSample("product", false)),
                            Numbers.json(trial.perSample("product", true)),
                            Numbers.json(trial.perSample("addition", false)),
                            Numbers.json(trial.perSample("addition", true)),
                            Numbers.json(trial.perSample("division", false)),
                            Numbers.json(trial.perSample("rounding", false)),
                            trial.digest());
                }
            }
        }
        return text.toString();
    }

    private static String json(CompareResult result, List<CompareResult.Row> rows, Shape shape) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("data", result.data());
            json.writeStringField("network", shape.toString());
            json.writeStringField("profile", result.settings().profile().name());
            json.writeNumberField("epochs", result.settings().epochs());
            json.writeNumberField("heldOut", result.settings().validation());
            json.writeArrayFieldStart("rows");
            for (CompareResult.Row row : rows) {
                json.writeStartObject();
                json.writeStringField("rule", row.card().name());
                json.writeStringField("title", row.card().title());
                json.writeStringField("class", row.card().family().name());
                json.writeNumberField("weightBits", row.weightBits());
                json.writeStringField("words", row.words().text());
                json.writeNumberField("stateBits", row.words().bits());
                JsonText.number(json, "testMean", row.mean());
                json.writeArrayFieldStart("trainings");
                for (TrialResult trial : row.trials()) {
                    json.writeStartObject();
                    json.writeNumberField("seed", trial.seed());
                    json.writeNumberField("testRight", trial.testRight());
                    json.writeNumberField("testSamples", trial.testSamples());
                    json.writeArrayFieldStart("validationRight");
                    for (int right : trial.validationRight()) {
                        json.writeNumber(right);
                    }
                    json.writeEndArray();
                    json.writeStringField("digest", trial.digest());
                    json.writeObjectFieldStart("saturations");
                    for (Map.Entry<String, Long> word : trial.saturations().entrySet()) {
                        json.writeNumberField(word.getKey(), word.getValue());
                    }
                    json.writeEndObject();
                    json.writeArrayFieldStart("operations");
                    for (TrialResult.OperationRow operation : trial.operations()) {
                        json.writeStartObject();
                        json.writeStringField("kind", operation.kind());
                        json.writeNumberField("bits", operation.bits());
                        json.writeNumberField("otherBits", operation.otherBits());
                        json.writeNumberField("done", operation.done());
                        json.writeNumberField("dense", operation.dense());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
