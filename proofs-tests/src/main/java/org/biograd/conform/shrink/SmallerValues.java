package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.biograd.conform.judge.Leaf;
import org.biograd.kit.cases.Json;

/** Ways to make the values of a case smaller. */
public final class SmallerValues {

    private SmallerValues() {}

    /** Where the values of a part of a case are that could be smaller, as JSON pointers. */
    public static List<String> places(ObjectNode question, String part) {
        List<String> places = new ArrayList<>();
        collect("/" + part, question.path(part), places);
        return places;
    }

    private static void collect(String at, JsonNode node, List<String> places) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(at + "/" + i, node.get(i), places);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(at + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), places);
            }
        } else if (Leaf.isWord(node)
                ? Leaf.word(node) != 0
                : node.isBoolean() && node.booleanValue() || node.isDouble() && node.doubleValue() != 0) {
            places.add(at);
        }
    }

    /** A case with 0 in some places. */
    public static ObjectNode zero(ObjectNode question, List<String> places) {
        ObjectNode copy = question.deepCopy();
        for (String place : places) {
            set(copy, place, copy.at(place).isBoolean() ? BooleanNode.FALSE : IntNode.valueOf(0));
        }
        return copy;
    }

    /** A case with a smaller value in one place, in every way tried; the smallest value first. */
    public static List<ObjectNode> smaller(ObjectNode question, String place) {
        JsonNode value = question.at(place);
        List<ObjectNode> cases = new ArrayList<>();
        if (!Leaf.isWord(value)) {
            if (value.isBoolean() ? value.booleanValue() : value.doubleValue() != 0) {
                cases.add(zero(question, List.of(place)));
            }
            return cases;
        }
        for (long word : smaller(Leaf.word(value))) {
            ObjectNode copy = question.deepCopy();
            set(copy, place, Json.word(word));
            cases.add(copy);
        }
        return cases;
    }

    /** 0, 1, -1, what halving leaves, and what is less by a half, a quarter and so on down to 1. */
    public static Set<Long> smaller(long word) {
        Set<Long> words = new LinkedHashSet<>(List.of(0L, 1L, -1L));
        for (int k = Long.SIZE - 2; k > 0; k--) {
            words.add(word / (1L << k));
        }
        for (int k = 2; k < Long.SIZE - 1; k++) {
            words.add(word - word / (1L << k));
        }
        words.add(word - Long.signum(word));
        long least = negative(word);
        words.removeIf(other -> other == word || negative(other) < least || negative(other) == least && other < 0);
        return words;
    }

    // Unlike a magnitude, it exists for every word.
    private static long negative(long word) {
        return word > 0 ? -word : word;
    }

    private static void set(ObjectNode question, String place, JsonNode value) {
        int last = place.lastIndexOf('/');
        JsonNode parent = question.at(place.substring(0, last));
        String name = place.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name.replace("~1", "/").replace("~0", "~"), value);
        }
    }
}
