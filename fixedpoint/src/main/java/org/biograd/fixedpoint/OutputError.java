package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.ErrorParameters;

/** The error of the outputs, from their spike counts so far. Not for use by two threads at once. */
public final class OutputError {

    /** round(2^16 exp(-d)); 0 from d = 12 on. */
    private static final int[] SOFTMAX_TABLE = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private final ErrorFunction function;
    private final long one;
    private final int[] count;
    private final int[] error;

    /**
     * Makes outputs that have not spiked.
     *
     * @param outputs K, how many there are, 1 or more
     * @param parameters which function, and F
     */
    public OutputError(int outputs, ErrorParameters parameters) {
        this.function = parameters.function();
        this.one = 1L << parameters.fraction();
        this.count = new int[outputs];
        this.error = new int[outputs];
    }

    /** Sets the counts to 0. */
    public void clear() {
        Arrays.fill(count, 0);
    }

    /**
     * Counts the spikes of a step.
     *
     * @param spike s of the outputs, 0 or 1
     */
    @Clause("ERR-1")
    public void count(int[] spike) {
        for (int k = 0; k < count.length; k++) {
            count[k] += spike[k];
        }
    }

    /**
     * Computes the error at a step.
     *
     * @param step t, 0 or more
     * @param label the class, 0..K-1
     */
    public void step(int step, int label) {
        if (function == ErrorFunction.SOFTMAX) {
            softmax(label);
        } else {
            difference(step, label);
        }
    }

    @Clause("ERR-2")
    private void softmax(int label) {
        int most = 0;
        for (int o : count) {
            most = Math.max(most, o);
        }
        long sum = 0;
        for (int o : count) {
            sum += table(most - o);
        }
        for (int k = 0; k < error.length; k++) {
            long target = k == label ? one : 0;
            error[k] = (int) (nearest(one * table(most - count[k]), sum) - target);
        }
    }

    private static long table(int difference) {
        return difference < SOFTMAX_TABLE.length ? SOFTMAX_TABLE[difference] : 0;
    }

    @Clause("ERR-3")
    private void difference(int step, int label) {
        for (int k = 0; k < error.length; k++) {
            long target = k == label ? one : 0;
            error[k] = (int) (nearest(one * count[k], step + 1) - target);
        }
    }

    /** x / y to the nearest integer, a half upwards, for x at least 0 and y above 0. */
    private static long nearest(long x, long y) {
        return (2 * x + y) / (2 * y);
    }

    /**
     * The predicted class: the output with the most spikes, of several the first.
     *
     * @return k, 0..K-1
     */
    @Clause("NET-2")
    public int predicted() {
        int best = 0;
        for (int k = 1; k < count.length; k++) {
            if (count[k] > count[best]) {
                best = k;
            }
        }
        return best;
    }

    /** The live counts o, one per output: 0 or more, and at most t + 1 at step t. */
    public int[] counts() {
        return count;
    }

    /** The errors e of the last step, one per output: F times a number of -1..1; live. */
    public int[] errors() {
        return error;
    }
}
