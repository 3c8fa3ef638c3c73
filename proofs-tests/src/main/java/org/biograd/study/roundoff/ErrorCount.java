package org.biograd.study.roundoff;

import org.apache.commons.numbers.fraction.BigFraction;

/** How the errors of one signal stand to their bounds. */
public final class ErrorCount {

    private long values;
    private long exact;
    private long beyond;
    private BigFraction largestError = BigFraction.ZERO;
    private BigFraction largestBound = BigFraction.ZERO;
    private double largestRatio;
    private double ratios;

    ErrorCount() {}

    /** Takes in the size of an error and its bound, in LSB. */
    void add(BigFraction error, BigFraction bound) {
        values++;
        beyond += error.compareTo(bound) > 0 ? 1 : 0;
        largestError = error.compareTo(largestError) > 0 ? error : largestError;
        if (bound.isZero()) {
            exact++;
            return;
        }
        largestBound = bound.compareTo(largestBound) > 0 ? bound : largestBound;
        double ratio = error.doubleValue() / bound.doubleValue();
        largestRatio = Math.max(largestRatio, ratio);
        ratios += ratio;
    }

    /** Values compared. */
    public long values() {
        return values;
    }

    /** Those of them with the bound 0: nothing that leads to them was rounded. */
    public long exact() {
        return exact;
    }

    /** Those whose error was above the bound. */
    public long beyond() {
        return beyond;
    }

    /** The largest error, in LSB. */
    public BigFraction largestError() {
        return largestError;
    }

    /** The largest bound, in LSB. */
    public BigFraction largestBound() {
        return largestBound;
    }

    /** The largest ratio of error to bound, where the bound is not 0; 0 where there is none. */
    public double largestRatio() {
        return largestRatio;
    }

    /** The mean ratio of error to bound, where the bound is not 0; NaN where there is none. */
    public double meanRatio() {
        return ratios / (values - exact);
    }
}
