package org.biograd.data;

import java.util.Arrays;
import java.util.Objects;

/** Labelled samples of one size. Immutable as long as nobody writes to the arrays that it hands out. */
public final class DataSet {

    private final byte[][] intensities;
    private final int[] labels;
    private final int inputs;
    private final int classes;

    /**
     * A data set; it keeps the arrays.
     *
     * @param intensities shape [samples][inputs], unsigned bytes 0..255
     * @param labels the classes, one a sample, 0..classes-1
     * @param inputs values of a sample, at least 1
     * @param classes number of classes, at least 1
     * @throws IllegalArgumentException where sizes or labels do not fit together
     */
    public DataSet(byte[][] intensities, int[] labels, int inputs, int classes) {
        Objects.requireNonNull(intensities, "intensities");
        Objects.requireNonNull(labels, "labels");
        if (inputs < 1 || classes < 1) {
            throw new IllegalArgumentException("samples have at least one input and one class, not " + inputs + " and " + classes);
        }
        if (intensities.length != labels.length) {
            throw new IllegalArgumentException(intensities.length + " samples have " + labels.length + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (intensities[i].length != inputs) {
                throw new IllegalArgumentException("sample " + i + " has " + intensities[i].length + " inputs, not " + inputs);
            }
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("sample " + i + ": label " + labels[i] + " is not within 0.." + (classes - 1));
            }
        }
        this.intensities = intensities;
        this.labels = labels;
        this.inputs = inputs;
        this.classes = classes;
    }

    /** The number of samples. */
    public int size() {
        return labels.length;
    }

    /** The number of values of a sample. */
    public int inputs() {
        return inputs;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /** The live samples, shape [samples][inputs], unsigned bytes; not to be written to. */
    public byte[][] intensities() {
        return intensities;
    }

    /** The live labels, one a sample; not to be written to. */
    public int[] labels() {
        return labels;
    }

    /**
     * Some of the samples, in the same order.
     *
     * @param from the first of them, 0..size
     * @param to one past the last, from..size
     * @throws IndexOutOfBoundsException where there are no such samples
     */
    public DataSet slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new DataSet(Arrays.copyOfRange(intensities, from, to), Arrays.copyOfRange(labels, from, to), inputs, classes);
    }
}
