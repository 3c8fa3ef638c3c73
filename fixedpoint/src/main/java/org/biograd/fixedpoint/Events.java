package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;

/** Counts, for each signal, the values that its width could not hold: wraps and saturations. */
public final class Events {

    private static final Signal[] SIGNALS = Signal.values();

    private final long[] counts = new long[SIGNALS.length];
    private final Events whole;

    /** No events. */
    public Events() {
        this(null);
    }

    /**
     * No events of a part, which are counted in the whole too.
     *
     * @param whole counts them again; null: there is none
     */
    Events(Events whole) {
        this.whole = whole;
    }

    /**
     * Counts an event where a stored value is not the exact one.
     *
     * @param signal whose value it is
     * @param exact the value before it was stored
     * @param stored the value as its word holds it
     * @return the stored value
     */
    @Clause("OBS-2")
    public long stored(Signal signal, long exact, long stored) {
        if (stored != exact) {
            add(signal, 1);
        }
        return stored;
    }

    /** Adds events of one signal that were counted elsewhere. */
    public void add(Signal signal, long count) {
        counts[signal.ordinal()] += count;
        if (whole != null) {
            whole.add(signal, count);
        }
    }

    /** Adds the events that another counter has counted. */
    public void addAll(Events other) {
        for (int i = 0; i < counts.length; i++) {
            add(SIGNALS[i], other.counts[i]);
        }
    }

    /** Forgets all events; a whole that counts them again does not. */
    public void clear() {
        Arrays.fill(counts, 0);
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
