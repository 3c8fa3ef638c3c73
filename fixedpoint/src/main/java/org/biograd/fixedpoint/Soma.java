package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SomaParameters;

/** A population of leaky integrate-and-fire neurons: synaptic input, voltage, threshold, reset. */
public final class Soma {

    private final SomaParameters parameters;
    private final int weightShift;
    private final Events events;
    private final int[] current;
    private final int[] voltage;
    private final int[] spike;

    /**
     * Makes neurons at rest.
     *
     * @param size how many there are
     * @param parameters widths, decay and threshold
     * @param weightShift weight.shift: a weight is worth 2^weightShift units of voltage
     * @param events counts wraps of u and saturations of v
     */
    public Soma(int size, SomaParameters parameters, int weightShift, Events events) {
        this.parameters = parameters;
        this.weightShift = weightShift;
        this.events = events;
        this.current = new int[size];
        this.voltage = new int[size];
        this.spike = new int[size];
    }

    /** Sets u, v and s to 0. */
    public void clear() {
        Arrays.fill(current, 0);
        Arrays.fill(voltage, 0);
        Arrays.fill(spike, 0);
    }

    /**
     * One step of all neurons.
     *
     * @param sum a_i, the exact synaptic sums, one per neuron
     */
    public void step(long[] sum) {
        for (int i = 0; i < spike.length; i++) {
            long u = input(sum[i]);
            long v = integrate(voltage[i], spike[i], u);
            current[i] = (int) u;
            voltage[i] = (int) v;
            spike[i] = fires(v);
        }
    }

    @Clause("SOMA-2")
    private long input(long sum) {
        long exact = sum << weightShift;
        return events.stored(Signal.SYNAPTIC_INPUT, exact, Words.wrap(exact, parameters.currentBits()));
    }

    @Clause("SOMA-3")
    private long integrate(long before, int spiked, long u) {
        long rest = spiked == 1 ? 0 : before;
        long exact = Words.decay(rest, parameters.keep()) + u;
        return events.stored(Signal.MEMBRANE_VOLTAGE, exact, Words.saturate(exact, parameters.voltageBits()));
    }

    @Clause("SOMA-4")
    private int fires(long v) {
        return v > parameters.threshold() ? 1 : 0;
    }

    /** u of the last step, one per neuron; live. */
    public int[] currents() {
        return current;
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
