package org.biograd.study.lockstep;

import java.util.HashMap;
import java.util.Map;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/** One training sample as both networks saw it, to look at. */
public final class SampleRun {

    private record Key(Signal signal, int layer, int step) {}

    private final Shape shape;
    private final Profile profile;
    private final long sample;
    private final int label;
    private final Recording integers;
    private final Map<Key, double[]> reals = new HashMap<>();

    SampleRun(Shape shape, Profile profile, long sample, int label, Recording integers) {
        this.shape = shape;
        this.profile = profile;
        this.sample = sample;
        this.label = label;
        this.integers = integers;
    }

    /** An observer that remembers the reference's signals here. */
    Observer recorder() {
        return (signal, layer, step, values) -> reals.put(new Key(signal, layer, step), copy(values));
    }

    private static double[] copy(Values values) {
        double[] copy = new double[values.size()];
        values.copyTo(copy);
        return copy;
    }

    /** The layer sizes. */
    public Shape shape() {
        return shape;
    }

    /** The profile of the integer network. */
    public Profile profile() {
        return profile;
    }

    /** The number of the sample within the run. */
    public long sample() {
        return sample;
    }

    /** The class of the sample. */
    public int label() {
        return label;
    }

    /** Every signal of the integer network. */
    public Recording integers() {
        return integers;
    }

    /**
     * One value of a signal of the reference, a step each, in units of the equations; 0 in steps that do not show it.
     */
    public double[] reals(Signal signal, int layer, int index) {
        double[] course = new double[profile.time().steps()];
        for (int t = 0; t < course.length; t++) {
            double[] values = reals.get(new Key(signal, layer, t));
            course[t] = values == null ? 0 : values[index];
        }
        return course;
    }
}
