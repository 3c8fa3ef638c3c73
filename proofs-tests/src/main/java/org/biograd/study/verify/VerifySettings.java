package org.biograd.study.verify;

/**
 * What a verification is asked to do, besides the profile and the data.
 *
 * @param seed the seed of every draw, any 64 bits, read as unsigned where it is shown
 * @param epochs how often each training sample is shown, 0..{@value #MAX_EPOCHS}
 * @param threads how many threads work, 1..{@value #MAX_THREADS}; no result depends on it
 * @param hidden neurons of the hidden layer, 1..{@value #MAX_HIDDEN}
 */
public record VerifySettings(long seed, int epochs, int threads, int hidden) {

    /** The epochs of a run that nothing else is said of. */
    public static final int DEFAULT_EPOCHS = 20;

    /** The hidden neurons of a run that nothing else is said of. */
    public static final int DEFAULT_HIDDEN = 64;

    /** The most epochs. */
    public static final int MAX_EPOCHS = 100_000;

    /** The most threads. */
    public static final int MAX_THREADS = 256;

    /** The most hidden neurons. */
    public static final int MAX_HIDDEN = 4096;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of range; the message names it
     */
    public VerifySettings {
        requireRange("epochs", epochs, 0, MAX_EPOCHS);
        requireRange("threads", threads, 1, MAX_THREADS);
        requireRange("hidden", hidden, 1, MAX_HIDDEN);
    }

    private static void requireRange(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + ": " + value + " is not within " + low + ".." + high);
        }
    }
}
