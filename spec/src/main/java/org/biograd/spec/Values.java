package org.biograd.spec;

/**
 * A read-only view of a signal's values, valid only during the call that hands it over.
 *
 * <p>An integer network shows its own integers; a network in real arithmetic shows real units (OBS-1).
 */
public interface Values {

    /**
     * A view of an array.
     *
     * @param values shown as they are at the time of asking
     */
    static Values of(int[] values) {
        return new IntegerValues(values);
    }

    /** How many values there are. */
    int size();

    /** Value number {@code index}, in 0..size-1, as a double: exact for integers below 2^53. */
    double real(int index);

    /**
     * Copies all values.
     *
     * @param target receives value number i at i; at least {@link #size} long
     */
    default void copyTo(double[] target) {
        for (int i = 0; i < size(); i++) {
            target[i] = real(i);
        }
    }

    /**
     * Value number {@code index} as an integer.
     *
     * @throws UnsupportedOperationException where the implementation does not compute in integers
     */
    default long integer(int index) {
        throw new UnsupportedOperationException("this network does not compute in integers");
    }

    /**
     * Copies all values as integers.
     *
     * @param target receives value number i at i; at least {@link #size} long
     * @throws UnsupportedOperationException where the implementation does not compute in integers
     * @throws ArithmeticException where a value does not fit
     */
    default void copyTo(int[] target) {
        for (int i = 0; i < size(); i++) {
            target[i] = Math.toIntExact(integer(i));
        }
    }
}
