package org.biograd.conform;

import java.util.Optional;
import java.util.SortedMap;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.shrink.Failure;

/**
 * What was found of one operation.
 *
 * @param operation its name
 * @param level its level
 * @param passed cases answered rightly
 * @param failed cases that failed
 * @param notTried why cases were not tried, and how many for each reason
 * @param verdicts how many cases failed in each way
 * @param failure the first that failed, if one did
 */
public record OperationResult(
        String operation,
        int level,
        long passed,
        long failed,
        SortedMap<String, Long> notTried,
        SortedMap<Verdict, Long> verdicts,
        Optional<Failure> failure) {

    /** How many cases were not tried. */
    public long notTriedCases() {
        return notTried.values().stream().mapToLong(Long::longValue).sum();
    }
}
