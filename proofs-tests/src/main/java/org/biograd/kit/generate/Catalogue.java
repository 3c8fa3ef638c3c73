package org.biograd.kit.generate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The generators, in the order of the levels. */
public final class Catalogue {

    /**
     * An operation that cases can be made for.
     *
     * @param level 0 words, 1 neurons, 2 synapses and traces, 3 learning, 4 network, 5 training
     * @param generator makes its questions
     */
    public record Entry(int level, Generator generator) {}

    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        ALL.put("round.shift", new Entry(0, new ShiftCases()));
        ALL.put("word.wrap", new Entry(0, WordCases.wrap()));
        ALL.put("word.saturate", new Entry(0, WordCases.saturate()));
        ALL.put("decay", new Entry(0, new DecayCases()));
        ALL.put("random.philox", new Entry(0, new PhiloxCases()));
        ALL.put("random.draw", new Entry(0, new DrawCases()));
        ALL.put("softmax.integer", new Entry(0, new OutputErrorCases()));
    }

    private Catalogue() {}

    /** All of them, by operation. */
    public static Map<String, Entry> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
