package org.biograd.study.angles.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.biograd.report.Figures;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;
import org.biograd.spec.TraceMode;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.AngleSettings;
import org.biograd.study.angles.NumberSystem;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.Remedy;

/** The page of a study of angles. */
final class AnglePage {

    private static final int DECIMALS = 1;

    private final AngleResult result;
    private final AngleRows rows;

    private AnglePage(AngleResult result) {
        this.result = result;
        this.rows = new AngleRows(result);
    }

    /** The page of a result. */
    static Page of(AngleResult result) {
        return new AnglePage(result).write();
    }

    /** The rules, that which stores least in this network first. */
    static List<Remedy> byWords(AngleResult result) {
        List<Remedy> order = new ArrayList<>(List.of(Remedy.values()));
        order.sort(Comparator.comparingLong(remedy -> words(result, remedy)));
        return order;
    }

    /** Words that a rule stores in this network beyond the rule as it is. */
    private static long words(AngleResult result, Remedy remedy) {
        long words = (long) remedy.outputWords() * result.shape().outputs();
        for (int l = 1; l < result.shape().layers(); l++) {
            words += (long) remedy.neuronWords() * result.shape().size(l)
                    + (long) remedy.synapseWords() * result.shape().synapses(l);
        }
        return words;
    }

    private Page write() {
        return new Page("angles.jte")
                // Not AnglePlots::draw, which would need AWT as soon as it is linked.
                .with(Figures.draw(() -> AnglePlots.draw(result)))
                .with("result", result)
                .with("subject", AngleRows.subject(result))
                .with("rates", rates())
                .with("modes", modes())
                .with("chain", chain())
                .with("rules", rules())
                .with("command", command());
    }

    private String rates() {
        return result.spikeRates().stream().map(rate -> Numbers.fixed(rate, 3)).collect(Collectors.joining(", "));
    }

    private PageTable modes() {
        PageTable table =
                new PageTable("Layer", "Feedback", "#B to the forward product", "#FULL", "#DETACHED", "#PRE_ONLY");
        for (int l = 1; l <= result.shape().layers(); l++) {
            for (Feedback kind : rows.kinds(l)) {
                int layer = l;
                List<String> cells = new ArrayList<>(List.of(Integer.toString(l), name(kind)));
                cells.add(
                        rows.output(l)
                                ? Numbers.NONE
                                : degrees(result.feedbackAngles().get(l - 1).get(kind)));
                for (TraceMode mode : List.of(TraceMode.FULL, TraceMode.DETACHED, TraceMode.PRE_ONLY)) {
                    cells.add(degrees(rows.chain(layer, kind, mode, NumberSystem.REAL, null)));
                }
                table.row(cells.toArray());
            }
        }
        return table;
    }

    private PageTable chain() {
        List<String> head = new ArrayList<>(List.of("Layer", "Feedback", "Arithmetic", "#As it is"));
        for (Cause cause : Cause.values()) {
            head.add("#" + AngleRows.removal(cause));
        }
        PageTable table = new PageTable(head.toArray(new String[0]));
        for (int l = 1; l <= result.shape().layers(); l++) {
            for (Feedback kind : rows.kinds(l)) {
                for (NumberSystem arithmetic : List.of(NumberSystem.INTEGER, NumberSystem.REAL)) {
                    List<String> cells = new ArrayList<>(List.of(
                            Integer.toString(l),
                            name(kind),
                            arithmetic.name().toLowerCase(Locale.ROOT),
                            degrees(rows.chain(l, kind, rows.ownMode(), arithmetic, null))));
                    for (Cause cause : Cause.values()) {
                        cells.add(degrees(rows.chain(l, kind, rows.ownMode(), arithmetic, cause)));
                    }
                    table.row(cells.toArray());
                }
            }
        }
        return table;
    }

    private PageTable rules() {
        PageTable table = new PageTable(
                "#",
                "Rule",
                "Words beyond the first",
                "#In this network",
                "Layer",
                "Feedback",
                "#Error spikes",
                "#Samples without update",
                "#Running error",
                "#Final error");
        List<Remedy> order = byWords(result);
        for (int r = 0; r < order.size(); r++) {
            Remedy remedy = order.get(r);
            for (int l = 1; l < result.shape().layers(); l++) {
                for (Feedback kind : AngleRows.KINDS) {
                    table.row(
                            Integer.toString(r + 1),
                            remedy.name(),
                            AngleRows.words(remedy),
                            Numbers.count(words(result, remedy)),
                            Integer.toString(l),
                            name(kind),
                            degrees(rows.remedy(l, kind, remedy, ErrorSignal.SPIKES)),
                            Numbers.count(rows.withoutUpdate(l, kind, remedy)),
                            degrees(rows.remedy(l, kind, remedy, ErrorSignal.RUNNING)),
                            degrees(rows.remedy(l, kind, remedy, ErrorSignal.FINAL)));
                }
            }
        }
        return table;
    }

    private String command() {
        AngleSettings settings = result.settings();
        return "biograd angles --profile " + result.profile().name() + " --seed "
                + Long.toUnsignedString(settings.seed())
                + " --hidden " + settings.hidden().stream().map(String::valueOf).collect(Collectors.joining(","))
                + (settings.trained()
                        ? " --trained " + settings.epochs()
                        : " --networks " + settings.networks() + " --sleeps " + settings.sleeps())
                + " --samples " + settings.samples();
    }

    private static String name(Feedback kind) {
        return kind == Feedback.NONE ? "outputs" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String degrees(double value) {
        return Numbers.fixed(value, DECIMALS);
    }
}
