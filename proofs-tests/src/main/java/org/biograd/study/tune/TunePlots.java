package org.biograd.study.tune;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.biograd.report.Charts;
import org.biograd.report.Figure;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.knowm.xchart.XYChart;

/** Draws the figures of a search. Everything that needs a working AWT hangs on this class. */
final class TunePlots {

    private static final int HEIGHT = 300;
    private static final int SMALL = 230;
    private static final int COLUMNS = 2;
    private static final double ROOM = 0.05;
    private static final String INTEGER = "-?[0-9]+";
    private static final String AXIS = "validation samples right, %";

    private TunePlots() {}

    /**
     * The figures of a result.
     *
     * @throws IOException where an image cannot be encoded
     */
    static List<Figure> draw(TuneResult result) throws IOException {
        List<Figure> figures = new ArrayList<>();
        if (result.rungs().size() > 1) {
            figures.add(Plots.figure(
                    "rungs",
                    "From rung to rung",
                    "Each thin line is a candidate; it ends at the rung where others were better. The thick one was "
                            + "chosen.",
                    1,
                    palette -> List.of(rungs(result, palette))));
        }
        List<String> numeric = result.search().keys().stream()
                .map(key -> key.key())
                .filter(key -> result.candidates().stream()
                        .allMatch(candidate -> result.values(candidate).get(key).matches(INTEGER)))
                .toList();
        if (!numeric.isEmpty()) {
            figures.add(Plots.figure(
                    "keys",
                    "Values and accuracy",
                    "Each point is a candidate at the first rung, where all were trained alike; points of the second "
                            + "colour are those that reached the last. "
                            + "Other keys differ between the points too.",
                    COLUMNS,
                    palette -> numeric.stream()
                            .map(key -> key(result, key, palette))
                            .toList()));
        }
        return figures;
    }

    private static Panel rungs(TuneResult result, Palette palette) {
        XYChart chart = Charts.empty(palette, Plots.WIDTH, HEIGHT, "rung", AXIS);
        int best = result.best().candidate();
        for (RungResult first : result.rungs().get(0)) {
            if (first.candidate() != best) {
                line(chart, result, first.candidate(), palette, Charts.THIN);
            }
        }
        line(chart, result, best, palette, Charts.SOLID);
        Charts.count(chart, 1 - 0.02 * result.rungs().size(), result.rungs().size() * 1.02);
        accuracyAxis(chart, result.rungs().stream().flatMap(List::stream).mapToDouble(result::accuracy));
        return new Panel(
                "Accuracy",
                List.of(
                        new Panel.Key("chosen", palette.reference(), Panel.Mark.LINE),
                        new Panel.Key("others", palette.integers(), Panel.Mark.LINE)),
                chart);
    }

    private static void line(XYChart chart, TuneResult result, int candidate, Palette palette, BasicStroke stroke) {
        List<Double> rungs = new ArrayList<>();
        List<Double> accuracy = new ArrayList<>();
        for (int r = 0; r < result.rungs().size(); r++) {
            for (RungResult one : result.rungs().get(r)) {
                if (one.candidate() == candidate) {
                    rungs.add(r + 1.0);
                    accuracy.add(result.accuracy(one));
                }
            }
        }
        Charts.line(
                chart,
                "candidate " + candidate,
                Charts.array(rungs),
                Charts.array(accuracy),
                candidate == result.best().candidate() ? palette.reference() : palette.integers(),
                stroke,
                true);
    }

    private static Panel key(TuneResult result, String key, Palette palette) {
        XYChart chart = Charts.empty(palette, Plots.WIDTH / COLUMNS, SMALL, "", AXIS);
        List<Integer> last = result.rungs().get(result.rungs().size() - 1).stream()
                .map(RungResult::candidate)
                .toList();
        points(chart, result, key, result.rungs().get(0), palette.integers(), "all");
        DoubleSummaryStatistics values = result.rungs().get(0).stream()
                .mapToDouble(one -> value(result, one, key))
                .summaryStatistics();
        double room = values.getMax() > values.getMin() ? ROOM * (values.getMax() - values.getMin()) : 1;
        Charts.count(chart, values.getMin() - room, values.getMax() + room);
        accuracyAxis(chart, result.rungs().get(0).stream().mapToDouble(result::accuracy));
        points(
                chart,
                result,
                key,
                result.rungs().get(0).stream()
                        .filter(one -> last.contains(one.candidate()))
                        .toList(),
                palette.reference(),
                "last");
        return new Panel(key, List.of(), chart);
    }

    private static void points(
            XYChart chart, TuneResult result, String key, List<RungResult> some, Color color, String name) {
        List<Double> values = new ArrayList<>();
        List<Double> accuracy = new ArrayList<>();
        for (RungResult one : some) {
            values.add(value(result, one, key));
            accuracy.add(result.accuracy(one));
        }
        Charts.points(chart, name, Charts.array(values), Charts.array(accuracy), color);
    }

    private static double value(TuneResult result, RungResult one, String key) {
        return Double.parseDouble(
                result.values(result.candidates().get(one.candidate())).get(key));
    }

    /** Room below and above, so that the outermost points are whole. */
    private static void accuracyAxis(XYChart chart, DoubleStream accuracies) {
        DoubleSummaryStatistics all = accuracies.summaryStatistics();
        double room = Math.max(1, ROOM * (all.getMax() - all.getMin()));
        chart.getStyler().setYAxisMin(all.getMin() - room).setYAxisMax(all.getMax() + room);
    }
}
