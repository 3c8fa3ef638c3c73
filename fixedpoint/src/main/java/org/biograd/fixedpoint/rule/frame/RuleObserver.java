package org.biograd.fixedpoint.rule.frame;

/** Looks at the words of a rule's network. */
@FunctionalInterface
public interface RuleObserver {

    /** Looks at nothing. */
    RuleObserver NONE = (signal, layer, step, values) -> {};

    /**
     * Shows one signal of one layer.
     *
     * @param signal its symbol in the clauses
     * @param layer 0..L
     * @param step the step of the sample, or of the phase
     * @param values live: int[] or long[], to be copied by who keeps them
     */
    void observe(String signal, int layer, int step, Object values);
}
