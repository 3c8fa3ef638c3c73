package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.biograd.io.CsvText;

/** An explanation as text and as CSV. */
public final class ExplainText {

    private static final int WIDTH = 112;
    private static final String MARGIN = "    ";

    private ExplainText() {}

    /** All of it, for a terminal. */
    public static String of(Explained explained) {
        StringBuilder text = new StringBuilder();
        text.append("profile ")
                .append(explained.profile().name())
                .append(", ")
                .append(explained.shape())
                .append(", seed ")
                .append(Long.toUnsignedString(explained.seed()))
                .append(": ")
                .append(explained.title())
                .append("\n");
        int step = -1;
        List<Line> block = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Line line : explained.lines()) {
            if (line.place().step() != step) {
                append(text, block, told);
                step = line.place().step();
                text.append("\n").append(title(step)).append("\n");
            }
            block.add(line);
        }
        append(text, block, told);
        return text.toString();
    }

    /** The heading of a step. */
    static String title(int step) {
        return step == Place.END ? "the end" : "step " + step;
    }

    private static void append(StringBuilder text, List<Line> block, Set<String> told) {
        lines(block, told).forEach(line -> text.append(line).append('\n'));
        block.clear();
    }

    /**
     * Some lines as text of some 112 columns: a formula where it is new, the numbers always.
     *
     * @param lines the lines
     * @param told formulas that were told before; receives those that are told now
     */
    public static List<String> lines(List<Line> lines, Set<String> told) {
        List<String> text = new ArrayList<>();
        Place place = null;
        for (Line line : lines) {
            if (place == null || !place.name().equals(line.place().name())) {
                place = line.place();
                text.add("  " + name(place));
            }
            List<String> parts = new ArrayList<>();
            if (told.add(line.clause() + line.symbol() + line.formula())
                    && !line.formula().equals(line.numbers())) {
                parts.add(line.formula());
            }
            parts.addAll(line.forms());
            String last = parts.remove(parts.size() - 1) + (line.words().isEmpty() ? "" : "   (" + line.words() + ")");
            parts.add(last);
            append(text, MARGIN + pad(line.clause()) + " " + line.symbol() + " = ", parts);
        }
        return text;
    }

    private static String name(Place place) {
        if (place.neuron() == Place.NONE) {
            return place.pre() == Place.NONE ? "layer " + place.layer() : place.name();
        }
        return (place.pre() == Place.NONE ? "neuron " : "synapse ") + place.name();
    }

    private static String pad(String clause) {
        return clause + " ".repeat(Math.max(0, 8 - clause.length()));
    }

    private static void append(List<String> text, String head, List<String> parts) {
        String indent = " ".repeat(head.length() - 2) + "= ";
        StringBuilder line = new StringBuilder(head);
        boolean fresh = true;
        for (String part : parts) {
            if (!fresh && line.length() + 3 + part.length() > WIDTH) {
                text.add(line.toString());
                line = new StringBuilder(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " = ").append(part);
            fresh = false;
        }
        text.add(line.toString());
    }

    /** A row a line: step, layer, neuron, presynaptic neuron, clause, symbol, formula, operands, numbers, value. */
    public static String csv(Explained explained) {
        List<String> head = List.of(
                "step",
                "layer",
                "neuron",
                "presynaptic",
                "clause",
                "symbol",
                "formula",
                "operands",
                "numbers",
                "value");
        return CsvText.of(head, csv -> {
            for (Line line : explained.lines()) {
                Place place = line.place();
                StringBuilder operands = new StringBuilder();
                for (Operand operand : line.operands()) {
                    operands.append(operands.isEmpty() ? "" : "; ")
                            .append(operand.name())
                            .append('=')
                            .append(operand.value());
                }
                csv.printRecord(
                        place.step() == Place.END ? "end" : place.step(),
                        place.layer(),
                        place.neuron() == Place.NONE ? null : place.neuron(),
                        place.pre() == Place.NONE ? null : place.pre(),
                        line.clause(),
                        line.symbol(),
                        line.formula(),
                        operands,
                        line.numbers(),
                        line.value());
            }
        });
    }
}
