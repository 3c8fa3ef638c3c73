package org.biograd.study.sweep.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.biograd.report.Charts;
import org.biograd.report.Drawing;
import org.biograd.report.Figure;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.biograd.report.Svg;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Axis;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws the figures of a study, and the same as files. Everything that needs a working AWT hangs on this class. */
final class StudyPlots {

    private static final int HEIGHT = 270;
    private static final int MOST_MAPS = 6;
    private static final double ROOM = 0.5;
    private static final String ACCURACY = "held-out accuracy, %";
    private static final Key MEAN = new Key("mean", Palette.INTEGERS, Key.Mark.DISC);
    private static final Key INTERVAL = new Key("95 % interval", Palette.INTEGERS, Key.Mark.LINE);
    private static final Key BASE = new Key("base", Palette.REFERENCE, Key.Mark.THRESHOLD);
    private static final Key FRONT = new Key("no point has fewer and is better", Palette.REFERENCE, Key.Mark.DASHES);
    private static final Key POINT = new Key("point", Palette.INTEGERS, Key.Mark.DISC);
    private static final Key BASE_POINT = new Key("base", Palette.REFERENCE, Key.Mark.DIAMOND);

    private final StudyResult result;
    private final List<PointSummary> summaries;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private StudyPlots(StudyResult result, List<PointSummary> summaries) {
        this.result = result;
        this.summaries = summaries;
    }

    /**
     * The figures of a result.
     *
     * @param files receives the plots as files, by name
     */
    static List<Figure> draw(StudyResult result, List<PointSummary> summaries, Map<String, String> files) {
        StudyPlots plots = new StudyPlots(result, summaries);
        plots.effects();
        plots.maps();
        plots.against();
        plots.saturations();
        plots.curves();
        files.putAll(plots.files);
        return plots.figures;
    }

    private void add(String id, String title, String caption, List<Panel> panels) {
        if (panels.isEmpty()) {
            return;
        }
        figures.add(Plots.figure(id, title, caption, panels));
        for (int i = 0; i < panels.size(); i++) {
            XYChart chart = panels.get(i).chart();
            boolean legend = panels.get(i).keys().size() > 1;
            chart.getStyler().setLegendVisible(legend).setLegendPosition(LegendPosition.OutsideS);
            chart.getStyler().setLegendBorderColor(Palette.BACKGROUND.color());
            for (XYSeries series : chart.getSeriesCollection()) {
                series.setShowInLegend(!series.getName().startsWith(Charts.UNTOLD));
            }
            int height = chart.getHeight() + (legend ? 40 : 0);
            files.put(
                    id + (panels.size() == 1 ? "" : "-" + (i + 1)) + ".svg",
                    Svg.file(
                            title + ": " + panels.get(i).title(),
                            chart.getWidth(),
                            height,
                            graphics -> chart.paint(graphics, chart.getWidth(), height)));
        }
    }

    private void effects() {
        List<Panel> panels = new ArrayList<>();
        for (Axis axis : result.study().axes()) {
            List<Effects.Effect> effects = Effects.main(result, summaries, axis);
            if (!effects.isEmpty()) {
                panels.add(effect(axis, effects));
            }
        }
        add(
                "effects",
                "Main effects",
                "Accuracy at each level of an axis, the mean of all points that have it. Bars are 95 % intervals over "
                        + "the seeds; the dashed line is the base.",
                panels);
    }

    private Panel effect(Axis axis, List<Effects.Effect> effects) {
        XYChart chart = Charts.empty(HEIGHT, axis.title(), ACCURACY);
        double[] x = new double[effects.size()];
        double[] y = new double[effects.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = axis.numeric() ? Integer.parseInt(effects.get(i).label()) : i;
            y[i] = effects.get(i).mean();
            double half = effects.get(i).halfWidth();
            if (Double.isFinite(half)) {
                Key bar = new Key(
                        (i == 0 ? "" : Charts.UNTOLD + i + " ") + INTERVAL.label(), INTERVAL.color(), INTERVAL.mark());
                Charts.line(chart, bar, new double[] {x[i], x[i]}, new double[] {y[i] - half, y[i] + half}, false);
            }
        }
        double low = Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(x).max().orElse(0);
        Charts.threshold(chart, BASE, low - ROOM, high + ROOM, summaries.get(0).mean());
        Charts.points(chart, MEAN, x, y);
        Charts.count(chart, low - ROOM, high + ROOM);
        if (!axis.numeric()) {
            chart.getStyler().setXAxisTickLabelsFormattingFunction(value -> {
                int level = (int) Math.round(value);
                return level >= 0 && level < effects.size()
                        ? shorten(effects.get(level).label())
                        : "";
            });
        }
        return new Panel(axis.title(), List.of(MEAN, INTERVAL, BASE), chart);
    }

    private static String shorten(String label) {
        return label.length() <= 12 ? label : label.substring(0, 11) + "\u2026";
    }

    private void maps() {
        List<Drawing> drawings = new ArrayList<>();
        List<Axis> axes = result.study().axes();
        for (int a = 0; a < axes.size(); a++) {
            for (int b = a + 1; b < axes.size() && drawings.size() < MOST_MAPS; b++) {
                map(axes.get(a), axes.get(b), drawings);
            }
        }
        if (!drawings.isEmpty()) {
            figures.add(new Figure(
                    "maps",
                    "Two axes",
                    "Mean accuracy in percent at each pair of levels; the darker, the better. An empty cell has no "
                            + "point.",
                    false,
                    drawings));
        }
    }

    private void map(Axis down, Axis across, List<Drawing> drawings) {
        double[][] values = new double[down.levels().size()][across.levels().size()];
        int there = 0;
        for (int r = 0; r < values.length; r++) {
            for (int c = 0; c < values[r].length; c++) {
                values[r][c] = Effects.mean(summaries, down, r, across, c);
                there += Double.isFinite(values[r][c]) ? 1 : 0;
            }
        }
        // A design of one factor at a time has a cross of cells, which a map shows badly.
        if (there * 2 < values.length * values[0].length) {
            return;
        }
        HeatMap map = new HeatMap(across.title(), labels(across), down.title(), labels(down), values);
        String id = "maps-" + (drawings.size() + 1);
        String title = down.title() + " and " + across.title();
        drawings.add(new Drawing(
                title, List.of(), Svg.inline(id, title, map.words(), map.width(), map.height(), map::paint)));
        files.put(id + ".svg", Svg.file(title, map.width(), map.height(), map::paint));
    }

    private static String[] labels(Axis axis) {
        String[] labels = new String[axis.levels().size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = axis.label(i);
        }
        return labels;
    }

    private void against() {
        List<Panel> panels = new ArrayList<>();
        panels.add(scatter(
                "bits held per forward synapse", summary -> summary.state().perSynapse()));
        panels.add(scatter(
                "bits held by the network, thousands",
                summary -> summary.state().all() / 1000.0));
        if (summaries.stream().anyMatch(summary -> Double.isFinite(summary.energy(result)))) {
            panels.add(
                    scatter("energy of a training sample on the chip, nJ", summary -> summary.energy(result) / 1000));
        }
        add(
                "against",
                "Accuracy and what it takes",
                "A disc is a point, the diamond the base. No point to the left of the dashed line is above it. Where "
                        + "energy is shown, points that do not fit the chip are left out.",
                panels);
    }

    private Panel scatter(String title, ToDoubleFunction<PointSummary> of) {
        List<PointSummary> shown = summaries.stream()
                .filter(summary -> Double.isFinite(of.applyAsDouble(summary)))
                .toList();
        XYChart chart = Charts.empty(HEIGHT, title, ACCURACY);
        double[] x = shown.stream().mapToDouble(of).toArray();
        double[] y = shown.stream().mapToDouble(PointSummary::mean).toArray();
        Charts.points(chart, POINT, x, y);
        List<double[]> front = front(x, y);
        double[] frontX = new double[front.size()];
        double[] frontY = new double[front.size()];
        for (int i = 0; i < frontX.length; i++) {
            frontX[i] = front.get(i)[0];
            frontY[i] = front.get(i)[1];
        }
        Charts.line(chart, FRONT, frontX, frontY, false);
        if (Double.isFinite(of.applyAsDouble(summaries.get(0)))) {
            Charts.points(chart, BASE_POINT, new double[] {of.applyAsDouble(summaries.get(0))}, new double[] {
                summaries.get(0).mean()
            });
        }
        double low = Arrays.stream(x).min().orElse(0);
        double high = Arrays.stream(x).max().orElse(1);
        double room = high > low ? (high - low) / 20 : 1;
        chart.getStyler().setXAxisMin(low - room).setXAxisMax(high + room);
        return new Panel(title, List.of(POINT, BASE_POINT, FRONT), chart);
    }

    /** The points that none beats in both, from left to right. */
    static List<double[]> front(double[] x, double[] y) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new double[] {x[i], y[i]});
        }
        points.sort(Comparator.<double[]>comparingDouble(point -> point[0]).thenComparing(point -> -point[1]));
        List<double[]> front = new ArrayList<>();
        for (double[] point : points) {
            if (front.isEmpty() || point[1] > front.get(front.size() - 1)[1]) {
                front.add(point);
            }
        }
        return front;
    }

    private void saturations() {
        add(
                "saturation",
                "Wraps and saturations over time",
                "The part of the values of a signal, in all layers of the probed samples of an epoch, that its word "
                        + "could not hold; a line per level of the first axis, at most four of them.",
                new SaturationPlots(result).panels());
    }

    private void curves() {
        PointSummary best = summaries.stream()
                .max(Comparator.comparingDouble(PointSummary::mean))
                .orElseThrow();
        PointSummary worst = summaries.stream()
                .min(Comparator.comparingDouble(PointSummary::mean))
                .orElseThrow();
        XYChart chart = Charts.empty(HEIGHT, "epoch", ACCURACY);
        List<Key> keys = new ArrayList<>();
        curve(chart, keys, "base", summaries.get(0));
        curve(chart, keys, "best, point " + best.point().number(), best);
        curve(chart, keys, "worst, point " + worst.point().number(), worst);
        Charts.count(chart, 1 - ROOM / 2, result.study().epochs() + ROOM / 2);
        add(
                "curves",
                "Learning curves",
                "Mean accuracy of the seeds after each epoch. That the best of many points is the best owes something "
                        + "to chance.",
                List.of(new Panel("Accuracy", keys, chart)));
    }

    private void curve(XYChart chart, List<Key> keys, String label, PointSummary summary) {
        int number = keys.size();
        Key key = new Key(label, Palette.line(number), Key.Mark.line(number));
        keys.add(key);
        double[] y = new double[result.study().epochs()];
        for (int e = 0; e < y.length; e++) {
            int epoch = e;
            y[e] = result.runs(summary.point()).stream()
                    .mapToDouble(run -> result.accuracy(run, epoch))
                    .average()
                    .orElse(Double.NaN);
        }
        Charts.line(chart, key, SaturationPlots.epochs(result), y, true);
    }
}
