package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.Profile;

/** The eligibilities of a layer's synapses, what a chip calls tags, and the traces that they are added up from. */
public final class Eligibility {

    private final EligibilityParameters parameters;
    private final Traces traces;
    private final Events events;
    private final int pre;
    private final int post;
    private final int[] value;

    /**
     * Makes eligibilities and traces of 0.
     *
     * @param layer its number, for the draws
     * @param pre its presynaptic neurons, the bias not counted
     * @param post its neurons
     * @param profile gives the parameters of traces, eligibilities and neurons
     * @param draws for stochastic rounding
     * @param events counts saturations of z and E
     */
    public Eligibility(int layer, int pre, int post, Profile profile, DrawSource draws, Events events) {
        this.parameters = profile.eligibility();
        this.traces = profile.trace().mode() == TraceMode.PRE_ONLY
                ? new PresynapticTraces(layer, pre, profile.trace(), draws, events)
                : new SynapticTraces(layer, pre, post, profile.trace(), profile.soma(), draws, events);
        this.events = events;
        this.pre = pre;
        this.post = post;
        this.value = new int[(pre + 1) * post];
    }

    /** Sets traces and eligibilities to 0. */
    public void clear() {
        traces.clear();
        Arrays.fill(value, 0);
    }

    /**
     * One step, after the layer's voltage, spikes and gate.
     *
     * @param sample number of the sample, for the draws
     * @param step the step
     * @param x the spikes of the presynaptic neurons, 0 or 1, that of the bias last
     * @param voltage v before the reset, one per neuron
     * @param spike s, 0 or 1, one per neuron
     * @param gate g, 0 or 1, one per neuron
     */
    public void step(long sample, int step, int[] x, int[] voltage, int[] spike, int[] gate) {
        traces.step(sample, step, x);
        for (int i = 0; i < post; i++) {
            if (gate[i] == 0) {
                continue;
            }
            for (int j = 0; j <= pre; j++) {
                int s = j * post + i;
                value[s] = (int) next(value[s], traces.at(j, i));
            }
        }
        traces.reset(voltage, spike, gate);
    }

    /** E of a synapse whose gate is open; where it is closed, g = 0, E stays as it is. */
    @Clause("ELIG-3")
    private long next(long before, long z) {
        long exact = before + Words.shift(z, parameters.shift(), Rounding.FLOOR, 0);
        return events.stored(Signal.ELIGIBILITY, exact, Words.saturate(exact, parameters.bits()));
    }

    /** The live eligibilities E, one per synapse in the order of SYN-1. */
    public int[] values() {
        return value;
    }

    /** The live traces z: PRE_ONLY one per presynaptic neuron, the bias last; else one per synapse (SYN-1). */
    public int[] traceValues() {
        return traces.values();
    }

    /** The reset factors f of the last step, one per neuron; none in PRE_ONLY. */
    public int[] resetFactors() {
        return traces.factors();
    }
}
