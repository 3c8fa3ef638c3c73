package org.biograd.report;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * A chart with a line above it that says what it shows, and what its colours mean.
 *
 * @param title what it shows
 * @param keys what its colours mean; may be empty
 * @param chart the chart
 */
public record Panel(String title, List<Key> keys, XYChart chart) {

    /** How a key is drawn. */
    public enum Mark {
        /** A line. */
        LINE,
        /** A dashed line. */
        DASHES,
        /** A thin dashed line. */
        THRESHOLD,
        /** A filled region. */
        AREA
    }

    /**
     * What a colour means.
     *
     * @param label its meaning
     * @param color the colour
     * @param mark how it is drawn
     */
    public record Key(String label, Color color, Mark mark) {}

    /** The height of the line above the chart, in CSS pixels. */
    public static final int HEADER = 26;

    /** The height of the whole, in CSS pixels. */
    public int height() {
        return HEADER + chart.getHeight();
    }
}
