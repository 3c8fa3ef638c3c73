package org.biograd.study.sweep.report;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Figures;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Plan;

/** The page of a study. */
final class StudyPage {

    private StudyPage() {}

    /** The page of a result. */
    static Page of(StudyReport.Made made, Figures figures) {
        return new Page("study.jte")
                .with(figures)
                .with("result", made.result())
                .with("remarks", made.remarks())
                .with("points", points(made))
                .with("refused", refused(made.result()))
                .with("definitions", definitions());
    }

    private static PageTable points(StudyReport.Made made) {
        StudyResult result = made.result();
        List<String> titles = new ArrayList<>(List.of("#Point"));
        result.study().keys().forEach(key -> titles.add("#" + key));
        titles.addAll(List.of(
                "#Accuracy, %",
                "#\u00b1", "#To base", "#\u00b1", "#p (Holm)", "#Bits per synapse", "#nJ per sample", ""));
        PageTable table = new PageTable(titles.toArray(String[]::new));
        for (PointSummary summary : made.summaries()) {
            List<Object> row =
                    new ArrayList<>(List.of(Integer.toString(summary.point().number())));
            result.study()
                    .keys()
                    .forEach(key -> row.add(summary.point().levels().get(key)));
            row.add(Numbers.fixed(summary.mean(), 2));
            row.add(Numbers.fixed(summary.halfWidth(), 2));
            row.add(Numbers.fixed(summary.meanDifference(), 2));
            row.add(Numbers.fixed(summary.differenceHalfWidth(), 2));
            row.add(summary.point().number() == 0 ? "base" : Numbers.fixed(summary.adjusted(), 4));
            row.add(Integer.toString(summary.state().perSynapse()));
            row.add(Numbers.fixed(summary.energy(result) / 1000, 1));
            row.add(summary.chance() ? PageTable.cell("at chance", PageTable.Look.BAD) : "");
            table.row(row.toArray());
        }
        return table;
    }

    private static PageTable refused(StudyResult result) {
        PageTable table = new PageTable("Values", "Why");
        for (Plan.Refusal refusal : result.plan().refused()) {
            table.row(Plan.words(refusal.levels()), refusal.why());
        }
        return table;
    }

    private static PageTable definitions() {
        PageTable table = new PageTable("Quantity", "Unit", "What it is");
        for (Quantities.Quantity each : Quantities.all()) {
            table.row(each.name(), each.unit(), each.definition());
        }
        return table;
    }
}
