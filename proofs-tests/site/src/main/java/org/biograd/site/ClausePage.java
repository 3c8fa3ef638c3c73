package org.biograd.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The page of a clause: the text, every form of it in code, numbers, and how it is checked. */
final class ClausePage {

    private static final String[][] FORMS = {
        {"Plain integers", "fixedpoint/src/main/java/org/biograd/fixedpoint/", "spec/src/main/java/"},
        {"Double precision", "reference/src/main/java/org/biograd/reference/real/"},
        {"Rational numbers", "reference/src/main/java/org/biograd/reference/exact/"},
        {"The chip", "loihi-model/src/main/java/"},
        {"The command", "proofs-tests/src/main/java/"},
        {"C", "spec/samples/c/"},
        {"Python", "spec/samples/python/"},
        {"Verilog", "spec/samples/verilog/"},
        {"Other modules", ""}
    };

    /** Longer pieces are folded. */
    private static final int LONG = 60;

    private final Clauses.Clause clause;
    private final String chapter;
    private final Links links;

    /**
     * A page.
     *
     * @param clause the clause
     * @param chapter the title of its chapter
     * @param links where links lead
     */
    ClausePage(Clauses.Clause clause, String chapter, Links links) {
        this.clause = clause;
        this.chapter = chapter;
        this.links = links;
    }

    /** Where the page of a clause is. */
    static String path(String id) {
        return "clause/" + id + ".html";
    }

    /**
     * The page's body.
     *
     * @param markdown renders the text
     * @param code code that bears the mark, of any module and sample
     * @param tests tests that bear it
     * @param numbers worked numbers
     * @param mentions what other pages say of it
     * @param neighbours the pages before and behind it; null for none
     */
    String body(
            Markdown markdown,
            List<Marked> code,
            List<Marked> tests,
            List<String> numbers,
            List<Mention> mentions,
            String[] neighbours) {
        String up = Links.up(path(clause.id()));
        StringBuilder html = new StringBuilder();
        html.append("<h1>")
                .append(clause.id())
                .append(' ')
                .append(Html.escape(clause.title()))
                .append("</h1>\n");
        html.append("<p class=\"lead\">A clause of the chapter <a href=\"")
                .append(up)
                .append(Links.text(clause.file()))
                .append("\">")
                .append(Html.escape(chapter))
                .append("</a>.</p>\n");
        html.append(markdown.html(clause.body(), clause.file(), path(clause.id())));
        if (!numbers.isEmpty()) {
            html.append("<h2 id=\"numbers\">In numbers</h2>\n<p>Computed when this page was built, from a sample of a "
                    + "2-2-1 network at profile <code>tiny</code>, and recalculated in unbounded integers.</p>\n");
            html.append(Html.code(String.join("\n", numbers), "Worked numbers of " + clause.id()));
        }
        code(html, code, up);
        checks(html, tests, up);
        mentions(html, mentions, up);
        html.append("<p class=\"turn\">");
        for (String neighbour : neighbours) {
            if (neighbour != null) {
                html.append("<a href=\"")
                        .append(up)
                        .append(path(neighbour))
                        .append("\">")
                        .append(neighbour)
                        .append("</a> ");
            }
        }
        return html.append("</p>\n").toString();
    }

    private void code(StringBuilder html, List<Marked> code, String up) {
        html.append("<h2 id=\"code\">In code</h2>\n");
        Map<String, List<Marked>> forms = new LinkedHashMap<>();
        for (String[] form : FORMS) {
            forms.put(form[0], new ArrayList<>());
        }
        for (Marked piece : code) {
            forms.get(form(piece)).add(piece);
        }
        forms.forEach((name, pieces) -> {
            if (!pieces.isEmpty()) {
                html.append("<h3>").append(name).append("</h3>\n");
                pieces.stream().filter(piece -> !piece.form().equals("FAST")).forEach(piece -> piece(html, piece, up));
                pieces.stream().filter(piece -> piece.form().equals("FAST")).forEach(piece -> piece(html, piece, up));
            }
        });
        if (code.isEmpty()) {
            html.append("<p>No code bears the mark of this clause.</p>\n");
        }
    }

    private static String form(Marked piece) {
        for (String[] form : FORMS) {
            for (int n = 1; n < form.length; n++) {
                if (piece.path().startsWith(form[n])) {
                    return form[0];
                }
            }
        }
        throw new AssertionError(piece.path());
    }

    private void piece(StringBuilder html, Marked piece, String up) {
        String place = "<a href=\"" + up + links.source(piece.path()) + "#L" + piece.line() + "\">"
                + Html.escape(piece.path().replaceAll(".*/", "")) + ", line " + piece.line() + "</a>";
        boolean fast = piece.form().equals("FAST");
        boolean folded = fast || piece.code().lines().count() > LONG;
        String label = clause.id() + " in " + piece.path();
        String note = fast ? " (the same for speed)" : piece.form().equals("PART") ? " (a part of it)" : "";
        if (folded) {
            html.append("<p class=\"place\">")
                    .append(place)
                    .append(note)
                    .append("</p>\n<details><summary>")
                    .append(Html.escape(piece.name().isEmpty() ? "Code" : piece.name()))
                    .append(", ")
                    .append(piece.code().lines().count())
                    .append(" lines</summary>\n")
                    .append(Html.code(piece.code(), label))
                    .append("</details>\n");
        } else {
            html.append("<p class=\"place\">")
                    .append(place)
                    .append(note)
                    .append("</p>\n")
                    .append(Html.code(piece.code(), label));
        }
    }

    private void checks(StringBuilder html, List<Marked> tests, String up) {
        html.append("<h2 id=\"checks\">How it is checked</h2>\n<ul>\n");
        TreeSet<String> items = new TreeSet<>();
        for (Marked test : tests) {
            items.add("<li><a href=\"" + up + links.source(test.path()) + "#L" + test.line() + "\">"
                    + Html.escape(test.path().replaceAll(".*/|\\.java", "")) + "</a>: <code>"
                    + Html.escape(test.name()) + "</code></li>\n");
        }
        items.forEach(html::append);
        html.append(items.isEmpty() ? "<li>No test bears its mark.</li>\n" : "").append("</ul>\n");
    }

    private static void mentions(StringBuilder html, List<Mention> mentions, String up) {
        if (mentions.isEmpty()) {
            return;
        }
        html.append(
                "<h2 id=\"elsewhere\">Elsewhere</h2>\n<p>Proofs, planted faults, emulators, decisions and cases that "
                        + "name it.</p>\n<ul>\n");
        for (Mention mention : mentions) {
            html.append("<li><a href=\"")
                    .append(up)
                    .append(mention.page())
                    .append("\">")
                    .append(Html.escape(mention.title()))
                    .append("</a>: ")
                    .append(Html.escape(mention.words()))
                    .append("</li>\n");
        }
        html.append("</ul>\n");
    }
}
