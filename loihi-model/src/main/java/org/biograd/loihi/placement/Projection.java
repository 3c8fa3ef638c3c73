package org.biograd.loihi.placement;

import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/**
 * The synapses from one population to another.
 *
 * @param source number of the presynaptic population
 * @param target number of the postsynaptic population
 * @param oneToOne whether neuron i reaches neuron i alone; else every neuron reaches every one
 * @param tagBits bits of a tag; 0 where the synapses do not learn
 */
public record Projection(int source, int target, boolean oneToOne, int tagBits) {

    /** Bits of a weight: every mantissa has all that the register has (PROG-1, PROG-5). */
    public static final int WEIGHT_BITS = Register.WEIGHT.format().bits();

    /** Bits that name a compartment of the core: there are 1024. */
    public static final int INDEX_BITS = 10;

    /** Whether the learning engine visits these synapses. */
    public boolean plastic() {
        return tagBits > 0;
    }

    /**
     * What a synapse takes of the synaptic state: weight, tag, and which compartment it ends at; a delay of 0 takes
     * nothing.
     */
    @Clause(value = "COST-3", form = Clause.Form.PART)
    public int bits() {
        return WEIGHT_BITS + tagBits + INDEX_BITS;
    }
}
