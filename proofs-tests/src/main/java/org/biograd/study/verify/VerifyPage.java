package org.biograd.study.verify;

import java.util.List;
import java.util.Map;
import org.biograd.report.Figure;
import org.biograd.report.Figures;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;
import org.biograd.report.SignalNames;
import org.biograd.spec.Signal;
import org.biograd.study.lockstep.DecisionDifference;
import org.biograd.study.lockstep.Deviation;

/** The page of a verification: one file that needs no other. */
final class VerifyPage {

    /** Draws the figures of a result. */
    @FunctionalInterface
    interface Painter {
        List<Figure> draw(VerifyResult result) throws Exception;
    }

    private final VerifyResult result;

    private VerifyPage(VerifyResult result) {
        this.result = result;
    }

    /** The page of a result. */
    static Page of(VerifyResult result) {
        // Not VerifyPlots::draw, which would need AWT as soon as it is linked.
        return of(result, shown -> VerifyPlots.draw(shown));
    }

    /** The page of a result, with figures by a painter; where it fails, the page says so and why. */
    static Page of(VerifyResult result, Painter painter) {
        VerifyPage page = new VerifyPage(result);
        return new Page("verify.jte")
                .with(Figures.draw(() -> painter.draw(result)))
                .with("result", result)
                .with("checks", page.checks())
                .with("signals", page.signals())
                .with("layers", page.layers())
                .with("angle", degrees(result.feedbackAngle()))
                .with(
                        "difference",
                        result.firstDifference().map(VerifyPage::difference).orElse(""))
                .with("command", page.command());
    }

    private PageTable checks() {
        PageTable table = new PageTable("", "What has to hold", "What was found");
        for (VerifyResult.Check check : result.checks()) {
            table.row(
                    check.passed()
                            ? PageTable.cell("held", PageTable.Look.GOOD)
                            : PageTable.cell("FAILED", PageTable.Look.BAD),
                    check.name(),
                    check.detail());
        }
        return table;
    }

    private PageTable signals() {
        PageTable table =
                new PageTable("Signal", "", "#Compared", "#Largest, LSB", "#Mean, LSB", "#Saturations", "#Wraps");
        for (Signal signal : Signal.values()) {
            Deviation deviation = result.deviations().get(signal);
            boolean counted =
                    result.saturations().containsKey(signal) || result.wraps().containsKey(signal);
            if (deviation != null || counted) {
                table.row(
                        PageTable.cell(signal.symbol(), PageTable.Look.STRONG),
                        SignalNames.of(signal),
                        deviation == null ? Numbers.NONE : Numbers.count(deviation.count()),
                        deviation == null ? Numbers.NONE : Numbers.deviation(deviation.largest()),
                        deviation == null ? Numbers.NONE : Numbers.deviation(deviation.mean()),
                        count(result.saturations(), signal),
                        count(result.wraps(), signal));
            }
        }
        return table;
    }

    private static String count(Map<Signal, Long> counts, Signal signal) {
        return Numbers.count(counts.getOrDefault(signal, 0L));
    }

    private PageTable layers() {
        PageTable table = new PageTable("Layer", "#Feedback, degrees", "#Update, degrees", "#Product, degrees");
        for (int l = 1; l <= result.shape().layers(); l++) {
            table.row(
                    Integer.toString(l),
                    AngleText.feedback(result, l),
                    AngleText.update(result, l),
                    AngleText.product(result, l));
        }
        return table;
    }

    private static String difference(DecisionDifference first) {
        return "The first to differ: " + first.signal().symbol() + " (" + SignalNames.of(first.signal())
                + ") of neuron " + first.index() + " in layer " + first.layer()
                + (first.asleep() ? ", sleep " : ", training sample ") + first.sample() + ", step " + first.step()
                + ". The integers decided for " + first.taken() + "; the reference was "
                + Numbers.deviation(Math.abs(first.margin())) + " LSB on the other side of the threshold.";
    }

    private String command() {
        return "biograd verify --profile " + result.profile().name() + " --seed "
                + Long.toUnsignedString(result.seed()) + " --epochs " + result.epochs()
                + (result.shape().layers() < 2
                        ? ""
                        : " --hidden " + result.shape().size(1));
    }

    private static String degrees(double angle) {
        return Double.isFinite(angle) ? Numbers.fixed(angle, 1) + "\u00b0" : Numbers.NONE;
    }
}
