package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** All that an observer was shown, in order. */
final class Log implements Observer {

    /** One call of an observer. */
    record Shown(Signal signal, int layer, int step, long[] values) {

        boolean same(Shown other) {
            return signal == other.signal
                    && layer == other.layer
                    && step == other.step
                    && Arrays.equals(values, other.values);
        }

        @Override
        public String toString() {
            return signal.symbol() + " of layer " + layer + " at step " + step + ": " + Arrays.toString(values);
        }
    }

    private final List<Shown> all = new ArrayList<>();

    @Override
    public void observe(Signal signal, int layer, int step, Values shown) {
        long[] values = new long[shown.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shown.integer(i);
            // Every word of a network is narrower than a double's 53 bits, so both views show the same.
            assertEquals((double) values[i], shown.real(i), "both views of " + signal);
        }
        add(new Shown(signal, layer, step, values));
    }

    void add(Shown shown) {
        all.add(shown);
    }

    List<Shown> all() {
        return all;
    }

    void clear() {
        all.clear();
    }

    /** The first place where this log, the expected one, and another differ; null where they are equal. */
    String difference(Log actual) {
        int common = Math.min(all.size(), actual.all.size());
        for (int i = 0; i < common; i++) {
            if (!all.get(i).same(actual.all.get(i))) {
                return "entry " + i + "\n  expected " + all.get(i) + "\n  actual   " + actual.all.get(i);
            }
        }
        if (all.size() != actual.all.size()) {
            Log longer = all.size() > common ? this : actual;
            return (longer == this ? "missing " : "too much ") + "from entry " + common + " on: "
                    + longer.all.get(common);
        }
        return null;
    }
}
