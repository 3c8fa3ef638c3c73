package org.biograd.kit.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.kit.cases.Json;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * All signals of a run as JSON: by symbol, then layer, then step; of signals of the output layer, or of a sample, less.
 */
final class SignalRows implements Observer {

    private static final Set<Signal> OF_OUTPUTS = EnumSet.of(
            Signal.SPIKE_COUNT,
            Signal.ERROR,
            Signal.POSITIVE_POTENTIAL,
            Signal.NEGATIVE_POTENTIAL,
            Signal.POSITIVE_ERROR_SPIKE,
            Signal.NEGATIVE_ERROR_SPIKE,
            Signal.NOISE_COUNT,
            Signal.SLEEP_COUNT);
    private static final Set<Signal> ONCE =
            EnumSet.of(Signal.WEIGHT_CHANGE, Signal.WEIGHT, Signal.LEARNING_ERROR, Signal.FEEDBACK_WEIGHT);

    private final Map<Signal, TreeMap<Integer, ArrayNode>> kept = new EnumMap<>(Signal.class);

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        int[] copy = new int[values.size()];
        values.copyTo(copy);
        TreeMap<Integer, ArrayNode> layers = kept.computeIfAbsent(signal, s -> new TreeMap<>());
        if (ONCE.contains(signal)) {
            layers.put(layer, Json.of(copy));
        } else {
            layers.computeIfAbsent(layer, l -> Json.array()).add(Json.of(copy));
        }
    }

    /** Writes everything seen; the spikes of layer 0 as x. */
    void write(ObjectNode out) {
        TreeMap<Integer, ArrayNode> spikes = kept.get(Signal.SPIKE);
        if (spikes != null && spikes.containsKey(0)) {
            out.set("x", spikes.remove(0));
        }
        kept.forEach((signal, layers) -> {
            if (OF_OUTPUTS.contains(signal)) {
                out.set(signal.symbol(), layers.firstEntry().getValue());
            } else {
                ArrayNode all = out.putArray(signal.symbol());
                layers.values().forEach(all::add);
            }
        });
    }
}
