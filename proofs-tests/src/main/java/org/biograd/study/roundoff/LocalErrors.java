package org.biograd.study.roundoff;

import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;

/** The local errors that count: all of them, where a bound is to hold. */
final class LocalErrors {

    private final Set<Signal> counted;

    LocalErrors(Set<Signal> counted) {
        this.counted = counted.isEmpty() ? EnumSet.noneOf(Signal.class) : EnumSet.copyOf(counted);
    }

    /**
     * The size of a local error, in LSB.
     *
     * @param signal whose
     * @param stored what the clauses store
     * @param equation what the equation makes of the same integers
     */
    BigFraction of(Signal signal, long stored, BigFraction equation) {
        return counted.contains(signal) ? equation.subtract(stored).abs() : BigFraction.ZERO;
    }
}
