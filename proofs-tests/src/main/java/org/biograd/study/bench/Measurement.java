package org.biograd.study.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The times of one activity of one network.
 *
 * @param network the network
 * @param data what its samples are
 * @param activity what it did
 * @param samples samples of a pass
 * @param sleeps sleeps of a pass
 * @param nanos the time of each pass, in nanoseconds, in order
 * @param counts what happened in each pass; empty where nobody counted
 */
public record Measurement(
        NamedNetwork network,
        String data,
        Activity activity,
        int samples,
        int sleeps,
        List<Long> nanos,
        Optional<Counts> counts) {

    /** Copies the times. */
    public Measurement {
        nanos = List.copyOf(nanos);
    }

    private double[] sorted() {
        return nanos.stream().mapToDouble(time -> time / 1e6 / samples).sorted().toArray();
    }

    /** Milliseconds a sample in the middle run; between two of them where their number is even. */
    public double median() {
        double[] times = sorted();
        return (times[(times.length - 1) / 2] + times[times.length / 2]) / 2;
    }

    /** Milliseconds a sample in the fastest run. */
    public double least() {
        return Arrays.stream(sorted()).min().orElseThrow();
    }

    /** Milliseconds a sample in the slowest run. */
    public double largest() {
        return Arrays.stream(sorted()).max().orElseThrow();
    }

    /**
     * Neuron-steps a second in the middle run; not a number where some of the time went into sleeps, whose steps are
     * not counted.
     */
    public double neuronStepsPerSecond() {
        return perSecond(network.neuronSteps());
    }

    /**
     * Synaptic events a second in the middle run; not a number where they were not counted, or some of the time went
     * into sleeps.
     */
    public double synapticEventsPerSecond() {
        return counts.isEmpty() ? Double.NaN : perSecond((double) counts.get().synapticEvents() / samples);
    }

    /** Share of the samples with a learning error, 0..1; not a number where nothing was learned or counted. */
    public double withError() {
        return counts.isEmpty() || !activity.learns()
                ? Double.NaN
                : (double) counts.get().withError() / samples;
    }

    private double perSecond(double ofSample) {
        return sleeps > 0 ? Double.NaN : ofSample * 1000 / median();
    }
}
