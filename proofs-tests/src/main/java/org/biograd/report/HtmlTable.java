package org.biograd.report;

/** A table of HTML. */
public final class HtmlTable {

    private final String[] titles;
    private final StringBuilder rows = new StringBuilder();

    /**
     * No rows yet.
     *
     * @param titles of the columns; one that begins with # holds numbers
     */
    public HtmlTable(String... titles) {
        this.titles = titles;
    }

    /** Adds a row of cells, which are HTML already. */
    public void row(String... cells) {
        rows.append("<tr>");
        for (int c = 0; c < cells.length; c++) {
            rows.append(numeric(c) ? "<td class=\"n\">" : "<td>")
                    .append(cells[c])
                    .append("</td>");
        }
        rows.append("</tr>\n");
    }

    /** The table. */
    public String html() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int c = 0; c < titles.length; c++) {
            html.append(numeric(c) ? "<th class=\"n\">" + titles[c].substring(1) : "<th>" + titles[c])
                    .append("</th>");
        }
        return html.append("</tr></thead>\n<tbody>\n")
                .append(rows)
                .append("</tbody>\n</table></div>\n")
                .toString();
    }

    private boolean numeric(int column) {
        return titles[column].startsWith("#");
    }
}
