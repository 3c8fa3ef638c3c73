package org.biograd.loihi.cost;

import java.util.Objects;
import java.util.OptionalLong;
import org.biograd.loihi.Basis;

/**
 * What one operation costs.
 *
 * @param term the operation
 * @param energy tenths of a picojoule; empty where no price is known
 * @param time tenths of a nanosecond; empty where none is known
 * @param basis what the figures, or the statement that there are none, rest on
 * @param source where they are stated
 */
public record Price(Term term, OptionalLong energy, OptionalLong time, Basis basis, String source) {

    /** Refuses a price below 0. */
    public Price {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(source, "source");
        if (energy.orElse(0) < 0 || time.orElse(0) < 0) {
            throw new IllegalArgumentException(term.words() + ": a price is not below 0");
        }
    }
}
