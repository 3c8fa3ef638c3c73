package org.biograd.loihi.learning;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Clause;

/**
 * A product bound to its arrays, with its factors sorted by the side that they are on: each side is multiplied once.
 */
final class ProductKernel {

    private final FactorKernel[] pre;
    private final FactorKernel[] post;
    private final FactorKernel[] synaptic;
    private final int mantissa;
    private final boolean subtracted;
    private final int rightShift;
    private final int leftShift;
    private final boolean waits;
    private final int decimation;
    private final long[] postValue;

    /** Whether it can differ from 0 in this epoch. */
    private boolean active;

    /**
     * Makes what computes one product of a rule.
     *
     * @param fraction fraction bits of what the product is added to
     */
    ProductKernel(Product product, LearningWords words, int fraction) {
        List<Factor> factors = new ArrayList<>(product.factors());
        switch (product.dependency().kind()) {
            case X0 -> factors.add(Factor.of(Variable.X0));
            case Y0 -> factors.add(Factor.of(Variable.Y0));
            case U -> {}
        }
        this.pre = kernels(factors, Variable.Side.PRESYNAPTIC, words);
        this.post = kernels(factors, Variable.Side.POSTSYNAPTIC, words);
        this.synaptic = kernels(factors, Variable.Side.SYNAPTIC, words);
        this.mantissa = Math.abs(product.mantissa());
        this.subtracted = product.mantissa() < 0;
        int shift = product.exponent() + fraction;
        this.rightShift = Math.max(0, -shift);
        this.leftShift = Math.max(0, shift);
        this.waits = product.dependency().kind() == Dependency.Kind.U;
        this.decimation = product.dependency().exponent();
        this.postValue = new long[words.post()];
    }

    private static FactorKernel[] kernels(List<Factor> factors, Variable.Side side, LearningWords words) {
        return factors.stream()
                .filter(factor -> factor.variable().side() == side)
                .map(factor -> new FactorKernel(factor, words))
                .toArray(FactorKernel[]::new);
    }

    /** Multiplies what is the same for all rows. */
    void begin(long epoch) {
        active = !waits || LearningEpoch.counts(decimation, epoch);
        long any = 0;
        for (int i = 0; active && i < postValue.length; i++) {
            postValue[i] = product(1, post, i);
            any |= postValue[i];
        }
        active = any != 0;
    }

    boolean active() {
        return active;
    }

    /**
     * Adds the product to the sums of the synapses of one presynaptic neuron.
     *
     * @param row the neuron
     * @param sum one value per postsynaptic neuron
     * @return whether any can have changed
     */
    @Clause("ENG-8")
    boolean addRow(int row, long[] sum) {
        long preValue = active ? product(mantissa, pre, row) : 0;
        if (preValue == 0) {
            return false;
        }
        int first = row * sum.length;
        for (int i = 0; i < sum.length; i++) {
            long value = preValue * postValue[i];
            if (value != 0) {
                value = product(value, synaptic, first + i);
                long term = value << leftShift >> rightShift;
                sum[i] += subtracted ? -term : term;
            }
        }
        return true;
    }

    private static long product(long scale, FactorKernel[] factors, int index) {
        long product = scale;
        for (FactorKernel factor : factors) {
            product *= factor.at(index);
        }
        return product;
    }
}
