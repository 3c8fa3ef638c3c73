package org.biograd.spec;

/**
 * Watches every signal of every step of any implementation.
 *
 * <p>A network that has none spends nothing on it: it asks once a signal whether there is one.
 */
@FunctionalInterface
public interface Observer {

    /** Looks at nothing. */
    Observer NONE = (signal, layer, step, values) -> {};

    /**
     * Shows the values of one signal of one layer at one step.
     *
     * @param signal which signal
     * @param layer which layer, 0..L
     * @param step which step, from 0; in sleep, trajectory times steps plus step
     * @param values the values, readable only during this call
     */
    void observe(Signal signal, int layer, int step, Values values);
}
