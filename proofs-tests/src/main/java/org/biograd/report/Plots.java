package org.biograd.report;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** Draws figures of panels. Everything that needs a working AWT hangs on this class. */
public final class Plots {

    /**
     * The width of a plot in its own units. A page shows it about as wide as this in CSS pixels, on a phone at three
     * quarters of it, so that a label of 14 is still one of 10 there.
     */
    public static final int WIDTH = 440;

    private Plots() {}

    /** A figure whose panels stand side by side where there is room. */
    public static Figure figure(String id, String title, String caption, List<Panel> panels) {
        return new Figure(id, title, caption, false, drawings(id, panels));
    }

    /** A figure whose panels stand above each other always, because they share an axis. */
    public static Figure stacked(String id, String title, String caption, List<Panel> panels) {
        return new Figure(id, title, caption, true, drawings(id, panels));
    }

    private static List<Drawing> drawings(String id, List<Panel> panels) {
        List<Drawing> drawings = new ArrayList<>();
        for (Panel panel : panels) {
            XYChart chart = panel.chart();
            String svg = Svg.inline(
                    id + "-" + (drawings.size() + 1),
                    panel.title(),
                    ChartWords.of(chart),
                    chart.getWidth(),
                    chart.getHeight(),
                    graphics -> chart.paint(graphics, chart.getWidth(), chart.getHeight()));
            drawings.add(new Drawing(panel.title(), panel.keys(), svg));
        }
        return drawings;
    }
}
