package org.biograd.study.angles.rule;

/** Why an update is not the exact gradient, in the order in which the causes are removed. */
public enum Cause {

    /** The last rounding and saturation, of the learning accumulator to the width of a weight. Integers alone. */
    WEIGHT_ROUNDING,

    /** All other roundings and saturations, against the real network on the same decisions. Integers alone. */
    ROUNDING,

    /** Error spikes instead of the running error that they stand for. */
    ERROR_SPIKES,

    /** The running error, summed while the counts grow, instead of the error at the end. */
    RUNNING_ERROR,

    /** Feedback weights other than the transposed product of the forward matrices. Hidden layers alone. */
    FEEDBACK,

    /**
     * One error for all steps, straight from the outputs, instead of the path through the layers above. Hidden layers
     * alone.
     */
    DIRECT_PATH,

    /** A trace that drops the reset, or part of it, or decays otherwise than the voltage. */
    TRACE;

    /** Whether the output layer has it as well. */
    public boolean atOutputs() {
        return this != FEEDBACK && this != DIRECT_PATH;
    }

    /** Whether a network in real arithmetic has it as well. */
    public boolean inReal() {
        return this != WEIGHT_ROUNDING && this != ROUNDING;
    }
}
