package org.biograd.study.cost;

import org.biograd.loihi.placement.Blueprint;

/**
 * What is asked for, besides the profile and the data.
 *
 * @param seed the seed of every draw, any 64 bits
 * @param epochs how often each training sample is shown before counting begins, 0..{@value #MAX_EPOCHS}
 * @param samples training samples that are counted, 1..{@value #MAX_SAMPLES}
 * @param hidden neurons of the hidden layer, 1..4096
 * @param chips how many chips there are, 1..64
 * @param sleep who sleeps
 */
public record CostSettings(long seed, int epochs, int samples, int hidden, int chips, Blueprint.Sleep sleep) {

    /** The most epochs. */
    public static final int MAX_EPOCHS = 100_000;

    /** The most samples that are counted. */
    public static final int MAX_SAMPLES = 1_000_000;
}
