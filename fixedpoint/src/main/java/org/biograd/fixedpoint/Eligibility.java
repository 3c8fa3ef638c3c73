package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The eligibilities of a layer's synapses: what a chip calls tags. Only rows whose presynaptic neuron has spiked are
 * touched.
 */
public final class Eligibility {

    private final Traces traces;
    private final SampleEligibility wholeSample;
    private final SurrogateGate gate;
    private final int shift;
    private final int largest;
    private final int post;
    private final Events events;

    private final int[] gateMask;

    /** Masks of a whole sample, [step][neuron], and those of them in use: null where all gates were closed. */
    private final int[][] masks;

    private final int[][] openMasks;

    /**
     * Whether the eligibilities are those of a whole sample: then rows that did not spike in it hold what was there
     * before.
     */
    private boolean whole;

    /** The rows that may differ from 0. */
    final ActiveRows rows;

    /** E, one value a synapse, of the active rows. */
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
        int steps = profile.time().steps();
        this.shift = profile.eligibility().shift();
        this.largest = (1 << (profile.eligibility().bits() - 1)) - 1;
        if (profile.trace().mode() == TraceMode.PRE_ONLY) {
            PresynapticTraces presynaptic = new PresynapticTraces(layer, pre, post, profile.trace(), draws, events);
            this.traces = presynaptic;
            this.wholeSample = new PresynapticSampleEligibility(presynaptic, steps, pre, post, shift, largest);
        } else {
            SynapticTraces synaptic =
                    new SynapticTraces(layer, pre, post, profile.trace(), profile.soma(), draws, events);
            this.traces = synaptic;
            this.wholeSample = new SynapticSampleEligibility(synaptic, steps, post, shift, largest);
        }
        this.gate = new SurrogateGate(post, profile.soma());
        this.gateMask = new int[post];
        this.masks = new int[steps][post];
        this.openMasks = new int[steps][];
        this.post = post;
        this.events = events;
        this.rows = new ActiveRows(pre);
        this.value = new int[(pre + 1) * post];
    }

    void clear() {
        traces.clear(rows);
        if (whole) {
            Arrays.fill(value, 0);
            whole = false;
        }
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
        if (mask(gate, gateMask)) {
            events.add(Signal.ELIGIBILITY, traces.accumulate(rows, gateMask, shift, value, largest));
        }
        traces.rememberReset(voltage, spike, gateMask);
    }

    /**
     * Computes E of a whole sample at its end. The traces of single steps are not kept.
     *
     * @param sample number of the sample, for the draws
     * @param input the spikes that came in
     * @param sampleRows the same spikes, by neuron
     * @param record what the neurons did
     */
    void compute(long sample, SpikeTrain input, SampleRows sampleRows, LayerRecord record) {
        if (!whole) {
            clear();
            whole = true;
        }
        if (sampleRows.hasBias()) {
            rows.clear();
        } else {
            rows.clearAll();
        }
        rows.add(sampleRows.row, sampleRows.hasBias() ? sampleRows.count - 1 : sampleRows.count);
        for (int t = 0; t < masks.length; t++) {
            gate.step(record.voltage[t]);
            openMasks[t] = mask(gate.open, masks[t]) ? masks[t] : null;
        }
        events.add(Signal.ELIGIBILITY, wholeSample.compute(sample, input, sampleRows, openMasks, record, value));
    }

    /** Turns 0 and 1 into 0 and -1; whether any gate is open. */
    private static boolean mask(int[] gate, int[] mask) {
        int any = 0;
        for (int i = 0; i < gate.length; i++) {
            mask[i] = -gate[i];
            any |= gate[i];
        }
        return any != 0;
    }

    /** The live eligibilities E, one a synapse in the order of SYN-1. */
    public int[] values() {
        return value;
    }

    /** The reset factors f of the last step, one a neuron; none in PRE_ONLY. */
    public int[] resetFactors() {
        return traces.factors();
    }

    /**
     * The live traces z: PRE_ONLY one a presynaptic neuron, the bias last; else one a synapse in the order of SYN-1.
     */
    public int[] traceValues() {
        return traces.values();
    }
}
