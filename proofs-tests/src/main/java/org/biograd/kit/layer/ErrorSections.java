package org.biograd.kit.layer;

import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.ErrorParameters;

/** What stands in for the parameters of errors that an operation does not depend on. */
final class ErrorSections {

    /** Any parameters that are compatible with all values of those that a case names. */
    static final ErrorParameters REST = new ErrorParameters(ErrorFunction.SOFTMAX, 1, 31, 31, 24, 0, 0, Rounding.FLOOR);

    /** Learning errors so narrow that they leave eligibilities all of their range. */
    static final ErrorParameters NARROW =
            new ErrorParameters(ErrorFunction.SOFTMAX, 1, 31, 31, 2, 0, 0, Rounding.FLOOR);

    private ErrorSections() {}
}
