package org.biograd.fixedpoint.rule.frame;

import org.biograd.fixedpoint.OutputError;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.Profile;

/** The error of outputs that do not spike: the softmax of ERR-2, of potentials in whole units. */
public final class Readout {

    /** From so many units below the largest on, the table of ERR-2 is 0. */
    private static final int FAR = 12;

    private final OutputError outputError;
    private final int shift;

    /**
     * A readout.
     *
     * @param outputError computes ERR-2
     * @param shift 2^shift of a potential are one unit
     */
    public Readout(OutputError outputError, int shift) {
        this.outputError = outputError;
        this.shift = shift;
    }

    public static void requireSoftmax(String rule, Profile profile) {
        if (profile.error().function() != ErrorFunction.SOFTMAX) {
            throw new IllegalArgumentException(
                    "error.function: " + profile.error().function() + "; outputs of " + rule
                            + " do not spike, so that only SOFTMAX can be the error");
        }
    }

    /**
     * The errors.
     *
     * @param potential y, one per output
     * @param label the class
     * @return e, live
     */
    @Clause("RULE-10")
    public int[] errors(long[] potential, int label) {
        long most = potential[AbstractRuleNetwork.largest(potential)];
        for (int k = 0; k < potential.length; k++) {
            long below = most - potential[k] >> shift;
            outputError.counts()[k] = FAR - (int) Math.min(FAR, below);
        }
        outputError.step(0, label);
        return outputError.errors();
    }
}
