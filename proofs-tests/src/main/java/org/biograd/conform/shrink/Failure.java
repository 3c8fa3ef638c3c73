package org.biograd.conform.shrink;

import org.biograd.conform.judge.Finding;

/**
 * A case of an operation that fails, and the smallest found that fails too.
 *
 * @param first as it was drawn
 * @param smallest as small as it became; the same object where it did not become smaller
 * @param tried how many cases were asked for that
 * @param again what became of the first when it was asked again by itself
 * @param otherwise how it then failed, where it failed in another way; else empty
 */
public record Failure(Finding first, Finding smallest, long tried, Again again, String otherwise) {

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
