package org.biograd.kit.reference;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * Keeps what answers need of the signals of a run; of eligibilities and dendrites only the last step, for they are
 * large.
 */
final class SignalLog implements Observer {

    private record Place(int layer, int step) {}

    private final int lastStep;
    private final Map<Signal, Map<Place, double[]>> kept = new EnumMap<>(Signal.class);

    SignalLog(int lastStep, Signal... signals) {
        this.lastStep = lastStep;
        for (Signal signal : signals) {
            kept.put(signal, new HashMap<>());
        }
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        Map<Place, double[]> places = kept.get(signal);
        boolean onlyLast = signal == Signal.ELIGIBILITY || signal == Signal.DENDRITE;
        if (places != null && (!onlyLast || step == lastStep)) {
            double[] copy = new double[values.size()];
            values.copyTo(copy);
            places.put(new Place(layer, step), copy);
        }
    }

    double[] get(Signal signal, int layer, int step) {
        return kept.get(signal).get(new Place(layer, step));
    }

    /** A signal of a layer in all steps; 0 in those before it was first shown. */
    double[][] steps(Signal signal, int layer, int steps, int size) {
        double[][] all = new double[steps][];
        for (int t = 0; t < steps; t++) {
            double[] shown = get(signal, layer, t);
            all[t] = shown == null ? new double[size] : shown;
        }
        return all;
    }

    int[][] spikes(Signal signal, int layer, int steps, int size) {
        double[][] all = steps(signal, layer, steps, size);
        int[][] spikes = new int[steps][];
        for (int t = 0; t < steps; t++) {
            spikes[t] = Rows.integers(all[t]);
        }
        return spikes;
    }

    /** E at the end of a sample, [neuron][input + 1]; it is shown synapse by synapse in the order of SYN-1. */
    double[][] eligibility(int layer, int pre, int post) {
        double[] shown = get(Signal.ELIGIBILITY, layer, lastStep);
        double[][] e = new double[post][pre + 1];
        for (int i = 0; i < post; i++) {
            for (int j = 0; j <= pre; j++) {
                e[i][j] = shown[j * post + i];
            }
        }
        return e;
    }
}
