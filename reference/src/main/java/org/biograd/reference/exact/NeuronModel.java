package org.biograd.reference.exact;

import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The constants of one spiking neuron. Immutable.
 *
 * @param decay d, what is left of a voltage after one step, 0..1
 * @param theta the threshold that a voltage has to exceed, 0 or more
 * @param win half the width of the surrogate gradient's window, 0 or more
 * @param amp height of the surrogate gradient within its window, 0 or more
 */
public record NeuronModel(BigFraction decay, BigFraction theta, BigFraction win, BigFraction amp) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a value is out of its range
     * @throws NullPointerException where a value is missing
     */
    public NeuronModel {
        requireFraction("decay", decay);
        requireNotNegative("theta", theta);
        requireNotNegative("win", win);
        requireNotNegative("amp", amp);
    }

    static void requireFraction(String name, BigFraction value) {
        Objects.requireNonNull(value, name);
        if (value.signum() < 0 || value.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException(name + ": " + value + " is not within 0..1");
        }
    }

    static void requireNotNegative(String name, BigFraction value) {
        Objects.requireNonNull(value, name);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + ": " + value + " is below 0");
        }
    }
}
