package org.biograd.reference.exact.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/**
 * Times to first spikes with slope 1 (arXiv 2306.08744), in exact time.
 *
 * <p>The window of a layer begins when that of the layer below ends, at t_min, and ends at t_max. Before t_min a spike
 * at t_j makes the voltage rise with slope w_ij; from t_min on it rises with slope 1, and the neuron spikes where it
 * meets t_max - t_min - b_i, or not at all where that is not before t_max.
 *
 * @param synapses of the layers, from the bottom to the top, which does not spike
 * @param windows t_max - t_min of the input and of each hidden layer
 */
public record FirstSpikeTimes(List<Synapses> synapses, List<BigFraction> windows) {

    /**
     * When the neurons of a network spike.
     *
     * @param times of the input and of the hidden layers, counted from the beginning of the input's window; null where
     *     a neuron does not spike
     * @param ends t_max of the input and of the hidden layers
     * @param potential of the outputs when the last window ends
     */
    public record Run(List<BigFraction[]> times, List<BigFraction> ends, BigFraction[] potential) {

        /** x_i = t_max - t_i; 0 where a neuron does not spike. */
        public BigFraction[] leads(int layer) {
            return Arrays.stream(times.get(layer))
                    .map(t -> t == null ? BigFraction.ZERO : ends.get(layer).subtract(t))
                    .toArray(BigFraction[]::new);
        }
    }

    /**
     * Lets the network hear its input.
     *
     * @param input times of the inputs, 0 to the end of their window; null where one does not spike
     */
    @Clause({"TTFS-2", "TTFS-3"})
    public Run run(BigFraction[] input) {
        List<BigFraction[]> times = new ArrayList<>(List.<BigFraction[]>of(input));
        List<BigFraction> ends = new ArrayList<>(List.of(windows.get(0)));
        for (int l = 0; l < synapses.size() - 1; l++) {
            BigFraction begin = ends.get(l);
            BigFraction[] v = voltages(synapses.get(l), times.get(l), begin);
            BigFraction[] spikes = new BigFraction[v.length];
            for (int i = 0; i < v.length; i++) {
                spikes[i] = spike(v[i], synapses.get(l).biases()[i], begin, windows.get(l + 1));
            }
            times.add(spikes);
            ends.add(begin.add(windows.get(l + 1)));
        }
        int top = synapses.size() - 1;
        BigFraction[] y = voltages(synapses.get(top), times.get(top), ends.get(top));
        for (int k = 0; k < y.length; k++) {
            y[k] = y[k].add(synapses.get(top).biases()[k]);
        }
        return new Run(times, ends, y);
    }

    /** v(t_min): each spike has raised it with its own slope since its time. */
    private static BigFraction[] voltages(Synapses synapses, BigFraction[] times, BigFraction begin) {
        BigFraction[] v = Vectors.zeros(synapses.post());
        for (int i = 0; i < v.length; i++) {
            BigFraction slope = BigFraction.ZERO;
            BigFraction now = BigFraction.ZERO;
            for (int j : inOrder(times)) {
                v[i] = v[i].add(slope.multiply(times[j].subtract(now)));
                slope = slope.add(synapses.weights()[i][j]);
                now = times[j];
            }
            v[i] = v[i].add(slope.multiply(begin.subtract(now)));
        }
        return v;
    }

    private static List<Integer> inOrder(BigFraction[] times) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < times.length; j++) {
            if (times[j] != null) {
                order.add(j);
            }
        }
        order.sort((a, b) -> times[a].compareTo(times[b]));
        return order;
    }

    private static BigFraction spike(BigFraction v, BigFraction bias, BigFraction begin, BigFraction window) {
        BigFraction wait = window.subtract(bias).subtract(v);
        if (wait.compareTo(window) >= 0) {
            return null;
        }
        return begin.add(wait.signum() < 0 ? BigFraction.ZERO : wait);
    }

    /**
     * The gradient of sum_k e_k y_k, y the potentials, by the derivatives of times.
     *
     * @param run what the network did
     * @param e one value per output
     */
    @Clause("TTFS-4")
    public Gradient gradient(Run run, BigFraction[] e) {
        List<Synapses> steps = new ArrayList<>();
        BigFraction[] delta = e;
        for (int l = synapses.size() - 1; l >= 0; l--) {
            steps.add(Vectors.outer(delta, run.leads(l), BigFraction.ONE));
            BigFraction[] back = Vectors.back(synapses.get(l).weights(), delta);
            BigFraction[] times = run.times().get(l);
            for (int j = 0; j < back.length; j++) {
                back[j] = times[j] == null ? BigFraction.ZERO : back[j];
            }
            delta = back;
        }
        Collections.reverse(steps);
        return new Gradient(steps);
    }
}
