package org.biograd.conform;

import java.util.List;
import org.biograd.conform.exchange.Fault;

/**
 * What was found of a program.
 *
 * @param settings what was asked
 * @param operations by level and name
 * @param faults what it did that no program must do
 * @param notes what is worth knowing and no fault
 * @param lastWords what it last said on standard error, where it did something wrong; else empty
 */
public record ConformResult(
        ConformSettings settings,
        List<OperationResult> operations,
        List<Fault> faults,
        List<String> notes,
        String lastWords) {

    /** Whether nothing was wrong with what was tried. */
    public boolean conforms() {
        return faults.isEmpty()
                && untried().isEmpty()
                && operations.stream().allMatch(operation -> operation.failed() == 0);
    }

    /** Operations that are claimed and of which no case was tried. */
    public List<String> untried() {
        return operations.stream()
                .filter(one -> one.passed() + one.failed() == 0
                        && settings.claims().excludes(one.operation()).isEmpty())
                .map(OperationResult::operation)
                .toList();
    }

    /** Cases answered rightly. */
    public long passed() {
        return operations.stream().mapToLong(OperationResult::passed).sum();
    }

    /** Cases that failed. */
    public long failed() {
        return operations.stream().mapToLong(OperationResult::failed).sum();
    }

    /** Cases not tried. */
    public long notTried() {
        return operations.stream().mapToLong(OperationResult::notTriedCases).sum();
    }
}
