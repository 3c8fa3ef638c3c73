package org.biograd.study.angles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.study.angles.rule.UpdateAgreement;

/**
 * Collects agreements by row, sample by sample and for the sum of a batch. Rows keep the order in which they first
 * came.
 */
final class AgreementTally {

    private static final class Entry {
        private final List<Double> degrees = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> batchDegrees = new ArrayList<>();
        private int noUpdate;
        private int noTarget;

        /** Sums over the batch at hand; null before its first sample. */
        private double[][] update;

        private double[][] target;
    }

    private final Map<Row, Entry> entries = new LinkedHashMap<>();

    /**
     * Takes in one sample.
     *
     * @param row what it is about
     * @param update what a rule makes of the sample
     * @param target what it is compared with
     */
    void add(Row row, double[][] update, double[][] target) {
        Entry entry = entries.computeIfAbsent(row, key -> new Entry());
        UpdateAgreement agreement = UpdateAgreement.of(update, target);
        if (agreement.defined()) {
            entry.degrees.add(agreement.degrees());
            entry.ratios.add(agreement.ratio());
        } else if (isZero(target)) {
            entry.noTarget++;
        } else {
            entry.noUpdate++;
        }
        entry.update = sum(entry.update, update);
        entry.target = sum(entry.target, target);
    }

    /** Ends a batch: takes in the agreement of the sums over its samples. */
    void endBatch() {
        for (Entry entry : entries.values()) {
            if (entry.update != null) {
                UpdateAgreement agreement = UpdateAgreement.of(entry.update, entry.target);
                if (agreement.defined()) {
                    entry.batchDegrees.add(agreement.degrees());
                }
                entry.update = null;
                entry.target = null;
            }
        }
    }

    /** Adds what another tally has collected, which comes after this one. */
    void addAll(AgreementTally next) {
        next.entries.forEach((row, other) -> {
            Entry entry = entries.computeIfAbsent(row, key -> new Entry());
            entry.degrees.addAll(other.degrees);
            entry.ratios.addAll(other.ratios);
            entry.batchDegrees.addAll(other.batchDegrees);
            entry.noUpdate += other.noUpdate;
            entry.noTarget += other.noTarget;
        });
    }

    /** The result of each row. */
    Map<Row, AngleResult.Entry> result() {
        Map<Row, AngleResult.Entry> result = new LinkedHashMap<>();
        entries.forEach((row, entry) -> result.put(
                row,
                new AngleResult.Entry(
                        new Distribution(entry.degrees),
                        new Distribution(entry.ratios),
                        new Distribution(entry.batchDegrees),
                        entry.noUpdate,
                        entry.noTarget)));
        return result;
    }

    private static double[][] sum(double[][] sum, double[][] matrix) {
        double[][] total = sum == null ? new double[matrix.length][matrix[0].length] : sum;
        for (int i = 0; i < total.length; i++) {
            for (int j = 0; j < total[i].length; j++) {
                total[i][j] += matrix[i][j];
            }
        }
        return total;
    }

    private static boolean isZero(double[][] matrix) {
        for (double[] row : matrix) {
            for (double value : row) {
                if (value != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
