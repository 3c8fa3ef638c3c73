package org.biograd.kit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.biograd.spec.TraceMode;

/** Arrays as JSON. */
public final class Json {

    private static final int MAX_DIGITS = 16;
    private static final long MOST_EXACT = 1L << 53;

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Numbers. */
    public static ArrayNode of(double[] values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    /** Integers. */
    public static ArrayNode of(int[] values) {
        ArrayNode array = array();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    /** Integers, whatever their size. */
    public static ArrayNode of(long[] values) {
        ArrayNode array = array();
        for (long value : values) {
            array.add(value);
        }
        return array;
    }

    /** Whether a value is a word as a hexadecimal string. */
    public static boolean isHex(JsonNode node) {
        if (!node.isTextual()) {
            return false;
        }
        String text = node.textValue();
        int digits = text.length() - 2;
        if (digits < 1 || digits > MAX_DIGITS || !text.startsWith("0x")) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The word that a hexadecimal string stands for, its bits read in two's complement of 64 bits. */
    public static long hex(JsonNode node) {
        return Long.parseUnsignedLong(node.textValue(), 2, node.textValue().length(), 16);
    }

    /** A word as every JSON reader can hold it: a number up to 53 bits, else its 64 bits as a hexadecimal string. */
    public static JsonNode word(long value) {
        return Math.abs(value) < MOST_EXACT && value != Long.MIN_VALUE
                ? JsonNodeFactory.instance.numberNode(value)
                : JsonNodeFactory.instance.textNode("0x" + HexFormat.of().toHexDigits(value));
    }

    /** Words, each as {@link #word} has it. */
    public static ArrayNode words(long[] values) {
        ArrayNode array = array();
        for (long value : values) {
            array.add(word(value));
        }
        return array;
    }

    /** One entry a value, in the form that it is given. */
    public static <T> ArrayNode list(T[] values, Function<T, JsonNode> form) {
        ArrayNode array = array();
        for (T value : values) {
            array.add(form.apply(value));
        }
        return array;
    }

    /** Rows of numbers. */
    public static ArrayNode of(double[][] rows) {
        return list(rows, Json::of);
    }

    /** Rows of integers. */
    public static ArrayNode of(int[][] rows) {
        return list(rows, Json::of);
    }

    /** Rows of integers. */
    public static ArrayNode of(long[][] rows) {
        return list(rows, Json::of);
    }

    /** One entry a trace mode, in the order of the modes. */
    public static <T> ObjectNode modes(Map<TraceMode, T> values, Function<T, JsonNode> form) {
        ObjectNode object = object();
        values.forEach((mode, value) -> object.set(mode.name().toLowerCase(Locale.ROOT), form.apply(value)));
        return object;
    }
}
