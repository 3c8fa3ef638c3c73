package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;

/**
 * Equals {@link WeightUpdate}, always: only rows that spiked are touched. Online, the gradient is formed at the moment
 * of the update from the sample's own errors and eligibilities, in narrow words where they fit; with larger batches
 * each sample adds to a 64-bit sum per synapse. Held equal by {@code WeightUpdateContract}; benchmark: {@code
 * NetworkBenchmark.learnWithErrors}.
 */
final class FastWeightUpdate {

    private final Synapses synapses;
    private final WeightUpdate plain;

    /** Moves the weights where 32-bit words hold all that happens; null where they do not. */
    private final NarrowUpdate narrow;

    /** G of one row, in use during an update only. */
    private final long[] rowGradient;

    /** G, one per synapse; null in online learning. */
    private final long[] gradient;

    /** The rows of G that may differ from 0, in a batch. */
    private final ActiveRows batchRows;

    /** Whether the sample at hand has any learning error, in online learning. */
    private boolean pending;

    FastWeightUpdate(int layer, boolean output, Synapses synapses, Profile profile, DrawSource draws, Events events) {
        this.synapses = synapses;
        boolean online = profile.update().batch() == 1;
        this.plain = new WeightUpdate(layer, output, online ? 0 : synapses.weights().length, profile, draws, events);
        this.rowGradient = new long[synapses.post()];
        this.narrow = online && NarrowUpdate.fits(profile, plain.multiplier())
                ? new NarrowUpdate(synapses.post(), profile, draws, events)
                : null;
        this.gradient = online ? null : plain.gradients();
        this.batchRows = online ? null : new ActiveRows(synapses.pre());
    }

    /**
     * Takes in the sample that has just ended.
     *
     * @param rows the rows whose eligibilities may differ from 0
     * @param eligibility E, one per synapse in the order of SYN-1
     * @param learningError q, one per neuron
     * @param anyError whether any q differs from 0
     */
    @Clause(value = "LEARN-1", form = Clause.Form.FAST)
    void accumulate(ActiveRows rows, int[] eligibility, int[] learningError, boolean anyError) {
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
     * Moves the weights by what has been accumulated, and forgets it.
     *
     * @param sample number of the batch's last sample, for the draws and the learning rate
     * @param rows as accumulated last, as are the next two; only online learning reads them
     * @param eligibility E
     * @param learningError q
     */
    @Clause(value = "LEARN-1", form = Clause.Form.FAST)
    void apply(long sample, ActiveRows rows, int[] eligibility, int[] learningError) {
        plain.begin(sample);
        int post = synapses.post();
        if (gradient == null) {
            if (pending && narrow != null) {
                narrow.update(synapses.weights(), rows, eligibility, learningError, plain.multiplier(), plain.shift());
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

    /**
     * One thread's part of the update at the end of a batch whose samples several threads have shown.
     *
     * @param sample number of the batch's last sample
     * @param accumulated what each of them has accumulated, this one among them; all move the same weights
     * @param part which part of the rows, 0..parts-1
     */
    void applyPart(long sample, FastWeightUpdate[] accumulated, int part, int parts) {
        plain.begin(sample);
        int post = synapses.post();
        int rows = synapses.pre() + 1;
        for (int j = (int) ((long) rows * part / parts); j < (int) ((long) rows * (part + 1) / parts); j++) {
            Arrays.fill(rowGradient, 0);
            boolean any = false;
            for (FastWeightUpdate one : accumulated) {
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

    /** A weight whose product is 0 keeps its value (LEARN-3), so it is not looked at. */
    private void updateRow(int row) {
        int[] weight = synapses.weights();
        for (int i = 0; i < rowGradient.length; i++) {
            long product = plain.product(rowGradient[i]);
            if (product != 0) {
                weight[row + i] = plain.newWeight(row + i, weight[row + i], product);
            }
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
}
