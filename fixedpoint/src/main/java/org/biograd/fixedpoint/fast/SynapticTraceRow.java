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
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;

/**
 * Equals the plain {@code SynapticTraces} and the sum of ELIG-3, for one presynaptic neuron at a time and for every
 * rounding mode and limit. Held equal by {@code EligibilityContract}; benchmark: {@code
 * NetworkBenchmark.learnWithErrors}.
 */
final class SynapticTraceRow {

    private static final int FACTOR_BITS = 14;

    private final TraceParameters parameters;
    private final int voltageOne;
    private final int layer;
    private final DrawSource draws;
    private final Events events;
    private final int post;
    private final int[] trace;

    SynapticTraceRow(
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
        this.post = post;
        this.trace = new int[post];
    }

    TraceParameters parameters() {
        return parameters;
    }

    /** Sets the traces of the row at hand to 0. */
    void clear() {
        Arrays.fill(trace, 0);
    }

    /**
     * One step of the traces of presynaptic neuron j.
     *
     * @param factorBefore f of the step before, one per postsynaptic neuron
     * @param impulse what is added: trace.impulse where j spikes, else 0
     */
    @Clause(
            value = {"ELIG-2", "ELIG-4"},
            form = Clause.Form.FAST)
    void step(long sample, int step, int j, int[] factorBefore, int impulse) {
        draws.select(DrawStream.TRACE, layer, sample, step, Decay.BITS);
        int bits = parameters.bits() + 1;
        boolean stochastic = parameters.rounding() == Rounding.STOCHASTIC;
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            long scaled = Words.scale(trace[i], factorBefore[i]);
            long y = Words.saturate(scaled, bits);
            long draw = stochastic && y != 0 ? draws.at(j * post + i) : 0;
            long driven = Words.shift(y * parameters.keep(), Decay.BITS, parameters.rounding(), draw) + impulse;
            long z = Words.saturate(driven, bits);
            saturations += (y != scaled ? 1 : 0) + (z != driven ? 1 : 0);
            trace[i] = (int) z;
        }
        events.add(Signal.TRACE, saturations);
    }

    /**
     * Adds the shifted traces to the eligibilities of the row where gates are open.
     *
     * @param eligibility E, one per synapse
     * @param row where the row begins
     * @return how many eligibilities saturated
     */
    @Clause(value = "ELIG-3", form = Clause.Form.FAST)
    int addTo(int[] eligibility, int row, int[] gateMask, int shift, int largest) {
        int saturations = 0;
        for (int i = 0; i < post; i++) {
            int sum = eligibility[row + i] + (gateMask[i] & trace[i] >> shift);
            saturations += NarrowWords.saturates(sum, largest);
            eligibility[row + i] = Math.max(-largest, Math.min(largest, sum));
        }
        return saturations;
    }

    /** Computes the reset factors f of a step. */
    @Clause(value = "ELIG-4", form = Clause.Form.FAST)
    void resetFactors(int[] voltage, int[] spike, int[] gateMask, int[] out) {
        for (int i = 0; i < post; i++) {
            long f = spike[i] == 1 ? 0 : Decay.ONE;
            if (parameters.mode() == TraceMode.FULL && gateMask[i] != 0) {
                f -= Words.quotient((long) voltage[i] << Decay.BITS, voltageOne);
            }
            out[i] = (int) Words.saturate(f, FACTOR_BITS);
        }
    }

    /** x / 4096 toward zero: what is negative gets 4095 more before the shift floors it. */
    static int divideByOne(int x) {
        return x + (x >> 31 & Decay.ONE - 1) >> Decay.BITS;
    }
}
