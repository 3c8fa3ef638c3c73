package org.biograd.loihi.program;

import org.biograd.spec.Values;

/** Shows an array of the chip to an observer; one instance is used again and again. */
final class Shown implements Values {

    private int[] narrow;
    private long[] wide;

    Shown of(int[] values) {
        narrow = values;
        wide = null;
        return this;
    }

    Shown of(long[] values) {
        narrow = null;
        wide = values;
        return this;
    }

    @Override
    public int size() {
        return wide == null ? narrow.length : wide.length;
    }

    @Override
    public double real(int index) {
        return integer(index);
    }

    @Override
    public long integer(int index) {
        return wide == null ? narrow[index] : wide[index];
    }
}
