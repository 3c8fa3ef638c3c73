package org.biograd.study.angles.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.NumberSystem;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.Remedy;

/** The short table of a study of angles for a terminal: mean angles, layer by layer. */
public final class AngleTable {

    private static final int WIDTH = 110;
    private static final int DECIMALS = 1;

    private final AngleResult result;
    private final AngleRows rows;
    private final List<String> lines = new ArrayList<>();

    private AngleTable(AngleResult result) {
        this.result = result;
        this.rows = new AngleRows(result);
    }

    /** The table, every line ended by the line separator of the platform. */
    public static String of(AngleResult result) {
        AngleTable table = new AngleTable(result);
        table.facts();
        for (int l = 1; l <= result.shape().layers(); l++) {
            table.layer(l);
        }
        return String.join(System.lineSeparator(), table.lines) + System.lineSeparator();
    }

    private void facts() {
        lines.add(AngleRows.subject(result));
        lines.add("spikes a neuron and step: "
                + result.spikeRates().stream()
                        .map(rate -> Numbers.fixed(rate, 2))
                        .collect(Collectors.joining(" ")));
        lines.add("samples without error spikes, left out: " + Numbers.count(result.silent()));
        lines.add("mean degrees to the exact gradient, trace " + rows.ownMode());
    }

    private void layer(int layer) {
        lines.add("");
        Columns table = new Columns(false);
        List<Feedback> kinds = rows.kinds(layer);
        List<String> head = new ArrayList<>();
        head.add(rows.output(layer) ? "layer " + layer + ", outputs" : "layer " + layer + ", feedback");
        kinds.forEach(kind -> head.add(kind == Feedback.NONE ? "" : kind.name().toLowerCase(Locale.ROOT)));
        table.row(head.toArray(new String[0]));
        if (!rows.output(layer)) {
            row(
                    table,
                    "B to the forward product",
                    kinds,
                    kind -> result.feedbackAngles().get(layer - 1).get(kind));
        }
        row(
                table,
                "integers, as they are",
                kinds,
                kind -> rows.chain(layer, kind, rows.ownMode(), NumberSystem.INTEGER, null));
        row(
                table,
                "  " + AngleRows.removal(Cause.WEIGHT_ROUNDING),
                kinds,
                kind -> rows.chain(layer, kind, rows.ownMode(), NumberSystem.INTEGER, Cause.WEIGHT_ROUNDING));
        row(
                table,
                "real numbers, as they are",
                kinds,
                kind -> rows.chain(layer, kind, rows.ownMode(), NumberSystem.REAL, null));
        for (Cause cause : Cause.values()) {
            if (cause.inReal() && (cause.atOutputs() || !rows.output(layer))) {
                row(
                        table,
                        "  " + AngleRows.removal(cause),
                        kinds,
                        kind -> rows.chain(layer, kind, rows.ownMode(), NumberSystem.REAL, cause));
            }
        }
        if (!rows.output(layer)) {
            for (Remedy remedy : Remedy.values()) {
                if (remedy != Remedy.DIRECT) {
                    row(
                            table,
                            remedy + " (" + AngleRows.words(remedy) + ")" + without(layer, remedy),
                            kinds,
                            kind -> rows.remedy(layer, kind, remedy, ErrorSignal.SPIKES));
                }
            }
        }
        lines.addAll(table.lines(WIDTH));
    }

    /** How many samples a rule leaves without an update: its mean is about fewer samples than that of others. */
    private String without(int layer, Remedy remedy) {
        int samples = rows.withoutUpdate(layer, Feedback.ALIGNED, remedy);
        return samples == 0 ? "" : ", " + Numbers.count(samples) + " without update";
    }

    private static void row(Columns table, String name, List<Feedback> kinds, ToDoubleFunction<Feedback> degrees) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        kinds.forEach(kind -> cells.add(Numbers.fixed(degrees.applyAsDouble(kind), DECIMALS)));
        table.row(cells.toArray(new String[0]));
    }
}
