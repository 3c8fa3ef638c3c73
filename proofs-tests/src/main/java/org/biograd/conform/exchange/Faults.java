package org.biograd.conform.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts faults by kind, and keeps the words for the first of each. */
public final class Faults {

    private final Map<Fault.Kind, Fault> byKind = new LinkedHashMap<>();

    public void add(Fault.Kind kind, String words) {
        byKind.merge(kind, new Fault(kind, words, 1), (old, one) -> new Fault(kind, old.first(), old.count() + 1));
    }

    /** In the order in which they first happened. */
    public List<Fault> list() {
        return new ArrayList<>(byKind.values());
    }
}
