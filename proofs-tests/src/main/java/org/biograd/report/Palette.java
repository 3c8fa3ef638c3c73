package org.biograd.report;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of plots. Those of the data keep apart for readers who see few colours; where there is no colour at all,
 * strokes, marks and frames keep them apart.
 *
 * <p>A plot is drawn in the colours for light surroundings. On a page each becomes a variable of the style sheet, which
 * has another value in dark surroundings.
 */
public enum Palette {
    /** Behind everything; the page's own. */
    BACKGROUND(0xffffff, 0x1b2026),
    /** Text, and thresholds. */
    INK(0x1b1f24, 0xe6e9ed),
    /** Labels of the axes. */
    MUTED(0x57606a, 0x9aa4b0),
    /** Grid lines and axes. */
    GRID(0xe3e7eb, 0x323a44),
    /** What the integer network computes. */
    INTEGERS(0x0068b3, 0x58b4f5),
    /** What the reference computes. */
    REFERENCE(0xd45500, 0xff9d4d),
    /** Regions. */
    BAND(0xd5e5f2, 0x2a4258),
    /** Further data. */
    MORE(0x00875f, 0x3fc79a);

    private static final Palette[] LINES = {INTEGERS, REFERENCE, MORE, MUTED};

    private final int light;
    private final int dark;

    Palette(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** What a plot is drawn in. */
    public Color color() {
        return new Color(light);
    }

    /** The colour of line number 0, 1, ... where a plot has several of a kind. */
    public static Palette line(int number) {
        return LINES[number % LINES.length];
    }

    /** What the style sheet calls it, for example {@code --plot-ink}. */
    public String variable() {
        return "--plot-" + name().toLowerCase(Locale.ROOT);
    }

    /** The declarations of a style sheet for light or dark surroundings. */
    public static String declarations(boolean dark) {
        StringBuilder css = new StringBuilder();
        for (Palette each : values()) {
            css.append(String.format(Locale.ROOT, "%s: #%06x; ", each.variable(), dark ? each.dark : each.light));
        }
        return css.toString().strip();
    }
}
