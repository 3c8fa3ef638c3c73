package org.biograd.data;

import java.util.Arrays;
import java.util.Objects;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.run.InputSource;

/** Labelled samples of intensities. Immutable as long as nobody writes to the arrays that it hands out. */
public final class DataSet implements Samples {

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
            throw new IllegalArgumentException(
                    "samples have at least one input and one class, not " + inputs + " and " + classes);
        }
        if (intensities.length != labels.length) {
            throw new IllegalArgumentException(intensities.length + " samples have " + labels.length + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (intensities[i].length != inputs) {
                throw new IllegalArgumentException(
                        "sample " + i + " has " + intensities[i].length + " inputs, not " + inputs);
            }
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "sample " + i + ": label " + labels[i] + " is not within 0.." + (classes - 1));
            }
        }
        this.intensities = intensities;
        this.labels = labels;
        this.inputs = inputs;
        this.classes = classes;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int classes() {
        return classes;
    }

    /** The live samples, shape [samples][inputs], unsigned bytes; not to be written to. */
    public byte[][] intensities() {
        return intensities;
    }

    @Override
    public int[] labels() {
        return labels;
    }

    @Override
    public InputSource source(int steps, long seed) {
        return FastRateCoder.source(intensities, seed);
    }

    @Override
    public DataSet slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new DataSet(
                Arrays.copyOfRange(intensities, from, to), Arrays.copyOfRange(labels, from, to), inputs, classes);
    }
}
