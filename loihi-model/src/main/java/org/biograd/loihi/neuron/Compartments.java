package org.biograd.loihi.neuron;

import java.util.Arrays;
import org.biograd.loihi.Format;
import org.biograd.loihi.Register;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;

/**
 * A population of compartments with the same constants: synaptic current, voltage, threshold, reset, refractory period.
 *
 * <p>A step takes what was added to {@link #input} since the step before. The arrays that the methods return are the
 * population's own: read them between steps, and write to {@link #input} alone. All start at 0.
 */
public final class Compartments {

    private final RangeHandling range;
    private final Format voltageFormat;
    private final long currentKeep;
    private final long voltageKeep;
    private final long bias;
    private final long threshold;
    private final int refractory;
    private final long[] joined;

    private final long[] input;
    private final long[] current;
    private final long[] voltage;
    private final long[] voltageAfterReset;
    private final int[] spike;
    private final int[] spiking;
    private final int[] held;
    private int spikes;
    private long wraps;
    private long saturations;

    /**
     * Compartments that are not joined to others.
     *
     * @param size how many, 1 or more
     * @param range what happens at the ends of the registers
     * @throws IllegalArgumentException where the size is below 1, or an emulator's variant is asked for another
     *     width of v than its own
     */
    public Compartments(int size, CompartmentParameters parameters, RangeHandling range) {
        this(size, parameters, range, null);
    }

    private Compartments(int size, CompartmentParameters parameters, RangeHandling range, long[] joined) {
        if (size < 1) {
            throw new IllegalArgumentException("size: " + size + "; at least 1 is needed");
        }
        if (range != RangeHandling.NORMATIVE
                && parameters.voltageBits() != Register.VOLTAGE.format().bits()) {
            throw new IllegalArgumentException("voltageBits: " + parameters.voltageBits() + "; " + range + " has "
                    + Register.VOLTAGE.format().bits());
        }
        this.range = range;
        this.voltageFormat = Format.signed(parameters.voltageBits(), 0);
        this.currentKeep = CompartmentParameters.FORGET - parameters.currentDecay();
        this.voltageKeep = CompartmentParameters.FORGET - parameters.voltageDecay();
        this.bias = parameters.bias();
        this.threshold = parameters.threshold();
        this.refractory = parameters.refractory();
        this.joined = joined;
        this.input = new long[size];
        this.current = new long[size];
        this.voltage = new long[size];
        this.voltageAfterReset = new long[size];
        this.spike = new int[size];
        this.spiking = new int[size];
        this.held = new int[size];
    }

    /**
     * Compartments of the normative behaviour, one for each of another population, which has to be stepped first in
     * every step.
     *
     * @param join what they take from the other's compartment of the same index
     */
    public static Compartments joinedTo(Compartments other, Join join, CompartmentParameters parameters) {
        long[] joined = join == Join.ADD ? other.voltage : null;
        return new Compartments(other.size(), parameters, RangeHandling.NORMATIVE, joined);
    }

    /** Forgets input, current, voltage, spikes and refractory periods; the counts of events stay. */
    public void clear() {
        for (long[] values : new long[][] {input, current, voltage, voltageAfterReset}) {
            Arrays.fill(values, 0);
        }
        Arrays.fill(spike, 0);
        Arrays.fill(held, 0);
        spikes = 0;
    }

    /** One step of all compartments; takes the input. */
    @Clause({"CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5", "CHIP-7", "CHIP-11"})
    public void step() {
        spikes = 0;
        for (int i = 0; i < input.length; i++) {
            long a = range.input(input[i]);
            long summed = decay(current[i], currentKeep) + a;
            long u = range.current(summed);
            wraps += (a != input[i] ? 1 : 0) + (u != summed ? 1 : 0);
            input[i] = 0;
            current[i] = u;
            if (held[i] > 0) {
                held[i]--;
                voltage[i] = 0;
                spike[i] = 0;
                continue;
            }

            long drive = range.drive(u + bias);
            wraps += drive != u + bias ? 1 : 0;
            long driven = decay(voltageAfterReset[i], voltageKeep) + drive + (joined == null ? 0 : joined[i]);
            long v = range.voltage(driven, voltageFormat);
            saturations += v != driven ? 1 : 0;

            boolean fires = v > threshold;
            voltage[i] = v;
            voltageAfterReset[i] = fires ? 0 : v;
            spike[i] = fires ? 1 : 0;
            if (fires) {
                held[i] = refractory - 1;
                spiking[spikes++] = i;
            }
        }
    }

    /** x times keep / {@link Decay#ONE}, toward zero. */
    private static long decay(long x, long keep) {
        return x < 0 ? -(-x * keep >> Decay.BITS) : x * keep >> Decay.BITS;
    }

    /** How many compartments there are. */
    public int size() {
        return input.length;
    }

    /**
     * a of the next step, to be added to; a step takes it and leaves 0. In units of current, any value up to
     * {@link RangeHandling#largestInput}.
     */
    public long[] input() {
        return input;
    }

    /** u of the last step. */
    public long[] current() {
        return current;
    }

    /** v of the last step before the reset; 0 in the refractory period. */
    public long[] voltage() {
        return voltage;
    }

    /** v of the last step after the reset: from here the next step goes on. */
    public long[] voltageAfterReset() {
        return voltageAfterReset;
    }

    /** 1 where a compartment spiked in the last step, else 0. */
    public int[] spike() {
        return spike;
    }

    /** The compartments that spiked in the last step, ascending; the first {@link #spikes} entries count. */
    public int[] spiking() {
        return spiking;
    }

    /** How many compartments spiked in the last step. */
    public int spikes() {
        return spikes;
    }

    /** How often a current, or on its way an input or a sum with the bias, was stored wrapped. */
    public long wraps() {
        return wraps;
    }

    /** How often a voltage was stored saturated. */
    public long saturations() {
        return saturations;
    }
}
