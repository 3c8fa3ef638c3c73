package org.biograd.spec.profile;

import static org.biograd.spec.profile.InvalidProfileException.requireRange;

/**
 * The steps of a sample (PROF-1).
 *
 * @param steps T, the steps of a sample, 1..4096
 * @param softStart the first step with feedback, 0..steps-1
 */
public record TimeParameters(int steps, int softStart) {

    /** Checks the ranges. */
    public TimeParameters {
        requireRange("time.steps", steps, 1, 4096);
        requireRange("time.softStart", softStart, 0, steps - 1);
    }
}
