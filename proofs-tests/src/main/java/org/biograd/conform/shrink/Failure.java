package org.biograd.conform.shrink;

import java.util.Optional;
import org.biograd.conform.cause.Cause;
import org.biograd.conform.cause.Causes;
import org.biograd.conform.judge.Finding;

/**
 * A case of an operation that fails, and the smallest found that fails too.
 *
 * @param first as it was drawn
 * @param smallest as small as it became; the same object where it did not become smaller
 * @param tried how many cases were asked for that
 * @param again what became of the first when it was asked again by itself
 * @param otherwise how it then failed, where it failed in another way; else empty
 * @param task of a training the first task that is done wrongly, where it was looked for
 */
public record Failure(
        Finding first, Finding smallest, long tried, Again again, String otherwise, Optional<FirstTask> task) {

    /** A case of which no task was looked for. */
    public Failure(Finding first, Finding smallest, long tried, Again again, String otherwise) {
        this(first, smallest, tried, again, otherwise, Optional.empty());
    }

    /** The same with its first wrong task. */
    public Failure with(Optional<FirstTask> found) {
        return new Failure(first, smallest, tried, again, otherwise, found);
    }

    /** What shows the fault best: the case of the first wrong task, where there is one. */
    public Finding telling() {
        return task.flatMap(FirstTask::shown).map(Failure::smallest).orElse(smallest);
    }

    /** The one clause to look at; empty where there is none, as where no answer came. */
    public String clause() {
        return task.filter(one -> one.shown().isEmpty())
                .map(FirstTask::clause)
                .filter(clause -> !clause.isEmpty())
                .or(() -> Causes.of(telling()).map(Cause::clause))
                .orElse("");
    }

    /** What becomes of a case that is asked again, alone. */
    public enum Again {
        /** It fails in the same way. */
        FAILS,
        /** It fails in another way. */
        FAILS_OTHERWISE,
        /** It passes: what was computed before seems to matter. */
        PASSES,
        /** It could not be asked: the program could not be run any more, or was asked often enough. */
        NOT_ASKED
    }
}
