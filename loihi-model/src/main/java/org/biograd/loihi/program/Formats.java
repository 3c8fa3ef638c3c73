package org.biograd.loihi.program;

import org.biograd.loihi.Register;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.WeightFormat;

/** The weight formats of the program: all of both signs and full resolution, so that no mantissa is rounded. */
final class Formats {

    private Formats() {}

    /**
     * Weights that are worth their mantissa times 2^shift.
     *
     * @throws IllegalArgumentException where no exponent of the chip gives that
     */
    static WeightFormat signedWithShift(int shift) {
        return new WeightFormat(SignMode.MIXED, Register.WEIGHT.format().bits(), shift - Register.WEIGHT.shift());
    }
}
