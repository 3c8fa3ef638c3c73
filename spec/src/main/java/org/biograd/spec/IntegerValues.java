package org.biograd.spec;

/** A view of an array of integers. */
record IntegerValues(int[] values) implements Values {

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
