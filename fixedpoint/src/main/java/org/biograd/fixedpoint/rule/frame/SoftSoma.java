package org.biograd.fixedpoint.rule.frame;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** Neurons with the soft reset: a spike takes a fixed amount off the voltage, and what is above it stays. */
public final class SoftSoma {

    private final Profile profile;
    private final int keep;
    private final long reset;
    private final Events events;
    private final int[] voltage;
    private final int[] spike;

    /**
     * Makes neurons at rest.
     *
     * @param size how many there are
     * @param profile gives widths and threshold
     * @param keep decay of the voltage, times 4096
     * @param reset what a spike takes off, in units of voltage
     * @param events counts wraps of u and saturations of v
     */
    public SoftSoma(int size, Profile profile, int keep, long reset, Events events) {
        this.profile = profile;
        this.keep = keep;
        this.reset = reset;
        this.events = events;
        this.voltage = new int[size];
        this.spike = new int[size];
    }

    /** Sets v and s to 0. */
    public void clear() {
        Arrays.fill(voltage, 0);
        Arrays.fill(spike, 0);
    }

    /**
     * One step of all neurons.
     *
     * @param sum the exact sums of weights, one per neuron
     */
    @Clause("RULE-8")
    public void step(long[] sum) {
        int bits = profile.soma().voltageBits();
        for (int i = 0; i < spike.length; i++) {
            long input = sum[i] << profile.weight().shift();
            long wrapped = Words.wrap(input, profile.soma().currentBits());
            long u = events.stored(Signal.SYNAPTIC_INPUT, input, wrapped);
            long exact = Words.decay(voltage[i] - reset * spike[i], keep) + u;
            voltage[i] = (int) events.stored(Signal.MEMBRANE_VOLTAGE, exact, Words.saturate(exact, bits));
            spike[i] = voltage[i] >= profile.soma().threshold() ? 1 : 0;
        }
    }

    /** v of the last step, before the reset, one per neuron; live. */
    public int[] voltages() {
        return voltage;
    }

    /** s of the last step, 0 or 1, one per neuron; live. */
    public int[] spikes() {
        return spike;
    }
}
