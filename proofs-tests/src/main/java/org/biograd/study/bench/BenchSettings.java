package org.biograd.study.bench;

import java.util.List;
import org.biograd.train.Arithmetic;

/**
 * What to measure.
 *
 * @param networks the networks, at least one
 * @param arithmetic what they compute in
 * @param training with sleep, without, or both
 * @param seed of every draw
 * @param threads how many threads may work, 1..256
 * @param runs how often each pass is timed, 1..1000
 * @param warmUp training samples that are shown before the first timed pass, 0..1000000
 * @param samples of a timed pass, 1..100000; a training pass ends with a whole batch, a test pass with the test set
 *     at the latest
 */
public record BenchSettings(
        List<NamedNetwork> networks,
        Arithmetic arithmetic,
        List<Activity> training,
        long seed,
        int threads,
        int runs,
        int warmUp,
        int samples) {

    /** The most threads. */
    public static final int MAX_THREADS = 256;

    /** The most runs. */
    public static final int MAX_RUNS = 1_000;

    /** The most samples before the first timed pass. */
    public static final int MAX_WARM_UP = 1_000_000;

    /** The most samples of a pass. */
    public static final int MAX_SAMPLES = 100_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of range; the message names it
     */
    public BenchSettings {
        networks = List.copyOf(networks);
        training = List.copyOf(training);
        if (networks.isEmpty() || training.isEmpty() || !training.stream().allMatch(Activity::learns)) {
            throw new IllegalArgumentException(
                    "a network and a way of training are needed, not " + networks + " and " + training);
        }
        requireRange("threads", threads, 1, MAX_THREADS);
        requireRange("runs", runs, 1, MAX_RUNS);
        requireRange("warm-up", warmUp, 0, MAX_WARM_UP);
        requireRange("samples", samples, 1, MAX_SAMPLES);
    }

    private static void requireRange(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + ": " + value + " is not within " + low + ".." + high);
        }
    }
}
