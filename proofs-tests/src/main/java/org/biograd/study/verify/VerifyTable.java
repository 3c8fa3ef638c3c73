package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.spec.Signal;
import org.biograd.study.lockstep.DecisionDifference;
import org.biograd.study.lockstep.Deviation;

/**
 * The short table of a verification for a terminal: at most {@value #MAX_LINES} lines, plain ASCII but for what checks
 * say.
 */
public final class VerifyTable {

    /** The most lines. */
    public static final int MAX_LINES = 30;

    private static final int WIDTH = 110;
    private static final int MAX_LAYERS = 3;

    private VerifyTable() {}

    /** The table, every line ended by the line separator of the platform. */
    public static String of(VerifyResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("profile " + result.profile().name() + ", " + result.shape() + ", seed "
                + Long.toUnsignedString(result.seed()) + ", " + Numbers.count(result.epochs()) + " epochs of "
                + Numbers.count(result.trainingSamples()) + " samples");
        lines.add("");
        lines.addAll(facts(result));
        lines.add("");
        lines.addAll(layers(result));
        lines.add("");
        List<String> deviations = deviations(result);
        if (deviations.size() > 1) {
            lines.addAll(deviations);
            lines.add("");
        }
        lines.addAll(checks(result.checks(), MAX_LINES - lines.size() - 2));
        lines.add("");
        lines.add("digest of the weights: " + result.digest());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> facts(VerifyResult result) {
        Columns facts = new Columns(true);
        facts.row(
                "test accuracy",
                Numbers.fixed(result.testAccuracy(), 2) + " % of " + Numbers.count(result.testSamples()) + " samples");
        facts.row(
                "decisions differing",
                Numbers.count(result.differingDecisions()) + " of " + Numbers.count(result.decisions()));
        result.firstDifference().ifPresent(first -> facts.row("first to differ", difference(first)));
        facts.row(
                "samples in dead zone",
                Numbers.count(result.deadZone()) + " of " + Numbers.count(result.presentations()));
        return facts.lines(WIDTH);
    }

    private static String difference(DecisionDifference first) {
        return first.signal().symbol() + " of layer " + first.layer() + ", neuron " + first.index()
                + (first.asleep() ? ", in sleep " : ", in sample ") + first.sample() + ", step " + first.step();
    }

    private static List<String> layers(VerifyResult result) {
        Columns angles = new Columns(false);
        angles.row("angles, degrees", "feedback", "update", "product");
        int layers = result.shape().layers();
        int shown = layers <= MAX_LAYERS ? layers : MAX_LAYERS - 1;
        for (int l = 1; l <= shown; l++) {
            angles.row(
                    "layer " + l,
                    AngleText.feedback(result, l),
                    AngleText.update(result, l),
                    AngleText.product(result, l));
        }
        List<String> lines = angles.lines(WIDTH);
        if (shown < layers) {
            lines.add((layers - shown) + " more layers in the report");
        }
        return lines;
    }

    private static List<String> deviations(VerifyResult result) {
        Columns table = new Columns(false);
        table.row("deviations, LSB", "compared", "largest", "mean", "saturations", "wraps");
        for (Signal signal : DeviationHistograms.SIGNALS) {
            Deviation deviation = result.deviations().get(signal);
            if (deviation != null) {
                table.row(
                        signal.symbol(),
                        Numbers.count(deviation.count()),
                        Numbers.deviation(deviation.largest()),
                        Numbers.deviation(deviation.mean()),
                        Numbers.count(result.saturations().getOrDefault(signal, 0L)),
                        Numbers.count(result.wraps().getOrDefault(signal, 0L)));
            }
        }
        return table.lines(WIDTH);
    }

    // What failed stands before what held, and alone says what was found: the details of the others are in the report.
    private static List<String> checks(List<VerifyResult.Check> checks, int most) {
        Columns table = new Columns(true);
        List<VerifyResult.Check> order = new ArrayList<>(checks);
        order.sort((a, b) -> Boolean.compare(a.passed(), b.passed()));
        int shown = order.size() <= most ? order.size() : most - 1;
        for (VerifyResult.Check check : order.subList(0, shown)) {
            table.row(
                    check.passed() ? "ok" : "FAILED",
                    flat(check.name()) + (check.passed() ? "" : ": " + flat(check.detail())));
        }
        List<String> lines = table.lines(WIDTH);
        List<VerifyResult.Check> hidden = order.subList(shown, order.size());
        if (!hidden.isEmpty()) {
            long failed = hidden.stream().filter(check -> !check.passed()).count();
            lines.add("... " + hidden.size() + " more checks in the report, " + failed + " of them failed");
        }
        return lines;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
