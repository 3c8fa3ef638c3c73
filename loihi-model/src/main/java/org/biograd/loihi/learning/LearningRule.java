package org.biograd.loihi.learning;

import java.util.List;
import org.biograd.spec.Clause;

/**
 * A learning rule: what is added to one synaptic variable at the end of an epoch, as a sum of products.
 *
 * @param target the variable that changes: {@link Variable#W}, {@link Variable#D} or {@link Variable#T}
 * @param products the terms
 */
@Clause("ENG-6")
public record LearningRule(Variable target, List<Product> products) {

    /** Refuses what no rule can be; what a chip can hold is for {@link RuleLimits#require}. */
    public LearningRule {
        if (target.side() != Variable.Side.SYNAPTIC) {
            throw new IllegalArgumentException("target: " + target.symbol() + "; w, d or t is needed");
        }
        if (products.isEmpty()) {
            throw new IllegalArgumentException("products: none; at least one is needed");
        }
        products = List.copyOf(products);
    }

    /**
     * Reads a rule such as {@code dw = 2^-2*x1*y0 - 2^-2*y1*x0}, within the limits of the spec.
     *
     * @throws RuleException where the text is not a rule, or one that these limits refuse
     */
    public static LearningRule parse(String text) {
        return parse(text, RuleLimits.NORMATIVE);
    }

    /**
     * Reads a rule within given limits.
     *
     * @throws RuleException where the text is not a rule, or one that the limits refuse
     */
    public static LearningRule parse(String text, RuleLimits limits) {
        return new RuleParser(text, limits).rule();
    }

    /** A text that parses to this rule. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("d").append(target.symbol()).append(" =");
        for (int p = 0; p < products.size(); p++) {
            boolean negative = products.get(p).mantissa() < 0;
            text.append(p == 0 ? (negative ? " -" : " ") : (negative ? " - " : " + "))
                    .append(products.get(p).magnitude());
        }
        return text.toString();
    }
}
