package org.biograd.study.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.report.Figure;
import org.biograd.report.HtmlPage;
import org.biograd.report.HtmlTable;
import org.biograd.report.Numbers;
import org.biograd.report.SignalNames;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ProfileReader;
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
    private final HtmlPage page;

    private VerifyPage(VerifyResult result) {
        this.result = result;
        page = new HtmlPage(
                "BioGrad verification: " + result.profile().name() + ", " + result.shape() + ", seed " + seed());
    }

    /** The page of a result. */
    static VerifyPage of(VerifyResult result) {
        // Not VerifyPlots::draw, which would need AWT as soon as it is linked.
        return of(result, shown -> VerifyPlots.draw(shown));
    }

    /** The page of a result, with figures by a painter; where it fails, the page says so and why. */
    static VerifyPage of(VerifyResult result, Painter painter) {
        VerifyPage report = new VerifyPage(result);
        report.write(painter);
        return report;
    }

    /** The page. */
    String text() {
        return page.text();
    }

    /** Why there are no plots, where there are none. */
    Optional<String> plotsMissing() {
        return page.plotsMissing();
    }

    private void write(Painter painter) {
        head();
        facts();
        page.figures(() -> painter.draw(result));
        page.section("checks", "Checks", checks());
        page.section("signals", "Integers against the reference, signal by signal", signals());
        page.section("layers", "Angles, layer by layer", layers());
        page.section("decisions", "Decisions", decisions());
        page.section("reproduce", "Reproduce", reproduce());
        page.end();
    }

    private void head() {
        add("<h1>BioGrad verification</h1>\n");
        add("<p class=\"lead\">Profile <b>" + escape(result.profile().name()) + "</b>, network " + result.shape()
                + ", seed " + seed()
                + ", " + Numbers.count(result.epochs()) + " epochs of " + Numbers.count(result.trainingSamples())
                + " handwritten digits</p>\n");
        long failed = result.checksFailed();
        int all = result.checks().size();
        add(
                failed == 0
                        ? "<p class=\"verdict good\">All " + all + " checks held</p>\n"
                        : "<p class=\"verdict bad\">" + failed + " of " + all
                                + " checks failed</p>\n<ul class=\"bad\">\n");
        if (failed > 0) {
            for (VerifyResult.Check check : result.checks()) {
                add(check.passed() ? "" : "<li>" + escape(check.name()) + ": " + escape(check.detail()) + "</li>\n");
            }
            add("</ul>\n");
        }
    }

    private void facts() {
        add("<dl class=\"facts\">\n");
        fact(
                "Test accuracy",
                Numbers.fixed(result.testAccuracy(), 2) + " %",
                "of " + Numbers.count(result.testSamples()) + " images");
        fact("Angle of B, layer 1", degrees(result.feedbackAngle()), "to the forward weights above it, at the end");
        fact(
                "Differing decisions",
                Numbers.count(result.differingDecisions()),
                "of " + Numbers.count(result.decisions()) + " spikes, gates and error spikes");
        fact(
                "Samples in the dead zone",
                Numbers.count(result.deadZone()),
                "of " + Numbers.count(result.presentations()) + " shown: no error neuron spiked, no weight moved");
        add("</dl>\n");
    }

    private void fact(String name, String value, String note) {
        add("<div><dt>" + name + "</dt><dd>" + escape(value) + "<small>" + escape(note) + "</small></dd></div>\n");
    }

    private String checks() {
        HtmlTable table = new HtmlTable("", "What has to hold", "What was found");
        for (VerifyResult.Check check : result.checks()) {
            table.row(
                    check.passed() ? "<b class=\"good\">held</b>" : "<b class=\"bad\">FAILED</b>",
                    escape(check.name()),
                    escape(check.detail()));
        }
        return table.html();
    }

    private String signals() {
        HtmlTable table =
                new HtmlTable("Signal", "", "#Compared", "#Largest, LSB", "#Mean, LSB", "#Saturations", "#Wraps");
        for (Signal signal : Signal.values()) {
            Deviation deviation = result.deviations().get(signal);
            boolean counted =
                    result.saturations().containsKey(signal) || result.wraps().containsKey(signal);
            if (deviation != null || counted) {
                table.row(
                        "<b>" + escape(signal.symbol()) + "</b>",
                        SignalNames.of(signal),
                        deviation == null ? Numbers.NONE : Numbers.count(deviation.count()),
                        deviation == null ? Numbers.NONE : Numbers.deviation(deviation.largest()),
                        deviation == null ? Numbers.NONE : Numbers.deviation(deviation.mean()),
                        count(result.saturations(), signal),
                        count(result.wraps(), signal));
            }
        }
        return "<p>Deviation is integer minus reference, in LSB: the smallest step of that integer. A saturation is a "
                + "value that was cut "
                + "off at the end of its range, a wrap one that ran over it.</p>\n" + table.html();
    }

    private static String count(Map<Signal, Long> counts, Signal signal) {
        return Numbers.count(counts.getOrDefault(signal, 0L));
    }

    private String layers() {
        HtmlTable table = new HtmlTable("Layer", "#Feedback, degrees", "#Update, degrees", "#Product, degrees");
        for (int l = 1; l <= result.shape().layers(); l++) {
            table.row(
                    Integer.toString(l),
                    AngleText.feedback(result, l),
                    AngleText.update(result, l),
                    AngleText.product(result, l));
        }
        return "<p>Feedback: between B and the forward weights above the layer, at the end; the output layer has no "
                + "B. Update: between "
                + "the weight changes of the integers and those of the reference, all of them taken as one vector. "
                + "Product: the same "
                + "before the last rounding.</p>\n" + table.html();
    }

    private String decisions() {
        String counts = "<p>A spike, a gate and an error spike are decisions: a value is compared with a threshold. "
                + Numbers.count(result.decisions()) + " were compared, " + Numbers.count(result.differingDecisions())
                + " differ from the reference.</p>\n";
        return counts + result.firstDifference().map(VerifyPage::difference).orElse("");
    }

    private static String difference(DecisionDifference first) {
        return "<p>The first to differ: " + escape(first.signal().symbol()) + " (" + SignalNames.of(first.signal())
                + ") of neuron "
                + first.index() + " in layer " + first.layer() + (first.asleep() ? ", sleep " : ", training sample ")
                + first.sample() + ", step " + first.step()
                + ". The integers decided for " + first.taken() + "; the reference was "
                + Numbers.deviation(Math.abs(first.margin())) + " LSB on the other side of the threshold.</p>\n";
    }

    private String reproduce() {
        String name = escape(result.profile().name());
        return "<p>The shipped profile, or a file that holds the text below, gives the same bits on any machine:</p>\n"
                + "<pre>biograd verify --profile " + name + " --seed " + seed() + " --epochs " + result.epochs()
                + hidden() + "</pre>\n"
                + "<p>Digest of the trained weights (SHA-256): <code class=\"digest\">" + escape(result.digest())
                + "</code></p>\n"
                + "<details><summary>The profile " + name + "</summary>\n<pre>"
                + escape(ProfileReader.write(result.profile())) + "</pre>\n</details>\n";
    }

    private String hidden() {
        return result.shape().layers() < 2 ? "" : " --hidden " + result.shape().size(1);
    }

    private String seed() {
        return Long.toUnsignedString(result.seed());
    }

    private static String degrees(double angle) {
        return Double.isFinite(angle) ? Numbers.fixed(angle, 1) + "\u00b0" : Numbers.NONE;
    }

    private void add(String text) {
        page.add(text);
    }

    private static String escape(String text) {
        return HtmlPage.escape(text);
    }
}
