package org.biograd.fixedpoint.rule.frame;

/** What a rule asks of a machine beyond neurons, synapses and the update of LEARN-1 to LEARN-3. */
public enum Need {

    /** Errors go down through the forward weights, read from the other side. */
    TRANSPOSED_WEIGHTS("transposed weights"),

    /** Errors go down through weights of their own, which something has to align. */
    OWN_FEEDBACK("feedback weights of its own"),

    /** Weights between the neurons of one layer. */
    RECURRENT_WEIGHTS("recurrent weights"),

    /** The label is there while the sample is shown. */
    LABEL_EACH_STEP("label in each step"),

    /** The label is needed when the sample has been shown, not before. */
    LABEL_AT_END("label at the end"),

    /** The neurons run a second time, for errors. */
    SECOND_PHASE("second phase"),

    /** What happened in each step is kept until the sample is over. */
    STEPS_STORED("steps stored"),

    /** A word is divided by a word. The quotient of ERR-2, which all softmax errors have, is not counted. */
    DIVISION("division"),

    /** Another network, trained before, says what is right. */
    TEACHER("teacher");

    private final String text;

    Need(String text) {
        this.text = text;
    }

    /** What it is called. */
    public String text() {
        return text;
    }
}
