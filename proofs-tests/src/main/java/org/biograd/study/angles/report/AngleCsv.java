package org.biograd.study.angles.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.io.CsvText;
import org.biograd.report.Numbers;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.Distribution;
import org.biograd.study.angles.Row;

/**
 * All results of a study of angles: one line a row, empty where there is no number. The columns are explained in
 * spec/text/angles.md.
 */
final class AngleCsv {

    private static final List<String> HEAD = List.of(
            "layer",
            "feedback",
            "trace_mode",
            "arithmetic",
            "group",
            "variant",
            "error",
            "count",
            "zero_update",
            "zero_target",
            "angle_mean",
            "angle_median",
            "angle_q25",
            "angle_q75",
            "angle_min",
            "angle_max",
            "ratio_mean",
            "ratio_median",
            "ratio_q25",
            "ratio_q75",
            "ratio_min",
            "ratio_max",
            "batches",
            "batch_angle_mean");

    private AngleCsv() {}

    /** The text of angles.csv. */
    static String of(AngleResult result) {
        return CsvText.of(HEAD, csv -> {
            for (Map.Entry<Row, AngleResult.Entry> line : result.rows().entrySet()) {
                csv.printRecord(fields(line.getKey(), line.getValue()));
            }
        });
    }

    private static List<Object> fields(Row row, AngleResult.Entry entry) {
        List<Object> fields = new ArrayList<>(List.of(
                row.layer(),
                Row.name(row.feedback()),
                Row.name(row.mode()),
                Row.name(row.arithmetic()),
                Row.name(row.group()),
                row.variant(),
                Row.name(row.error()),
                entry.degrees().count(),
                entry.noUpdate(),
                entry.noTarget()));
        add(fields, entry.degrees());
        add(fields, entry.ratios());
        fields.add(entry.batchDegrees().count());
        fields.add(Numbers.json(entry.batchDegrees().mean()));
        return fields;
    }

    private static void add(List<Object> fields, Distribution distribution) {
        fields.add(Numbers.json(distribution.mean()));
        for (double quantile : new double[] {0.5, 0.25, 0.75, 0, 1}) {
            fields.add(Numbers.json(distribution.quantile(quantile)));
        }
    }
}
