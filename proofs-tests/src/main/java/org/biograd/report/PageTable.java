package org.biograd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of a page: text, which the template writes as HTML. */
public final class PageTable {

    /** How a cell looks. */
    public enum Look {
        /** As text. */
        PLAIN,
        /** With weight. */
        STRONG,
        /** As what is well. */
        GOOD,
        /** As what is not. */
        BAD;

        /** Its name in the style sheet. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A cell.
     *
     * @param text what stands in it
     * @param look how it looks
     * @param link the anchor on the page that it leads to; null for none
     */
    public record Cell(String text, Look look, String link) {

        /** A cell that leads to an anchor of the page. */
        public static Cell linked(String text, String link) {
            return new Cell(text, Look.PLAIN, link);
        }
    }

    /**
     * A column.
     *
     * @param title its title
     * @param numeric whether it holds numbers
     */
    public record Column(String title, boolean numeric) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param titles of the columns; one that begins with # holds numbers
     */
    public PageTable(String... titles) {
        for (String title : titles) {
            boolean numeric = title.startsWith("#");
            columns.add(new Column(numeric ? title.substring(1) : title, numeric));
        }
    }

    /** A cell that is set off. */
    public static Cell cell(String text, Look look) {
        return new Cell(text, look, null);
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns, {@link Cell cells} or plain text
     */
    public void row(Object... cells) {
        List<Cell> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Cell made ? made : cell(cell.toString(), Look.PLAIN));
        }
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + row.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(row));
    }

    /** The columns. */
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** The rows. */
    public List<List<Cell>> rows() {
        return List.copyOf(rows);
    }
}
