package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** The eligibilities of a layer's synapses: what a chip calls tags. Only rows whose presynaptic neuron has spiked are touched. */
final class Eligibility {

    private final Traces traces;
    private final int shift;
    private final int largest;
    private final int post;
    private final Events events;

    /** The rows that may differ from 0. */
    final ActiveRows rows;

    /** E, one value a synapse. */
    final int[] value;

    Eligibility(int layer, int pre, int post, Profile profile, Draws draws, Events events) {
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
     */
    @Clause("ELIG-3")
    void step(long sample, int step, int[] spiking, int spikes, Soma soma, SurrogateGate gate) {
        rows.add(spiking, spikes);
        traces.step(sample, step, rows, spiking, spikes);
        if (gate.anyOpen()) {
            events.add(Signal.ELIGIBILITY, traces.accumulate(rows, gate.open, shift, value, largest));
        }
        traces.rememberReset(soma, gate);
    }

    int[] traceValues() {
        return traces.values();
    }
}
