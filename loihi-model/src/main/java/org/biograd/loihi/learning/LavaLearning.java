package org.biograd.loihi.learning;

import org.biograd.spec.Clause;

/**
 * The learning accumulator of the emulator Lava, for weights of either sign. It differs from the spec: the right shift
 * that keeps a product within 15 bits is not made up for, a negative scale is floored after its sign, limits hold after
 * every product, and the lower one is -2^15 - 1.
 */
@Clause("ENG-13")
public final class LavaLearning {

    private static final int ACCUMULATOR_FRACTION = 7;
    private static final int EXPONENT_BIAS = 7;
    private static final int MANTISSA_BITS = 4;
    private static final int PRODUCT_BITS = 15;
    private static final long LARGEST = (1 << PRODUCT_BITS) - 1;
    private static final long SMALLEST = -(1 << PRODUCT_BITS) - 1;

    private final LearningRule rule;
    private final int[] rightShift;

    /**
     * Makes an execution of one rule for weights.
     *
     * @throws IllegalArgumentException where it is one for tags, or exceeds {@link RuleLimits#LOIHI_1}
     */
    public LavaLearning(LearningRule rule) {
        if (rule.target() != Variable.W) {
            throw new IllegalArgumentException(
                    "target: " + rule.target().symbol() + "; w is needed, what Lava does with tags is not modelled");
        }
        RuleLimits.LOIHI_1.require(rule);
        this.rule = rule;
        this.rightShift = rule.products().stream()
                .mapToInt(product -> product.factors().stream()
                        .mapToInt(factor -> factor.variable().bits())
                        .sum())
                .map(bits -> Math.max(0, MANTISSA_BITS + bits - PRODUCT_BITS))
                .toArray();
    }

    /**
     * The accumulator of one synapse after all products.
     *
     * @param words the words that the synapse sees, by {@link Variable#ordinal}
     * @param decimated what u<i>k</i> is for k above 0; u0 is always 1
     * @return -32769..32767, in units of 1/128
     */
    public int accumulator(int[] words, boolean decimated) {
        long accumulator = (long) words[Variable.W.ordinal()] << ACCUMULATOR_FRACTION;
        for (int p = 0; p < rightShift.length; p++) {
            Product product = rule.products().get(p);
            long value = dependency(product.dependency(), words, decimated);
            for (Factor factor : product.factors()) {
                value *= factor(factor, words);
            }
            long scaled = value * product.mantissa() >> rightShift[p] << product.exponent() + EXPONENT_BIAS;
            accumulator = clip(accumulator + clip(scaled));
        }
        return (int) accumulator;
    }

    private static int dependency(Dependency dependency, int[] words, boolean decimated) {
        return switch (dependency.kind()) {
            case X0 -> words[Variable.X0.ordinal()];
            case Y0 -> words[Variable.Y0.ordinal()];
            case U -> dependency.exponent() == 0 || decimated ? 1 : 0;
        };
    }

    private static long factor(Factor factor, int[] words) {
        int sum = words[factor.variable().ordinal()] + factor.constant();
        int one = 1 << factor.variable().bits();
        return Math.max(-one, Math.min(one - 1, factor.sign() ? Integer.signum(sum) : sum));
    }

    private static long clip(long x) {
        return Math.max(SMALLEST, Math.min(LARGEST, x));
    }
}
