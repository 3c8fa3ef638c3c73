package org.biograd.loihi.learning;

import org.biograd.spec.Clause;

/** A factor bound to the array it reads. */
final class FactorKernel {

    private final int[] words;
    private final int constant;
    private final boolean sign;
    private final int largest;

    FactorKernel(Factor factor, LearningWords words) {
        this.words = words.of(factor.variable());
        this.constant = factor.constant();
        this.sign = factor.sign();
        this.largest = (1 << factor.variable().bits()) - 1;
    }

    /** The factor's value at an index of its variable. */
    @Clause(value = "ENG-8", form = Clause.Form.PART)
    long at(int index) {
        int sum = words[index] + constant;
        return sign ? Integer.signum(sum) : Math.max(-largest, Math.min(largest, sum));
    }
}
