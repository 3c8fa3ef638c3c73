package org.biograd.train.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.biograd.model.EpochRow;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.train.TrainResult;
import org.biograd.train.TrainSettings;

/** The short table of a training for a terminal. */
public final class TrainTable {

    private static final int WIDTH = 110;

    private TrainTable() {}

    /** The table, every line ended by the line separator of the platform. */
    public static String of(TrainResult result) {
        TrainSettings settings = result.settings();
        List<EpochRow> rows = result.log().rows();
        Columns facts = new Columns(true);
        facts.row("data", result.data());
        facts.row(
                "network",
                settings.shape() + ", profile " + settings.profile().name() + ", "
                        + settings.arithmetic().option() + ", seed " + Long.toUnsignedString(settings.seed()));
        facts.row(
                "epochs",
                Numbers.count(rows.size()) + " of "
                        + Numbers.count(result.model().run().orElseThrow().samples()) + " samples"
                        + (result.stoppedEarly() ? ", then no better for " + settings.patience() : ""));
        if (result.log().best() > 0) {
            int right = rows.get(result.log().best() - 1).validationRight();
            facts.row(
                    "best validation",
                    percent(right, settings.validation()) + " after epoch "
                            + result.log().best());
            facts.row("last validation", percent(rows.get(rows.size() - 1).validationRight(), settings.validation()));
        }
        facts.row("test accuracy", percent(result.testRight(), result.testSamples()));
        if (!rows.isEmpty()) {
            EpochRow last = rows.get(rows.size() - 1);
            facts.row(
                    "feedback angles",
                    last.feedbackAngles().stream()
                                    .map(angle -> Numbers.fixed(angle, 2))
                                    .collect(Collectors.joining(", "))
                            + " degrees");
            double[] known = result.log().seconds().stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .toArray();
            double seconds = Arrays.stream(known).sum();
            double shown = (double) known.length * result.model().run().get().samples();
            facts.row(
                    "time",
                    known.length == 0
                            ? "not known"
                            : Numbers.fixed(seconds, 1) + " s, " + Numbers.fixed(1000 * seconds / shown, 3)
                                    + " ms a sample");
        }
        facts.row("digest", result.digest());
        return String.join(System.lineSeparator(), facts.lines(WIDTH)) + System.lineSeparator();
    }

    private static String percent(int right, int of) {
        return Numbers.fixed(100.0 * right / of, 2) + " % of " + Numbers.count(of) + " samples";
    }
}
