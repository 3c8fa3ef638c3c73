package org.biograd.study.roundoff;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The errors of z of one layer. With k the decay of the trace, f(t) = 1 - s(t) - g(t) v(t) / voltageOne the reset
 * factor of the integers before it is rounded, or 1 in PRE_ONLY, or without its last term in DETACHED,
 *
 * <pre>
 *   bound f(t) = g(t) bound v(t) / voltageOne                            in FULL, else 0
 *   bound z(t) = k (|f(t-1)| bound z(t-1) + (|z(t-1)| + bound z(t-1)) bound f(t-1)) + |local z(t)|
 * </pre>
 *
 * <p>The middle term is that of a product: z f - z* f* = f (z - z*) + z (f - f*) - (z - z*) (f - f*). Bounds of z are
 * rounded up to multiples of 2^-64 LSB: exact ones would grow by more digits with every step.
 */
final class TraceBound {

    private static final BigFraction ONE = BigFraction.of(4096);
    private static final int FACTOR_BITS = 14;

    private final Profile profile;
    private final LocalErrors local;
    private final int post;
    private final BigFraction decay;

    /** z(t-1) and its bounds. */
    private int[] trace;

    private BigFraction[] bound;

    /** One a postsynaptic neuron, of the step before: f times 4096 as ELIG-4 stores it, f, and the bound of f. */
    private final long[] stored;

    private final BigFraction[] factor;
    private final BigFraction[] factorBound;

    TraceBound(int pre, int post, Profile profile, LocalErrors local) {
        this.profile = profile;
        this.local = local;
        this.post = post;
        decay = BigFraction.of(profile.trace().keep(), 4096);
        trace = new int[preOnly() ? pre + 1 : (pre + 1) * post];
        stored = new long[post];
        factor = new BigFraction[post];
        factorBound = new BigFraction[post];
        clear();
    }

    private boolean preOnly() {
        return profile.trace().mode() == TraceMode.PRE_ONLY;
    }

    void clear() {
        trace = new int[trace.length];
        bound = new BigFraction[trace.length];
        Arrays.fill(bound, BigFraction.ZERO);
        Arrays.fill(stored, 4096);
        Arrays.fill(factor, BigFraction.ONE);
        Arrays.fill(factorBound, BigFraction.ZERO);
    }

    /**
     * Bounds of z.
     *
     * @param values z of this step
     * @param x the spikes that the layer hears
     */
    BigFraction[] step(int[] values, int[] x) {
        BigFraction[] next = new BigFraction[values.length];
        int columns = preOnly() ? 1 : post;
        for (int s = 0; s < values.length; s++) {
            int j = s / columns;
            int i = s % columns;
            int impulse = j == x.length || x[j] == 1 ? profile.trace().impulse() : 0;
            BigFraction equation = decay.multiply(factor[i]).multiply(trace[s]).add(impulse);
            BigFraction kept = decay.multiply(afterReset(s, i));
            long held =
                    Rounded.stored(kept, profile.trace().rounding(), rounded -> saturate(rounded + impulse), values[s]);
            BigFraction product = factor[i]
                    .abs()
                    .multiply(bound[s])
                    .add(bound[s].add(Math.abs(trace[s])).multiply(factorBound[i]));
            next[s] = Rounded.up(decay.multiply(product).add(local.of(Signal.TRACE, held, equation)));
        }
        trace = values;
        bound = next;
        return next;
    }

    /** y of ELIG-4, from what was shown. */
    private long afterReset(int s, int i) {
        return preOnly() ? trace[s] : saturate(Rounded.towardZero(BigFraction.of(trace[s] * stored[i], 4096)));
    }

    private long saturate(long x) {
        int bits = profile.trace().bits();
        return preOnly() ? Rounded.saturateUnsigned(x, bits) : Rounded.saturate(x, bits + 1);
    }

    /** Takes in the reset after this step. */
    void reset(int[] spikes, int[] gates, SomaBound soma) {
        if (preOnly()) {
            return;
        }
        int voltageOne = profile.soma().voltageOne();
        boolean full = profile.trace().mode() == TraceMode.FULL;
        for (int i = 0; i < post; i++) {
            int g = full ? gates[i] : 0;
            BigFraction slope = BigFraction.of((long) g * soma.voltage()[i], voltageOne);
            factor[i] = BigFraction.of(1 - spikes[i]).subtract(slope);
            factorBound[i] = soma.voltageBound()[i].multiply(BigFraction.of(g, voltageOne));
            stored[i] =
                    Rounded.saturate(4096L * (1 - spikes[i]) - Rounded.towardZero(slope.multiply(ONE)), FACTOR_BITS);
        }
    }
}
