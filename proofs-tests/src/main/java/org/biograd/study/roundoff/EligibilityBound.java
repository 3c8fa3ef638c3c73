package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The errors of E of one layer:
 *
 * <pre>
 *   bound E(t) = bound E(t-1) + g(t) bound z(t) / 2^eligibility.shift + |local E(t)|
 * </pre>
 */
final class EligibilityBound {

    private final Profile profile;
    private final LocalErrors local;
    private final int post;
    private final int synapses;

    /** E of the last step and its bounds. */
    private int[] value;

    private BigFraction[] bound;

    EligibilityBound(int pre, int post, Profile profile, LocalErrors local) {
        this.profile = profile;
        this.local = local;
        this.post = post;
        synapses = (pre + 1) * post;
        clear();
    }

    void clear() {
        value = new int[synapses];
        bound = new BigFraction[synapses];
        Arrays.fill(bound, BigFraction.ZERO);
    }

    /**
     * Bounds of E.
     *
     * @param values E of this step
     * @param gates g of this step
     * @param trace z of this step
     * @param traceBound its bounds
     */
    BigFraction[] step(int[] values, int[] gates, int[] trace, BigFraction[] traceBound) {
        BigFraction[] next = bound.clone();
        int one = 1 << profile.eligibility().shift();
        boolean preOnly = profile.trace().mode() == TraceMode.PRE_ONLY;
        for (int s = 0; s < synapses; s++) {
            if (gates[s % post] == 0) {
                continue;
            }
            int z = preOnly ? s / post : s;
            BigFraction added = BigFraction.of(trace[z], one);
            long stored = Rounded.saturate(
                    value[s] + Rounded.floor(added), profile.eligibility().bits());
            next[s] = bound[s].add(traceBound[z].divide(one))
                    .add(local.of(Signal.ELIGIBILITY, stored, added.add(value[s])));
        }
        value = values;
        bound = next;
        return next;
    }

    /** E of the last step. */
    int[] value() {
        return value;
    }

    /** Bounds of E of the last step. */
    BigFraction[] bound() {
        return bound;
    }
}
