package org.biograd.kit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** Reads fields of a case, and says of each that does not fit what would. */
public final class Fields {

    private Fields() {}

    /** An object. */
    public static JsonNode object(JsonNode node, String path) throws BadCaseException {
        if (!node.isObject()) {
            throw wrong(node, path, "an object is needed");
        }
        return node;
    }

    /** A string. */
    public static String text(JsonNode node, String path) throws BadCaseException {
        if (!node.isTextual()) {
            throw wrong(node, path, "a string is needed");
        }
        return node.textValue();
    }

    /** An integer of low..high. */
    public static int integer(JsonNode node, String path, int low, int high) throws BadCaseException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < low || node.intValue() > high) {
            throw wrong(node, path, "an integer of " + low + ".." + high + " is needed");
        }
        return node.intValue();
    }

    /** 1..size integers of low..high. */
    public static long[] integers(JsonNode node, String path, int size, long low, long high) throws BadCaseException {
        if (!node.isArray() || node.isEmpty() || node.size() > size) {
            throw wrong(node, path, "an array of 1.." + size + " integers is needed");
        }
        long[] integers = new long[node.size()];
        for (int i = 0; i < integers.length; i++) {
            JsonNode value = node.get(i);
            integers[i] = value.longValue();
            if (!value.isIntegralNumber() || !value.canConvertToLong() || integers[i] < low || integers[i] > high) {
                throw wrong(value, path + "[" + i + "]", "an integer of " + low + ".." + high + " is needed");
            }
        }
        return integers;
    }

    /**
     * A word: an integer, or a string {@code 0x...} of the 1..16 hexadecimal digits of its 64 bits in two's complement.
     */
    public static long word(JsonNode node, String path, long low, long high) throws BadCaseException {
        boolean integer = node.isIntegralNumber() && node.canConvertToLong();
        if (integer || Json.isHex(node)) {
            long value = integer ? node.longValue() : Json.hex(node);
            if (value >= low && value <= high) {
                return value;
            }
        }
        throw wrong(node, path, "an integer of " + low + ".." + high + " is needed, or its 64 bits as \"0x...\"");
    }

    /** 1..size words of low..high. */
    public static long[] words(JsonNode node, String path, int size, long low, long high) throws BadCaseException {
        long[] words = new long[count(node, path, size)];
        for (int i = 0; i < words.length; i++) {
            JsonNode value = node.get(i);
            boolean plain = value.isInt() && value.intValue() >= low && value.intValue() <= high;
            // The path is only put together where it is needed.
            words[i] = plain ? value.intValue() : word(value, path + "[" + i + "]", low, high);
        }
        return words;
    }

    /** The size of an array of 1..most. */
    public static int count(JsonNode node, String path, int most) throws BadCaseException {
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            throw wrong(node, path, "an array of 1.." + most + " is needed");
        }
        return node.size();
    }

    /** Exactly so many integers of low..high. */
    public static int[] ints(JsonNode node, String path, int size, int low, int high) throws BadCaseException {
        if (!node.isArray() || node.size() != size) {
            throw wrong(node, path, "an array of " + size + " integers is needed");
        }
        int[] integers = new int[size];
        for (int i = 0; i < size; i++) {
            JsonNode value = node.get(i);
            boolean fits = value.isInt() && value.intValue() >= low && value.intValue() <= high;
            integers[i] = fits ? value.intValue() : integer(value, path + "[" + i + "]", low, high);
        }
        return integers;
    }

    /** Rows of integers of low..high, all rows of one size. */
    public static int[][] ints(JsonNode node, String path, int rows, int size, int low, int high)
            throws BadCaseException {
        if (!node.isArray() || node.size() != rows) {
            throw wrong(node, path, "an array of " + rows + " rows is needed");
        }
        int[][] matrix = new int[rows][];
        for (int r = 0; r < rows; r++) {
            matrix[r] = ints(node.get(r), path + "[" + r + "]", size, low, high);
        }
        return matrix;
    }

    /** One of the constants of an enumeration. */
    public static <E extends Enum<E>> E constant(JsonNode node, String path, Class<E> type) throws BadCaseException {
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        throw wrong(node, path, "one of " + Arrays.toString(type.getEnumConstants()) + " is needed");
    }

    /** True or false. */
    public static boolean truth(JsonNode node, String path) throws BadCaseException {
        if (!node.isBoolean()) {
            throw wrong(node, path, "true or false is needed");
        }
        return node.booleanValue();
    }

    /** One of some names. */
    public static String choice(JsonNode node, String path, List<String> names) throws BadCaseException {
        if (!node.isTextual() || !names.contains(node.textValue())) {
            throw wrong(node, path, "one of \"" + String.join("\", \"", names) + "\" is needed");
        }
        return node.textValue();
    }

    /** A finite number. */
    public static double number(JsonNode node, String path) throws BadCaseException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(node, path, "a finite number is needed");
        }
        return node.doubleValue();
    }

    /** A number of 0..high; {@code high} may be infinite. */
    public static double notNegative(JsonNode node, String path, double high) throws BadCaseException {
        double value = number(node, path);
        if (value < 0 || value > high) {
            throw wrong(node, path, high == 1 ? "a number of 0..1 is needed" : "a number of at least 0 is needed");
        }
        return value;
    }

    /** An array of exactly so many entries; {@code of} names what each of them is. */
    public static JsonNode array(JsonNode node, String path, int size, String of) throws BadCaseException {
        if (!node.isArray() || node.size() != size) {
            throw wrong(node, path, "an array of " + size + " is needed, one " + of);
        }
        return node;
    }

    /** Exactly so many numbers. */
    public static double[] vector(JsonNode node, String path, int size) throws BadCaseException {
        array(node, path, size, "number a neuron");
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            JsonNode value = node.get(i);
            // The path is only put together where it is needed.
            vector[i] = value.isDouble() && Double.isFinite(value.doubleValue())
                    ? value.doubleValue()
                    : number(value, path + "[" + i + "]");
        }
        return vector;
    }

    /** Numbers by row and column. */
    public static double[][] matrix(JsonNode node, String path, int rows, int columns) throws BadCaseException {
        array(node, path, rows, "row a neuron");
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = vector(node.get(i), path + "[" + i + "]", columns);
        }
        return matrix;
    }

    /** Spikes, 0 or 1, by step and neuron. */
    public static int[][] spikes(JsonNode node, String path, int steps, int size) throws BadCaseException {
        array(node, path, steps, "row a step");
        int[][] spikes = new int[steps][size];
        for (int t = 0; t < steps; t++) {
            JsonNode row = array(node.get(t), path + "[" + t + "]", size, "spike a neuron");
            for (int j = 0; j < size; j++) {
                JsonNode value = row.get(j);
                if (!value.isInt() || value.intValue() < 0 || value.intValue() > 1) {
                    throw wrong(value, path + "[" + t + "][" + j + "]", "0 or 1 is needed");
                }
                spikes[t][j] = value.intValue();
            }
        }
        return spikes;
    }

    /** A count that may be left out, for it follows from the rest; where it is there, it has to be right. */
    public static void optionalCount(JsonNode in, String name, int right) throws BadCaseException {
        JsonNode node = in.path(name);
        if (!node.isMissingNode() && integer(node, "in." + name, 0, Integer.MAX_VALUE) != right) {
            throw wrong(node, "in." + name, right + " would fit the rest");
        }
    }

    /** That a field has a value that does not fit, and what would. */
    public static BadCaseException wrong(JsonNode node, String path, String right) {
        return BadCaseException.field(path, Text.describe(node) + "; " + right);
    }
}
