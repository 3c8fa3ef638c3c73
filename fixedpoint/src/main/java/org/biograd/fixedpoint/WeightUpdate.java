package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.UpdateParameters;

/**
 * Gathers a layer's gradient and turns it into new weights.
 *
 * <p>Online, the gradient is formed at the moment of the update from the sample's own errors and eligibilities, and no
 * memory is spent on it; with larger batches each sample adds to a 64-bit sum a synapse.
 */
public final class WeightUpdate {

    /** Every product has 63 bits at most: more would change nothing. */
    private static final int MAX_SHIFT = 62;

    private final UpdateParameters parameters;
    private final int multiplier;
    private final int weightBits;
    private final int layer;
    private final Synapses synapses;
    private final DrawSource draws;
    private final Events events;

    /** Moves the weights where 32-bit words hold all that happens; null where they do not. */
    private final NarrowUpdate narrow;

    /** G of one row, in use during an update only. */
    private final long[] rowGradient;

    /** G, one value a synapse; null in online learning. */
    private final long[] gradient;

    /** The rows of G that may differ from 0, in a batch. */
    private final ActiveRows batchRows;

    /** The shift of the product, halvings included, in use during an update only. */
    private int shift;

    /** Whether the sample at hand has any learning error, in online learning. */
    private boolean pending;

    /**
     * Nothing gathered yet.
     *
     * @param layer its number, for the draws
     * @param output whether it is the output layer
     * @param synapses whose weights are moved
     * @param profile gives the parameters of updates and weights
     * @param draws for stochastic rounding
     * @param events counts saturations
     */
    public WeightUpdate(
            int layer, boolean output, Synapses synapses, Profile profile, DrawSource draws, Events events) {
        this.layer = layer;
        this.parameters = profile.update();
        this.multiplier = output ? parameters.outputMultiplier() : parameters.hiddenMultiplier();
        this.weightBits = profile.weight().bits();
        this.synapses = synapses;
        this.draws = draws;
        this.events = events;
        this.rowGradient = new long[synapses.post()];
        boolean online = parameters.batch() == 1;
        this.narrow = online && NarrowUpdate.fits(profile, multiplier)
                ? new NarrowUpdate(synapses.post(), profile, draws, events)
                : null;
        this.gradient = online ? null : new long[synapses.weight.length];
        this.batchRows = online ? null : new ActiveRows(synapses.pre());
    }

    /**
     * Takes in the sample that has just ended.
     *
     * @param rows the rows whose eligibilities may differ from 0
     * @param eligibility E, one a synapse in the order of SYN-1
     * @param learningError q, one a neuron
     * @param anyError whether any q differs from 0
     */
    @Clause("LEARN-1")
    public void gather(ActiveRows rows, int[] eligibility, int[] learningError, boolean anyError) {
        pending = anyError;
        if (gradient == null || !anyError) {
            return;
        }
        batchRows.add(rows.row, rows.count);
        int post = synapses.post();
        for (int r = 0; r < rows.count; r++) {
            int row = rows.row[r] * post;
            for (int i = 0; i < post; i++) {
                gradient[row + i] += (long) learningError[i] * eligibility[row + i];
            }
        }
    }

    /**
     * Moves the weights by what has been gathered, and forgets it.
     *
     * @param sample number of the batch's last sample, for the draws and the learning rate
     * @param rows as gathered last, as are the next two; only online learning reads them
     * @param eligibility E
     * @param learningError q
     */
    @Clause({"LEARN-1", "LEARN-2", "LEARN-3"})
    public void apply(long sample, ActiveRows rows, int[] eligibility, int[] learningError) {
        begin(sample);
        int post = synapses.post();
        if (gradient == null) {
            if (pending && narrow != null) {
                narrow.update(synapses.weight, rows, eligibility, learningError, multiplier, shift);
            } else if (pending) {
                for (int r = 0; r < rows.count; r++) {
                    int row = rows.row[r] * post;
                    for (int i = 0; i < post; i++) {
                        rowGradient[i] = (long) learningError[i] * eligibility[row + i];
                    }
                    updateRow(row);
                }
            }
        } else {
            for (int r = 0; r < batchRows.count; r++) {
                int row = batchRows.row[r] * post;
                Arrays.fill(rowGradient, 0);
                take(row, rowGradient);
                updateRow(row);
            }
            batchRows.clear();
        }
        pending = false;
    }

    private void begin(long sample) {
        shift = shift(sample);
        if (parameters.accumulatorFraction() > 0) {
            draws.select(DrawStream.WEIGHT, layer, sample, 0, parameters.accumulatorFraction());
        }
    }

    /**
     * One thread's part of the update at the end of a batch whose samples several threads have gathered.
     *
     * @param sample number of the batch's last sample
     * @param gathered what each of them has gathered, this one among them; all move the same weights
     * @param part which part of the rows, 0..parts-1
     */
    void applyPart(long sample, WeightUpdate[] gathered, int part, int parts) {
        begin(sample);
        int post = synapses.post();
        int rows = synapses.pre() + 1;
        for (int j = (int) ((long) rows * part / parts); j < (int) ((long) rows * (part + 1) / parts); j++) {
            Arrays.fill(rowGradient, 0);
            boolean any = false;
            for (WeightUpdate one : gathered) {
                if (one.batchRows.contains(j)) {
                    any = true;
                    one.take(j * post, rowGradient);
                }
            }
            if (any) {
                updateRow(j * post);
            }
        }
    }

    /** Adds the gradient of a row to a sum, and forgets it. */
    private void take(int row, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += gradient[row + i];
            gradient[row + i] = 0;
        }
    }

    /** Whether the sample at hand has any learning error, in online learning. */
    boolean pending() {
        return pending;
    }

    /** Forgets which rows a batch has touched, when all parts of the update are done. */
    void forgetRows() {
        batchRows.clear();
    }

    /** G of a synapse, gathered so far; a batch of more than one sample alone has it. */
    public long gradient(int synapse) {
        return gradient[synapse];
    }

    /**
     * P of a gradient sum.
     *
     * @param sample number of the batch's last sample
     */
    public long product(long gradientSum, long sample) {
        return product(gradientSum, shift(sample));
    }

    private long product(long gradientSum, int by) {
        return multiplier * gradientSum >> by;
    }

    /** c, the accumulator of a weight that is to move. */
    public long accumulator(int weight, long product) {
        return Words.saturate(exact(weight, product), parameters.accumulatorBits());
    }

    private long exact(int weight, long product) {
        return ((long) weight << parameters.accumulatorFraction()) - product;
    }

    @Clause("LEARN-2")
    private int shift(long sample) {
        long halvings = parameters.halveEvery() == 0 ? 0 : sample / parameters.halveEvery();
        return (int) Math.min(parameters.shift() + halvings, MAX_SHIFT);
    }

    private void updateRow(int row) {
        int fraction = parameters.accumulatorFraction();
        boolean stochastic = parameters.rounding() == Rounding.STOCHASTIC && fraction > 0;
        for (int i = 0; i < rowGradient.length; i++) {
            long product = product(rowGradient[i], shift);
            if (product == 0) {
                continue;
            }
            int s = row + i;
            long exact = exact(synapses.weight[s], product);
            long accumulator = Words.saturate(exact, parameters.accumulatorBits());
            if (accumulator != exact) {
                events.add(Signal.WEIGHT_CHANGE, 1);
            }
            long draw = stochastic ? draws.at(s) : 0;
            long rounded = Words.shift(accumulator, fraction, parameters.rounding(), draw);
            long weight = Words.saturate(rounded, weightBits);
            if (weight != rounded) {
                events.add(Signal.WEIGHT, 1);
            }
            synapses.weight[s] = (int) weight;
        }
    }
}
