package org.biograd.loihi.learning;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One term of a learning rule: mantissa 2^exponent times the dependency times the factors.
 *
 * @param mantissa the scale's mantissa; a negative one is subtracted
 * @param exponent the scale's exponent, in units of the target
 * @param dependency when the product counts
 * @param factors what is multiplied, in the order of the text
 */
public record Product(int mantissa, int exponent, Dependency dependency, List<Factor> factors) {

    /** Keeps a list that nobody changes. */
    public Product {
        factors = List.copyOf(factors);
    }

    /** As in a rule, but for the sign. */
    String magnitude() {
        int size = Math.abs(mantissa);
        return (size == 1 ? "" : size + "*")
                + (exponent == 0 ? "" : "2^" + exponent + "*")
                + dependency
                + factors.stream().map(factor -> "*" + factor).collect(Collectors.joining());
    }
}
