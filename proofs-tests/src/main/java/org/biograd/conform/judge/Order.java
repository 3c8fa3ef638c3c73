package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.biograd.spec.FeedbackPath;

/**
 * When the values of an answer arise, so that of two that differ the earlier one is named: the order of NET-1 and OBS-1
 * for networks, else by steps and, within a step, in the order in which {@code out} lists its fields. One field of
 * OBS-1 is moved: w comes before dW, which is its difference. Events, which count over all steps, come last.
 */
final class Order {

    /** The field that counts events. */
    static final String EVENTS = "events";

    /** Later than all steps. */
    private static final int END = 1 << 20;

    private static final int LAST = END + 9;
    private static final List<String> OF_LAYER = List.of("u", "v", "s", "g", "z", "E");
    private static final List<String> OF_ERRORS = List.of("o", "e", "p", "sp", "n", "sn");

    private final String op;
    private final boolean layerwise;
    private final int layers;
    private final int steps;

    Order(JsonNode question, int steps) {
        this.op = question.path("op").asText();
        this.layers = question.path("in").path("sizes").size() - 1;
        this.layerwise = question.path("params")
                .path("profile")
                .path("feedback.path")
                .asText()
                .equals(FeedbackPath.LAYERWISE.name());
        this.steps = steps;
    }

    /** Whether a field counts events. */
    static boolean counts(String signal) {
        return signal.equals(EVENTS) || signal.startsWith(EVENTS + ".");
    }

    /**
     * The place of a value in time: of two values the one with the smaller numbers, the first first, comes earlier.
     *
     * @param signal its field
     * @param indices where in the field, as far as they go
     * @param step its step, or -1
     * @param listed the how many-th field of {@code out} it is
     */
    int[] of(String signal, List<Integer> indices, int step, int listed) {
        if (counts(signal)) {
            return new int[] {LAST, listed};
        }
        return switch (op) {
            case "network.sample" -> sample(signal, indices, step);
            case "network.sleep" -> sleep(signal, indices, step);
            default -> new int[] {step < 0 ? END : step, listed};
        };
    }

    private int[] sample(String signal, List<Integer> indices, int step) {
        int layer = layer(signal, indices);
        int rank = OF_LAYER.indexOf(signal);
        if (signal.equals("x") || rank >= 0) {
            return new int[] {step, signal.equals("x") ? 0 : layer, rank};
        }
        rank = OF_ERRORS.indexOf(signal);
        if (rank >= 0) {
            return new int[] {step, layers + 1, rank};
        }
        if (signal.equals("D") && !(layerwise && layer < layers)) {
            return new int[] {step, layers + 2, layer};
        }
        return switch (signal) {
            // In LAYERWISE errors come down: c of the layer above, then D and q of this one.
            case "c" -> new int[] {END, layers - layer + 1, 0};
            case "D" -> new int[] {END, layers - layer, 1};
            case "q" -> new int[] {END, layerwise ? layers - layer : layer, 2};
            case "w" -> new int[] {END + 1, layer, 0};
            case "dW" -> new int[] {END + 1, layer, 1};
            default -> new int[] {END + 2};
        };
    }

    private static int layer(String signal, List<Integer> indices) {
        return indices.isEmpty() ? 0 : indices.get(0) + Steps.firstLayer(signal);
    }

    private int[] sleep(String signal, List<Integer> indices, int step) {
        if (!signal.startsWith("layers.")) {
            return new int[] {END};
        }
        String name = signal.substring("layers.".length());
        int sleeping = indices.get(0);
        int place = indices.size() > 1 ? indices.get(1) : 0;
        return switch (name) {
            case "u", "v", "s" -> new int[] {sleeping, step, place, OF_LAYER.indexOf(name)};
            // A trajectory ends with its counts; how long it is, the steps of all tell.
            case "H" -> new int[] {sleeping, (place + 1) * trajectory() - 1, END, 0};
            case "O" -> new int[] {sleeping, (place + 1) * trajectory() - 1, END, 1};
            case "B" -> new int[] {sleeping, END};
            default -> new int[] {sleeping, -1};
        };
    }

    private int trajectory() {
        return Math.max(1, steps);
    }
}
