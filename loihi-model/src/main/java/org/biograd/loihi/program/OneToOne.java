package org.biograd.loihi.program;

import org.biograd.loihi.synapse.WeightFormat;

/** Synapses from every neuron of a population to the compartment of the same index in another, all of one weight. */
final class OneToOne {

    private final long effective;

    /**
     * Makes synapses of one weight.
     *
     * @throws IllegalArgumentException where the format cannot hold the mantissa
     */
    OneToOne(WeightFormat format, int mantissa) {
        effective = format.effective(mantissa);
    }

    void deliver(int[] spiking, int spikes, long[] input) {
        for (int s = 0; s < spikes; s++) {
            input[spiking[s]] += effective;
        }
    }
}
