package org.biograd.fixedpoint.rule.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;

/** The words of one layer of a rule's network: those that its card declares, and no others. */
@Clause("RULE-2")
public final class State {

    private final Map<String, StateWord> words = new LinkedHashMap<>();
    private final Map<String, Object> arrays = new LinkedHashMap<>();
    private final Map<String, Long> saturations = new LinkedHashMap<>();
    private StateWord latest;

    /** No word has an array yet. */
    public State(List<StateWord> declared) {
        declared.forEach(word -> words.put(word.name(), word));
    }

    /** A new array for a declared word. */
    public int[] ints(String name, int size) {
        int[] array = new int[size];
        adopt(name, array);
        return array;
    }

    /** A new array of long words for a declared word. */
    public long[] longs(String name, int size) {
        long[] array = new long[size];
        adopt(name, array);
        return array;
    }

    /** Takes an array that another part of the network holds for the declared word that it is. */
    public void adopt(String name, Object array) {
        word(name);
        if (arrays.put(name, array) != null) {
            throw new IllegalStateException("the word " + name + " has an array already");
        }
    }

    // Words are held one array after the other: the last one asked for is most often the next.
    private StateWord word(String name) {
        if (latest == null || !name.equals(latest.name())) {
            latest = words.get(name);
        }
        if (latest == null) {
            throw new IllegalStateException("the card declares no word " + name);
        }
        return latest;
    }

    /**
     * The value that a word holds of an exact one; counted where they differ.
     *
     * @param name of the word
     * @param exact any value
     */
    public long hold(String name, long exact) {
        StateWord word = word(name);
        long held = word.signed() ? Words.saturate(exact, word.bits()) : Words.saturateUnsigned(exact, word.bits());
        if (held != exact) {
            saturated(name);
        }
        return held;
    }

    /** Counts a value that a word could not hold. */
    public void saturated(String name) {
        saturations.merge(word(name).name(), 1L, Long::sum);
    }

    /** Sets all arrays to 0. */
    public void clear() {
        for (Object array : arrays.values()) {
            if (array instanceof int[] ints) {
                Arrays.fill(ints, 0);
            } else {
                Arrays.fill((long[]) array, 0);
            }
        }
    }

    /** The live arrays, int[] or long[], by the name of their word. */
    public Map<String, Object> arrays() {
        return Map.copyOf(arrays);
    }

    /** How often each word could not hold a value, by name; words that always could are left out. */
    public Map<String, Long> saturations() {
        return new LinkedHashMap<>(saturations);
    }

    /** What is wrong: each value that is outside of the range that its word declares. Empty where all are right. */
    public List<String> violations() {
        List<String> wrong = new ArrayList<>();
        arrays.forEach((name, array) -> {
            long[] values = array instanceof int[] ints
                    ? Arrays.stream(ints).asLongStream().toArray()
                    : (long[]) array;
            StateWord word = words.get(name);
            for (int i = 0; i < values.length; i++) {
                // A wire may wrap, and then has one value more.
                long smallest = word.signed() && !word.kept() ? word.smallest() - 1 : word.smallest();
                if (values[i] < smallest || values[i] > word.largest()) {
                    wrong.add(name + "[" + i + "] = " + values[i] + " is not within " + word.smallest() + ".."
                            + word.largest());
                }
            }
        });
        return wrong;
    }
}
