package org.biograd.fixedpoint;

/** The traces z of a layer: how recently its inputs spiked, one per presynaptic neuron or one per synapse. */
interface Traces {

    /** Sets all traces to 0. */
    void clear();

    /**
     * ELIG-1 or ELIG-2: decays the traces and adds this step's spikes.
     *
     * @param sample number of the sample, for the draws
     * @param step the step, for the draws
     * @param x the spikes of the presynaptic neurons, 0 or 1, that of the bias last
     */
    void step(long sample, int step, int[] x);

    /** z of the synapse from j to i, as it enters the eligibility of this step. */
    long at(int j, int i);

    /**
     * ELIG-4: takes in what the neurons did in this step, for the reset factor.
     *
     * @param voltage v before the reset, one per neuron
     * @param spike s, 0 or 1
     * @param gate g, 0 or 1
     */
    void reset(int[] voltage, int[] spike, int[] gate);

    /** The live traces z: one per presynaptic neuron, the bias last, or one per synapse in the order of SYN-1. */
    int[] values();

    /** The reset factors f of the last step, one per neuron; none in PRE_ONLY. */
    int[] factors();
}
