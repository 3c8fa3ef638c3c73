package org.biograd.loihi.learning;

import org.biograd.loihi.Register;
import org.biograd.spec.Clause;

/**
 * How often rules are executed: at the end of every epoch of so many steps.
 *
 * @param length steps of an epoch, 1..63
 */
@Clause("ENG-10")
public record LearningEpoch(int length) {

    /** Refuses what 6 bits cannot hold, and an epoch without a step. */
    public LearningEpoch {
        if (length < Register.EPOCH.min() || length > Register.EPOCH.max()) {
            throw new IllegalArgumentException("length: " + length + "; " + Register.EPOCH.min() + ".."
                    + Register.EPOCH.max() + " steps are needed");
        }
    }

    /** Whether an epoch ends with this step; the first step is 0. */
    public boolean endsWith(long step) {
        return (step + 1) % length == 0;
    }

    /** The number of the epoch that ends with this step; the first is 1. */
    public long number(long step) {
        return (step + 1) / length;
    }

    /** Whether u<i>k</i> is 1 in the epoch of that number: every 2^k-th. */
    public static boolean counts(int k, long number) {
        return (number & (1L << k) - 1) == 0;
    }
}
