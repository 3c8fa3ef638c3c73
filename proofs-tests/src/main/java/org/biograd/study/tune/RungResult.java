package org.biograd.study.tune;

import java.util.List;

/**
 * What a candidate is worth at a rung.
 *
 * @param candidate its number
 * @param rung the rung, from 1
 * @param right validation samples predicted right
 * @param feedbackAngles of layers 1..L-1, in degrees, 0..180; NaN where there is none
 * @param seconds how long training and validation took, as far as they were not done before
 * @param digest of all weights (NET-8)
 */
public record RungResult(
        int candidate, int rung, int right, List<Double> feedbackAngles, double seconds, String digest) {}
