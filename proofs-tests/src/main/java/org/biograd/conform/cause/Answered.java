package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Leaf;
import org.biograd.spec.Rounding;
import org.biograd.study.explain.Draft;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.check.Evaluator;

/** A case with its right answer and another one, and the lines that are written about the first difference. */
final class Answered {

    final String op;
    private final String caseClause;
    final JsonNode params;
    final JsonNode in;
    final ObjectNode expected;
    final JsonNode got;
    final Discrepancy first;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    Answered(ObjectNode question, ObjectNode expected, JsonNode got, Discrepancy first) {
        this.op = question.path("op").asText();
        this.caseClause = question.path("clause").path(0).asText();
        this.params = question.path("params");
        this.in = question.path("in");
        this.expected = expected;
        this.got = got;
        this.first = first;
    }

    /** The first clause that the case is about; empty where it names none. */
    String caseClause() {
        return caseClause;
    }

    /** One of the indices of the first difference. */
    int index(int depth) {
        return first.indices().get(depth);
    }

    /** The right value. */
    long right() {
        return Leaf.word(first.expected());
    }

    /** A parameter; 0 where the case has none. */
    long param(String name) {
        return word(params.path(name));
    }

    /** A parameter that is a name. */
    String choice(String name) {
        return params.path(name).asText();
    }

    /** An input; 0 where the case has none. */
    long input(String name, int... at) {
        return word(of(in.path(name), at));
    }

    /** A right value; 0 where there is none. */
    long output(String name, int... at) {
        return word(of(expected.path(name), at));
    }

    private static JsonNode of(JsonNode node, int... at) {
        JsonNode found = node;
        for (int i : at) {
            found = found.path(i);
        }
        return found;
    }

    private static long word(JsonNode node) {
        return Leaf.isWord(node) ? Leaf.word(node) : 0;
    }

    /** Begins a line of a single value. */
    Draft line(String symbol, String clause) {
        return new Draft(place(), symbol, clause, lines);
    }

    /** The place of all such lines. */
    static Place place() {
        return Place.of(0, 0, 0);
    }

    /** The key of a line of a single value. */
    static String key(String symbol) {
        return place().key(symbol);
    }

    /** A line that is there. */
    Line line(String symbol) {
        return lines.get(key(symbol));
    }

    /** What the line of a symbol says, whose value is the first difference. */
    Cause cause(String symbol) {
        return Cause.leadingTo(lines, key(symbol), new ArrayList<>());
    }

    /** The text of a shift by WORD-4, with its draw where it needs one. */
    static String shift(Draft line, String x, long value, String k, long bits, String mode, long draw) {
        boolean drawing = mode.equals(Rounding.STOCHASTIC.name()) && bits > 0 && Math.floorMod(value, 1L << bits) != 0;
        if (drawing) {
            line.given("draw", draw);
        }
        return "shift(" + x + ", " + k + ", " + mode + (drawing ? ", draw)" : ")");
    }

    /** The value of a formula. */
    static long computed(String formula, Map<String, Long> names) {
        Map<String, BigInteger> values = new HashMap<>();
        names.forEach((name, value) -> values.put(name, BigInteger.valueOf(value)));
        return Evaluator.of(formula, values).longValueExact();
    }

    /** Terms as a sum. */
    static String sum(List<String> terms) {
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }
}
