package org.biograd.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.biograd.verify.VerifyResult;
import org.biograd.verify.VerifyResult.Portrait;

/** Draws the figures of a report. Everything that needs a working AWT hangs on this class. */
final class Plots {

    /** The width of a figure, in CSS pixels. */
    static final int WIDTH = 880;

    private Plots() {}

    /**
     * The figures that the result has something for.
     *
     * @throws IOException where an image cannot be encoded
     */
    static List<Figure> draw(VerifyResult result) throws IOException {
        List<Figure> figures = new ArrayList<>();
        if (!result.curve().isEmpty()) {
            figures.add(figure(
                    "learning",
                    "Learning curve",
                    Captions.learning(result),
                    1,
                    palette -> List.of(LearningCurve.draw(result, palette, WIDTH))));
        }
        if (!result.feedbackAngles().isEmpty()) {
            figures.add(figure(
                    "alignment",
                    "Sleep aligns the feedback",
                    Captions.alignment(result),
                    1,
                    palette -> List.of(FeedbackAngles.draw(result, palette, WIDTH))));
        }
        if (!DeviationHistograms.draw(result, Palette.LIGHT, WIDTH).isEmpty()) {
            figures.add(figure(
                    "deviations",
                    "Deviations from the reference",
                    Captions.deviations(),
                    DeviationHistograms.COLUMNS,
                    palette -> DeviationHistograms.draw(result, palette, WIDTH)));
        }
        Portrait portrait = result.portrait();
        if (portrait != null) {
            figures.add(figure(
                    "portrait",
                    "Portrait of a neuron",
                    Captions.portrait(portrait),
                    1,
                    palette -> NeuronPortrait.draw(portrait, palette, WIDTH)));
        }
        return figures;
    }

    /** A figure of panels in a grid. */
    static Figure figure(String id, String title, String caption, int columns, Function<Palette, List<Panel>> panels)
            throws IOException {
        Canvas light = new Canvas(WIDTH, columns, panels.apply(Palette.LIGHT));
        Canvas dark = new Canvas(WIDTH, columns, panels.apply(Palette.DARK));
        return new Figure(id, title, caption, WIDTH, light.height(), light.png(Palette.LIGHT), dark.png(Palette.DARK));
    }
}
