package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.conform.judge.Steps;

/**
 * The directions in which the inputs of a case can be made shorter: arrays that run side by side are those of equal
 * length.
 *
 * <p>An array is known by the way to it, {@code in/x} or, for the rows of a matrix, {@code in/x/*}. Whether a case
 * without some entries is still a case, nobody asks here: the golden model refuses what is none.
 */
public final class Axes {

    private static final String EACH = "*";

    /**
     * Arrays that are made shorter together.
     *
     * @param ways to the arrays
     * @param length of each
     */
    public record Axis(List<String> ways, int length) {}

    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    private Axes() {}

    /** The axes of a case: that of the steps first, then longer ones before shorter ones. */
    public static List<Axis> of(ObjectNode question) {
        Axes axes = new Axes();
        question.path("in").properties().forEach(field -> axes.explore("in/" + field.getKey(), field.getValue()));
        Map<Integer, List<String>> byLength = new TreeMap<>(Comparator.reverseOrder());
        axes.lengths.forEach((way, length) -> {
            if (length > 1) {
                byLength.computeIfAbsent(length, none -> new ArrayList<>()).add(way);
            }
        });
        int steps = Steps.of(question);
        List<Axis> found = new ArrayList<>();
        byLength.forEach((length, ways) -> {
            found.add(length == steps ? 0 : found.size(), new Axis(ways, length));
            if (ways.size() > 1) {
                ways.forEach(way -> found.add(new Axis(List.of(way), length)));
            }
        });
        return found;
    }

    // -1 stands for arrays of different lengths in one place.
    private void explore(String way, JsonNode node) {
        if (node.isArray()) {
            lengths.merge(way, node.size(), (a, b) -> a.equals(b) ? a : -1);
            node.forEach(child -> explore(way + "/" + EACH, child));
        } else if (node.isObject()) {
            node.properties().forEach(field -> explore(way + "/" + field.getKey(), field.getValue()));
        }
    }

    /** A case without the entries from..to-1 of an axis; counts that say how many there are go down with them. */
    public static ObjectNode without(ObjectNode question, Axis axis, int from, int to) {
        ObjectNode copy = question.deepCopy();
        for (String way : axis.ways()) {
            arrays(copy, way.split("/"), 0, new ArrayList<>()).forEach(array -> {
                for (int i = to - 1; i >= from; i--) {
                    array.remove(i);
                }
            });
        }
        for (String part : List.of("/params", "/params/profile", "/in")) {
            if (copy.at(part) instanceof ObjectNode fields) {
                fields.properties().stream()
                        .filter(field -> Steps.counts(field.getKey())
                                && field.getValue().isInt()
                                && field.getValue().intValue() == axis.length())
                        .forEach(field -> field.setValue(IntNode.valueOf(axis.length() - (to - from))));
            }
        }
        return copy;
    }

    /** All arrays at the end of a way. */
    public static List<ArrayNode> arrays(JsonNode node, String[] way, int at, List<ArrayNode> found) {
        if (at == way.length) {
            if (node instanceof ArrayNode array) {
                found.add(array);
            }
        } else if (way[at].equals(EACH)) {
            node.forEach(child -> arrays(child, way, at + 1, found));
        } else {
            arrays(node.path(way[at]), way, at + 1, found);
        }
        return found;
    }
}
