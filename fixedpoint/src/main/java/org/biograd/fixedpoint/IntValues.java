package org.biograd.fixedpoint;

import org.biograd.spec.Values;

/** Shows an array of integers to an observer. */
record IntValues(int[] values) implements Values {

    static IntValues of(int[] values) {
        return new IntValues(values);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double real(int index) {
        return values[index];
    }

    @Override
    public long integer(int index) {
        return values[index];
    }

    @Override
    public void copyTo(int[] target) {
        System.arraycopy(values, 0, target, 0, values.length);
    }
}
