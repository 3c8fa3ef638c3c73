package org.biograd.spec;

/** The streams of random draws, each with its code (DRAW-4). */
@Clause("DRAW-4")
public enum DrawStream {

    /** Rate coding of a training sample. */
    INPUT(1),

    /** Stochastic rounding of a trace's decay. */
    TRACE(2),

    /** Stochastic rounding of the learning error. */
    LEARNING_ERROR(3),

    /** Stochastic rounding of a weight update. */
    WEIGHT(4),

    /** The noise rate of a trajectory of sleep. */
    SLEEP_RATE(5),

    /** The positive noise spikes of sleep. */
    SLEEP_POSITIVE(6),

    /** The negative noise spikes of sleep. */
    SLEEP_NEGATIVE(7),

    /** Stochastic rounding of a feedback weight's update. */
    SLEEP_FEEDBACK(8),

    /** The initial weights. */
    INITIAL_WEIGHT(9),

    /** The initial feedback weights. */
    INITIAL_FEEDBACK(10),

    /** The order of the samples in an epoch. */
    ORDER(11),

    /** Rate coding of a test sample. */
    TEST_INPUT(12),

    /** Stochastic rounding of what a layer feeds back to the one below it. */
    FED_BACK_ERROR(13);

    private final int code;

    DrawStream(int code) {
        this.code = code;
    }

    /** The number that stands for this stream in the counter. */
    public int code() {
        return code;
    }
}
