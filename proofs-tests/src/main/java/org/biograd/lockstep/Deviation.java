package org.biograd.lockstep;

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
     * Adds a value.
     *
     * @param deviation integer minus reference, in LSB
     */
    public void add(double deviation) {
        count++;
        double size = Math.abs(deviation);
        sum += size;
        if (!(size <= largest)) {
            largest = size;
        }
        long bin = Math.round(Math.max(-HISTOGRAM_REACH, Math.min(HISTOGRAM_REACH, deviation)));
        histogram[(int) bin + HISTOGRAM_REACH]++;
    }

    /** Adds all values of another. */
    public void addAll(Deviation other) {
        count += other.count;
        sum += other.sum;
        if (!(other.largest <= largest)) {
            largest = other.largest;
        }
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
