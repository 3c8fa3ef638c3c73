package org.biograd.report;

import java.util.Locale;

/**
 * What a mark of a plot means.
 *
 * @param label its meaning
 * @param color its colour
 * @param mark how it is drawn, so that it is told apart without colours too
 */
public record Key(String label, Palette color, Mark mark) {

    /** How something is drawn. */
    public enum Mark {
        /** A line. */
        LINE,
        /** A dashed line. */
        DASHES,
        /** A dotted line. */
        DOTS,
        /** A thin line. */
        THIN,
        /** A thin dashed line. */
        THRESHOLD,
        /** A filled region. */
        AREA,
        /** A region that only has an outline. */
        FRAME,
        /** Discs. */
        DISC,
        /** Diamonds. */
        DIAMOND;

        private static final Mark[] LINES = {LINE, DASHES, DOTS, THIN};

        /** Its name in the style sheet. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** That of line number 0, 1, ... where a plot has several of a kind. */
        public static Mark line(int number) {
            return LINES[number % LINES.length];
        }
    }
}
