package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.ErrorDendrite;
import org.biograd.spec.Clause;

/**
 * Equals {@link ErrorDendrite#receive}, always: most steps have few error spikes or none, so only the outputs that
 * spike one are summed. Held equal by {@code NetworkContract}; benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class SparseErrors {

    private final int[] output;
    private int count;
    private int[] net;

    SparseErrors(int outputs) {
        output = new int[outputs];
    }

    /** Whether any value differs from 0. */
    static boolean any(int[] values) {
        int any = 0;
        for (int value : values) {
            any |= value;
        }
        return any != 0;
    }

    /**
     * Lists the outputs with a net error spike.
     *
     * @param ofStep sp - sn, one per output
     */
    void read(int[] ofStep) {
        net = ofStep;
        count = 0;
        for (int k = 0; k < ofStep.length; k++) {
            if (ofStep[k] != 0) {
                output[count++] = k;
            }
        }
    }

    /** Whether there are none. */
    boolean none() {
        return count == 0;
    }

    /**
     * Adds what a hidden layer receives of them.
     *
     * @param feedback B_ik at i * K + k
     */
    @Clause(value = "ERR-6", form = Clause.Form.FAST)
    void addTo(ErrorDendrite dendrite, int[] feedback) {
        int size = dendrite.values().length;
        for (int i = 0; i < size; i++) {
            int sum = 0;
            for (int s = 0; s < count; s++) {
                int k = output[s];
                sum += net[k] * feedback[i * net.length + k];
            }
            dendrite.add(i, sum);
        }
    }
}
