package org.biograd.study.angles.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biograd.report.Charts;
import org.biograd.report.Figure;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.NumberSystem;
import org.biograd.study.angles.Row;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.Remedy;
import org.knowm.xchart.XYChart;

/** Draws the figures of a study of angles. Everything of it that needs a working AWT hangs on this class. */
final class AnglePlots {

    private static final int HEIGHT = 240;
    private static final int BIN = 5;
    private static final int BINS = 180 / BIN;

    private final AngleResult result;
    private final AngleRows rows;

    private AnglePlots(AngleResult result) {
        this.result = result;
        this.rows = new AngleRows(result);
    }

    /** The figures. */
    static List<Figure> draw(AngleResult result) {
        AnglePlots plots = new AnglePlots(result);
        return List.of(
                Plots.figure("distribution", "Angles by feedback", plots.distributionCaption(), plots.distributions()),
                Plots.figure("causes", "Causes, removed one after another", plots.causesCaption(), plots.causes()),
                Plots.figure(
                        "remedies", "Other rules for the hidden error", plots.remediesCaption(), plots.remedies()));
    }

    private String distributionCaption() {
        return "How often the update of a sample, in real arithmetic and as it is, stands at which angle to the exact "
                + "gradient, in bins of "
                + BIN
                + " degrees. 0 is the steepest way down, 90 a step that changes nothing to first order, more a step "
                + "up.";
    }

    private List<Panel> distributions() {
        List<Panel> panels = new ArrayList<>();
        for (int l = 1; l <= result.shape().layers(); l++) {
            XYChart chart = Charts.empty(HEIGHT, "angle, degrees", "samples, %");
            List<Key> keys = new ArrayList<>();
            double highest = 1;
            for (Feedback kind : rows.kinds(l)) {
                AngleResult.Entry entry = rows.entry(new Row(
                        l,
                        kind,
                        rows.ownMode(),
                        NumberSystem.REAL,
                        Row.Group.CUMULATIVE,
                        Row.AS_IT_IS,
                        ErrorSignal.SPIKES));
                double[] centers = new double[BINS];
                double[] share = new double[BINS];
                for (int b = 0; b < BINS; b++) {
                    centers[b] = BIN * (b + 0.5);
                    share[b] = 100.0
                            * entry.degrees().count(BIN * b, BIN * (b + 1))
                            / Math.max(1, entry.degrees().count());
                    highest = Math.max(highest, share[b]);
                }
                Key key = new Key(name(kind), Palette.line(keys.size()), Key.Mark.line(keys.size()));
                Charts.line(chart, key, centers, share, true);
                keys.add(key);
            }
            Charts.count(chart, 0, 180);
            chart.getStyler().setYAxisMin(-0.02 * highest).setYAxisMax(1.05 * highest);
            panels.add(new Panel("Layer " + l, keys, chart));
        }
        return panels;
    }

    private static String name(Feedback kind) {
        return kind == Feedback.NONE ? "outputs" : kind.name().toLowerCase(Locale.ROOT);
    }

    private String causesCaption() {
        return "Mean angle to the exact gradient while the causes are removed from left to right, for slept feedback "
                + "and the trace mode of the "
                + "profile. 1: integers, as they are. 2: without the rounding to a weight. 3: without any rounding, "
                + "on the decisions of the "
                + "integers. 4: the running error instead of error spikes. 5: the final error. 6: aligned feedback. "
                + "7: the path through the "
                + "layers above. 8: a trace with the whole reset, which is the gradient, 0. The output layer has no 6 "
                + "and 7.";
    }

    private List<Panel> causes() {
        List<Panel> panels = new ArrayList<>();
        for (int l = 1; l <= result.shape().layers(); l++) {
            double[] heights = new double[Cause.values().length + 1];
            Feedback kind = rows.output(l) ? Feedback.NONE : Feedback.SLEPT;
            heights[0] = bar(rows.chain(l, kind, rows.ownMode(), NumberSystem.INTEGER, null));
            for (Cause cause : Cause.values()) {
                heights[cause.ordinal() + 1] = bar(rows.chain(l, kind, rows.ownMode(), NumberSystem.INTEGER, cause));
            }
            panels.add(bars("Layer " + l, List.of(heights), List.of("degrees"), "causes removed"));
        }
        return panels;
    }

    private String remediesCaption() {
        return "Mean angle to the exact gradient, by rule, with error spikes, in real arithmetic. The numbers are "
                + "those of the table below, "
                + "which has what each rule stores; rules further right store more.";
    }

    private List<Panel> remedies() {
        List<Panel> panels = new ArrayList<>();
        List<Remedy> order = AnglePage.byWords(result);
        for (int l = 1; l < result.shape().layers(); l++) {
            List<double[]> heights = new ArrayList<>();
            for (Feedback kind : List.of(Feedback.ALIGNED, Feedback.SLEPT)) {
                double[] bars = new double[order.size()];
                for (int r = 0; r < bars.length; r++) {
                    bars[r] = bar(rows.remedy(l, kind, order.get(r), ErrorSignal.SPIKES));
                }
                heights.add(bars);
            }
            panels.add(bars("Layer " + l, heights, List.of("aligned", "slept"), "rule"));
        }
        return panels;
    }

    private static double bar(double degrees) {
        return Double.isFinite(degrees) ? degrees : 0;
    }

    private static Panel bars(String title, List<double[]> heights, List<String> names, String axis) {
        XYChart chart = Charts.empty(HEIGHT, axis, "mean angle, degrees");
        List<Key> keys = new ArrayList<>();
        double highest = 1;
        double width = 0.8 / heights.size();
        for (int h = 0; h < heights.size(); h++) {
            double[] centers = new double[heights.get(h).length];
            for (int b = 0; b < centers.length; b++) {
                centers[b] = b + 1 + (h - (heights.size() - 1) / 2.0) * width;
                highest = Math.max(highest, heights.get(h)[b]);
            }
            Key key = new Key(names.get(h), Palette.line(h), h == 0 ? Key.Mark.AREA : Key.Mark.FRAME);
            Charts.bars(chart, key, centers, heights.get(h), 0, 0.9 * width);
            keys.add(key);
        }
        Charts.count(chart, 0.4, heights.get(0).length + 0.6);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.05 * highest);
        return new Panel(title, keys, chart);
    }
}
