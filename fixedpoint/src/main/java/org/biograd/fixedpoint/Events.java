package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;

/** Counts, for each signal, the values that its width could not hold: wraps and saturations. */
@Clause("OBS-2")
public final class Events {

    private final long[] counts = new long[Signal.values().length];

    /** No events. */
    public Events() {}

    /** Adds events of one signal. */
    void add(Signal signal, long count) {
        counts[signal.ordinal()] += count;
    }

    /** Adds events of one signal that were counted in several places. */
    void add(Signal signal, int[] places) {
        long sum = 0;
        for (int count : places) {
            sum += count;
        }
        add(signal, sum);
    }

    /** Forgets all events. */
    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Adds the events that another counter has counted. */
    public void addAll(Events other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** How many values of a signal wrapped ({@link Signal#SYNAPTIC_INPUT}) or saturated (every other). */
    public long count(Signal signal) {
        return counts[signal.ordinal()];
    }

    /** Wraps of all signals. */
    public long wraps() {
        return count(Signal.SYNAPTIC_INPUT);
    }

    /** Saturations of all signals. */
    public long saturations() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum - wraps();
    }
}
