package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** The eligibilities of a layer's synapses: what a chip calls tags. Only rows whose presynaptic neuron has spiked are touched. */
public final class Eligibility {

    private final Traces traces;
    private final int shift;
    private final int largest;
    private final int post;
    private final Events events;

    /** The rows that may differ from 0. */
    final ActiveRows rows;

    /** E, one value a synapse. */
    final int[] value;

    /**
     * Nothing eligible yet.
     *
     * @param layer its number, for the draws
     * @param pre its presynaptic neurons, the bias not counted
     * @param post its neurons
     * @param profile gives the parameters of traces, eligibilities and neurons
     * @param draws for stochastic rounding
     * @param events counts saturations
     */
    public Eligibility(int layer, int pre, int post, Profile profile, DrawSource draws, Events events) {
        this.traces = profile.trace().mode() == TraceMode.PRE_ONLY
                ? new PresynapticTraces(layer, pre, post, profile.trace(), draws, events)
                : new SynapticTraces(layer, pre, post, profile.trace(), profile.soma(), draws, events);
        this.shift = profile.eligibility().shift();
        this.largest = (1 << (profile.eligibility().bits() - 1)) - 1;
        this.post = post;
        this.events = events;
        this.rows = new ActiveRows(pre);
        this.value = new int[(pre + 1) * post];
    }

    void clear() {
        traces.clear(rows);
        for (int r = 0; r < rows.count; r++) {
            int row = rows.row[r] * post;
            Arrays.fill(value, row, row + post, 0);
        }
        rows.clear();
    }

    /**
     * One step, after the layer's voltage, spikes and gate.
     *
     * @param sample number of the sample, for the draws
     * @param step the step
     * @param spiking the presynaptic neurons that spike, ascending; the first {@code spikes} entries count
     * @param spikes how many do
     * @param voltage v before the reset, one a neuron
     * @param spike s, 0 or 1, one a neuron
     * @param gate g, 0 or 1, one a neuron
     */
    @Clause("ELIG-3")
    public void step(long sample, int step, int[] spiking, int spikes, int[] voltage, int[] spike, int[] gate) {
        rows.add(spiking, spikes);
        traces.step(sample, step, rows, spiking, spikes);
        if (anyOpen(gate)) {
            events.add(Signal.ELIGIBILITY, traces.accumulate(rows, gate, shift, value, largest));
        }
        traces.rememberReset(voltage, spike, gate);
    }

    private static boolean anyOpen(int[] gate) {
        int sum = 0;
        for (int g : gate) {
            sum += g;
        }
        return sum != 0;
    }

    /** The live eligibilities E, one a synapse in the order of SYN-1. */
    public int[] values() {
        return value;
    }

    /** The reset factors f of the last step, one a neuron; none in PRE_ONLY. */
    public int[] resetFactors() {
        return traces.factors();
    }

    /** The live traces z: PRE_ONLY one a presynaptic neuron, the bias last; else one a synapse in the order of SYN-1. */
    public int[] traceValues() {
        return traces.values();
    }
}
