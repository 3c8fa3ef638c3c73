package org.biograd.loihi.learning;

import java.util.EnumMap;
import java.util.Map;

/**
 * All words that learning rules read and write, one array a variable. Synapses are in presynaptic order: synapse (j, i)
 * is at j * post + i.
 */
public final class LearningWords {

    private final int pre;
    private final int post;
    private final Map<Variable, int[]> words = new EnumMap<>(Variable.class);

    /**
     * Makes the words of a group of synapses, all 0.
     *
     * @param pre presynaptic neurons, 1 or more
     * @param post postsynaptic neurons, 1 or more
     * @throws IllegalArgumentException outside these ranges, or where there would be more than 2^31-1 synapses
     */
    public LearningWords(int pre, int post) {
        if (pre < 1 || post < 1 || (long) pre * post > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "pre, post: " + pre + ", " + post + "; 1 or more each, and at most 2^31-1 synapses are needed");
        }
        this.pre = pre;
        this.post = post;
        for (Variable variable : Variable.values()) {
            words.put(variable, new int[size(variable)]);
        }
    }

    private int size(Variable variable) {
        return switch (variable.side()) {
            case PRESYNAPTIC -> pre;
            case POSTSYNAPTIC -> post;
            case SYNAPTIC -> pre * post;
        };
    }

    /** How many presynaptic neurons there are. */
    public int pre() {
        return pre;
    }

    /** How many postsynaptic neurons there are. */
    public int post() {
        return post;
    }

    /**
     * The words of a variable: the array itself, to be written to as well. Each in the range that ENG-1 gives it;
     * nobody checks that again.
     */
    public int[] of(Variable variable) {
        return words.get(variable);
    }
}
