package org.biograd.fixedpoint;

import org.biograd.spec.Values;

/** Shows an array of integers to an observer; one instance is used again and again. */
final class IntValues implements Values {

    private int[] values;
    private int size;

    IntValues show(int[] array) {
        values = array;
        size = array.length;
        return this;
    }

    @Override
    public int size() {
        return size;
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
        System.arraycopy(values, 0, target, 0, size);
    }
}
