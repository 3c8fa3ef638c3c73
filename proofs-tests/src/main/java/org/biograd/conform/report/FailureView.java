package org.biograd.conform.report;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.biograd.conform.OperationResult;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.conform.shrink.FirstTask;
import org.biograd.kit.generate.Flag;
import org.biograd.report.Numbers;
import org.biograd.report.PageTable;

/** What the page says of an operation that fails; public for the template alone. */
public final class FailureView {

    private final OperationResult operation;
    private final Failure failure;
    private final Finding small;

    FailureView(OperationResult operation, Failure failure) {
        this.operation = operation;
        this.failure = failure;
        this.small = failure.smallest();
    }

    /** The name of the operation. */
    public String operation() {
        return operation.operation();
    }

    /** Level, operation, clauses and the first difference. */
    public String title() {
        return ConformText.title(operation, failure);
    }

    /** The first value that differs. */
    public Optional<PageTable> values() {
        return small.discrepancy().map(FailureView::values);
    }

    private static PageTable values(Discrepancy found) {
        PageTable table = new PageTable("First difference", "Step", "Expected", "Got");
        table.row(
                PageTable.cell(found.path(), PageTable.Look.STRONG),
                found.step().isPresent() ? Integer.toString(found.step().getAsInt()) : Numbers.NONE,
                found.expectedWords(),
                found.gotWords());
        return table;
    }

    /** How often it fails in which way. */
    public String ways() {
        StringJoiner ways = new StringJoiner("; ");
        operation.verdicts().forEach((verdict, count) -> ways.add(Numbers.count(count) + ": " + verdict.words()));
        return ways.toString();
    }

    /** What the case that was drawn was made for; may be empty. */
    public String comment() {
        return failure.first().question().path("comment").asText("");
    }

    /** Known faults that the case that was drawn is made for. */
    public List<Flag> flags() {
        return ConformText.flags(failure);
    }

    /** Of a training the first task that is done wrongly. */
    public Optional<String> task() {
        return ConformText.task(failure);
    }

    /** The case of that task, where there is one. */
    public Optional<String> taskLine() {
        return failure.task().flatMap(FirstTask::shown).map(shown -> ConformText.line(shown.smallest()));
    }

    /** How the right value comes about. */
    public List<String> cause() {
        return ConformText.cause(failure.telling());
    }

    /** How far the case has come down. */
    public String reduction() {
        return ConformText.reduction(failure);
    }

    /** Its steps side by side, where it has steps. */
    public Optional<PageTable> steps() {
        return StepTable.of(small);
    }

    /** The case with the right answer, as a line of JSON. */
    public String line() {
        return ConformText.line(small);
    }

    /** The answer of the program, where there was one. */
    public Optional<String> got() {
        return small.got().isMissingNode() ? Optional.empty() : Optional.of(ConformText.json(small.got()));
    }

    /** The case as it was drawn, where it is another one. */
    public Optional<String> drawn() {
        return failure.first().question().equals(small.question())
                ? Optional.empty()
                : Optional.of(ConformText.line(failure.first()));
    }

    /** The first difference of the case as it was drawn. */
    public String drawnWords() {
        return failure.first().words();
    }
}
