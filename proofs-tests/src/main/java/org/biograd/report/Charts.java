package org.biograd.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The one look of all charts. */
public final class Charts {

    /** The font of all labels. */
    public static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    /** A line. */
    private static final BasicStroke SOLID = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** One line of many. */
    private static final BasicStroke THIN = new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** A dashed line. */
    private static final BasicStroke DASHED = dashes(2f, 5f);

    /** A dotted line. */
    private static final BasicStroke DOTTED =
            new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10f, new float[] {0.1f, 5f}, 0f);

    /** How the name of a series begins that is there for the look alone. */
    public static final String UNTOLD = "_";

    /** A threshold. */
    private static final BasicStroke THIN_DASHED = dashes(1.2f, 4f);

    private static final Color INVISIBLE = new Color(0, 0, 0, 0);
    private static final int POINT = 9;
    private static final int AROUND_PLOT = 80;
    private static final int LABEL_SPACING = 64;

    private Charts() {}

    /**
     * An empty chart.
     *
     * @param height its height; it is {@link Plots#WIDTH} wide
     * @param x title of the horizontal axis; empty for none
     * @param y title of the vertical axis; empty for none
     */
    public static XYChart empty(int height, String x, String y) {
        XYChart chart = new XYChart(Plots.WIDTH, height);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setLegendVisible(false);
        style.setChartTitleVisible(false);
        style.setAntiAlias(true);
        style.setTextAntiAlias(true);
        style.setChartBackgroundColor(Palette.BACKGROUND.color());
        style.setPlotBackgroundColor(Palette.BACKGROUND.color());
        style.setChartFontColor(Palette.MUTED.color());
        style.setPlotBorderVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotGridLinesColor(Palette.GRID.color());
        style.setPlotGridLinesStroke(new BasicStroke(1f));
        style.setAxisTicksLineVisible(false);
        style.setAxisTicksMarksVisible(false);
        style.setAxisTickLabelsFont(LABEL);
        style.setAxisTickLabelsColor(Palette.MUTED.color());
        style.setAxisTitleFont(LABEL);
        style.setXAxisTitleColor(Palette.MUTED.color());
        style.setYAxisTitleColor(Palette.MUTED.color());
        style.setXAxisTitleVisible(!x.isEmpty());
        style.setYAxisTitleVisible(!y.isEmpty());
        style.setPlotMargin(0);
        style.setPlotContentSize(1);
        style.setChartPadding(8);
        style.setMarkerSize(5);
        return chart;
    }

    /** Adds a line through points, in the look of its key; leaves out those that are not finite. */
    public static void line(XYChart chart, Key key, double[] x, double[] y, boolean marked) {
        int kept = 0;
        double[] xs = new double[x.length];
        double[] ys = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                xs[kept] = x[i];
                ys[kept++] = y[i];
            }
        }
        if (kept == 0) {
            return;
        }
        XYSeries series = chart.addSeries(key.label(), Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(key.color().color());
        series.setLineStyle(stroke(key.mark()));
        series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(key.color().color());
    }

    private static BasicStroke stroke(Key.Mark mark) {
        return switch (mark) {
            case DASHES -> DASHED;
            case DOTS -> DOTTED;
            case THIN -> THIN;
            case THRESHOLD -> THIN_DASHED;
            default -> SOLID;
        };
    }

    /** Adds discs or diamonds, in the look of their key; all finite, at least one. */
    public static void points(XYChart chart, Key key, double[] x, double[] y) {
        XYSeries series = chart.addSeries(key.label(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(key.mark() == Key.Mark.DIAMOND ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
        series.setMarkerColor(key.color().color());
        chart.getStyler().setMarkerSize(POINT);
    }

    /** Adds a horizontal line. */
    public static void threshold(XYChart chart, Key key, double from, double to, double y) {
        line(chart, key, new double[] {from, to}, new double[] {y, y}, false);
    }

    /** Adds bars of one width, each from {@code low} to its height; bars of no height are left out. */
    public static void bars(XYChart chart, Key key, double[] centers, double[] heights, double low, double width) {
        double[] xs = new double[4 * centers.length];
        double[] ys = new double[4 * centers.length];
        int points = 0;
        for (int i = 0; i < centers.length; i++) {
            if (heights[i] > low) {
                // One outline that returns to the base line after every bar: a series for each would cost too much.
                double[] corners = {low, heights[i], heights[i], low};
                for (int c = 0; c < 4; c++) {
                    xs[points] = centers[i] + (c < 2 ? -width / 2 : width / 2);
                    ys[points++] = corners[c];
                }
            }
        }
        if (points > 0) {
            region(chart, key, Arrays.copyOf(xs, points), Arrays.copyOf(ys, points));
        }
    }

    /** Adds a polygon, filled unless its key has a frame. */
    public static void region(XYChart chart, Key key, double[] x, double[] y) {
        boolean frame = key.mark() == Key.Mark.FRAME;
        XYSeries series = chart.addSeries(key.label(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(frame ? Palette.BACKGROUND.color() : key.color().color());
        series.setLineColor(frame ? key.color().color() : INVISIBLE);
        series.setLineStyle(SOLID);
        series.setMarker(SeriesMarkers.NONE);
    }

    /** 0, 1, 2, ... as many as asked. */
    public static double[] steps(int count) {
        double[] steps = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = i;
        }
        return steps;
    }

    /** A list's numbers. */
    public static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Sets the horizontal axis, which counts something: labels stand at whole numbers alone, at least one apart.
     *
     * @param low where it begins
     * @param high where it ends
     */
    public static void count(XYChart chart, double low, double high) {
        int plot = chart.getWidth() - AROUND_PLOT;
        chart.getStyler()
                .setXAxisMin(low)
                .setXAxisMax(high)
                .setXAxisTickMarkSpacingHint((int) Math.max(LABEL_SPACING, plot / (high - low)))
                .setXAxisTickLabelsFormattingFunction(value -> Numbers.count(Math.round(value)));
    }

    private static BasicStroke dashes(float width, float length) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {length, length * 0.8f}, 0f);
    }
}
