package org.biograd.study.rules;

import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.biograd.report.Charts;
import org.biograd.report.Svg;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of a comparison, as SVG: accuracy against what it takes, and learning curves with the spread of seeds. */
final class ComparePlots {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int NARROW = 8;

    private ComparePlots() {}

    /** The files by name. */
    static Map<String, byte[]> of(CompareResult result, List<CompareResult.Row> rows) {
        Map<String, byte[]> plots = new LinkedHashMap<>();
        plots.put(
                "accuracy-products.svg",
                svg(scatter(rows, "products per training sample", row -> row.perSample("product", false))));
        plots.put(
                "accuracy-state.svg",
                svg(scatter(
                        rows,
                        "bits of state besides forward weights",
                        row -> row.words().bits())));
        for (int bits : result.settings().words()) {
            plots.put("curves-" + bits + ".svg", svg(curves(rows, bits)));
        }
        return plots;
    }

    private static XYChart scatter(List<CompareResult.Row> rows, String title, ToDoubleFunction<CompareResult.Row> of) {
        XYChart chart = chart(title, "test accuracy, %");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        Map<String, Color> colors = colors(rows);
        for (CompareResult.Row row : rows) {
            double[] x = {Math.max(1, of.applyAsDouble(row))};
            XYSeries series = chart.addSeries(row.label(), x, new double[] {row.mean()});
            series.setMarkerColor(colors.get(row.label()));
            series.setMarker(row.weightBits() > NARROW ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    private static XYChart curves(List<CompareResult.Row> rows, int bits) {
        XYChart chart = chart("epoch", "held-out accuracy, %: mean of seeds, lowest and highest");
        Map<String, Color> colors = colors(rows);
        for (CompareResult.Row row : rows) {
            int epochs = row.trials().get(0).validationRight().size();
            if (row.weightBits() != bits || epochs == 0 || row.trials().get(0).validationSamples() == 0) {
                continue;
            }
            double[] x = new double[epochs];
            double[][] y = new double[3][epochs];
            for (int e = 0; e < epochs; e++) {
                int epoch = e;
                double[] all = row.trials().stream()
                        .mapToDouble(trial -> 100.0 * trial.validationRight().get(epoch) / trial.validationSamples())
                        .sorted()
                        .toArray();
                x[e] = e + 1;
                y[0][e] = Arrays.stream(all).average().orElse(Double.NaN);
                y[1][e] = all[0];
                y[2][e] = all[all.length - 1];
            }
            Color color = colors.get(row.label());
            line(chart, row.card().name(), x, y[0], color, 2.5f, true);
            line(chart, Charts.UNTOLD + row.card().name() + " lowest", x, y[1], color, 0.6f, false);
            line(chart, Charts.UNTOLD + row.card().name() + " highest", x, y[2], color, 0.6f, false);
        }
        return chart;
    }

    private static void line(
            XYChart chart, String name, double[] x, double[] y, Color color, float width, boolean told) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(told);
    }

    private static XYChart chart(String x, String y) {
        XYChart chart = new XYChart(WIDTH, HEIGHT);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setAxisTickLabelsFont(Charts.LABEL);
        style.setAxisTitleFont(Charts.LABEL);
        style.setLegendFont(Charts.LABEL);
        return chart;
    }

    /** A hue per rule; wider weights are lighter. */
    private static Map<String, Color> colors(List<CompareResult.Row> rows) {
        List<String> rules = new ArrayList<>();
        Map<String, Color> colors = new LinkedHashMap<>();
        for (CompareResult.Row row : rows) {
            if (!rules.contains(row.card().name())) {
                rules.add(row.card().name());
            }
        }
        for (CompareResult.Row row : rows) {
            float hue = (float) rules.indexOf(row.card().name()) / rules.size();
            boolean light = row.weightBits() > NARROW;
            colors.put(row.label(), Color.getHSBColor(hue, light ? 0.45f : 0.9f, light ? 0.9f : 0.65f));
        }
        return colors;
    }

    private static byte[] svg(XYChart chart) {
        String text = Svg.file(chart.getXAxisTitle(), WIDTH, HEIGHT, graphics -> chart.paint(graphics, WIDTH, HEIGHT));
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
