package org.biograd.conform.cause;

import java.util.Map;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.chip.RuleFields;
import org.biograd.loihi.learning.Dependency;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Rounding;
import org.biograd.study.explain.Draft;

/** ENG-8 and ENG-9: a rule executed on one synapse; with Lava's arithmetic ENG-13. */
final class RuleLines {

    private static final int FRACTION = 7;
    private static final String LOWEST = "-32769";
    private static final String HIGHEST = "32767";

    private final Answered of;
    private final LearningRule rule;
    private final boolean lava;
    private final int synapse;
    private final int fraction;

    private RuleLines(Answered of, LearningRule rule, boolean lava) {
        this.of = of;
        this.rule = rule;
        this.lava = lava;
        this.synapse = of.index(0);
        this.fraction = rule.target() == Variable.W ? FRACTION : 0;
    }

    static Cause rule(Answered of) {
        boolean lava = of.params.has("emulator");
        LearningRule rule;
        try {
            rule = RuleFields.rule(of.params, lava ? RuleLimits.LOIHI_1 : RuleLimits.NORMATIVE);
        } catch (BadCaseException e) {
            throw new IllegalArgumentException(e);
        }
        return new RuleLines(of, rule, lava).cause();
    }

    private Cause cause() {
        if (of.first.signal().equals("w")) {
            return weight();
        }
        return lava ? limitedStepByStep() : contributions();
    }

    private Cause weight() {
        if (lava) {
            // Rounded by a random number that is no integer.
            return Cause.of("ENG-13");
        }
        long c = of.output("wAccumulator", synapse);
        Draft line = of.line("w", "ENG-9").given("c", c);
        String shift = Answered.shift(
                line,
                "c",
                c,
                Integer.toString(FRACTION),
                FRACTION,
                Rounding.STOCHASTIC.name(),
                of.input("draw", synapse));
        line.is("saturate(" + shift + ", 9)").value(of.right());
        return of.cause("w");
    }

    private Cause contributions() {
        String symbol = rule.target() == Variable.W ? "c" : rule.target().symbol();
        Draft line =
                of.line(symbol, "ENG-9").given("old", of.input(rule.target().symbol(), synapse));
        StringBuilder sum = new StringBuilder(rule.target() == Variable.W ? "2^7 * old" : "old");
        for (int p = 0; p < rule.products().size(); p++) {
            Product product = rule.products().get(p);
            int shift = product.exponent() + fraction;
            long value = product(product, p, Math.abs(product.mantissa()));
            String name = "P[" + p + "]";
            String term = "term[" + p + "]";
            String formula = shift < 0 ? "shift(" + name + ", " + -shift + ", FLOOR)" : name + " * 2^" + shift;
            long contribution = Answered.computed(formula, Map.of(name, value));
            of.line(term, "ENG-8")
                    .is(formula)
                    .from(name, value, Answered.place(), name)
                    .value(contribution);
            sum.append(product.mantissa() < 0 ? " - " : " + ").append(term);
            line.from(term, contribution, Answered.place(), term);
        }
        line.is("saturate(" + sum + ", " + (rule.target() == Variable.W ? 16 : 9) + ")")
                .value(of.right());
        return of.cause(symbol);
    }

    /** P of a product. */
    private long product(Product product, int number, long mantissa) {
        String clause = lava ? "ENG-13" : "ENG-8";
        String name = "P[" + number + "]";
        long dependency = dependency(product.dependency());
        StringBuilder formula = new StringBuilder("dependency * M");
        long value = dependency * mantissa;
        Draft line = of.line(name, clause).given("dependency", dependency).given("M", mantissa);
        for (int f = 0; f < product.factors().size(); f++) {
            Factor factor = product.factors().get(f);
            String symbol = factor.variable().symbol();
            long word = of.input(symbol, synapse);
            int constant = factor.constant();
            String inner = constant == 0 ? symbol : symbol + (constant < 0 ? " - " : " + ") + Math.abs(constant);
            int bits = factor.variable().bits();
            String limited = factor.sign()
                    ? "sign(" + inner + ")"
                    : lava
                            ? "max(-(2^" + bits + "), min(" + inner + ", 2^" + bits + " - 1))"
                            : "saturate(" + inner + ", " + (bits + 1) + ")";
            long factored = Answered.computed(limited, Map.of(symbol, word));
            String key = "factor[" + number + "." + f + "]";
            of.line(key, clause).is(limited).given(symbol, word).value(factored);
            formula.append(" * ").append(key);
            line.from(key, factored, Answered.place(), key);
            value *= factored;
        }
        line.is(formula.toString())
                .words(product.dependency().toString() + " is the dependency")
                .value(value);
        return value;
    }

    private long dependency(Dependency dependency) {
        return switch (dependency.kind()) {
            case X0 -> of.input("x0", synapse);
            case Y0 -> of.input("y0", synapse);
            case U -> dependency.exponent() == 0 ? 1 : of.input("u");
        };
    }

    /** ENG-13: every term is limited, and the sum after every term. */
    private Cause limitedStepByStep() {
        long sum = of.input("w", synapse) << FRACTION;
        of.line("c[0]", "ENG-13")
                .is("2^7 * w")
                .given("w", of.input("w", synapse))
                .value(sum);
        String before = "c[0]";
        for (int p = 0; p < rule.products().size(); p++) {
            Product product = rule.products().get(p);
            int bits = product.factors().stream()
                    .mapToInt(factor -> factor.variable().bits())
                    .sum();
            int right = Math.max(0, 4 + bits - 15);
            long value = product(product, p, product.mantissa());
            String name = "P[" + p + "]";
            String term = "term[" + p + "]";
            String formula = "max(" + LOWEST + ", min(floor(" + name + " / 2^" + right + ") * 2^"
                    + (product.exponent() + FRACTION) + ", " + HIGHEST + "))";
            long limited = Answered.computed(formula, Map.of(name, value));
            of.line(term, "ENG-13")
                    .is(formula)
                    .from(name, value, Answered.place(), name)
                    .value(limited);
            String after = "c[" + (p + 1) + "]";
            long next = Math.max(-32_769, Math.min(sum + limited, 32_767));
            of.line(after, "ENG-13")
                    .is("max(" + LOWEST + ", min(" + before + " + " + term + ", " + HIGHEST + "))")
                    .from(before, sum, Answered.place(), before)
                    .from(term, limited, Answered.place(), term)
                    .value(next);
            sum = next;
            before = after;
        }
        return of.cause(before);
    }
}
