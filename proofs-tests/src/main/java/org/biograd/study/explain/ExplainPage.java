package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Figures;
import org.biograd.report.Page;

/** An explanation as a page of HTML with a figure; every operand leads to the line that computes it. */
public final class ExplainPage {

    /**
     * A part of a formula.
     *
     * @param text what stands there
     * @param link the key of the line that computes it; empty for none
     */
    public record Part(String text, String link) {}

    /**
     * A step.
     *
     * @param title its heading
     * @param lines its lines
     */
    public record Step(String title, List<Line> lines) {}

    private ExplainPage() {}

    /** The page. */
    public static Page of(Explained explained) {
        List<Step> steps = new ArrayList<>();
        for (Line line : explained.lines()) {
            String title = ExplainText.title(line.place().step());
            if (steps.isEmpty() || !steps.get(steps.size() - 1).title().equals(title)) {
                steps.add(new Step(title, new ArrayList<>()));
            }
            steps.get(steps.size() - 1).lines().add(line);
        }
        // Not a method reference, which would need AWT as soon as it is linked.
        return new Page("explain.jte")
                .with(Figures.draw(() -> ExplainPlots.draw(explained)))
                .with("explained", explained)
                .with("steps", steps);
    }

    /** The formula of a line in parts, names of other lines' values with a link to them. */
    public static List<Part> parts(Line line, Explained explained) {
        List<Part> parts = new ArrayList<>();
        for (String token : Tokens.of(line.formula())) {
            Operand operand = line.operand(token);
            boolean linked = operand != null && explained.shown().has(operand.source());
            String value = operand == null ? token : token + "=" + operand.value();
            parts.add(new Part(value, linked ? operand.source() : ""));
        }
        return parts;
    }
}
