package org.biograd.fixedpoint.rule.frame;

/** What a network has one of a word for. */
public enum Per {

    /** One per synapse, biases included. */
    SYNAPSE("synapse"),

    /** One per presynaptic neuron of a layer, its bias included. */
    PRE("presynaptic neuron"),

    /** One per neuron. */
    NEURON("neuron"),

    /** One per output. */
    OUTPUT("output"),

    /** One per neuron and step of a sample: a recording. */
    NEURON_AND_STEP("neuron and step"),

    /** One per feedback weight: between two neurons of one layer, or from an output to a hidden neuron. */
    FEEDBACK("feedback weight");

    private final String text;

    Per(String text) {
        this.text = text;
    }

    /** The word for it, in the singular. */
    public String text() {
        return text;
    }
}
