package org.biograd.conform.report;

import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;

/** What was found of a tested program, for a terminal. */
public final class ConformTable {

    private static final int WIDTH = 110;
    private static final int MAX_CASE = 2000;

    private ConformTable() {}

    /** The table, and below it what fails, every line ended by the line separator of the platform. */
    public static String of(ConformResult result) {
        Columns table = new Columns(false);
        table.row("operation", "level", "passed", "failed", "not tried");
        for (OperationResult one : result.operations()) {
            table.row(
                    one.operation(),
                    Integer.toString(one.level()),
                    Numbers.count(one.passed()),
                    Numbers.count(one.failed()),
                    Numbers.count(one.notTriedCases()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(ConformText.subject(result));
        lines.add("");
        lines.addAll(table.lines(WIDTH));
        lines.add("");
        for (OperationResult one : result.operations()) {
            one.failure().ifPresent(failure -> {
                lines.add("FAILED " + ConformText.title(one, failure));
                ConformText.task(failure).ifPresent(task -> lines.add("       " + task));
                ConformText.cause(failure.telling()).forEach(line -> lines.add("       " + line));
                ConformText.flags(failure).forEach(flag -> lines.add("       Likely: " + flag.meaning() + "."));
                lines.add("       " + ConformText.reduction(failure));
                String line = ConformText.line(failure.telling());
                lines.add("       "
                        + (line.length() <= MAX_CASE
                                ? line
                                : "a case of " + Numbers.count(line.length()) + " characters; the report has it"));
                if (!failure.telling().got().isMissingNode()) {
                    lines.add("       got "
                            + shorten(ConformText.json(failure.telling().got())));
                }
                lines.add("");
            });
        }
        result.faults().forEach(fault -> lines.add("FAULT  " + ConformText.fault(fault)));
        result.notes().forEach(note -> lines.add("note   " + note));
        result.operations().forEach(one -> ConformText.notTried(one).forEach(line -> lines.add("not tried: " + line)));
        lines.add(ConformText.verdict(result));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String shorten(String text) {
        return text.length() <= MAX_CASE ? text : text.substring(0, MAX_CASE) + "...";
    }
}
