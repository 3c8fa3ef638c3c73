package org.biograd.fixedpoint.rule;

import java.util.Arrays;
import org.biograd.fixedpoint.rule.frame.AbstractRuleNetwork;
import org.biograd.fixedpoint.rule.frame.Operations;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.State;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** The second phase of SPIDE and IDE: beta = J^T beta + grad, by spikes or by sweeps. */
final class ErrorPhase {

    private final State state;
    private final Recurrent recurrent;
    private final boolean spiking;
    private final int steps;
    private final int weightShift;
    private final int weightBits;
    private final int errorBits;
    private final int voltageBits;
    private final long threshold;
    private final Operations operations;
    private final int[] beta;

    /** ub and ob of SPIDE; null in IDE. */
    private final int[] voltage;

    private final int[] spike;

    ErrorPhase(
            State state,
            int size,
            Recurrent recurrent,
            boolean spiking,
            Profile profile,
            RuleSettings settings,
            Operations operations) {
        this.state = state;
        this.recurrent = recurrent;
        this.spiking = spiking;
        this.steps = settings.get(Feedback.PHASE);
        this.weightShift = profile.weight().shift();
        this.weightBits = profile.weight().bits();
        this.errorBits = settings.get(Feedback.GRADIENT_BITS);
        this.voltageBits = profile.soma().voltageBits();
        this.threshold = profile.soma().threshold();
        this.operations = operations;
        this.beta = state.ints("beta", size);
        this.voltage = spiking ? state.ints("ub", size) : null;
        this.spike = spiking ? state.ints("ob", size) : null;
    }

    /** Runs the phase from rest; the observer sees the words of a layer after each of its steps, or sweeps. */
    void run(int[] mask, int[] gradient, int layer, RuleObserver observer) {
        Arrays.fill(beta, 0);
        int[] masked = new int[beta.length];
        if (spiking) {
            Arrays.fill(voltage, 0);
            Arrays.fill(spike, 0);
        }
        for (int k = 0; k < steps; k++) {
            for (int i = 0; i < masked.length; i++) {
                masked[i] = mask[i] * (spiking ? spike[i] : beta[i]);
            }
            int[] next = new int[beta.length];
            for (int j = 0; j < beta.length; j++) {
                long back = recurrent.sentBack(j, masked) << weightShift;
                if (spiking) {
                    step(j, back + gradient[j]);
                } else {
                    next[j] = sweep(back, gradient[j]);
                }
            }
            long active = (long) AbstractRuleNetwork.nonzero(masked) * beta.length;
            if (spiking) {
                operations.additions(voltageBits).add(active, (long) beta.length * beta.length);
            } else {
                System.arraycopy(next, 0, beta, 0, next.length);
                operations.products(errorBits, weightBits).add(active, (long) beta.length * beta.length);
            }
            if (spiking) {
                observer.observe("ub", layer, k, voltage);
                observer.observe("ob", layer, k, spike);
            }
            observer.observe("beta", layer, k, beta);
        }
    }

    @Clause("SPIDE-5")
    private void step(int j, long input) {
        long u = state.hold("ub", voltage[j] + input);
        spike[j] = u >= threshold ? 1 : u <= -threshold ? -1 : 0;
        voltage[j] = (int) state.hold("ub", u - 2 * threshold * spike[j]);
        beta[j] += spike[j];
    }

    @Clause("IDE-2")
    private int sweep(long back, int gradient) {
        int shift = Long.numberOfTrailingZeros(threshold);
        return (int) state.hold("beta", Words.shift(back, shift, Rounding.NEAREST_EVEN, 0) + gradient);
    }

    /** beta, one per hidden neuron; live. */
    int[] beta() {
        return beta;
    }
}
