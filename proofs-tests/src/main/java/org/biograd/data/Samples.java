package org.biograd.data;

import org.biograd.fixedpoint.run.InputSource;

/** Labelled samples of one size, whatever form they have. */
public interface Samples {

    /** The number of samples. */
    int size();

    /** The number of neurons of the input layer that a network for them has. */
    int inputs();

    /** The number of classes. */
    int classes();

    /** The live labels, one a sample, 0..classes-1; not to be written to. */
    int[] labels();

    /**
     * The samples as trains of spikes.
     *
     * @param steps the steps of a train, at least 1
     * @param seed the seed of the run, for samples that are coded by draws
     * @throws IllegalArgumentException where there is no sample, or the steps are out of range
     * @throws java.io.UncheckedIOException where the samples are still in files, and one of these cannot be read or
     *     is not what it should be
     */
    InputSource source(int steps, long seed);

    /**
     * Some of the samples, in the same order.
     *
     * @param from the first of them, 0..size
     * @param to one past the last, from..size
     * @throws IndexOutOfBoundsException where there are no such samples
     */
    Samples slice(int from, int to);
}
