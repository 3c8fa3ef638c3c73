package org.biograd.study.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Figure;
import org.biograd.report.Palette;
import org.biograd.report.Plots;
import org.biograd.study.verify.VerifyResult.Portrait;

/** Draws the figures of a verification. Everything of it that needs a working AWT hangs on this class. */
final class VerifyPlots {

    private VerifyPlots() {}

    /**
     * The figures that the result has something for.
     *
     * @throws IOException where an image cannot be encoded
     */
    static List<Figure> draw(VerifyResult result) throws IOException {
        List<Figure> figures = new ArrayList<>();
        if (!result.curve().isEmpty()) {
            figures.add(Plots.figure(
                    "learning",
                    "Learning curve",
                    Captions.learning(result),
                    1,
                    palette -> List.of(LearningCurve.draw(result, palette, Plots.WIDTH))));
        }
        if (!result.feedbackAngles().isEmpty()) {
            figures.add(Plots.figure(
                    "alignment",
                    "Sleep aligns the feedback",
                    Captions.alignment(result),
                    1,
                    palette -> List.of(FeedbackAngles.draw(result, palette, Plots.WIDTH))));
        }
        if (!DeviationHistograms.draw(result, Palette.LIGHT, Plots.WIDTH).isEmpty()) {
            figures.add(Plots.figure(
                    "deviations",
                    "Deviations from the reference",
                    Captions.deviations(),
                    DeviationHistograms.COLUMNS,
                    palette -> DeviationHistograms.draw(result, palette, Plots.WIDTH)));
        }
        Portrait portrait = result.portrait();
        if (portrait != null) {
            figures.add(Plots.figure(
                    "portrait",
                    "Portrait of a neuron",
                    Captions.portrait(portrait),
                    1,
                    palette -> NeuronPortrait.draw(portrait, palette, Plots.WIDTH)));
        }
        return figures;
    }
}
