package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.Stream;
import org.biograd.spec.profile.TraceParameters;

/** One trace a presynaptic neuron, the bias last: what a chip holds. */
final class PresynapticTraces implements Traces {

    private static final int DECAY_BITS = 12;

    private final TraceParameters parameters;
    private final int layer;
    private final DrawSource draws;
    private final Events events;
    private final int[] trace;
    private final int bias;
    private final int post;

    PresynapticTraces(int layer, int pre, int post, TraceParameters parameters, DrawSource draws, Events events) {
        this.layer = layer;
        this.parameters = parameters;
        this.draws = draws;
        this.events = events;
        this.trace = new int[pre + 1];
        this.bias = pre;
        this.post = post;
    }

    @Override
    public void clear(ActiveRows rows) {
        for (int r = 0; r < rows.count; r++) {
            trace[rows.row[r]] = 0;
        }
    }

    @Override
    @Clause({"ELIG-1", "ELIG-5"})
    public void step(long sample, int step, ActiveRows rows, int[] spiking, int spikes) {
        draws.select(Stream.TRACE, layer, sample, step, DECAY_BITS);
        boolean stochastic = parameters.rounding() == Rounding.STOCHASTIC;
        int saturations = 0;
        int next = 0;
        for (int r = 0; r < rows.count; r++) {
            int j = rows.row[r];
            boolean fires = j == bias;
            if (next < spikes && spiking[next] == j) {
                fires = true;
                next++;
            }
            long z = 0;
            if (trace[j] != 0) {
                long draw = stochastic ? draws.at(j) : 0;
                z = Words.shift((long) trace[j] * parameters.keep(), DECAY_BITS, parameters.rounding(), draw);
            }
            if (fires) {
                z += parameters.impulse();
            }
            long held = Words.saturateUnsigned(z, parameters.bits());
            saturations += held != z ? 1 : 0;
            trace[j] = (int) held;
        }
        events.add(Signal.TRACE, saturations);
    }

    @Override
    @Clause("ELIG-3")
    public int accumulate(ActiveRows rows, int[] gate, int shift, int[] eligibility, int largest) {
        int saturations = 0;
        for (int r = 0; r < rows.count; r++) {
            int j = rows.row[r];
            int increment = trace[j] >> shift;
            if (increment != 0) {
                saturations += addRow(eligibility, j * post, gate, increment, largest);
            }
        }
        return saturations;
    }

    /** Traces are never negative here, so only the upper limit can be met. */
    private int addRow(int[] eligibility, int row, int[] gate, int increment, int largest) {
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            int sum = eligibility[row + i] + gate[i] * increment;
            saturations += largest - sum >>> 31;
            eligibility[row + i] = Math.min(sum, largest);
        }
        return saturations;
    }

    @Override
    public void rememberReset(int[] voltage, int[] spike, int[] gate) {
        // One trace serves all postsynaptic neurons, so none of their resets can act on it.
    }

    @Override
    public int[] factors() {
        return new int[0];
    }

    @Override
    public int[] values() {
        return trace;
    }
}
