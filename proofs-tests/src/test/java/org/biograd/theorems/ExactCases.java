package org.biograd.theorems;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.domains.DomainContextBase;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.spec.ErrorFunction;

/** Draws networks, and vectors of errors. */
final class ExactCases extends DomainContextBase {

    /**
     * Errors for as many outputs as any drawn network has; thirds and sevenths, so that no dyadic accident makes a sum
     * right.
     */
    record Errors(List<Integer> numerators) {

        BigFraction[] vector(int outputs) {
            BigFraction[] e = new BigFraction[outputs];
            for (int k = 0; k < outputs; k++) {
                e[k] = BigFraction.of(numerators.get(k), 21);
            }
            return e;
        }
    }

    private static final int LARGEST = 5;
    private static final int MOST_STEPS = 16;
    private static final int DEEPEST = 3;

    @Provide
    Arbitrary<Errors> errors() {
        return uniform(-40, 40).list().ofSize(LARGEST).map(Errors::new);
    }

    @Provide
    Arbitrary<ExactCase> networks() {
        Arbitrary<List<Integer>> sizes = uniform(1, LARGEST).list().ofMinSize(2).ofMaxSize(DEEPEST + 1);
        // Decimal constants, as published, give a grid that no binary fraction has.
        Arbitrary<Integer> grid = Arbitraries.of(8, 8, 16, 10);
        Arbitrary<Integer> steps = uniform(1, MOST_STEPS);
        // More often positive than not, so that deep layers are awake.
        Arbitrary<List<Integer>> numbers =
                uniform(-5, 9).list().ofSize(DEEPEST * (LARGEST + 1) * LARGEST + (DEEPEST - 1) * LARGEST * LARGEST);
        Arbitrary<List<Boolean>> input = Arbitraries.of(true, false).list().ofSize(LARGEST * MOST_STEPS);
        return Combinators.combine(
                        sizes, grid, steps, numbers, input, uniform(0, 99), Arbitraries.of(ErrorFunction.class))
                .flatAs((s, g, t, n, x, label, function) -> Combinators.combine(neurons(g), uniform(0, t - 1))
                        .as((neuron, softStart) -> new ExactCase(s, g, neuron, t, softStart, function, n, x, label)))
                .withoutEdgeCases();
    }

    private static Arbitrary<NeuronModel> neurons(int grid) {
        Arbitrary<BigFraction> decay = fractions("0/1", "1/4", "1/2", "1/2", "3/4", "3/5", "3/10", "2/3", "1/1");
        Arbitrary<BigFraction> amp = fractions("1/1", "1/1", "1/2", "2/3", "3/1");
        Arbitrary<BigFraction> theta = uniform(0, grid).map(n -> BigFraction.of(n, grid));
        Arbitrary<BigFraction> win = uniform(0, 2 * grid).map(n -> BigFraction.of(n, grid));
        return Combinators.combine(decay, theta, win, amp).as(NeuronModel::new);
    }

    private static Arbitrary<BigFraction> fractions(String... texts) {
        return Arbitraries.of(texts).map(BigFraction::parse);
    }

    private static Arbitrary<Integer> uniform(int low, int high) {
        return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
    }
}
