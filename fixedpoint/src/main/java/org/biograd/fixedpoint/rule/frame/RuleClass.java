package org.biograd.fixedpoint.rule.frame;

/** How near a rule's network is to BioGrad's: what it may be compared with. */
public enum RuleClass {

    /** The network and the traces of this specification, or the same with the soft reset: one loss, one gradient. */
    A,

    /** Another neuron, and a loss of its own. */
    B,

    /** A procedure around another rule. */
    C
}
