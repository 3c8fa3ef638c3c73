package org.biograd.study.sweep.report;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Plan;

/** The short table of a study for a terminal. */
public final class StudyTable {

    private static final int WIDTH = 120;
    private static final int MOST = 40;

    private StudyTable() {}

    /** The table, every line ended by the line separator of the platform. */
    public static String of(StudyReport.Made made) {
        StudyResult result = made.result();
        Columns facts = new Columns(true);
        facts.row(
                "data",
                result.head().data() + ", " + Numbers.count(result.head().samples()) + " samples to learn from, "
                        + Numbers.count(result.study().validation()) + " to compare on");
        facts.row(
                "network",
                result.shape() + ", base profile " + result.study().base().name() + ", "
                        + result.study().epochs() + (result.study().epochs() == 1 ? " epoch, " : " epochs, ")
                        + result.study().seeds().size()
                        + (result.study().seeds().size() == 1 ? " seed" : " seeds"));
        facts.row("points", points(result.plan()));
        List<String> lines = new ArrayList<>(facts.lines(WIDTH));
        lines.add("");
        Columns table = new Columns(false);
        List<String> head = new ArrayList<>(List.of("point"));
        head.addAll(result.study().keys());
        head.addAll(List.of("accuracy", "+-", "to base", "p Holm", "bits/syn", ""));
        table.row(head.toArray(String[]::new));
        for (PointSummary summary :
                made.summaries().subList(0, Math.min(MOST, made.summaries().size()))) {
            List<String> row =
                    new ArrayList<>(List.of(Integer.toString(summary.point().number())));
            result.study()
                    .keys()
                    .forEach(key -> row.add(summary.point().levels().get(key)));
            row.add(Numbers.fixed(summary.mean(), 2));
            row.add(Numbers.fixed(summary.halfWidth(), 2));
            row.add(Numbers.fixed(summary.meanDifference(), 2));
            row.add(summary.point().number() == 0 ? "base" : Numbers.fixed(summary.adjusted(), 3));
            row.add(Integer.toString(summary.state().perSynapse()));
            row.add(summary.chance() ? "at chance" : "");
            table.row(row.toArray(String[]::new));
        }
        lines.addAll(table.lines(WIDTH));
        if (made.summaries().size() > MOST) {
            lines.add("... and " + (made.summaries().size() - MOST) + " more in points.csv");
        }
        if (!made.remarks().isEmpty()) {
            lines.add("");
            lines.addAll(made.remarks());
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String points(Plan plan) {
        return Numbers.count(plan.points().size()) + " with the base"
                + (plan.refused().isEmpty()
                        ? ""
                        : ", " + Numbers.count(plan.refused().size()) + " more are impossible and left out");
    }
}
