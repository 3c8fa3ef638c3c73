package org.biograd.study.sweep.report;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.biograd.report.Charts;
import org.biograd.report.Palette;
import org.biograd.report.Plots;

/** A map of two axes: a number per cell, and a shade from light (the least) to dark (the most). */
final class HeatMap {

    private static final int LEFT = 110;
    private static final int TOP = 54;
    private static final int HEIGHT = 30;
    private static final int MOST_WIDTH = 70;
    private static final int LEAST_FOR_TEXT = 34;
    private static final int LIGHTEST = 20;
    private static final double DARK = 0.55;
    private static final int MOST_LABEL = 14;

    private final String across;
    private final String down;
    private final String[] columns;
    private final String[] rows;
    private final double[][] values;
    private final double low;
    private final double high;
    private final int cell;

    /**
     * A map.
     *
     * @param across what the columns are
     * @param columns their labels
     * @param down what the rows are
     * @param rows their labels
     * @param values by row and column; NaN where there is none
     */
    HeatMap(String across, String[] columns, String down, String[] rows, double[][] values) {
        this.across = across;
        this.columns = columns;
        this.down = down;
        this.rows = rows;
        this.values = values;
        this.low = all().min().orElse(0);
        this.high = all().max().orElse(0);
        this.cell = Math.max(4, Math.min(MOST_WIDTH, (Plots.WIDTH - LEFT) / columns.length));
    }

    private DoubleStream all() {
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(values[row]))
                .filter(Double::isFinite);
    }

    int width() {
        return Math.max(Plots.WIDTH, LEFT + cell * columns.length);
    }

    int height() {
        return TOP + HEIGHT * rows.length + 8;
    }

    /** The same in words. */
    String words() {
        StringBuilder words = new StringBuilder("Across: " + across + ". Down: " + down + ".");
        for (int r = 0; r < rows.length; r++) {
            words.append(' ').append(rows[r]).append(':');
            for (int c = 0; c < columns.length; c++) {
                words.append(c == 0 ? " " : ", ").append(text(values[r][c]));
            }
            words.append('.');
        }
        return words.toString();
    }

    void paint(Graphics2D graphics) {
        graphics.setFont(Charts.LABEL);
        graphics.setColor(Palette.MUTED.color());
        graphics.drawString(across, LEFT, 16);
        graphics.drawString(shorten(down), 4, TOP - 8);
        for (int c = 0; c < columns.length; c++) {
            if (cell >= LEAST_FOR_TEXT || c % (LEAST_FOR_TEXT / cell + 1) == 0) {
                center(graphics, shorten(columns[c]), LEFT + c * cell, TOP - 22, Palette.MUTED);
            }
        }
        for (int r = 0; r < rows.length; r++) {
            graphics.setColor(Palette.MUTED.color());
            graphics.drawString(shorten(rows[r]), 4, TOP + r * HEIGHT + 20);
            for (int c = 0; c < columns.length; c++) {
                cell(graphics, r, c);
            }
        }
    }

    private void cell(Graphics2D graphics, int r, int c) {
        int x = LEFT + c * cell;
        int y = TOP + r * HEIGHT;
        double value = values[r][c];
        if (!Double.isFinite(value)) {
            graphics.setColor(Palette.GRID.color());
            graphics.drawRect(x, y, cell - 2, HEIGHT - 2);
            return;
        }
        double share = high > low ? (value - low) / (high - low) : 1;
        Color color = Palette.INTEGERS.color();
        int alpha = LIGHTEST + (int) Math.round(share * (255 - LIGHTEST));
        graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
        graphics.fillRect(x, y, cell - 1, HEIGHT - 1);
        if (cell >= LEAST_FOR_TEXT) {
            center(graphics, text(value), x, y + 4, share > DARK ? Palette.BACKGROUND : Palette.INK);
        }
    }

    private static String text(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "none";
    }

    private static String shorten(String text) {
        return text.length() <= MOST_LABEL ? text : text.substring(0, MOST_LABEL - 1) + "\u2026";
    }

    private void center(Graphics2D graphics, String text, int x, int y, Palette color) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(color.color());
        graphics.drawString(text, x + (cell - metrics.stringWidth(text)) / 2f, y + 15f);
    }
}
