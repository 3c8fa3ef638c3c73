package org.biograd.conform.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.conform.judge.Finding;
import org.biograd.report.Numbers;
import org.biograd.report.PageTable;

/** The steps of a failing case side by side: what went in, what should have come out, what came. */
final class StepTable {

    private static final int MAX_STEPS = 32;
    private static final int MAX_COLUMNS = 16;

    private StepTable() {}

    /** A table, where the case runs in time and is short and narrow enough to be looked at. */
    static Optional<PageTable> of(Finding finding) {
        if (finding.discrepancy().isEmpty()
                || finding.discrepancy().get().step().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode out = finding.expected();
        List<String> titles = new ArrayList<>(List.of("#t"));
        List<JsonNode[]> columns = new ArrayList<>();
        int steps = 0;
        for (Map.Entry<String, JsonNode> field : out.properties()) {
            steps = flat(field.getValue()) ? Math.max(steps, field.getValue().size()) : steps;
        }
        for (Map.Entry<String, JsonNode> field : finding.question().path("in").properties()) {
            if (flat(field.getValue()) && field.getValue().size() == steps) {
                titles.add("#" + field.getKey());
                columns.add(new JsonNode[] {field.getValue()});
            }
        }
        for (Map.Entry<String, JsonNode> field : out.properties()) {
            if (flat(field.getValue()) && field.getValue().size() == steps) {
                titles.add("#" + field.getKey());
                titles.add("#got");
                columns.add(new JsonNode[] {field.getValue(), finding.got().path(field.getKey())});
            }
        }
        if (steps == 0 || steps > MAX_STEPS || titles.size() > MAX_COLUMNS) {
            return Optional.empty();
        }
        PageTable table = new PageTable(titles.toArray(new String[0]));
        for (int t = 0; t < steps; t++) {
            List<Object> cells = new ArrayList<>(List.of(Integer.toString(t)));
            for (JsonNode[] column : columns) {
                String right = cell(column[0].get(t));
                cells.add(right);
                if (column.length > 1) {
                    String got = cell(column[1].path(t));
                    cells.add(got.equals(right) ? got : PageTable.cell(got, PageTable.Look.BAD));
                }
            }
            table.row(cells.toArray());
        }
        return Optional.of(table);
    }

    private static boolean flat(JsonNode node) {
        return node.isArray() && !node.isEmpty() && !node.get(0).isContainerNode();
    }

    private static String cell(JsonNode node) {
        return node.isMissingNode() ? Numbers.NONE : node.asText();
    }
}
