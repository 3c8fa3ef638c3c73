package org.biograd.fixedpoint.fast;

import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * Equals {@link org.biograd.fixedpoint.Eligibility} at the end of a sample, always: the values E of the rows that
 * spiked, and the events of z and E. The traces and eligibilities of single steps are not kept. Held equal by {@code
 * EligibilityContract}; benchmark: {@code NetworkBenchmark.learnWithErrors}.
 */
final class FastEligibility {

    private final SampleEligibility wholeSample;
    private final SurrogateGate gate;
    private final Events events;

    /** -1 where a gate is open, else 0, [step][neuron]; and those of them in use: null where all gates were closed. */
    private final int[][] masks;

    private final int[][] openMasks;

    /** The rows that are up to date: those that spiked in the sample. The others hold what was there before. */
    final ActiveRows rows;

    /** E, one per synapse in the order of SYN-1, of those rows. */
    final int[] value;

    FastEligibility(int layer, int pre, int post, Profile profile, DrawSource draws, Events events) {
        int steps = profile.time().steps();
        int shift = profile.eligibility().shift();
        int largest = (1 << (profile.eligibility().bits() - 1)) - 1;
        this.wholeSample = profile.trace().mode() == TraceMode.PRE_ONLY
                ? new PresynapticSampleEligibility(
                        new PresynapticTraceRun(layer, pre, profile.trace(), draws, events),
                        steps,
                        pre,
                        post,
                        shift,
                        largest)
                : new SynapticSampleEligibility(
                        new SynapticTraceRow(layer, pre, post, profile.trace(), profile.soma(), draws, events),
                        steps,
                        post,
                        shift,
                        largest);
        this.gate = new SurrogateGate(post, profile.soma());
        this.masks = new int[steps][post];
        this.openMasks = new int[steps][];
        this.events = events;
        this.rows = new ActiveRows(pre);
        this.value = new int[(pre + 1) * post];
    }

    /**
     * Computes E of a whole sample at its end.
     *
     * @param sample number of the sample, for the draws
     * @param input the spikes that came in
     * @param sampleRows the same spikes, by neuron
     * @param record what the neurons did
     */
    void compute(long sample, SpikeTrain input, SampleRows sampleRows, LayerRecord record) {
        if (sampleRows.hasBias()) {
            rows.clear();
        } else {
            rows.clearAll();
        }
        rows.add(sampleRows.row, sampleRows.hasBias() ? sampleRows.count - 1 : sampleRows.count);
        for (int t = 0; t < masks.length; t++) {
            gate.step(record.voltage[t]);
            openMasks[t] = mask(gate.gates(), masks[t]) ? masks[t] : null;
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
}
