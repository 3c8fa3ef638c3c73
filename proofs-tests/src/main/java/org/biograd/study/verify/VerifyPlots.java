package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Figure;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.biograd.study.verify.VerifyResult.Portrait;

/** Draws the figures of a verification. Everything of it that needs a working AWT hangs on this class. */
final class VerifyPlots {

    private VerifyPlots() {}

    /** The figures that the result has something for. */
    static List<Figure> draw(VerifyResult result) {
        List<Figure> figures = new ArrayList<>();
        if (!result.curve().isEmpty()) {
            figures.add(Plots.figure(
                    "learning", "Learning curve", Captions.learning(result), List.of(LearningCurve.draw(result))));
        }
        if (!result.feedbackAngles().isEmpty()) {
            figures.add(Plots.figure(
                    "alignment",
                    "Sleep aligns the feedback",
                    Captions.alignment(result),
                    List.of(FeedbackAngles.draw(result))));
        }
        List<Panel> deviations = DeviationHistograms.draw(result);
        if (!deviations.isEmpty()) {
            figures.add(Plots.figure("deviations", "Deviations from the reference", Captions.deviations(), deviations));
        }
        Portrait portrait = result.portrait();
        if (portrait != null) {
            figures.add(Plots.stacked(
                    "portrait", "Portrait of a neuron", Captions.portrait(portrait), NeuronPortrait.draw(portrait)));
        }
        return figures;
    }
}
