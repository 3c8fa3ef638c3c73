package org.biograd.report;

import java.util.StringJoiner;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** A chart in words, for those who do not see it. */
final class ChartWords {

    private ChartWords() {}

    /** The axes, and where each series begins, ends, and is lowest and highest. */
    static String of(XYChart chart) {
        StringJoiner words = new StringJoiner(" ");
        if (chart.getXAxisTitle() != null && !chart.getXAxisTitle().isEmpty()) {
            words.add("Across: " + chart.getXAxisTitle() + ".");
        }
        if (chart.getYAxisTitle() != null && !chart.getYAxisTitle().isEmpty()) {
            words.add("Up: " + chart.getYAxisTitle() + ".");
        }
        for (XYSeries series : chart.getSeriesCollection()) {
            if (!series.getName().startsWith(Charts.UNTOLD)) {
                words.add(series(series));
            }
        }
        return words.toString();
    }

    private static String series(XYSeries series) {
        double[] x = series.getXData();
        double[] y = series.getYData();
        int low = 0;
        int high = 0;
        for (int i = 0; i < y.length; i++) {
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
        }
        XYSeriesRenderStyle style = series.getXYSeriesRenderStyle().orElseThrow();
        String name = series.getName() + ": ";
        if (y[low] == y[high]) {
            return name + Numbers.rough(y[low]) + " throughout.";
        }
        if (style == XYSeriesRenderStyle.PolygonArea) {
            // Bars begin and end on their base line, one above the other; the corners of a region do not.
            return x[0] == x[1]
                    ? name + "up to " + Numbers.rough(y[high]) + " at " + Numbers.rough((x[high] + x[high + 1]) / 2)
                            + "."
                    : name + "from " + Numbers.rough(y[low]) + " to " + Numbers.rough(y[high]) + ".";
        }
        String extremes = "lowest " + Numbers.rough(y[low]) + " at " + Numbers.rough(x[low]) + ", highest "
                + Numbers.rough(y[high]) + " at " + Numbers.rough(x[high]) + ".";
        return style == XYSeriesRenderStyle.Scatter
                ? name + y.length + " points, " + extremes
                : name + "from " + Numbers.rough(y[0]) + " at " + Numbers.rough(x[0]) + " to "
                        + Numbers.rough(y[y.length - 1]) + " at " + Numbers.rough(x[x.length - 1]) + ", " + extremes;
    }
}
