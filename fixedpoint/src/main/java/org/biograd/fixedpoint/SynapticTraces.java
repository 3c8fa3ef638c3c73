package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;

/**
 * DETACHED and FULL: one trace per synapse, which the reset of the postsynaptic neuron acts on. The reset factor of a
 * step acts at the start of the next one, so that {@link #values} are the traces that entered the eligibility.
 */
final class SynapticTraces implements Traces {

    private static final int FACTOR_BITS = 14;

    private final TraceParameters parameters;
    private final int voltageOne;
    private final int post;
    private final Rounder rounder;
    private final Events events;
    private final int[] trace;

    /** f of the step before, one per postsynaptic neuron. */
    private final int[] factor;

    /**
     * Makes traces of 0.
     *
     * @param layer the layer that they lead to, for the draws
     * @param pre its presynaptic neurons, the bias not counted
     * @param post its neurons
     */
    SynapticTraces(
            int layer,
            int pre,
            int post,
            TraceParameters parameters,
            SomaParameters soma,
            DrawSource draws,
            Events events) {
        this.parameters = parameters;
        this.voltageOne = soma.voltageOne();
        this.post = post;
        this.rounder = new Rounder(draws, DrawStream.TRACE, layer, Decay.BITS, parameters.rounding());
        this.events = events;
        this.trace = new int[(pre + 1) * post];
        this.factor = new int[post];
        clear();
    }

    @Override
    public void clear() {
        Arrays.fill(trace, 0);
        Arrays.fill(factor, Decay.ONE);
    }

    @Override
    public void step(long sample, int step, int[] x) {
        rounder.select(sample, step);
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < post; i++) {
                int s = j * post + i;
                long y = afterReset(trace[s], factor[i]);
                trace[s] = (int) next(s, y, x[j]);
            }
        }
    }

    @Clause("ELIG-2")
    private long next(int s, long y, int x) {
        long exact = rounder.shift(y * parameters.keep(), s) + (long) parameters.impulse() * x;
        return events.stored(Signal.TRACE, exact, Words.saturate(exact, parameters.bits() + 1));
    }

    @Clause("ELIG-4")
    private long afterReset(long z, int f) {
        long exact = Words.scale(z, f);
        return events.stored(Signal.TRACE, exact, Words.saturate(exact, parameters.bits() + 1));
    }

    @Clause("ELIG-4")
    private long resetFactor(long v, int s, int g) {
        long f = (long) Decay.ONE * (1 - s);
        if (parameters.mode() == TraceMode.FULL) {
            f -= g * Words.quotient(Decay.ONE * v, voltageOne);
        }
        return Words.saturate(f, FACTOR_BITS);
    }

    @Override
    public void reset(int[] voltage, int[] spike, int[] gate) {
        for (int i = 0; i < post; i++) {
            factor[i] = (int) resetFactor(voltage[i], spike[i], gate[i]);
        }
    }

    @Override
    public long at(int j, int i) {
        return trace[j * post + i];
    }

    @Override
    public int[] values() {
        return trace;
    }

    @Override
    public int[] factors() {
        return factor;
    }
}
