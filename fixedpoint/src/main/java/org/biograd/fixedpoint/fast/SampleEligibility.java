package org.biograd.fixedpoint.fast;

import org.biograd.spec.SpikeTrain;

/**
 * Serves {@link FastEligibility}: computes the eligibilities of a whole sample at its end, synapse row by synapse row
 * over all steps: the same bits as step by step, with each row in the processor's nearest cache, and not at all where
 * no error reads them.
 */
interface SampleEligibility {

    /**
     * Computes E.
     *
     * @param sample its number, for the draws
     * @param input the spikes that came in
     * @param rows the same spikes, by neuron
     * @param gateMask -1 where a gate was open, else 0; [step][neuron]
     * @param record what the neurons did, by step
     * @param eligibility E, one value a synapse, in the order of SYN-1; only the rows that spiked are written
     * @return how many eligibilities saturated
     */
    int compute(
            long sample, SpikeTrain input, SampleRows rows, int[][] gateMask, LayerRecord record, int[] eligibility);
}
