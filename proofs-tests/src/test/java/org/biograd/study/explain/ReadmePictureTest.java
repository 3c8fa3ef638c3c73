package org.biograd.study.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** The picture of README: one neuron in one sample, from input spikes to the new weight, as the network computes it. */
class ReadmePictureTest {

    private static final Path FILE = SpecText.root().resolve("spec/text/neuron.svg");
    private static final int SAMPLE = 40;
    private static final int LEFT = 190;
    private static final int STEP = 30;
    private static final int ROW = 84;

    private final StringBuilder svg = new StringBuilder();
    private int steps;
    private int top = 16;

    /** {@code mvn test -Dbiograd.regenerate=true} draws it anew. */
    @Test
    void thePictureIsUpToDate() throws IOException {
        String picture = picture();
        if (Boolean.getBoolean("biograd.regenerate")) {
            Files.writeString(FILE, picture);
        }
        assertEquals(picture, Files.readString(FILE).replace("\r", ""), "mvn test -Dbiograd.regenerate=true renews it");
    }

    private String picture() throws IOException {
        DataSet digits = Digits.training(Digits.load());
        Network network = new Network(Shape.of(64, 64, 10), Profiles.loihi(), 1);
        Choice choice = new Choice(List.of(), List.of(), 0, Integer.MAX_VALUE);
        steps = network.profile().time().steps();
        Explained explained = new ExplainRun(network, choice)
                .ofTraining(SAMPLE, digits.source(steps, 1), digits.labels(), ProgressListener.NONE);
        Shown shown = explained.shown();
        int i = explained.neurons().get(0).neuron();
        int j = choice.presynaptic(shown, explained.neurons().get(0)).get(0);
        int synapse = shown.synapse(1, j, i);
        long before = shown.weights[1][synapse];
        long after = shown.at(Signal.WEIGHT, 1, steps - 1, synapse);
        long q = shown.at(Signal.LEARNING_ERROR, 1, steps - 1, i);
        assertNotEquals(before, after, "nothing is learned in this picture");
        bars("input spikes x", "of one synapse", course(shown, Signal.SPIKE, 0, j));
        curve(
                "voltage v",
                "threshold dashed",
                course(shown, Signal.MEMBRANE_VOLTAGE, 1, i),
                shown.profile.soma().threshold());
        bars("spikes s", "above the threshold", course(shown, Signal.SPIKE, 1, i));
        bars("gate g", "near the threshold", course(shown, Signal.GATE, 1, i));
        curve("trace z", "how recent x is", course(shown, Signal.TRACE, 1, j), 0);
        curve("eligibility E", "sum of z with open gate", course(shown, Signal.ELIGIBILITY, 1, synapse), 0);
        curve("dendrite D", "error spikes fed back", course(shown, Signal.DENDRITE, 1, i), 0);
        text(
                LEFT,
                top + 14,
                "bold",
                "The weight moves by -q E, scaled and rounded: q = " + q + " and E = "
                        + shown.at(Signal.ELIGIBILITY, 1, steps - 1, synapse) + " make " + before + " into " + after
                        + ".");
        int width = LEFT + steps * STEP + 20;
        int height = top + 34;
        String title =
                "One neuron in sample " + SAMPLE + " of a training: voltage, spikes, gate, trace, eligibility and "
                        + "error, and the weight that is learned";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + title + "\">\n<title>" + title
                + "</title>\n<style>rect.b{fill:#fff}text{font:13px sans-serif;fill:#1b1f24}.m{fill:#57606a;"
                + "font-size:11px}.bold{font-weight:600}.c{fill:none;stroke:#0068b3;stroke-width:2}.s{fill:#0068b3}"
                + ".t{stroke:#57606a;stroke-dasharray:5 4}.a{stroke:#d0d7de}@media(prefers-color-scheme:dark){"
                + "rect.b{fill:#12161b}text{fill:#e6e9ed}.m{fill:#9aa4b0}.c{stroke:#58b4f5}.s{fill:#58b4f5}"
                + ".t{stroke:#9aa4b0}.a{stroke:#323a44}}</style>\n<rect class=\"b\" width=\"100%\" height=\"100%\"/>\n"
                + svg + "</svg>\n";
    }

    private long[] course(Shown shown, Signal signal, int layer, int index) {
        long[] course = new long[steps];
        for (int t = 0; t < steps; t++) {
            course[t] = shown.at(signal, layer, t, index);
        }
        return course;
    }

    private void head(String title, String words, int y) {
        text(14, y, "bold", title);
        text(14, y + 15, "m", words);
    }

    private void text(int x, int y, String style, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>%n".replace("%n", "\n"),
                x,
                y,
                style,
                words));
    }

    private void bars(String title, String words, long[] values) {
        head(title, words, top + 12);
        for (int t = 0; t < steps; t++) {
            if (values[t] == 1) {
                svg.append("<rect class=\"s\" x=\"" + (LEFT + t * STEP + 8) + "\" y=\"" + top + "\" width=\"12\" "
                        + "height=\"22\"/>\n");
            }
        }
        axis(top + 26);
        top += 44;
    }

    private void curve(String title, String words, long[] values, long line) {
        long low = line;
        long high = line;
        for (long value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        long range = Math.max(1, high - low);
        head(title, words, top + 24);
        StringBuilder points = new StringBuilder();
        for (int t = 0; t < steps; t++) {
            points.append(t == 0 ? "" : " ")
                    .append(LEFT + t * STEP + 14)
                    .append(',')
                    .append(y(values[t], low, range));
        }
        long at = y(line, low, range);
        svg.append("<line class=\"t\" x1=\"" + LEFT + "\" x2=\"" + (LEFT + steps * STEP) + "\" y1=\"" + at + "\" y2=\""
                + at + "\"/>\n<polyline class=\"c\" points=\"" + points + "\"/>\n");
        text(14, top + 56, "m", "from " + low + " to " + high);
        axis(top + ROW - 16);
        top += ROW;
    }

    private long y(long value, long low, long range) {
        return top + (ROW - 24) - (value - low) * (ROW - 28) / range;
    }

    private void axis(int y) {
        svg.append("<line class=\"a\" x1=\"" + LEFT + "\" x2=\"" + (LEFT + steps * STEP) + "\" y1=\"" + y + "\" y2=\""
                + y + "\"/>\n");
    }
}
