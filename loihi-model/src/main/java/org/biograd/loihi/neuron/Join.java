package org.biograd.loihi.neuron;

import org.biograd.spec.Clause;

/**
 * What a compartment takes over from another compartment of its neuron, in the same step.
 *
 * <p>That neurons of the chip can have several compartments is public. Which operations join them, and when within a
 * step, is in none of the sources of this project: the joins are a definition of this spec, and no emulator's variant
 * has one.
 */
@Clause(value = "CHIP-7", form = Clause.Form.PART)
public enum Join {

    /** Nothing: a neuron of one compartment, or one that others take from. */
    NONE,

    /** The other's voltage before its reset is added to the voltage, as current and bias are. */
    ADD
}
