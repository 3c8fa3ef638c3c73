package org.biograd.conform.report;

import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;

/** The page of a test of a program. */
final class ConformPage {

    private static final int MAX_WORDS = 8000;

    private ConformPage() {}

    /** The page of a result. */
    static Page of(ConformResult result) {
        List<FailureView> failures = new ArrayList<>();
        for (OperationResult one : result.operations()) {
            one.failure().ifPresent(failure -> failures.add(new FailureView(one, failure)));
        }
        return new Page("conform.jte")
                .with("result", result)
                .with("subject", ConformText.subject(result))
                .with("verdict", ConformText.verdict(result))
                .with("operations", operations(result))
                .with("failures", failures)
                .with("faults", result.faults().stream().map(ConformText::fault).toList())
                .with(
                        "notTried",
                        result.operations().stream()
                                .flatMap(one -> ConformText.notTried(one).stream())
                                .toList())
                .with("lastWords", end(result.lastWords()));
    }

    private static PageTable operations(ConformResult result) {
        PageTable table = new PageTable("Operation", "#Level", "#Passed", "#Failed", "#Not tried", "First failure");
        for (OperationResult one : result.operations()) {
            table.row(
                    one.failure().isPresent()
                            ? PageTable.Cell.linked(one.operation(), one.operation())
                            : one.operation(),
                    Integer.toString(one.level()),
                    Numbers.count(one.passed()),
                    one.failed() == 0 ? "0" : PageTable.cell(Numbers.count(one.failed()), PageTable.Look.BAD),
                    Numbers.count(one.notTriedCases()),
                    one.failure().map(failure -> failure.smallest().words()).orElse(""));
        }
        return table;
    }

    private static String end(String text) {
        return text.length() <= MAX_WORDS ? text : text.substring(text.length() - MAX_WORDS);
    }
}
