package org.biograd.loihi.learning;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.biograd.loihi.Format;
import org.biograd.spec.Clause;

/** A rule bound to its arrays: sums the products of a row, then moves the row's words. */
final class TargetKernel {

    private final Variable target;
    private final int[] words;
    private final Format format;
    private final Format accumulator;
    private final ProductKernel[] products;
    private final long[] sum;

    /** Null where sums have no fraction. */
    private final StochasticRounding rounding;

    private boolean changing;

    TargetKernel(LearningRule rule, LearningWords words, LearningFormats formats) {
        this.target = rule.target();
        this.words = words.of(target);
        this.format = formats.of(target);
        boolean weights = target == Variable.W;
        this.accumulator = weights ? formats.accumulator() : format;
        int fraction = accumulator.fraction();
        this.rounding =
                weights ? new StochasticRounding(accumulator, format, Format.unsigned(fraction, fraction)) : null;
        this.products = rule.products().stream()
                .map(product -> new ProductKernel(product, words, fraction))
                .toArray(ProductKernel[]::new);
        this.sum = new long[words.post()];
    }

    /** Prepares an epoch; says whether anything can change in it. */
    boolean begin(long epoch) {
        boolean active = false;
        for (ProductKernel product : products) {
            product.begin(epoch);
            active |= product.active();
        }
        return active;
    }

    /** Sums the products of a row from the words as they are. */
    @Clause(value = "ENG-9", form = Clause.Form.PART)
    void sumRow(int row) {
        Arrays.fill(sum, 0);
        changing = false;
        for (ProductKernel product : products) {
            changing |= product.addRow(row, sum);
        }
    }

    /** Moves the words of the row by the sums. */
    @Clause(value = "ENG-9", form = Clause.Form.PART)
    void moveRow(int row, IntToLongFunction draws, AccumulatorObserver observer) {
        if (!changing && observer == null) {
            return;
        }
        int first = row * sum.length;
        for (int i = 0; i < sum.length; i++) {
            if (sum[i] != 0 || observer != null) {
                move(first + i, sum[i], draws, observer);
            }
        }
    }

    private void move(int s, long change, IntToLongFunction draws, AccumulatorObserver observer) {
        long held = accumulator.saturate(((long) words[s] << accumulator.fraction()) + change);
        if (observer != null) {
            observer.accumulated(target, s, held);
        }
        if (rounding != null) {
            held = rounding.round(held, rounding.needsDraw(held) ? draws.applyAsLong(s) : 0);
        }
        words[s] = (int) format.saturate(held);
    }
}
