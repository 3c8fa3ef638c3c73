package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.TraceParameters;

/**
 * Equals the plain {@code PresynapticTraces} over a whole sample, always: traces that are 0 and get no spike are left
 * out. Held equal by {@code EligibilityContract}; benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class PresynapticTraceRun {

    private final TraceParameters parameters;
    private final int layer;
    private final DrawSource draws;
    private final Events events;
    private final boolean stochastic;

    /** Traces of a sample's rows and what a step adds to them, in use while a sample is computed. */
    private final int[] now;

    private final int[] impulse;

    PresynapticTraceRun(int layer, int pre, TraceParameters parameters, DrawSource draws, Events events) {
        this.layer = layer;
        this.parameters = parameters;
        this.draws = draws;
        this.events = events;
        this.stochastic = parameters.rounding() == Rounding.STOCHASTIC;
        this.now = new int[pre + 1];
        this.impulse = new int[pre + 1];
    }

    /**
     * Computes the traces of a whole sample.
     *
     * @param sample its number, for the draws
     * @param input its spikes
     * @param rows the same spikes, by neuron
     * @param shift right shift of a trace
     * @param shifted receives the shifted traces, [step][place of the row]
     */
    void run(long sample, SpikeTrain input, SampleRows rows, int shift, int[][] shifted) {
        int count = rows.count;
        Arrays.fill(now, 0, count, 0);
        for (int t = 0; t < shifted.length; t++) {
            draws.select(DrawStream.TRACE, layer, sample, t, Decay.BITS);
            Arrays.fill(impulse, 0, count, 0);
            for (int e = input.begin(t); e < input.end(t); e++) {
                int r = rows.find(input.neuron(e));
                if (r >= 0) {
                    impulse[r] = parameters.impulse();
                }
            }
            if (rows.hasBias()) {
                impulse[count - 1] = parameters.impulse();
            }
            for (int r = 0; r < count; r++) {
                if (now[r] != 0 || impulse[r] != 0) {
                    now[r] = step(rows.row[r], now[r], impulse[r]);
                }
                shifted[t][r] = now[r] >> shift;
            }
        }
    }

    @Clause(value = "ELIG-1", form = Clause.Form.FAST)
    private int step(int j, int before, int driven) {
        long z = driven;
        if (before != 0) {
            long draw = stochastic ? draws.at(j) : 0;
            z += Words.shift((long) before * parameters.keep(), Decay.BITS, parameters.rounding(), draw);
        }
        return (int) events.stored(Signal.TRACE, z, Words.saturateUnsigned(z, parameters.bits()));
    }
}
