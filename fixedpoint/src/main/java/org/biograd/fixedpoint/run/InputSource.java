package org.biograd.fixedpoint.run;

import org.biograd.spec.SpikeTrain;

/**
 * Samples as a network is shown them: trains of spikes. Several threads may use one at once where each has its own
 * {@link #copy()} and its own train.
 */
public interface InputSource {

    /** The number of samples. */
    int size();

    /** The number of neurons of the input layer. */
    int inputs();

    /**
     * Makes the train of a training sample.
     *
     * @param sample its number n, counted over the whole run: what its draws depend on, where it has any
     * @param index which of the samples it is, 0..size-1
     * @param out receives the spikes; of this source's inputs
     * @throws IndexOutOfBoundsException where there is no such sample
     * @throws IllegalArgumentException where the train does not fit
     */
    void training(long sample, int index, SpikeTrain out);

    /**
     * Makes the train of a test sample.
     *
     * @param index which of the samples it is, 0..size-1; its draws, where it has any, are those of the test sample
     *     of this number
     * @param out receives the spikes; of this source's inputs
     * @throws IndexOutOfBoundsException where there is no such sample
     * @throws IllegalArgumentException where the train does not fit
     */
    void test(int index, SpikeTrain out);

    /** A source of the same samples, for another thread. */
    InputSource copy();
}
