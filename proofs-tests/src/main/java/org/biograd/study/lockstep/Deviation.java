package org.biograd.study.lockstep;

/**
 * How far the integers of one signal are from the reference, in LSB: units of the integer.
 *
 * <p>Sums are kept so that parts computed apart can be added in a fixed order.
 */
public final class Deviation {

    /** The histogram's bins lie within +-{@value} LSB, one LSB each; what is beyond falls into the outermost. */
    public static final int HISTOGRAM_REACH = 32;

    private final long[] histogram = new long[2 * HISTOGRAM_REACH + 1];
    private long count;
    private double largest;
    private double sum;

    /** No values yet. */
    public Deviation() {}

    /**
     * Compares and adds values. This is where a lock-step spends its time; values that are equal cost a comparison.
     *
     * @param integers the integers
     * @param reals the values of the reference, in units of the equations
     * @param lsb what one unit of the integers is worth
     * @param leftOut integers of this value do not count in what is returned
     * @return the largest deviation among the others, in LSB
     */
    public double add(int[] integers, double[] reals, double lsb, int leftOut) {
        // A product with a rounded reciprocal is off by less than 2^-51 of the value, and much cheaper than a quotient.
        double perLsb = 1 / lsb;
        double worst = 0;
        double worstOfOthers = 0;
        double partial = 0;
        int unequal = 0;
        for (int i = 0; i < integers.length; i++) {
            double deviation = integers[i] - reals[i] * perLsb;
            if (deviation != 0) {
                unequal++;
                double magnitude = Math.abs(deviation);
                partial += magnitude;
                if (magnitude > worst) {
                    worst = magnitude;
                }
                if (magnitude > worstOfOthers && integers[i] != leftOut) {
                    worstOfOthers = magnitude;
                }
                // The cast cuts toward zero, and so rounds to the nearest bin wherever there is one.
                int bin = (int) (deviation + HISTOGRAM_REACH + 0.5);
                histogram[Math.max(0, Math.min(2 * HISTOGRAM_REACH, bin))]++;
            }
        }
        histogram[HISTOGRAM_REACH] += integers.length - unequal;
        count += integers.length;
        sum += partial;
        largest = Math.max(largest, worst);
        if (Double.isNaN(partial)) {
            largest = Double.NaN; // No comparison above has seen it.
            return Double.NaN;
        }
        return worstOfOthers;
    }

    /** Adds all values of another. */
    public void addAll(Deviation other) {
        count += other.count;
        sum += other.sum;
        largest = Math.max(largest, other.largest);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    /** How many values were compared. */
    public long count() {
        return count;
    }

    /** The largest absolute deviation, in LSB. */
    public double largest() {
        return largest;
    }

    /** The mean absolute deviation, in LSB; 0 where nothing was compared. */
    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** How many deviations fell into each bin, from -HISTOGRAM_REACH to +HISTOGRAM_REACH LSB. */
    public long[] histogram() {
        return histogram.clone();
    }
}
