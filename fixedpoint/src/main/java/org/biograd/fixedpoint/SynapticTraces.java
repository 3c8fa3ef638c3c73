package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;

/**
 * One trace a synapse, which the reset of the postsynaptic neuron acts on.
 *
 * <p>The reset factor of a step is applied at the start of the next, together with the decay: one pass over the traces
 * a step.
 */
final class SynapticTraces implements Traces {

    private static final int DECAY_BITS = 12;
    private static final int ONE = 1 << DECAY_BITS;
    private static final int FACTOR_BITS = 14;

    private final TraceParameters parameters;
    private final int voltageOne;
    private final int layer;
    private final DrawSource draws;
    private final Events events;
    private final int pre;
    private final int post;
    private final int[] trace;

    /** f of the step before, one factor a postsynaptic neuron. */
    private final int[] factor;

    SynapticTraces(
            int layer,
            int pre,
            int post,
            TraceParameters parameters,
            SomaParameters soma,
            DrawSource draws,
            Events events) {
        this.layer = layer;
        this.parameters = parameters;
        this.voltageOne = soma.voltageOne();
        this.draws = draws;
        this.events = events;
        this.pre = pre;
        this.post = post;
        this.trace = new int[(pre + 1) * post];
        this.factor = new int[post];
        Arrays.fill(factor, ONE);
    }

    TraceParameters parameters() {
        return parameters;
    }

    @Override
    public void clear(ActiveRows rows) {
        for (int r = 0; r < rows.count; r++) {
            clearRow(rows.row[r]);
        }
        Arrays.fill(factor, ONE);
    }

    void clearRow(int j) {
        Arrays.fill(trace, j * post, (j + 1) * post, 0);
    }

    @Override
    @Clause({"ELIG-2", "ELIG-4", "ELIG-5"})
    public void step(long sample, int step, ActiveRows rows, int[] spiking, int spikes) {
        draws.select(DrawStream.TRACE, layer, sample, step, DECAY_BITS);
        boolean towardZero = parameters.rounding() == Rounding.TOWARD_ZERO;
        int saturations = 0;
        int next = 0;
        for (int r = 0; r < rows.count; r++) {
            int j = rows.row[r];
            int impulse = j == pre ? parameters.impulse() : 0;
            if (next < spikes && spiking[next] == j) {
                impulse = parameters.impulse();
                next++;
            }
            saturations += towardZero ? stepRowTowardZero(j * post, impulse) : stepRow(j * post, factor, impulse);
        }
        events.add(Signal.TRACE, saturations);
    }

    /** One step of the traces of presynaptic neuron j alone. */
    void stepRow(long sample, int step, int j, int[] factorBefore, int impulse) {
        draws.select(DrawStream.TRACE, layer, sample, step, DECAY_BITS);
        events.add(Signal.TRACE, stepRow(j * post, factorBefore, impulse));
    }

    /** The plain form, for every rounding mode. */
    private int stepRow(int row, int[] factor, int impulse) {
        int bits = parameters.bits() + 1;
        boolean stochastic = parameters.rounding() == Rounding.STOCHASTIC;
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            int s = row + i;
            long scaled = Words.scale(trace[s], factor[i]);
            long y = Words.saturate(scaled, bits);
            long draw = stochastic && y != 0 ? draws.at(s) : 0;
            long driven = Words.shift(y * parameters.keep(), DECAY_BITS, parameters.rounding(), draw) + impulse;
            long z = Words.saturate(driven, bits);
            saturations += (y != scaled ? 1 : 0) + (z != driven ? 1 : 0);
            trace[s] = (int) z;
        }
        return saturations;
    }

    /** The same bits in 32-bit words without a branch, which the compiler turns into vector code. */
    private int stepRowTowardZero(int row, int impulse) {
        int largest = (1 << parameters.bits()) - 1;
        int keep = parameters.keep();
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            int scaled = divideByOne(trace[row + i] * factor[i]);
            int y = Math.max(-largest, Math.min(largest, scaled));
            int driven = divideByOne(y * keep) + impulse;
            int z = Math.max(-largest, Math.min(largest, driven));
            saturations += exceeds(scaled, largest) + exceeds(driven, largest);
            trace[row + i] = z;
        }
        return saturations;
    }

    /** x / 4096 toward zero. */
    static int divideByOne(int x) {
        return x + (x >> 31 & ONE - 1) >> DECAY_BITS;
    }

    /** 1 where |x| is above the limit, else 0. */
    private static int exceeds(int x, int largest) {
        return largest - Math.abs(x) >>> 31;
    }

    @Override
    @Clause("ELIG-3")
    public int accumulate(ActiveRows rows, int[] gateMask, int shift, int[] eligibility, int largest) {
        int saturations = 0;
        for (int r = 0; r < rows.count; r++) {
            saturations += addRow(eligibility, rows.row[r] * post, gateMask, shift, largest);
        }
        return saturations;
    }

    /** The same for the row of one presynaptic neuron, which begins at {@code row}. */
    int addRow(int[] eligibility, int row, int[] gateMask, int shift, int largest) {
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            int sum = eligibility[row + i] + (gateMask[i] & trace[row + i] >> shift);
            saturations += exceeds(sum, largest);
            eligibility[row + i] = Math.max(-largest, Math.min(largest, sum));
        }
        return saturations;
    }

    @Override
    public void rememberReset(int[] voltage, int[] spike, int[] gateMask) {
        resetFactors(voltage, spike, gateMask, factor);
    }

    /** Computes the reset factors f of a step. */
    @Clause("ELIG-4")
    void resetFactors(int[] voltage, int[] spike, int[] gateMask, int[] out) {
        for (int i = 0; i < post; i++) {
            long f = spike[i] == 1 ? 0 : ONE;
            if (parameters.mode() == TraceMode.FULL && gateMask[i] != 0) {
                f -= Words.quotient((long) voltage[i] << DECAY_BITS, voltageOne);
            }
            out[i] = (int) Words.saturate(f, FACTOR_BITS);
        }
    }

    @Override
    public int[] factors() {
        return factor;
    }

    @Override
    public int[] values() {
        return trace;
    }
}
