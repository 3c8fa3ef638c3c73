package org.biograd.train.report;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Drawing;
import org.biograd.report.Figure;
import org.biograd.report.Numbers;
import org.biograd.report.Palette;
import org.biograd.report.Plots;
import org.biograd.report.Svg;
import org.biograd.train.TestResult;

/** The confusion matrix as a map: a row per class, a column per prediction, the stronger the more samples. */
final class ConfusionMap {

    private static final int LEFT = 60;
    private static final int TOP = 48;
    private static final int MOST_CELL = 56;
    private static final int LEAST_CELL_WITH_TEXT = 24;
    private static final double DARK = 0.6;

    private final TestResult result;
    private final int cell;

    private ConfusionMap(TestResult result) {
        this.result = result;
        this.cell = Math.max(1, Math.min(MOST_CELL, (Plots.WIDTH - LEFT) / result.classes()));
    }

    static Figure figure(TestResult result) {
        return new ConfusionMap(result).figure();
    }

    private Figure figure() {
        String svg = Svg.inline(
                "confusion-1",
                "Confusion",
                words(),
                LEFT + cell * result.classes(),
                TOP + cell * result.classes() + 8,
                this::paint);
        return new Figure(
                "confusion",
                "Confusion",
                "Rows are the classes of the " + Numbers.count(result.samples())
                        + " test samples, columns what the network says they are; shades are shares of a row, the "
                        + "diagonal is right.",
                false,
                List.of(new Drawing("", List.of(), svg)));
    }

    /** The errors that are most frequent, class by class. */
    private String words() {
        StringBuilder words =
                new StringBuilder("Class by class, how many are right and what the others are mostly " + "taken for.");
        for (int c = 0; c < result.classes(); c++) {
            int most = c == 0 ? 1 : 0;
            for (int p = 0; p < result.classes(); p++) {
                most = p != c && result.confusion()[c][p] > result.confusion()[c][most] ? p : most;
            }
            words.append(" Class ").append(c).append(": ").append(result.confusion()[c][c]);
            words.append(" of ").append(result.samples(c));
            if (most < result.classes() && result.confusion()[c][most] > 0) {
                words.append(", ")
                        .append(result.confusion()[c][most])
                        .append(" as ")
                        .append(most);
            }
            words.append('.');
        }
        return words.toString();
    }

    private void paint(Graphics2D graphics) {
        graphics.setFont(Charts.LABEL);
        graphics.setColor(Palette.MUTED.color());
        graphics.drawString("predicted", LEFT, 14);
        graphics.drawString("class", 8, TOP - 8);
        // Where there are too many for a number each, every so many has one.
        int every = Math.max(1, (LEAST_CELL_WITH_TEXT + cell - 1) / cell);
        for (int c = 0; c < result.classes(); c++) {
            if (c % every == 0) {
                center(graphics, Integer.toString(c), LEFT + c * cell, TOP - 22, Palette.MUTED);
                center(graphics, Integer.toString(c), LEFT - cell, TOP + c * cell + (cell - 20) / 2, Palette.MUTED);
            }
            for (int p = 0; p < result.classes(); p++) {
                paintCell(graphics, c, p);
            }
        }
    }

    // The square root shows the few that are wrong beside the many that are right.
    private void paintCell(Graphics2D graphics, int c, int p) {
        int count = result.confusion()[c][p];
        if (count == 0) {
            return;
        }
        double share = Math.sqrt((double) count / result.samples(c));
        Color color = (c == p ? Palette.INTEGERS : Palette.REFERENCE).color();
        graphics.setColor(new Color(
                color.getRed(), color.getGreen(), color.getBlue(), Math.max(1, (int) Math.round(share * 255))));
        graphics.fillRect(LEFT + p * cell, TOP + c * cell, cell - 1, cell - 1);
        if (cell >= LEAST_CELL_WITH_TEXT) {
            center(
                    graphics,
                    Numbers.count(count),
                    LEFT + p * cell,
                    TOP + c * cell + (cell - 20) / 2,
                    share > DARK ? Palette.BACKGROUND : Palette.INK);
        }
    }

    private void center(Graphics2D graphics, String text, int x, int y, Palette color) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(color.color());
        graphics.drawString(text, x + (cell - metrics.stringWidth(text)) / 2f, y + 15f);
    }
}
