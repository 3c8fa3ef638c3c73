package org.biograd.study.angles.report;

import java.util.Map;
import org.biograd.report.Numbers;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.Distribution;
import org.biograd.study.angles.Row;

/**
 * All results of a study of angles: one line a row, lines ended by LF, fields separated by commas, empty where there is
 * no number. The columns are explained in spec/text/angles.md.
 */
final class AngleCsv {

    /** The first line. */
    static final String HEAD = "layer,feedback,trace_mode,arithmetic,group,variant,error,count,zero_update,zero_target,"
            + "angle_mean,angle_median,angle_q25,angle_q75,angle_min,angle_max,"
            + "ratio_mean,ratio_median,ratio_q25,ratio_q75,ratio_min,ratio_max,batches,batch_angle_mean";

    private AngleCsv() {}

    /** The text of angles.csv. */
    static String of(AngleResult result) {
        StringBuilder csv = new StringBuilder(HEAD).append('\n');
        for (Map.Entry<Row, AngleResult.Entry> line : result.rows().entrySet()) {
            Row row = line.getKey();
            AngleResult.Entry entry = line.getValue();
            csv.append(row.layer());
            for (Enum<?> field : new Enum<?>[] {row.feedback(), row.mode(), row.arithmetic(), row.group()}) {
                csv.append(',').append(Row.name(field));
            }
            csv.append(',').append(row.variant()).append(',').append(Row.name(row.error()));
            csv.append(',')
                    .append(entry.degrees().count())
                    .append(',')
                    .append(entry.noUpdate())
                    .append(',')
                    .append(entry.noTarget());
            add(csv, entry.degrees());
            add(csv, entry.ratios());
            csv.append(',').append(entry.batchDegrees().count());
            add(csv, entry.batchDegrees().mean());
            csv.append('\n');
        }
        return csv.toString();
    }

    private static void add(StringBuilder csv, Distribution distribution) {
        add(csv, distribution.mean());
        for (double quantile : new double[] {0.5, 0.25, 0.75, 0, 1}) {
            add(csv, distribution.quantile(quantile));
        }
    }

    private static void add(StringBuilder csv, double value) {
        String text = Numbers.json(value);
        csv.append(',').append(text == null ? "" : text);
    }
}
