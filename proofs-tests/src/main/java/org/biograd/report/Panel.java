package org.biograd.report;

import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * A chart to be drawn.
 *
 * @param title what it shows
 * @param keys what its marks mean; may be empty
 * @param chart the chart
 */
public record Panel(String title, List<Key> keys, XYChart chart) {}
