package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
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
    private final boolean stochastic;

    /**
     * The eligibilities of one presynaptic neuron, in use while they are added to: loops over a whole array become
     * vector code.
     */
    private final int[] row;

    /** How often each neuron's eligibilities have saturated, not told yet. */
    private final int[] saturations;

    /** Traces of a sample's rows and what a step adds to them, in use while a whole sample is computed. */
    private final int[] now;

    private final int[] impulse;

    PresynapticTraces(int layer, int pre, int post, TraceParameters parameters, DrawSource draws, Events events) {
        this.layer = layer;
        this.parameters = parameters;
        this.draws = draws;
        this.events = events;
        this.trace = new int[pre + 1];
        this.bias = pre;
        this.post = post;
        this.stochastic = parameters.rounding() == Rounding.STOCHASTIC;
        this.row = new int[post];
        this.saturations = new int[post];
        this.now = new int[pre + 1];
        this.impulse = new int[pre + 1];
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
        draws.select(DrawStream.TRACE, layer, sample, step, DECAY_BITS);
        int next = 0;
        for (int r = 0; r < rows.count; r++) {
            int j = rows.row[r];
            boolean fires = j == bias;
            if (next < spikes && spiking[next] == j) {
                fires = true;
                next++;
            }
            trace[j] = step(j, trace[j], fires);
        }
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
            draws.select(DrawStream.TRACE, layer, sample, t, DECAY_BITS);
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
                    now[r] = step(rows.row[r], now[r], impulse[r] != 0);
                }
                shifted[t][r] = now[r] >> shift;
            }
        }
    }

    private int step(int j, int before, boolean fires) {
        long z = 0;
        if (before != 0) {
            long draw = stochastic ? draws.at(j) : 0;
            z = Words.shift((long) before * parameters.keep(), DECAY_BITS, parameters.rounding(), draw);
        }
        if (fires) {
            z += parameters.impulse();
        }
        long held = Words.saturateUnsigned(z, parameters.bits());
        if (held != z) {
            events.add(Signal.TRACE, 1);
        }
        return (int) held;
    }

    @Override
    @Clause("ELIG-3")
    public int accumulate(ActiveRows rows, int[] gateMask, int shift, int[] eligibility, int largest) {
        for (int r = 0; r < rows.count; r++) {
            int j = rows.row[r];
            int increment = trace[j] >> shift;
            if (increment != 0) {
                System.arraycopy(eligibility, j * post, row, 0, post);
                add(row, gateMask, increment, largest);
                System.arraycopy(row, 0, eligibility, j * post, post);
            }
        }
        return takeSaturations();
    }

    /**
     * Adds an increment to the eligibilities of one presynaptic neuron where gates are open, and counts those that
     * saturate. Traces are never negative here, so only the upper limit can be met.
     */
    void add(int[] sum, int[] gateMask, int increment, int largest) {
        add(sum, gateMask, increment, largest, saturations);
    }

    // Without Math.min and with a count a neuron: only so does the compiler turn it into vector code.
    private static void add(int[] sum, int[] gateMask, int increment, int largest, int[] saturations) {
        for (int i = 0; i < sum.length; i++) {
            int exact = sum[i] + (gateMask[i] & increment);
            int over = largest - exact >> 31;
            saturations[i] -= over;
            sum[i] = exact & ~over | largest & over;
        }
    }

    /** How many eligibilities have saturated since the last call. */
    int takeSaturations() {
        int count = 0;
        for (int i = 0; i < post; i++) {
            count += saturations[i];
            saturations[i] = 0;
        }
        return count;
    }

    @Override
    public void rememberReset(int[] voltage, int[] spike, int[] gateMask) {
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
