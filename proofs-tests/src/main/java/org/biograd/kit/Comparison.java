package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Text;
import org.biograd.kit.reference.Arithmetic;

/**
 * Compares what a case expects with what was computed.
 *
 * <p>Integers are equal or differ. Doubles of exact cases are the same double (0 and -0 count as equal), but for what
 * is not rational; that, and every double of other cases, is compared at 1e-12: relative, for values below 1 absolute.
 * Of angles the cosines are compared: near 0 and 180 degrees an angle is as uncertain as the root of its cosine's
 * rounding.
 */
final class Comparison {

    private static final double TOLERANCE = 1e-12;
    private static final Set<String> NOT_RATIONAL = Set.of("p", "n", "loss", "e_final", "grad", "gradb", "grad_full");
    private static final String EVENTS = "out.events";
    private static final JsonNode NONE_COUNTED = IntNode.valueOf(0);
    private static final int MAX_UNKNOWN = 100;

    private final List<String> unknown = new ArrayList<>();
    private Difference first;
    private long count;

    private Comparison() {}

    /** Compares; {@code arithmetic} says how. */
    static Comparison of(JsonNode expected, JsonNode computed, Arithmetic arithmetic) {
        Comparison comparison = new Comparison();
        comparison.compare("out", expected, computed, arithmetic == Arithmetic.EXACT ? Rule.SAME : Rule.CLOSE);
        return comparison;
    }

    /** The first difference, or null. */
    Difference difference() {
        return first == null ? null : new Difference(first.path(), first.expected(), first.got(), first.rule(), count);
    }

    /** Fields that a case has and no answer. */
    List<String> unknown() {
        return unknown;
    }

    private enum Rule {
        SAME("the same double is needed"),
        CLOSE("1e-12 relative is allowed, absolute below 1"),
        ANGLE("the cosines may differ by 1e-12");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        boolean holds(double expected, double got) {
            return switch (this) {
                case SAME -> expected == got;
                case CLOSE -> Math.abs(expected - got) <= TOLERANCE * Math.max(1, Math.abs(expected));
                case ANGLE -> Math.abs(cosine(expected) - cosine(got)) <= TOLERANCE;
            };
        }

        private static double cosine(double degrees) {
            return StrictMath.cos(Math.toRadians(degrees));
        }
    }

    private void compare(String path, JsonNode expected, JsonNode got, Rule rule) {
        if (got.isObject()) {
            object(path, expected, got, rule);
        } else if (got.isArray()) {
            if (!expected.isArray() || expected.size() != got.size()) {
                differ(path, expected, got, "sizes are to be equal");
                return;
            }
            for (int i = 0; i < got.size(); i++) {
                // Most values are equal, and the path is only put together for the others.
                JsonNode value = got.get(i);
                if (value.isContainerNode() || !value.equals(expected.get(i))) {
                    compare(path + "[" + i + "]", expected.get(i), value, rule);
                }
            }
        } else if (got.isDouble()) {
            if (!expected.isNumber() || !rule.holds(expected.doubleValue(), got.doubleValue())) {
                differ(path, expected, got, rule.words);
            }
        } else if (!same(expected, got)) {
            differ(path, expected, got, "these are to be equal");
        }
    }

    private static boolean same(JsonNode expected, JsonNode got) {
        if (got.isNull()) {
            return expected.isNull();
        }
        if (got.isBoolean()) {
            return expected.isBoolean() && expected.booleanValue() == got.booleanValue();
        }
        if (got.isTextual() && !Json.isHex(got)) {
            return expected.isTextual() && expected.textValue().equals(got.textValue());
        }
        return sameInteger(expected, got.isTextual() ? Json.hex(got) : got.longValue());
    }

    // Never as doubles, to which integers beyond 2^53 are not all different.
    private static boolean sameInteger(JsonNode expected, long got) {
        if (Json.isHex(expected)) {
            return Json.hex(expected) == got;
        }
        if (expected.isIntegralNumber()) {
            return expected.canConvertToLong() && expected.longValue() == got;
        }
        return expected.isDouble()
                && (long) expected.doubleValue() == got
                && expected.doubleValue() == got
                && got != Long.MAX_VALUE;
    }

    private void object(String path, JsonNode expected, JsonNode got, Rule rule) {
        if (!expected.isObject()) {
            differ(path, expected, got, "an object is needed");
            return;
        }
        if (path.equals(EVENTS)) {
            events(path, expected, got);
            return;
        }
        for (Map.Entry<String, JsonNode> field : got.properties()) {
            String name = field.getKey();
            Rule ofField = name.equals("angle_deg") ? Rule.ANGLE : NOT_RATIONAL.contains(name) ? Rule.CLOSE : rule;
            compare(path + "." + name, expected.path(name), field.getValue(), ofField);
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!got.has(field.getKey()) && unknown.size() < MAX_UNKNOWN) {
                unknown.add(path.replaceAll("\\[\\d+]", "[]") + "." + Text.shorten(field.getKey()));
            }
        }
    }

    /** A count that is left out is 0, on either side. */
    private void events(String path, JsonNode expected, JsonNode got) {
        Set<String> names = new LinkedHashSet<>();
        got.fieldNames().forEachRemaining(names::add);
        expected.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode right = got.path(name).isMissingNode() ? NONE_COUNTED : got.path(name);
            JsonNode given = expected.path(name).isMissingNode() ? NONE_COUNTED : expected.path(name);
            compare(path + "." + Text.shorten(name), given, right, Rule.SAME);
        }
    }

    private void differ(String path, JsonNode expected, JsonNode got, String rule) {
        if (count++ == 0) {
            first = new Difference(path, Text.describe(expected), Text.describe(got), rule, 1);
        }
    }
}
