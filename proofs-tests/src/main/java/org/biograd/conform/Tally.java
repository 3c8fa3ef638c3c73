package org.biograd.conform;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;

/**
 * Counts what becomes of the cases of one operation, and keeps the first that fails: first as it was drawn, not as it
 * was answered. One that differs in events alone, which tell little, is kept only where there is no other.
 */
final class Tally {

    private final SortedMap<String, Long> notTried = new TreeMap<>();
    private final SortedMap<Verdict, Long> verdicts = new TreeMap<>();
    private long passed;
    private long failed;
    private long firstNumber = Long.MAX_VALUE;
    private Finding first;

    void pass() {
        passed++;
    }

    void fail(long number, Finding finding) {
        failed++;
        verdicts.merge(finding.verdict(), 1L, Long::sum);
        boolean tellsMore = first != null && ofEvents(first) && !ofEvents(finding);
        boolean tellsLess = first != null && !ofEvents(first) && ofEvents(finding);
        if (tellsMore || !tellsLess && number < firstNumber) {
            firstNumber = number;
            first = finding;
        }
    }

    private static boolean ofEvents(Finding finding) {
        return finding.discrepancy()
                .map(Discrepancy::signal)
                .filter(signal -> signal.startsWith("events"))
                .isPresent();
    }

    void skip(String reason, long count) {
        if (count > 0) {
            notTried.merge(reason, count, Long::sum);
        }
    }

    /** Passed, failed or skipped. */
    long done() {
        return passed
                + failed
                + notTried.values().stream().mapToLong(Long::longValue).sum();
    }

    Optional<Finding> first() {
        return Optional.ofNullable(first);
    }

    OperationResult result(String operation, int level, Optional<Failure> failure) {
        return new OperationResult(operation, level, passed, failed, notTried, verdicts, failure);
    }
}
