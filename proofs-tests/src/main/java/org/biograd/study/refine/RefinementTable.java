package org.biograd.study.refine;

import java.util.Map;
import java.util.StringJoiner;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.report.SignalNames;
import org.biograd.spec.Signal;

/** What a refinement has compared, as text. */
public final class RefinementTable {

    private static final int WIDTH = 80;

    private RefinementTable() {}

    /**
     * The table.
     *
     * @param compared how many values of each signal were compared
     */
    public static String of(Map<Signal, Long> compared) {
        Columns columns = new Columns(false);
        columns.row("signal", "values compared");
        compared.forEach((signal, count) -> columns.row(SignalNames.of(signal), Numbers.count(count)));
        columns.row(
                "all",
                Numbers.count(
                        compared.values().stream().mapToLong(Long::longValue).sum()));
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        columns.lines(WIDTH).forEach(lines::add);
        return lines.toString();
    }
}
