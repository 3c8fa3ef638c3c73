package org.biograd.study.lockstep;

import java.util.HashMap;
import java.util.Map;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** Remembers every signal of an integer network, for one sample with its update, or for one sleeping layer. */
public final class Recording implements Observer {

    private record Key(Signal signal, int layer, int step) {}

    private final Map<Key, int[]> values = new HashMap<>();

    /** Nothing recorded yet. */
    public Recording() {}

    @Override
    public void observe(Signal signal, int layer, int step, Values shown) {
        int[] copy = new int[shown.size()];
        shown.copyTo(copy);
        values.put(new Key(signal, layer, step), copy);
    }

    /** Remembers values that somebody else has seen. */
    public void put(Signal signal, int layer, int step, int[] shown) {
        values.put(new Key(signal, layer, step), shown);
    }

    /** The recorded values, not to be changed; null where that signal was not shown. */
    public int[] get(Signal signal, int layer, int step) {
        return values.get(new Key(signal, layer, step));
    }
}
