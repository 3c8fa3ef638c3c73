package org.biograd.study.roundoff;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;

/**
 * A decision that the exact network takes otherwise than the integer network did.
 *
 * @param signal s, g, sp or sn
 * @param layer the layer
 * @param step the step
 * @param index which neuron or output
 * @param taken what the integer network decided: 1 for yes, 0 for no
 * @param margin how far the exact value is from where the decision turns, in LSB of what is compared, 0 or more
 * @param bound the bound of the error of the integer value
 */
public record Decision(
        Signal signal, int layer, int step, int index, int taken, BigFraction margin, BigFraction bound) {

    /**
     * Whether the roundings explain it. Comparisons are strict and thresholds are integers: an integer that passes one
     * is beyond it by at least 1.
     */
    public boolean explained() {
        return margin.add(taken).compareTo(bound) <= 0;
    }
}
