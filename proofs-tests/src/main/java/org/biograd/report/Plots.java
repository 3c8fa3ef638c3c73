package org.biograd.report;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Draws figures of panels. Everything that needs a working AWT hangs on this class. */
public final class Plots {

    /** The width of a figure, in CSS pixels. */
    public static final int WIDTH = 880;

    private Plots() {}

    /** A figure of panels in a grid. */
    public static Figure figure(
            String id, String title, String caption, int columns, Function<Palette, List<Panel>> panels)
            throws IOException {
        Canvas light = new Canvas(WIDTH, columns, panels.apply(Palette.LIGHT));
        Canvas dark = new Canvas(WIDTH, columns, panels.apply(Palette.DARK));
        return new Figure(id, title, caption, WIDTH, light.height(), light.png(Palette.LIGHT), dark.png(Palette.DARK));
    }
}
