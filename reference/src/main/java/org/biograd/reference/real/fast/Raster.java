package org.biograd.reference.real.fast;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/**
 * The spikes of one population in all steps of a sample, or the noise of a trajectory: for each step the neurons j with
 * x_j other than 0.
 *
 * <p>Equals: {@code Spikes} of the readable package, for all steps at once; {@link #fire} is {@code Soma.fire}.
 * <br>Condition: the network decides for itself ({@link org.biograd.reference.real.Decisions#OWN Decisions.OWN}).
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class Raster {

    /** The neurons of all events, step by step, ascending within a step. */
    int[] neuron = new int[64];

    /** Of noise, x_j of all events, 1 or -1; x of a spike is 1. */
    double[] x = {};

    private final int size;
    private final int[] end;
    private final int[] difference;
    private boolean noise;

    Raster(int size, int steps) {
        this.size = size;
        end = new int[steps];
        difference = new int[size];
    }

    int size() {
        return size;
    }

    int steps() {
        return end.length;
    }

    /** Whether this is noise, and has {@link #x}. */
    boolean noise() {
        return noise;
    }

    /** Where the events of a step begin. */
    int begin(int step) {
        return step == 0 ? 0 : end[step - 1];
    }

    /** Where they end, exclusive. */
    int end(int step) {
        return end[step];
    }

    /** All events of all steps. */
    int events() {
        return end[end.length - 1];
    }

    /** Takes over a train of as many steps. */
    void read(SpikeTrain train) {
        reserve(train.events());
        for (int t = 0; t < end.length; t++) {
            end[t] = train.end(t);
        }
        for (int event = 0; event < train.events(); event++) {
            neuron[event] = train.neuron(event);
        }
    }

    /** pos - neg: a neuron that spikes in both trains is silent. */
    @Clause(value = "SLEEP-2", form = Clause.Form.FAST)
    void readDifference(SpikeTrain positive, SpikeTrain negative) {
        noise = true;
        int events = 0;
        for (int t = 0; t < end.length; t++) {
            reserve(events + size);
            if (x.length < neuron.length) {
                x = Arrays.copyOf(x, neuron.length);
            }
            Arrays.fill(difference, 0);
            for (int event = positive.begin(t); event < positive.end(t); event++) {
                difference[positive.neuron(event)]++;
            }
            for (int event = negative.begin(t); event < negative.end(t); event++) {
                difference[negative.neuron(event)]--;
            }
            // Noise cannot be foreseen, so there is no branch: an entry of 0 is written over by the next one.
            for (int j = 0; j < size; j++) {
                neuron[events] = j;
                x[events] = difference[j];
                events += difference[j] & 1;
            }
            end[t] = events;
        }
    }

    /** s_i(t) = [v_i(t) - theta &gt; 0] for voltages [step][neuron]. */
    @Clause(value = "SOMA-4", form = Clause.Form.FAST)
    void fire(double[][] v, double theta) {
        int events = 0;
        for (int t = 0; t < end.length; t++) {
            reserve(events + size);
            double[] now = v[t];
            for (int i = 0; i < size; i++) {
                if (now[i] - theta > 0) {
                    neuron[events++] = i;
                }
            }
            end[t] = events;
        }
    }

    /** Adds the spikes of all steps to {@code counts}, one per neuron. */
    void addTo(double[] counts) {
        for (int event = 0; event < events(); event++) {
            counts[neuron[event]]++;
        }
    }

    /** Adds x_j of all steps to {@code sums}, one per neuron. */
    void addNoiseTo(double[] sums) {
        for (int event = 0; event < events(); event++) {
            sums[neuron[event]] += x[event];
        }
    }

    private void reserve(int events) {
        if (events > neuron.length) {
            neuron = Arrays.copyOf(neuron, 2 * events);
        }
    }
}
