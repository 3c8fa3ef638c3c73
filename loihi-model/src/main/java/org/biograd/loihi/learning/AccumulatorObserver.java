package org.biograd.loihi.learning;

/** Is shown what accumulators hold before they are rounded. */
public interface AccumulatorObserver {

    /**
     * One accumulator.
     *
     * @param target w, d or t
     * @param synapse its index
     * @param value in the accumulator's units: with the accumulator's fraction for w, whole for d and t
     */
    void accumulated(Variable target, int synapse, long value);
}
