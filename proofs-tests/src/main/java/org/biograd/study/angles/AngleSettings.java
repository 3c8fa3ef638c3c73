package org.biograd.study.angles;

import java.util.List;

/**
 * What a study of angles is asked to do, besides the profile.
 *
 * @param seed the seed of every draw, any 64 bits
 * @param hidden neurons of the hidden layers, first above the input first: 1..{@value #MAX_LAYERS} layers of
 *     1..{@value #MAX_HIDDEN}
 * @param networks how many networks are drawn, 1..{@value #MAX_NETWORKS}; 1 where a network is trained
 * @param epochs how long the network is trained on the digits, 0..{@value #MAX_EPOCHS}; 0 where networks are drawn
 * @param samples samples a network, 1..{@value #MAX_SAMPLES}
 * @param sleeps how often the feedback of a drawn network sleeps, 0..{@value #MAX_SLEEPS}
 * @param threads how many threads work, 1..{@value #MAX_THREADS}; no result depends on it
 */
public record AngleSettings(
        long seed, List<Integer> hidden, int networks, int epochs, int samples, int sleeps, int threads) {

    /** The networks drawn where nothing else is said. */
    public static final int DEFAULT_NETWORKS = 4;

    /** The samples a network where nothing else is said. */
    public static final int DEFAULT_SAMPLES = 32;

    /** The sleeps of a drawn network where nothing else is said. */
    public static final int DEFAULT_SLEEPS = 100;

    /** The hidden neurons where nothing else is said. */
    public static final int DEFAULT_HIDDEN = 64;

    /** The most hidden layers. */
    public static final int MAX_LAYERS = 8;

    /** The most neurons of a hidden layer. */
    public static final int MAX_HIDDEN = 1024;

    /** The most networks. */
    public static final int MAX_NETWORKS = 1000;

    /** The most epochs. */
    public static final int MAX_EPOCHS = 1000;

    /** The most samples a network. */
    public static final int MAX_SAMPLES = 100_000;

    /** The most sleeps. */
    public static final int MAX_SLEEPS = 10_000;

    /** The most threads. */
    public static final int MAX_THREADS = 256;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of range; the message names it
     */
    public AngleSettings {
        hidden = List.copyOf(hidden);
        requireRange("hidden layers", hidden.size(), 1, MAX_LAYERS);
        for (int size : hidden) {
            requireRange("hidden", size, 1, MAX_HIDDEN);
        }
        requireRange("networks", networks, 1, MAX_NETWORKS);
        requireRange("trained", epochs, 0, MAX_EPOCHS);
        requireRange("samples", samples, 1, MAX_SAMPLES);
        requireRange("sleeps", sleeps, 0, MAX_SLEEPS);
        requireRange("threads", threads, 1, MAX_THREADS);
        if (epochs > 0 && networks != 1) {
            throw new IllegalArgumentException("networks: " + networks + " is not 1, the number of trained networks");
        }
    }

    /** Whether the network is trained; else networks are drawn. */
    public boolean trained() {
        return epochs > 0;
    }

    private static void requireRange(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + ": " + value + " is not within " + low + ".." + high);
        }
    }
}
