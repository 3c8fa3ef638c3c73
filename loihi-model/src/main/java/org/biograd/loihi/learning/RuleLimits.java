package org.biograd.loihi.learning;

import org.biograd.spec.Clause;

/**
 * What a rule may consist of.
 *
 * @param products the most products of a rule
 * @param factors the most factors of a product, the dependency not counted
 * @param mantissa the largest magnitude of a mantissa
 * @param minExponent the smallest exponent
 * @param maxExponent the largest exponent
 * @param minConstant the smallest constant in a factor
 * @param maxConstant the largest one
 * @param decimation the largest k of u<i>k</i>
 * @param thirdFactor whether there is a q
 */
@Clause("ENG-7")
public record RuleLimits(
        int products,
        int factors,
        int mantissa,
        int minExponent,
        int maxExponent,
        int minConstant,
        int maxConstant,
        int decimation,
        boolean thirdFactor) {

    /** What the public emulator of the first chip accepts. */
    public static final RuleLimits LOIHI_1 = new RuleLimits(16, 4, 7, -7, 8, -128, 127, 9, false);

    /** What the spec accepts: scales are true ones, so smaller ones are needed; and there is a third factor. */
    public static final RuleLimits NORMATIVE = new RuleLimits(16, 4, 7, -22, 8, -128, 127, 9, true);

    /**
     * Refuses a rule that exceeds these limits.
     *
     * @throws IllegalArgumentException naming the product, from 1, what is wrong with it, and what would be right
     */
    public void require(LearningRule rule) {
        String problem = rule.products().size() > products ? tooManyProducts() : null;
        for (int p = 0; p < rule.products().size() && problem == null; p++) {
            String inside = problem(rule.products().get(p));
            problem = inside == null ? differentDecimation(rule, p) : inside;
            problem = problem == null ? null : "product " + (p + 1) + ": " + problem;
        }
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    String tooManyProducts() {
        return "more than " + products + " products; at most " + products + " are possible";
    }

    /** What is wrong with one product, or null. */
    String problem(Product product) {
        if (product.mantissa() == 0 || Math.abs(product.mantissa()) > mantissa) {
            return "a scale of " + product.mantissa() + (product.exponent() == 0 ? "" : "*2^" + product.exponent())
                    + "; m*2^k with m of 1.." + mantissa + " or its negative, and k of " + minExponent + ".."
                    + maxExponent + ", is needed";
        }
        if (product.exponent() < minExponent || product.exponent() > maxExponent) {
            return "a scale of 2^" + product.exponent() + "; an exponent of " + minExponent + ".." + maxExponent
                    + " is needed";
        }
        if (product.dependency().exponent() > decimation) {
            return product.dependency() + " is not there; u0..u" + decimation + " are";
        }
        if (product.factors().size() > factors) {
            return product.factors().size() + " factors besides the dependency " + product.dependency() + "; at most "
                    + factors + " are possible";
        }
        for (Factor factor : product.factors()) {
            String problem = problem(factor);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private String problem(Factor factor) {
        if (factor.constant() < minConstant || factor.constant() > maxConstant) {
            return "a constant of " + factor.constant() + " in " + factor + "; " + minConstant + ".." + maxConstant
                    + " is needed";
        }
        if (factor.variable() == Variable.Q && !thirdFactor) {
            return "q, the third factor, is not on the first chip; x0, x1, x2, y0, y1, y2, y3, w, d or t is needed";
        }
        if (factor.sign() && factor.variable().side() != Variable.Side.SYNAPTIC && factor.variable() != Variable.Q) {
            return "sgn(" + factor.variable().symbol()
                    + ") of a word that is never negative; sgn of w, d or t is possible";
        }
        return null;
    }

    /** What is wrong with u in product p against those before it, or null. */
    private static String differentDecimation(LearningRule rule, int p) {
        Dependency own = rule.products().get(p).dependency();
        for (int q = 0; q < p; q++) {
            String problem = differentDecimation(rule.products().get(q).dependency(), own);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** What is wrong with two dependencies in one rule, or null. */
    static String differentDecimation(Dependency first, Dependency second) {
        boolean both = first.kind() == Dependency.Kind.U && second.kind() == Dependency.Kind.U;
        return both && first.exponent() != second.exponent()
                ? second + " beside " + first + "; a rule has one u, so " + first + " is needed"
                : null;
    }
}
