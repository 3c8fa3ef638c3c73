package org.biograd.conform.report;

import java.util.List;
import java.util.StringJoiner;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.kit.generate.Flag;
import org.biograd.report.HtmlPage;
import org.biograd.report.HtmlTable;
import org.biograd.report.Numbers;

/** The page of a test of a program. */
final class ConformPage {

    private static final int MAX_WORDS = 8000;

    private final ConformResult result;
    private final HtmlPage page = new HtmlPage("BioGrad conformance");

    private ConformPage(ConformResult result) {
        this.result = result;
    }

    /** The page of a result. */
    static HtmlPage of(ConformResult result) {
        return new ConformPage(result).write();
    }

    private HtmlPage write() {
        page.add("<h1>BioGrad conformance</h1>\n<p class=\"lead\">" + HtmlPage.escape(ConformText.subject(result))
                + "</p>\n");
        page.add("<p class=\"verdict " + (result.conforms() ? "good" : "bad") + "\">"
                + HtmlPage.escape(ConformText.verdict(result)) + "</p>\n");
        page.add("<dl class=\"facts\">\n" + fact("passed", result.passed()) + fact("failed", result.failed())
                + fact("not tried", result.notTried()) + "</dl>\n");
        page.section("operations", "Operations", operations());
        for (OperationResult one : result.operations()) {
            one.failure().ifPresent(failure -> page.section(one.operation(), one.operation(), failure(one, failure)));
        }
        if (!result.faults().isEmpty()) {
            page.section(
                    "faults",
                    "What the program must not do",
                    list(result.faults().stream().map(ConformText::fault).toList()));
        }
        if (!result.notes().isEmpty()) {
            page.section("notes", "Notes", list(result.notes()));
        }
        List<String> notTried = result.operations().stream()
                .flatMap(one -> ConformText.notTried(one).stream())
                .toList();
        if (!notTried.isEmpty()) {
            page.section("not-tried", "Not tried", list(notTried));
        }
        if (!result.lastWords().isBlank()) {
            page.section("stderr", "What the program last said on standard error", pre(end(result.lastWords())));
        }
        return page.end();
    }

    private static String fact(String name, long count) {
        return "<div><dt>" + name + "</dt><dd>" + Numbers.count(count) + "</dd></div>\n";
    }

    private String operations() {
        HtmlTable table = new HtmlTable("Operation", "#Level", "#Passed", "#Failed", "#Not tried", "First failure");
        for (OperationResult one : result.operations()) {
            String name = HtmlPage.escape(one.operation());
            table.row(
                    one.failure().isPresent() ? "<a href=\"#" + name + "\">" + name + "</a>" : name,
                    Integer.toString(one.level()),
                    Numbers.count(one.passed()),
                    one.failed() == 0 ? "0" : "<b class=\"bad\">" + Numbers.count(one.failed()) + "</b>",
                    Numbers.count(one.notTriedCases()),
                    one.failure()
                            .map(failure -> HtmlPage.escape(failure.smallest().words()))
                            .orElse(""));
        }
        return table.html();
    }

    private static String failure(OperationResult one, Failure failure) {
        Finding small = failure.smallest();
        StringBuilder html =
                new StringBuilder("<p><b>" + HtmlPage.escape(ConformText.title(one, small)) + "</b></p>\n");
        small.discrepancy().ifPresent(found -> html.append(values(found)));
        StringJoiner ways = new StringJoiner("; ");
        one.verdicts().forEach((verdict, count) -> ways.add(Numbers.count(count) + ": " + verdict.words()));
        html.append("<p>" + HtmlPage.escape(ways + ".") + "</p>\n");
        html.append(flags(failure.first()));
        html.append("<p>" + HtmlPage.escape(ConformText.reduction(failure)) + "</p>\n");
        StepTable.of(small).ifPresent(html::append);
        html.append("<p>The case with the right answer, a line for <code>biograd check</code>:</p>\n")
                .append(pre(ConformText.line(small)));
        if (!small.got().isMissingNode()) {
            html.append("<p>The answer of the program:</p>\n").append(pre(ConformText.json(small.got())));
        }
        if (!failure.first().question().equals(small.question())) {
            html.append("<details><summary>The case as it was drawn: "
                    + HtmlPage.escape(failure.first().words()) + "</summary>\n" + pre(ConformText.line(failure.first()))
                    + "</details>\n");
        }
        return html.toString();
    }

    private static String values(Discrepancy found) {
        HtmlTable table = new HtmlTable("First difference", "Step", "Expected", "Got");
        table.row(
                "<code>" + HtmlPage.escape(found.path()) + "</code>",
                found.step().isPresent() ? Integer.toString(found.step().getAsInt()) : Numbers.NONE,
                HtmlPage.escape(found.expectedWords()),
                HtmlPage.escape(found.gotWords()));
        return table.html();
    }

    private static String flags(Finding first) {
        List<String> flags = ConformText.texts(first.question().path("flags"));
        String comment = first.question().path("comment").asText("");
        StringJoiner lines = new StringJoiner("");
        if (!comment.isEmpty()) {
            lines.add("<p>The case was made for this: " + HtmlPage.escape(comment) + "</p>\n");
        }
        for (Flag flag : Flag.values()) {
            if (flags.contains(flag.symbol())) {
                lines.add("<p>Flag <b>" + flag.symbol() + "</b>, "
                        + HtmlPage.escape(flag.bug() + ": " + flag.effect() + ". Likely: " + flag.meaning())
                        + ".</p>\n");
            }
        }
        return lines.toString();
    }

    private static String list(List<String> lines) {
        StringBuilder html = new StringBuilder("<ul>\n");
        lines.forEach(line -> html.append("<li>").append(HtmlPage.escape(line)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    private static String pre(String text) {
        return "<pre>" + HtmlPage.escape(text) + "</pre>\n";
    }

    private static String end(String text) {
        return text.length() <= MAX_WORDS ? text : text.substring(text.length() - MAX_WORDS);
    }
}
