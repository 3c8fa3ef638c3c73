package org.biograd.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.biograd.fixedpoint.Network;
import org.biograd.io.array.NpyWriter;
import org.biograd.model.Model;
import org.biograd.model.ModelWeights;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;

/**
 * Runs a network on spikes and writes its signals, step by step, as arrays: {@code v1} is v of layer 1, of shape
 * samples x steps x values. Sample i is shown as training sample i (NET-1), which its draws depend on; no weight
 * changes.
 */
public final class SignalTrace {

    /** The signals that need no class. */
    public static final Set<Signal> WITHOUT_LABELS = EnumSet.of(
            Signal.SYNAPTIC_INPUT,
            Signal.MEMBRANE_VOLTAGE,
            Signal.SPIKE,
            Signal.GATE,
            Signal.TRACE,
            Signal.ELIGIBILITY,
            Signal.SPIKE_COUNT);

    /** Those that need one. */
    public static final Set<Signal> WITH_LABELS = EnumSet.of(
            Signal.ERROR,
            Signal.POSITIVE_POTENTIAL,
            Signal.NEGATIVE_POTENTIAL,
            Signal.POSITIVE_ERROR_SPIKE,
            Signal.NEGATIVE_ERROR_SPIKE,
            Signal.DENDRITE,
            Signal.LEARNING_ERROR,
            Signal.FED_BACK_ERROR);

    private static final Set<Signal> BITS =
            EnumSet.of(Signal.SPIKE, Signal.GATE, Signal.POSITIVE_ERROR_SPIKE, Signal.NEGATIVE_ERROR_SPIKE);

    /** An array: how many steps a sample shows of it, and how many values a step has. */
    private static final class Extent {
        private int steps;
        private int values;
    }

    private final Network network;
    private final SpikeTrain[] trains;
    private final int[] labels;
    private final List<Signal> signals;

    /**
     * A run.
     *
     * @param model an integer network
     * @param trains what it is shown
     * @param labels a class per train; any where no signal needs one
     * @param signals which to write
     * @throws IllegalArgumentException where the network is not in integers, or trains do not fit it
     */
    public SignalTrace(Model model, SpikeTrain[] trains, int[] labels, List<Signal> signals) {
        if (!(model.weights() instanceof ModelWeights.Integers weights)) {
            throw new IllegalArgumentException("the network is in double precision; one in integers is needed");
        }
        this.network = new Network(model.shape(), model.profile(), model.seed());
        this.trains = trains;
        this.labels = labels;
        this.signals = signals;
        int layers = model.shape().layers();
        for (int l = 1; l <= layers; l++) {
            int[] from = weights.values()[ModelWeights.forward(l)];
            System.arraycopy(from, 0, network.weights(l), 0, from.length);
        }
        for (int l = 1; l < layers; l++) {
            int[] from = weights.values()[ModelWeights.feedback(l, layers)];
            System.arraycopy(from, 0, network.feedback(l), 0, from.length);
        }
        for (int i = 0; i < trains.length; i++) {
            network.requireSample(i, trains[i], labels[i]);
        }
    }

    /** The classes that the network says the trains are (NET-3). */
    public int[] classes() {
        int[] classes = new int[trains.length];
        for (int i = 0; i < trains.length; i++) {
            classes[i] = network.predict(trains[i]);
        }
        return classes;
    }

    /**
     * Writes an archive of all arrays, and {@code classes}. The network runs once for every array, so that none of them
     * is held.
     *
     * @return names and shapes of the arrays
     * @throws IOException where it cannot be written
     */
    public Map<String, String> writeTo(OutputStream out) throws IOException {
        Map<String, String> written = new TreeMap<>();
        // Not closed: that would close what it writes to.
        ZipOutputStream archive = new ZipOutputStream(out);
        int[] classes = classes();
        NpyWriter.add(archive, "classes", "<i4", new int[] {trains.length}, array -> {
            for (int each : classes) {
                integer(array, each);
            }
        });
        written.put("classes", "(" + trains.length + ",)");
        for (Signal signal : signals) {
            for (Map.Entry<Integer, Extent> layer : extents(signal).entrySet()) {
                String name = signal.symbol() + layer.getKey();
                int[] shape = {trains.length, layer.getValue().steps, layer.getValue().values};
                String type = BITS.contains(signal) ? "|u1" : "<i4";
                NpyWriter.add(archive, name, type, shape, array -> write(signal, layer.getKey(), array));
                written.put(name, "(" + shape[0] + ", " + shape[1] + ", " + shape[2] + ")");
            }
        }
        archive.finish();
        return written;
    }

    private Map<Integer, Extent> extents(Signal signal) {
        Map<Integer, Extent> extents = new TreeMap<>();
        if (trains.length > 0) {
            network.learn(0, trains[0], labels[0], (shown, layer, step, values) -> {
                if (shown == signal) {
                    Extent extent = extents.computeIfAbsent(layer, none -> new Extent());
                    extent.steps++;
                    extent.values = values.size();
                }
            });
        }
        return extents;
    }

    private void write(Signal signal, int wanted, OutputStream out) throws IOException {
        boolean bits = BITS.contains(signal);
        Observer observer = (shown, layer, step, values) -> {
            if (shown == signal && layer == wanted) {
                write(values, bits, out);
            }
        };
        try {
            for (int i = 0; i < trains.length; i++) {
                network.learn(i, trains[i], labels[i], observer);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Values values, boolean bits, OutputStream out) {
        try {
            for (int i = 0; i < values.size(); i++) {
                if (bits) {
                    out.write((int) values.integer(i));
                } else {
                    integer(out, (int) values.integer(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void integer(OutputStream out, int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
        out.write(value >> 16);
        out.write(value >> 24);
    }
}
