package org.biograd.train.report;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.io.IOException;
import org.biograd.report.Charts;
import org.biograd.report.Figure;
import org.biograd.report.Numbers;
import org.biograd.report.Palette;
import org.biograd.report.Plots;
import org.biograd.report.Raster;
import org.biograd.train.TestResult;

/** The confusion matrix as a map: a row a class, a column a prediction, the darker the more samples. */
final class ConfusionMap {

    private static final int LEFT = 60;
    private static final int TOP = 44;
    private static final int MOST_CELL = 56;

    private final TestResult result;
    private final Palette palette;
    private final int cell;

    private ConfusionMap(TestResult result, Palette palette) {
        this.result = result;
        this.palette = palette;
        this.cell = cell(result);
    }

    private static int cell(TestResult result) {
        return Math.max(1, Math.min(MOST_CELL, (Plots.WIDTH - LEFT) / result.classes()));
    }

    static Figure figure(TestResult result) throws IOException {
        int height = TOP + cell(result) * result.classes() + 8;
        return new Figure(
                "confusion",
                "Confusion",
                "Rows are the classes of the " + Numbers.count(result.samples())
                        + " test samples, columns what the network says they are; shades are shares of a row, the "
                        + "diagonal is right.",
                Plots.WIDTH,
                height,
                Raster.png(Plots.WIDTH, height, Palette.LIGHT, new ConfusionMap(result, Palette.LIGHT)::paint),
                Raster.png(Plots.WIDTH, height, Palette.DARK, new ConfusionMap(result, Palette.DARK)::paint));
    }

    private void paint(Graphics2D graphics) {
        graphics.setFont(Charts.LABEL);
        graphics.setColor(palette.muted());
        graphics.drawString("predicted", LEFT, 14);
        graphics.drawString("class", 8, TOP - 8);
        for (int c = 0; c < result.classes(); c++) {
            center(graphics, Integer.toString(c), LEFT + c * cell, TOP - 22, palette.muted());
            center(graphics, Integer.toString(c), LEFT - cell, TOP + c * cell + (cell - 20) / 2, palette.muted());
            for (int p = 0; p < result.classes(); p++) {
                paintCell(graphics, c, p);
            }
        }
    }

    // The square root shows the few that are wrong beside the many that are right.
    private void paintCell(Graphics2D graphics, int c, int p) {
        int count = result.confusion()[c][p];
        double share = count == 0 ? 0 : Math.sqrt((double) count / result.samples(c));
        Color color = c == p ? palette.integers() : palette.reference();
        graphics.setColor(mix(palette.background(), color, share));
        graphics.fillRect(LEFT + p * cell, TOP + c * cell, cell - 1, cell - 1);
        if (count > 0 && cell >= 28) {
            center(
                    graphics,
                    Numbers.count(count),
                    LEFT + p * cell,
                    TOP + c * cell + (cell - 20) / 2,
                    share > 0.6 ? palette.background() : palette.ink());
        }
    }

    private void center(Graphics2D graphics, String text, int x, int y, Color color) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(color);
        graphics.drawString(text, x + (cell - metrics.stringWidth(text)) / 2f, y + 15f);
    }

    /** A colour between two: the first at 0, the second at 1. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }
}
