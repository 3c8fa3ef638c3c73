package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads fields of a case, and says of each that does not fit what would. */
final class Fields {

    private Fields() {}

    static JsonNode object(JsonNode node, String path) throws BadCaseException {
        if (!node.isObject()) {
            throw wrong(node, path, "an object is needed");
        }
        return node;
    }

    static String text(JsonNode node, String path) throws BadCaseException {
        if (!node.isTextual()) {
            throw wrong(node, path, "a string is needed");
        }
        return node.textValue();
    }

    static int integer(JsonNode node, String path, int low, int high) throws BadCaseException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < low || node.intValue() > high) {
            throw wrong(node, path, "an integer of " + low + ".." + high + " is needed");
        }
        return node.intValue();
    }

    /** 1..size integers of low..high. */
    static long[] integers(JsonNode node, String path, int size, long low, long high) throws BadCaseException {
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

    static boolean truth(JsonNode node, String path) throws BadCaseException {
        if (!node.isBoolean()) {
            throw wrong(node, path, "true or false is needed");
        }
        return node.booleanValue();
    }

    /** One of some names. */
    static String choice(JsonNode node, String path, List<String> names) throws BadCaseException {
        if (!node.isTextual() || !names.contains(node.textValue())) {
            throw wrong(node, path, "one of \"" + String.join("\", \"", names) + "\" is needed");
        }
        return node.textValue();
    }

    static double number(JsonNode node, String path) throws BadCaseException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(node, path, "a finite number is needed");
        }
        return node.doubleValue();
    }

    /** A number of 0..high; {@code high} may be infinite. */
    static double notNegative(JsonNode node, String path, double high) throws BadCaseException {
        double value = number(node, path);
        if (value < 0 || value > high) {
            throw wrong(node, path, high == 1 ? "a number of 0..1 is needed" : "a number of at least 0 is needed");
        }
        return value;
    }

    static JsonNode array(JsonNode node, String path, int size, String of) throws BadCaseException {
        if (!node.isArray() || node.size() != size) {
            throw wrong(node, path, "an array of " + size + " is needed, one " + of);
        }
        return node;
    }

    static double[] vector(JsonNode node, String path, int size) throws BadCaseException {
        array(node, path, size, "number a neuron");
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            JsonNode value = node.get(i);
            // The path is only put together where it is needed.
            vector[i] = value.isDouble() && Double.isFinite(value.doubleValue()) ? value.doubleValue() : number(value, path + "[" + i + "]");
        }
        return vector;
    }

    static double[][] matrix(JsonNode node, String path, int rows, int columns) throws BadCaseException {
        array(node, path, rows, "row a neuron");
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = vector(node.get(i), path + "[" + i + "]", columns);
        }
        return matrix;
    }

    static int[][] spikes(JsonNode node, String path, int steps, int size) throws BadCaseException {
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
    static void optionalCount(JsonNode in, String name, int right) throws BadCaseException {
        JsonNode node = in.path(name);
        if (!node.isMissingNode() && integer(node, "in." + name, 0, Integer.MAX_VALUE) != right) {
            throw wrong(node, "in." + name, right + " would fit the rest");
        }
    }

    static BadCaseException wrong(JsonNode node, String path, String right) {
        return BadCaseException.field(path, Text.describe(node) + "; " + right);
    }
}
