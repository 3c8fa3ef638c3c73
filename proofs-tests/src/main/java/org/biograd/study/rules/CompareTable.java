package org.biograd.study.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.biograd.fixedpoint.rule.frame.Need;
import org.biograd.report.Numbers;

/** The table of a comparison, in Markdown: it can be read as text, too. */
final class CompareTable {

    private CompareTable() {}

    /** The text. */
    static String of(CompareResult result, List<CompareResult.Row> rows, String shape) {
        CompareSettings settings = result.settings();
        StringBuilder text = new StringBuilder();
        text.append("data ").append(result.data()).append(", network ").append(shape);
        text.append(", profile ").append(settings.profile().name());
        text.append(", ").append(settings.epochs()).append(" epochs, ").append(settings.seeds());
        text.append(settings.seeds() == 1 ? " seed" : " seeds").append(", ");
        text.append(settings.validation()).append(" training samples held out\n\n");
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {
            "rule", "class", "weight bits", "test %, mean", "lowest to highest", "state bits per synapse",
            "per neuron", "in all", "products per sample", "if none is skipped", "additions", "divisions"
        });
        for (CompareResult.Row row : rows) {
            lines.add(new String[] {
                row.card().title(),
                row.card().family().name(),
                "" + row.weightBits(),
                Numbers.fixed(row.mean(), 2),
                Numbers.fixed(row.lowest(), 2) + " to " + Numbers.fixed(row.highest(), 2),
                "" + row.words().perSynapse(),
                "" + row.words().perNeuron(),
                Numbers.count(row.words().bits()),
                count(row.perSample("product", false)),
                count(row.perSample("product", true)),
                count(row.perSample("addition", false)),
                count(row.perSample("division", false))
            });
        }
        for (int r = 0; r < lines.size(); r++) {
            text.append("| ").append(String.join(" | ", lines.get(r))).append(" |\n");
            if (r == 0) {
                text.append("|---|---|")
                        .append("---:|".repeat(lines.get(0).length - 2))
                        .append('\n');
            }
        }
        return text.append('\n').append(needs(rows)).toString();
    }

    private static String needs(List<CompareResult.Row> rows) {
        StringBuilder text = new StringBuilder("What each needs, and where it departs from its paper:\n\n");
        String last = "";
        for (CompareResult.Row row : rows) {
            if (row.card().name().equals(last)) {
                continue;
            }
            last = row.card().name();
            text.append("- ")
                    .append(row.card().title())
                    .append(" (")
                    .append(row.card().paper())
                    .append("): ");
            text.append(row.card().neuron())
                    .append(", code ")
                    .append(row.card().coding().text())
                    .append("; needs ");
            text.append(row.card().needs().stream().sorted().map(Need::text).collect(Collectors.joining(", ")));
            text.append(".\n");
            for (String departure : row.card().departures()) {
                text.append("  - ").append(departure).append('\n');
            }
        }
        return text.toString();
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
