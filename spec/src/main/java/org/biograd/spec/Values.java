package org.biograd.spec;

/**
 * A read-only view of a signal's values, valid only during the call that hands it over.
 *
 * <p>An integer network shows its own integers; a network in real arithmetic shows real units (OBS-1).
 */
public interface Values {

    /** How many values there are. */
    int size();

    /** Value number {@code index}, in 0..size-1, as a double: exact for integers below 2^53. */
    double real(int index);

    /**
     * Value number {@code index} as an integer.
     *
     * @throws UnsupportedOperationException where the implementation does not compute in integers
     */
    default long integer(int index) {
        throw new UnsupportedOperationException("this network does not compute in integers");
    }
}
