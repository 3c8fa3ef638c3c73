package org.biograd.fixedpoint;

/** The traces of a layer: how recently its inputs spiked, in one of the two layouts that the trace modes ask for. */
interface Traces {

    /** Sets the traces of the given rows to 0. */
    void clear(ActiveRows rows);

    /**
     * Decays the traces of the active rows and adds this step's spikes.
     *
     * @param sample number of the sample, for the draws
     * @param step the step, for the draws
     * @param rows the active rows, this step's spikes among them
     * @param spiking the presynaptic neurons that spike, ascending; the first {@code spikes} entries count
     * @param spikes how many do
     */
    void step(long sample, int step, ActiveRows rows, int[] spiking, int spikes);

    /**
     * Adds the shifted traces where gates are open to the eligibilities of the active rows, saturating.
     *
     * @param rows the active rows
     * @param gateMask -1 where the gate g of a postsynaptic neuron is open, else 0
     * @param shift right shift of a trace
     * @param eligibility E, one value a synapse
     * @param largest the largest magnitude of an eligibility
     * @return how many eligibilities saturated
     */
    int accumulate(ActiveRows rows, int[] gateMask, int shift, int[] eligibility, int largest);

    /**
     * Learns what the neurons did in this step, for the reset factor.
     *
     * @param voltage v before the reset
     * @param spike s, 0 or 1
     * @param gateMask -1 where the gate g is open, else 0
     */
    void rememberReset(int[] voltage, int[] spike, int[] gateMask);

    /** The reset factors f of the last step, one a postsynaptic neuron; none where nothing is reset. */
    int[] factors();

    /** The traces as they entered the eligibility of this step. */
    int[] values();
}
