package org.biograd.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;

/** Panels in a grid, drawn as one image. */
public final class Canvas {

    private static final int KEY = 18;
    private static final int GAP = 6;

    private final int width;
    private final int columns;
    private final List<Panel> panels;

    /**
     * A grid, filled row by row; the panels of a row are of one height.
     *
     * @param width width of the whole, in CSS pixels
     * @param columns columns of the grid
     * @param panels the panels, at least one
     */
    public Canvas(int width, int columns, List<Panel> panels) {
        this.width = width;
        this.columns = columns;
        this.panels = panels;
    }

    /** Height of the whole, in CSS pixels. */
    public int height() {
        int height = 0;
        for (int i = 0; i < panels.size(); i += columns) {
            height += panels.get(i).height();
        }
        return height;
    }

    /**
     * Draws it as a PNG at {@value Raster#SCALE} times its size.
     *
     * @throws IOException where it cannot be encoded
     */
    public byte[] png(Palette palette) throws IOException {
        return Raster.png(width, height(), palette, graphics -> {
            int y = 0;
            for (int i = 0; i < panels.size(); i++) {
                Panel panel = panels.get(i);
                int column = i % columns;
                Graphics2D part = (Graphics2D) graphics.create();
                part.translate(column * (width / columns), y);
                header(part, panel, palette);
                part.translate(0, Panel.HEADER);
                panel.chart()
                        .paint(part, panel.chart().getWidth(), panel.chart().getHeight());
                part.dispose();
                y += column == columns - 1 ? panel.height() : 0;
            }
        });
    }

    private static void header(Graphics2D graphics, Panel panel, Palette palette) {
        int baseline = Panel.HEADER - 8;
        graphics.setColor(palette.ink());
        graphics.setFont(Charts.TITLE);
        graphics.drawString(panel.title(), GAP, baseline);
        double x = GAP + graphics.getFontMetrics().stringWidth(panel.title()) + 3 * GAP;
        for (Panel.Key key : panel.keys()) {
            mark(graphics, key, x, baseline);
            Font font = Charts.LABEL;
            FontMetrics metrics = graphics.getFontMetrics(font);
            graphics.setFont(font);
            graphics.setColor(palette.muted());
            graphics.drawString(key.label(), (float) (x + KEY + GAP), baseline);
            x += KEY + GAP + metrics.stringWidth(key.label()) + 3 * GAP;
        }
    }

    private static void mark(Graphics2D graphics, Panel.Key key, double x, int baseline) {
        graphics.setColor(key.color());
        double middle = baseline - 4.5;
        if (key.mark() == Panel.Mark.AREA) {
            graphics.fill(new Rectangle2D.Double(x + 2, middle - 5, KEY - 4, 10));
            return;
        }
        graphics.setStroke(
                switch (key.mark()) {
                    case DASHES -> Charts.DASHED;
                    case THRESHOLD -> Charts.THIN_DASHED;
                    default -> Charts.SOLID;
                });
        graphics.draw(new Line2D.Double(x, middle, x + KEY, middle));
    }
}
