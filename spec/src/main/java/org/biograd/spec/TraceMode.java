package org.biograd.spec;

/** What the eligibility recursion does with the reset of the membrane (ELIG-1, ELIG-2, ELIG-4). */
public enum TraceMode {

    /** The reset is differentiated too: factor 1 - s - v g. One trace per synapse. */
    FULL,

    /** The reset is a constant of the derivative: factor 1 - s. One trace per synapse. */
    DETACHED,

    /** No factor: one trace a presynaptic neuron, which is what a chip holds. */
    PRE_ONLY
}
