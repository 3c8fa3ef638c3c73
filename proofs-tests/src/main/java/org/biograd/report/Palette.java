package org.biograd.report;

import java.awt.Color;

/**
 * The colours of a plot. Those of the data keep apart for readers who see few colours too.
 *
 * @param background behind everything; the page's own
 * @param ink text and thresholds
 * @param muted labels of the axes
 * @param grid grid lines and axes
 * @param integers what the integer network computes
 * @param reference what the reference computes
 * @param band regions
 * @param more for further lines
 */
public record Palette(
        Color background, Color ink, Color muted, Color grid, Color integers, Color reference, Color band, Color more) {

    /** For light surroundings. */
    public static final Palette LIGHT = new Palette(
            new Color(0xffffff),
            new Color(0x1b1f24),
            new Color(0x57606a),
            new Color(0xe3e7eb),
            new Color(0x0068b3),
            new Color(0xd45500),
            new Color(0xe4eef7),
            new Color(0x00875f));

    /** For dark surroundings. */
    public static final Palette DARK = new Palette(
            new Color(0x1b2026),
            new Color(0xe6e9ed),
            new Color(0x9aa4b0),
            new Color(0x323a44),
            new Color(0x58b4f5),
            new Color(0xff9d4d),
            new Color(0x24384a),
            new Color(0x3fc79a));

    /** The colour of line number 0, 1, ... where a plot has several of a kind. */
    public Color line(int number) {
        Color[] lines = {integers, reference, more, muted};
        return lines[number % lines.length];
    }
}
