package org.biograd.study.sweep.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.biograd.io.CsvText;
import org.biograd.report.Numbers;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.RunResult;
import org.biograd.study.sweep.StudyResult;

/** The tables of a study, as CSV. */
final class StudyCsv {

    private StudyCsv() {}

    /** The long table: a value a row. Written as it is made: it may be large. */
    static void writeLong(StudyResult result, List<PointSummary> summaries, OutputStream out) throws IOException {
        List<String> head = new ArrayList<>(List.of("point", "seed"));
        head.addAll(result.study().keys());
        head.addAll(List.of("quantity", "signal", "layer", "epoch", "value", "unit"));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CsvText.FORMAT);
        csv.printRecord(head);
        for (PointSummary summary : summaries) {
            for (RunResult run : result.runs(summary.point())) {
                List<Object> place =
                        new ArrayList<>(List.of(summary.point().number(), Long.toUnsignedString(result.seed(run))));
                result.study()
                        .keys()
                        .forEach(key -> place.add(summary.point().levels().get(key)));
                Quantities.of(result, summary, run, value -> print(csv, place, value));
            }
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, List<Object> place, Quantities.Value value) {
        List<Object> row = new ArrayList<>(place);
        row.add(value.quantity().name());
        row.add(value.signal());
        row.add(value.layer() == 0 ? null : value.layer());
        row.add(value.epoch() == 0 ? null : value.epoch());
        row.add(Numbers.json(value.value()));
        row.add(value.quantity().unit());
        try {
            csv.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row per point. */
    static String points(StudyResult result, List<PointSummary> summaries) {
        List<String> head = new ArrayList<>(List.of("point"));
        head.addAll(result.study().keys());
        COLUMNS.forEach(column -> head.add(column.name()));
        return CsvText.of(head, csv -> {
            for (PointSummary summary : summaries) {
                List<Object> row = new ArrayList<>(List.of(summary.point().number()));
                result.study()
                        .keys()
                        .forEach(key -> row.add(summary.point().levels().get(key)));
                for (double value : values(result, summary)) {
                    row.add(Numbers.json(value));
                }
                row.add(summary.chance() ? 1 : 0);
                csv.printRecord(row);
            }
        });
    }

    /** The columns of the table of points, those of the keys apart. */
    static final List<Quantities.Quantity> COLUMNS = List.of(
            new Quantities.Quantity("accuracy_mean", "%", "held-out accuracy at the end, mean over the seeds"),
            new Quantities.Quantity("accuracy_sd", "%", "its standard deviation over the seeds (n - 1)"),
            new Quantities.Quantity(
                    "accuracy_ci95", "%", "half the width of the 95 % interval of the mean (Student's t)"),
            new Quantities.Quantity("difference_mean", "%", "accuracy minus that of the base with the same seed, mean"),
            new Quantities.Quantity("difference_ci95", "%", "half the width of its 95 % interval"),
            new Quantities.Quantity(
                    "gained", "1", "pairs of seed and held-out sample that are right here and wrong at the base"),
            new Quantities.Quantity("lost", "1", "pairs that are wrong here and right at the base"),
            new Quantities.Quantity("p", "1", "two-sided sign test of gained and lost (McNemar, exact)"),
            new Quantities.Quantity("p_holm", "1", "the same adjusted for all points by Holm"),
            new Quantities.Quantity("bits_per_synapse", "bit", "held per forward synapse"),
            new Quantities.Quantity("bits", "bit", "held by the whole network"),
            new Quantities.Quantity("energy", "pJ", "of a training sample on the chip; empty where it does not fit"),
            new Quantities.Quantity("at_chance", "1", "1 where the accuracy is not seen to exceed chance, else 0"));

    private static double[] values(StudyResult result, PointSummary summary) {
        return new double[] {
            summary.mean(),
            summary.spread(),
            summary.halfWidth(),
            summary.meanDifference(),
            summary.differenceHalfWidth(),
            summary.gained(),
            summary.lost(),
            summary.probability(),
            summary.adjusted(),
            summary.state().perSynapse(),
            summary.state().all(),
            summary.energy(result)
        };
    }

    /** What every column and quantity is. */
    static String definitions(StudyResult result) {
        return CsvText.of(List.of("table", "name", "unit", "definition"), csv -> {
            csv.printRecord("both", "point", "1", "number of the point, 0 for the base");
            csv.printRecord("study.csv", "seed", "1", "seed of the training");
            for (String key : result.study().keys()) {
                csv.printRecord("both", key, "1", "value of this key of the profile (PROF-1), before rules");
            }
            csv.printRecord("study.csv", "quantity", "", "which quantity the value is of, as below");
            csv.printRecord("study.csv", "signal", "", "symbol of the signal that it is of (OBS-1); empty for none");
            csv.printRecord("study.csv", "layer", "1", "layer that it is of, 1..L; empty for none or all");
            csv.printRecord("study.csv", "epoch", "1", "epoch that it is of, from 1; empty for the whole training");
            csv.printRecord("study.csv", "value", "", "the number, rounded to 6 digits");
            csv.printRecord("study.csv", "unit", "", "its unit");
            for (Quantities.Quantity each : Quantities.all()) {
                csv.printRecord("study.csv quantity", each.name(), each.unit(), each.definition());
            }
            for (Quantities.Quantity each : COLUMNS) {
                csv.printRecord("points.csv", each.name(), each.unit(), each.definition());
            }
        });
    }
}
