package org.biograd.study.refine;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * All signals of one task in the order in which they were shown. It is used again and again, and grows to the longest
 * task.
 */
final class Tape implements Observer {

    /** One signal of one step. */
    static final class Entry {
        Signal signal;
        int layer;
        int step;
        int[] values = {};
    }

    private final List<Entry> entries = new ArrayList<>();
    private int size;

    void rewind() {
        size = 0;
    }

    int size() {
        return size;
    }

    Entry entry(int position) {
        return entries.get(position);
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values shown) {
        if (size == entries.size()) {
            entries.add(new Entry());
        }
        Entry entry = entries.get(size++);
        entry.signal = signal;
        entry.layer = layer;
        entry.step = step;
        if (entry.values.length != shown.size()) {
            entry.values = new int[shown.size()];
        }
        shown.copyTo(entry.values);
    }
}
