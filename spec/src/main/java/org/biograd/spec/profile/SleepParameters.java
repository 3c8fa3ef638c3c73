package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

import org.biograd.spec.Rounding;

/**
 * Sleep: the Hebbian alignment of the feedback weights (PROF-1).
 *
 * @param first how many sleeps come before the first sample, 0..4096
 * @param every weight updates from one sleep to the next, 0..2^31-1; 0 never sleeps again
 * @param trajectories noise trajectories of one sleep, 1..4096
 * @param steps steps of a trajectory, 1..4096
 * @param hebbShift left shift of the Hebbian sum, 0..24
 * @param shift right shift of the whole change, 0..32
 * @param rounding how that shift rounds
 */
public record SleepParameters(
        int first, int every, int trajectories, int steps, int hebbShift, int shift, Rounding rounding) {

    /** Checks the ranges. */
    public SleepParameters {
        requireRange("sleep.first", first, 0, 4096);
        requireRange("sleep.every", every, 0, Integer.MAX_VALUE);
        requireRange("sleep.trajectories", trajectories, 1, 4096);
        requireRange("sleep.steps", steps, 1, 4096);
        requireRange("sleep.hebbShift", hebbShift, 0, 24);
        requireRange("sleep.shift", shift, 0, 32);
    }
}
