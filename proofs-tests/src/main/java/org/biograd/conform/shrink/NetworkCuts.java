package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases of a network with a layer or a neuron less. Sizes, weights, inputs, labels and draws of a network depend on
 * each other in ways that {@link Axes} cannot see. Whether the outcome is a case, the golden model decides here too.
 */
final class NetworkCuts {

    private final ObjectNode question;
    private final JsonNode in;
    private final int[] sizes;

    private NetworkCuts(ObjectNode question) {
        this.question = question;
        in = question.path("in");
        sizes = new int[in.path("sizes").size()];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = in.path("sizes").path(l).asInt();
        }
    }

    /** Smaller networks, those with a layer less first; none where a case has no network. */
    static List<ObjectNode> of(ObjectNode question) {
        List<ObjectNode> cases = new ArrayList<>();
        int[] sizes = new NetworkCuts(question).sizes;
        for (int l = 1; l < sizes.length - 1; l++) {
            cases.add(new NetworkCuts(question.deepCopy()).withoutLayer(l, l - 1));
            cases.add(new NetworkCuts(question.deepCopy()).withoutLayer(l, l));
        }
        for (int l = 0; l < sizes.length; l++) {
            for (int i = sizes[l] - 1; i >= 0 && sizes[l] > 1; i--) {
                cases.add(new NetworkCuts(question.deepCopy()).withoutNeuron(l, i));
            }
        }
        return cases;
    }

    /** Without hidden layer l and one of the two matrices beside it. */
    private ObjectNode withoutLayer(int l, int matrix) {
        remove(in.path("sizes"), l);
        remove(in.path("w"), matrix);
        remove(in.path("B"), l - 1);
        for (JsonNode stream : in.path("draws")) {
            if (stream.size() >= sizes.length - 2) {
                remove(stream, l - 1);
            }
        }
        return question;
    }

    /** Without neuron i of layer l, 0 being the inputs. */
    private ObjectNode withoutNeuron(int l, int i) {
        int last = sizes.length - 1;
        ((ArrayNode) in.path("sizes")).set(l, IntNode.valueOf(sizes[l] - 1));
        columns(in.path("w").path(l - 1), i);
        remove(in.path("w").path(l), i);
        if (l > 0) {
            remove(in.path("B").path(l - 1), i);
        }
        if (l == 1) {
            remove(in.path("R"), i);
            columns(in.path("R"), i);
        }
        for (int h = 1; h < last; h++) {
            if (source(h) == l) {
                columns(in.path("B").path(h - 1), i);
            }
        }
        if (l == 0) {
            inputs(i);
        }
        if (l == last) {
            labels(i);
        }
        draws(l, i);
        return question;
    }

    /** The layer that hidden layer h hears. */
    private int source(int h) {
        return question.at("/params/profile/feedback.path").asText().equals("LAYERWISE") ? h + 1 : sizes.length - 1;
    }

    private void inputs(int j) {
        columns(in.path("x"), j);
        JsonNode intensities = in.path("intensities");
        if (intensities.path(0).isArray()) {
            columns(intensities, j);
        } else {
            remove(intensities, j);
        }
    }

    private void labels(int k) {
        if (in.has("label")) {
            ((ObjectNode) in).put("label", label(in.path("label").asInt(), k));
        }
        if (in.path("labels") instanceof ArrayNode labels) {
            for (int n = 0; n < labels.size(); n++) {
                labels.set(n, IntNode.valueOf(label(labels.get(n).asInt(), k)));
            }
        }
    }

    /** The label after class k is gone; its samples become those of class 0. */
    private static int label(int label, int k) {
        return label == k ? 0 : label > k ? label - 1 : label;
    }

    private void draws(int l, int i) {
        JsonNode draws = in.path("draws");
        if (l == 0) {
            columns(draws.path("INPUT").path(0), i);
        } else {
            for (String stream : List.of("LEARNING_ERROR", "FED_BACK_ERROR", "SLEEP_POSITIVE", "SLEEP_NEGATIVE")) {
                columns(draws.path(stream).path(l - 1), i);
            }
            flatColumns(draws.path("TRACE").path(l - 1), i, sizes[l - 1] + 1, sizes[l]);
            flatColumns(draws.path("WEIGHT").path(l - 1), i, sizes[l - 1] + 1, sizes[l]);
        }
        if (l < sizes.length - 1) {
            flatRow(draws.path("TRACE").path(l), i, sizes[l] + 1);
            flatRow(draws.path("WEIGHT").path(l), i, sizes[l] + 1);
        }
        JsonNode feedback = draws.path("SLEEP_FEEDBACK");
        for (int h = 1; h < sizes.length - 1; h++) {
            if (h == l) {
                flatRow(feedback.path(h - 1), i, sizes[h]);
            } else if (source(h) == l) {
                flatColumns(feedback.path(h - 1), i, sizes[h], sizes[l]);
            }
        }
    }

    /**
     * Takes a column off every matrix that is written row by row; traces that are one a presynaptic neuron are none.
     */
    private static void flatColumns(JsonNode steps, int column, int rows, int columns) {
        for (JsonNode step : steps) {
            boolean matrix = step.size() == rows * columns;
            for (int row = rows - 1; row >= 0 && matrix; row--) {
                remove(step, row * columns + column);
            }
        }
    }

    /** Takes a row off every matrix that is written row by row. */
    private static void flatRow(JsonNode steps, int row, int rows) {
        for (JsonNode step : steps) {
            int columns = step.size() / rows;
            for (int entry = (row + 1) * columns - 1; entry >= row * columns; entry--) {
                remove(step, entry);
            }
        }
    }

    private static void columns(JsonNode rows, int column) {
        rows.forEach(row -> remove(row, column));
    }

    private static void remove(JsonNode node, int index) {
        if (node instanceof ArrayNode array) {
            array.remove(index);
        }
    }
}
