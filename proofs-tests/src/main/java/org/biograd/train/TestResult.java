package org.biograd.train;

import java.util.List;
import org.biograd.model.Model;

/**
 * How well a network classifies a test set.
 *
 * @param model the network
 * @param data what the data are, for people
 * @param confusion how many samples of class c were predicted to be of class p, at [c][p]; not to be written to
 * @param feedbackAngles of layers 1..L-1, in degrees; NaN where there is none
 * @param digest of all weights (FILE-3)
 */
public record TestResult(Model model, String data, int[][] confusion, List<Double> feedbackAngles, String digest) {

    /** The number of classes. */
    public int classes() {
        return confusion.length;
    }

    /** The number of samples. */
    public int samples() {
        int sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += samples(c);
        }
        return sum;
    }

    /** The number of samples that were predicted right. */
    public int right() {
        int sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += confusion[c][c];
        }
        return sum;
    }

    /** The number of samples of a class. */
    public int samples(int c) {
        int sum = 0;
        for (int count : confusion[c]) {
            sum += count;
        }
        return sum;
    }

    /** The number of samples that were predicted to be of a class. */
    public int predicted(int p) {
        int sum = 0;
        for (int[] row : confusion) {
            sum += row[p];
        }
        return sum;
    }

    /** Percent of the samples that were predicted right; NaN where there are none. */
    public double accuracy() {
        return percent(right(), samples());
    }

    /** Of the samples that were predicted to be of a class the percent that are; NaN where there are none. */
    public double precision(int c) {
        return percent(confusion[c][c], predicted(c));
    }

    /** Of the samples of a class the percent that were predicted to be; NaN where there are none. */
    public double recall(int c) {
        return percent(confusion[c][c], samples(c));
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }
}
