package org.biograd.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** Keeps a copy of all that it is shown, and the order it was shown in. */
final class Recorder implements Observer {

    record Key(Signal signal, int layer, int step) {

        /** For example {@code v1@0}. */
        @Override
        public String toString() {
            return signal.symbol() + layer + "@" + step;
        }
    }

    private final Map<Key, double[]> values = new HashMap<>();
    private final List<Key> order = new ArrayList<>();

    @Override
    public void observe(Signal signal, int layer, int step, Values shown) {
        double[] copy = new double[shown.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = shown.real(i);
        }
        Key key = new Key(signal, layer, step);
        if (values.put(key, copy) != null) {
            throw new AssertionError(key + " was shown twice");
        }
        order.add(key);
    }

    List<Key> order() {
        return order;
    }

    double[] get(Signal signal, int layer, int step) {
        double[] found = values.get(new Key(signal, layer, step));
        if (found == null) {
            throw new AssertionError(new Key(signal, layer, step) + " was not shown");
        }
        return found;
    }
}
