package org.biograd.loihi.cost;

/** What a network is doing while its operations are counted; counts are kept apart. */
public enum Phase {

    /** Training samples, their weight updates included. */
    TRAINING,

    /** Sleeps. */
    SLEEP,

    /** Test samples: nothing is learned, no error is fed back. */
    TEST
}
