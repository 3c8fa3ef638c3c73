package org.biograd.model;

import java.util.List;
import org.biograd.spec.Clause;

/**
 * What is logged of an epoch.
 *
 * @param validationRight validation samples predicted right after it; -1 where none are held out
 * @param testRight test samples predicted right after it; -1 where that was not measured
 * @param feedbackAngles of layers 1..L-1, in degrees, 0..180; NaN where there is none
 */
@Clause(value = "FILE-4", form = Clause.Form.PART)
public record EpochRow(int validationRight, int testRight, List<Double> feedbackAngles) {

    /** What stands for a number that was not measured. */
    public static final int NONE = -1;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of range; the message names it
     */
    public EpochRow {
        if (validationRight < NONE) {
            throw new IllegalArgumentException("validationRight: " + validationRight + " is not -1 or more");
        }
        if (testRight < NONE) {
            throw new IllegalArgumentException("testRight: " + testRight + " is not -1 or more");
        }
        feedbackAngles = List.copyOf(feedbackAngles);
        for (double angle : feedbackAngles) {
            if (!(Double.isNaN(angle) || angle >= 0 && angle <= 180)) {
                throw new IllegalArgumentException("feedbackAngles: " + angle + " is not within 0..180");
            }
        }
    }
}
