package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.ErrorParameters;

/** The error of the outputs, from their spike counts so far. Not for use by two threads at once. */
public final class OutputError {

    /** round(2^16 exp(-d)); 0 from d = 12 on. */
    @Clause("ERR-2")
    private static final int[] SOFTMAX_TABLE = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private final ErrorFunction function;
    private final long one;

    /** o: spikes of each output so far. */
    final int[] count;

    /** e of this step. */
    final int[] error;

    /**
     * Outputs that have not spiked.
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

    void clear() {
        Arrays.fill(count, 0);
    }

    /** Counts the spikes of a step. */
    @Clause("ERR-1")
    void count(int[] spiking, int spikes) {
        for (int s = 0; s < spikes; s++) {
            count[spiking[s]]++;
        }
    }

    /** The live counts o, one an output: 0 or more, and at most t + 1 at step t. */
    public int[] counts() {
        return count;
    }

    /** The errors e of the last step, one an output: F times a number of -1..1. */
    public int[] errors() {
        return error;
    }

    /**
     * Computes the error at a step.
     *
     * @param step t, 0 or more
     * @param label the class, 0..K-1
     */
    public void step(int step, int label) {
        if (function == ErrorFunction.SOFTMAX) {
            softmax();
        } else {
            difference(step);
        }
        error[label] -= (int) one;
    }

    @Clause("ERR-2")
    private void softmax() {
        int most = 0;
        for (int o : count) {
            most = Math.max(most, o);
        }
        long sum = 0;
        for (int o : count) {
            sum += table(most - o);
        }
        for (int k = 0; k < error.length; k++) {
            error[k] = (int) nearest(one * table(most - count[k]), sum);
        }
    }

    private static long table(int difference) {
        return difference < SOFTMAX_TABLE.length ? SOFTMAX_TABLE[difference] : 0;
    }

    @Clause("ERR-3")
    private void difference(int step) {
        for (int k = 0; k < error.length; k++) {
            error[k] = (int) nearest(one * count[k], step + 1);
        }
    }

    /** x / y to the nearest integer, a half upwards, for x at least 0 and y above 0. */
    private static long nearest(long x, long y) {
        return (2 * x + y) / (2 * y);
    }
}
