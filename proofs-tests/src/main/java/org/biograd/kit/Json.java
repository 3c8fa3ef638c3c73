package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.biograd.spec.TraceMode;

/** Arrays as JSON. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode of(double[] values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static ArrayNode of(int[] values) {
        ArrayNode array = array();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    static ArrayNode of(long[] values) {
        ArrayNode array = array();
        for (long value : values) {
            array.add(value);
        }
        return array;
    }

    static <T> ArrayNode list(T[] values, Function<T, JsonNode> form) {
        ArrayNode array = array();
        for (T value : values) {
            array.add(form.apply(value));
        }
        return array;
    }

    static ArrayNode of(double[][] rows) {
        return list(rows, Json::of);
    }

    static ArrayNode of(int[][] rows) {
        return list(rows, Json::of);
    }

    static ArrayNode of(long[][] rows) {
        return list(rows, Json::of);
    }

    /** One entry a trace mode, in the order of the modes. */
    static <T> ObjectNode modes(Map<TraceMode, T> values, Function<T, JsonNode> form) {
        ObjectNode object = object();
        values.forEach((mode, value) -> object.set(mode.name().toLowerCase(Locale.ROOT), form.apply(value)));
        return object;
    }
}
