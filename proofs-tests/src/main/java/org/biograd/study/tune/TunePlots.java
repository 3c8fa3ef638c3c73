package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.biograd.report.Charts;
import org.biograd.report.Figure;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.knowm.xchart.XYChart;

/** Draws the figures of a search. Everything that needs a working AWT hangs on this class. */
final class TunePlots {

    private static final int HEIGHT = 270;
    private static final int SMALL = 240;
    private static final double ROOM = 0.05;
    private static final String INTEGER = "-?[0-9]+";
    private static final String AXIS = "samples right, %";

    private static final Key ALL = new Key("candidate", Palette.INTEGERS, Key.Mark.DISC);
    private static final Key LAST = new Key("reached the last rung", Palette.REFERENCE, Key.Mark.DIAMOND);

    private TunePlots() {}

    /** The figures of a result. */
    static List<Figure> draw(TuneResult result) {
        List<Figure> figures = new ArrayList<>();
        if (result.rungs().size() > 1) {
            figures.add(Plots.figure(
                    "rungs",
                    "From rung to rung",
                    "Each thin line is a candidate; it ends at the rung where others were better. The thick one was "
                            + "chosen.",
                    List.of(rungs(result))));
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
                    "Each disc is a candidate at the first rung, where all were trained alike; a diamond is one that "
                            + "reached the last. Other keys differ between the points too.",
                    numeric.stream().map(key -> key(result, key)).toList()));
        }
        return figures;
    }

    private static Panel rungs(TuneResult result) {
        XYChart chart = Charts.empty(HEIGHT, "rung", AXIS);
        int best = result.best().candidate();
        for (RungResult first : result.rungs().get(0)) {
            if (first.candidate() != best) {
                line(chart, result, first.candidate(), Palette.INTEGERS, Key.Mark.THIN);
            }
        }
        line(chart, result, best, Palette.REFERENCE, Key.Mark.LINE);
        Charts.count(chart, 1 - 0.02 * result.rungs().size(), result.rungs().size() * 1.02);
        accuracyAxis(chart, result.rungs().stream().flatMap(List::stream).mapToDouble(result::accuracy));
        return new Panel(
                "Accuracy",
                List.of(
                        new Key("chosen", Palette.REFERENCE, Key.Mark.LINE),
                        new Key("others", Palette.INTEGERS, Key.Mark.THIN)),
                chart);
    }

    private static void line(XYChart chart, TuneResult result, int candidate, Palette color, Key.Mark mark) {
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
        Key key = new Key("candidate " + candidate, color, mark);
        Charts.line(chart, key, Charts.array(rungs), Charts.array(accuracy), true);
    }

    private static Panel key(TuneResult result, String key) {
        XYChart chart = Charts.empty(SMALL, "", AXIS);
        List<Integer> last = result.rungs().get(result.rungs().size() - 1).stream()
                .map(RungResult::candidate)
                .toList();
        points(chart, result, key, result.rungs().get(0), ALL);
        DoubleSummaryStatistics values = result.rungs().get(0).stream()
                .mapToDouble(one -> value(result, one, key))
                .summaryStatistics();
        double room = values.getMax() > values.getMin() ? ROOM * (values.getMax() - values.getMin()) : 1;
        Charts.count(chart, values.getMin() - room, values.getMax() + room);
        accuracyAxis(chart, result.rungs().get(0).stream().mapToDouble(result::accuracy));
        List<RungResult> reached = result.rungs().get(0).stream()
                .filter(one -> last.contains(one.candidate()))
                .toList();
        points(chart, result, key, reached, LAST);
        return new Panel(key, List.of(ALL, LAST), chart);
    }

    private static void points(XYChart chart, TuneResult result, String key, List<RungResult> some, Key look) {
        List<Double> values = new ArrayList<>();
        List<Double> accuracy = new ArrayList<>();
        for (RungResult one : some) {
            values.add(value(result, one, key));
            accuracy.add(result.accuracy(one));
        }
        Charts.points(chart, look, Charts.array(values), Charts.array(accuracy));
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
