package org.biograd.chip;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.biograd.loihi.learning.Dependency;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;

/** Any rule that limits allow. */
final class RandomRules {

    private RandomRules() {}

    static Arbitrary<LearningRule> rules(RuleLimits limits) {
        Arbitrary<Variable> targets = Arbitraries.of(Variable.W, Variable.D, Variable.T);
        Arbitrary<List<Product>> products = Arbitraries.integers()
                .between(0, limits.decimation())
                .flatMap(k -> product(limits, k).list().ofMinSize(1).ofMaxSize(5));
        return Combinators.combine(targets, products).as(LearningRule::new);
    }

    private static Arbitrary<Product> product(RuleLimits limits, int k) {
        Arbitrary<Integer> mantissa = Arbitraries.integers()
                .between(-limits.mantissa(), limits.mantissa())
                .filter(m -> m != 0);
        Arbitrary<Integer> exponent = Arbitraries.integers().between(limits.minExponent(), limits.maxExponent());
        Arbitrary<Dependency> dependency = Arbitraries.of(Dependency.PRE, Dependency.POST, Dependency.every(k));
        return Combinators.combine(
                        mantissa, exponent, dependency, factor(limits).list().ofMaxSize(limits.factors()))
                .as(Product::new);
    }

    private static Arbitrary<Factor> factor(RuleLimits limits) {
        Arbitrary<Variable> variable =
                Arbitraries.of(Variable.class).filter(v -> v != Variable.Q || limits.thirdFactor());
        Arbitrary<Integer> constant = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(limits.minConstant(), limits.maxConstant())));
        return Combinators.combine(variable, constant, Arbitraries.of(true, false))
                .as((v, c, sign) -> {
                    boolean signed = v.side() == Variable.Side.SYNAPTIC || v == Variable.Q;
                    return new Factor(v, c, sign && signed);
                });
    }
}
