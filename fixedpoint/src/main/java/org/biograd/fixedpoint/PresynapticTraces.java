package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.TraceParameters;

/** PRE_ONLY: one trace per presynaptic neuron, the bias last; what a chip holds. */
public final class PresynapticTraces implements Traces {

    private final TraceParameters parameters;
    private final Rounder rounder;
    private final Events events;
    private final int[] trace;

    /**
     * Makes traces of 0.
     *
     * @param layer the layer that they lead to, for the draws
     * @param pre its presynaptic neurons, the bias not counted
     */
    public PresynapticTraces(int layer, int pre, TraceParameters parameters, DrawSource draws, Events events) {
        this.parameters = parameters;
        this.rounder = new Rounder(draws, DrawStream.TRACE, layer, Decay.BITS, parameters.rounding());
        this.events = events;
        this.trace = new int[pre + 1];
    }

    @Override
    public void clear() {
        Arrays.fill(trace, 0);
    }

    @Override
    public void step(long sample, int step, int[] x) {
        rounder.select(sample, step);
        for (int j = 0; j < trace.length; j++) {
            trace[j] = (int) next(j, x[j]);
        }
    }

    @Clause("ELIG-1")
    private long next(int j, int x) {
        long exact = rounder.shift((long) trace[j] * parameters.keep(), j) + (long) parameters.impulse() * x;
        return events.stored(Signal.TRACE, exact, Words.saturateUnsigned(exact, parameters.bits()));
    }

    @Override
    public long at(int j, int i) {
        return trace[j];
    }

    @Override
    public void reset(int[] voltage, int[] spike, int[] gate) {
        // One trace serves all postsynaptic neurons, so none of their resets can act on it.
    }

    @Override
    public int[] values() {
        return trace;
    }

    @Override
    public int[] factors() {
        return new int[0];
    }
}
