package org.biograd.results;

import java.util.List;
import java.util.Locale;

/** Learning curves as SVG: the test accuracy after each epoch, a line a run, a colour a group. */
final class CurvesSvg {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 20;
    private static final int BOTTOM = 45;
    private static final String[] COLOURS = {"#1f5fa8", "#c8541a", "#3a8a3a", "#8a4fa0", "#8c6d1f", "#4a4a4a"};

    private CurvesSvg() {}

    static String of(List<Group> groups, double low, double high) {
        int epochs = groups.stream()
                .flatMap(g -> g.runs().stream())
                .mapToInt(Run::epochs)
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                        + "font-size=\"12\">%n",
                WIDTH,
                HEIGHT);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, HEIGHT);
        for (double y = Math.ceil(low); y <= high; y++) {
            add(
                    svg,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(y, low, high),
                    y(y, low, high));
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f %%</text>%n",
                    LEFT - 6,
                    y(y, low, high) + 4,
                    y);
        }
        for (int e = 1; e <= epochs; e++) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x(e, epochs),
                    HEIGHT - BOTTOM + 18,
                    e);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">epoch</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8);
        for (int g = 0; g < groups.size(); g++) {
            String colour = COLOURS[g % COLOURS.length];
            for (Run run : groups.get(g).runs()) {
                StringBuilder points = new StringBuilder();
                for (int e = 1; e <= run.epochs(); e++) {
                    double accuracy = run.accuracies().get(e - 1);
                    if (accuracy >= low) {
                        add(points, "%.1f,%.1f ", x(e, epochs), y(accuracy, low, high));
                    }
                }
                add(
                        svg,
                        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" points=\"%s\"/>%n",
                        colour,
                        points.toString().strip());
            }
            int line = HEIGHT - BOTTOM - 12 - 18 * (groups.size() - 1 - g);
            add(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
                    WIDTH - RIGHT - 8,
                    line,
                    colour,
                    groups.get(g).title());
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(int epoch, int epochs) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (epochs == 1 ? 0.5 : (epoch - 0.5) / epochs);
    }

    private static double y(double accuracy, double low, double high) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - accuracy) / (high - low);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
