package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;

/** The operations by name. */
final class Operations {

    private static final Map<String, Operation> ALL = Map.of(
            "lif.run", new CompartmentOperation(),
            "learning.productSeries", new ProductSeriesOperation(),
            "reference.layer", new LayerOperation(),
            "reference.network", new NetworkOperation(),
            "reference.sleep", new SleepOperation(),
            "synapse.weight", new WeightOperation(),
            "trace.step", new TraceOperation());

    private Operations() {}

    /** Computes {@code out} of a case. */
    static ObjectNode answer(Case question) throws BadCaseException {
        Operation operation = ALL.get(question.op());
        if (operation == null) {
            throw BadCaseException.field(
                    "op", "\"" + Text.shorten(question.op()) + "\" is not answered here; " + String.join(", ", new TreeSet<>(ALL.keySet())) + " are");
        }
        ObjectNode out = operation.answer(question.params(), question.in());
        requireFinite(out, "out");
        return out;
    }

    // Numbers near the limit of doubles may overflow on the way; JSON has no infinity.
    private static void requireFinite(JsonNode node, String path) throws BadCaseException {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = node.get(i);
                if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
                    requireFinite(value, path + "[" + i + "]");
                }
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                requireFinite(field.getValue(), path + "." + field.getKey());
            }
        } else if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw BadCaseException.field(path, "would be " + node.doubleValue() + "; smaller numbers in params and in are needed");
        }
    }
}
