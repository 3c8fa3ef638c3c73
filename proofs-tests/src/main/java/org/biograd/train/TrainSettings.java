package org.biograd.train;

import java.util.Objects;
import org.biograd.model.Run;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What a training is asked to do, besides the data.
 *
 * @param arithmetic what is computed in
 * @param shape the layer sizes
 * @param profile what drives the network
 * @param seed of every draw
 * @param epochs how often each sample is shown, 0..100000
 * @param validation the last so many training samples are held out, 0 or more, and are predicted after every epoch
 * @param patience epochs without a better validation after which the training ends, 0..100000; 0: never
 * @param testEachEpoch whether the test set is predicted after every epoch, for the log; nothing depends on what is
 *     found
 * @param threads how many threads may work, at least 1; no result depends on it
 */
public record TrainSettings(
        Arithmetic arithmetic,
        Shape shape,
        Profile profile,
        long seed,
        int epochs,
        int validation,
        int patience,
        boolean testEachEpoch,
        int threads) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of range; the message names it
     */
    public TrainSettings {
        Objects.requireNonNull(arithmetic, "arithmetic");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(profile, "profile");
        requireRange("epochs", epochs, 0, Run.MAX_EPOCHS);
        requireRange("validation", validation, 0, Integer.MAX_VALUE);
        requireRange("patience", patience, 0, Run.MAX_EPOCHS);
        requireRange("threads", threads, 1, Integer.MAX_VALUE);
        if (patience > 0 && validation == 0) {
            throw new IllegalArgumentException(
                    "patience: " + patience + " needs validation samples to judge epochs by, and none are held out");
        }
    }

    private static void requireRange(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + ": " + value + " is not within " + low + ".." + high);
        }
    }
}
