package org.biograd.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first column to the left, the others to the right unless told otherwise. */
public final class Columns {

    private static final String GAP = "   ";

    private final boolean allLeft;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param allLeft whether every column is aligned to the left
     */
    public Columns(boolean allLeft) {
        this.allLeft = allLeft;
    }

    /** Adds a row, with as many cells as every other. */
    public void row(String... cells) {
        rows.add(cells);
    }

    /** The rows, cut off after so many characters. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                String padding = " ".repeat(widest(c) - row[c].length());
                boolean left = allLeft || c == 0;
                line.append(c == 0 ? "" : GAP).append(left ? row[c] + padding : padding + row[c]);
            }
            String whole = line.toString().stripTrailing();
            lines.add(whole.length() <= width ? whole : whole.substring(0, width - 3) + "...");
        }
        return lines;
    }

    private int widest(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
