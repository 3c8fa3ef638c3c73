package org.biograd.conform.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Leaf;
import org.biograd.conform.judge.Locator;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.study.explain.check.Recalculation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever value of an answer is wrong, the kit names it, with a clause and a formula whose operands give the right
 * value: recalculated in unbounded integers, by code that shares no arithmetic with the golden model.
 */
class CausesTest {

    private static final int CASES = 14;
    private static final int MOST_VALUES = 12;

    /** Operations and fields of which there is a clause and no formula in integers. */
    private static final Set<String> WITHOUT_FORMULA = Set.of(
            "rule.read",
            "profile.read",
            "data.bin",
            "model.read",
            "training.digest",
            "network.start digest",
            "network.sleep B",
            "network.sleep layers.layer");

    static List<String> operations() {
        return new ArrayList<>(Generators.operations());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theFormulaOfEveryWrongValueGivesTheRightOne(String op) {
        Random random = new Random(op.hashCode());
        CaseStream cases = Generators.stream(op, CASES, 3, null, CaseBounds.NONE);
        Set<String> explained = new HashSet<>();
        Set<String> others = new HashSet<>();
        while (cases.advance()) {
            List<JsonPointer> places = new ArrayList<>();
            collect(JsonPointer.empty(), cases.expected(), places);
            Collections.shuffle(places, random);
            for (JsonPointer place : places.subList(0, Math.min(MOST_VALUES, places.size()))) {
                check(op, cases.question(), cases.expected(), place, explained, others);
            }
        }
        assertFalse(explained.isEmpty() && others.isEmpty());
        others.removeAll(WITHOUT_FORMULA);
        // Of a learning rule the clauses of the case are named.
        boolean without = WITHOUT_FORMULA.contains(op) || op.matches("rule\\..*\\.sample");
        others.removeIf(field -> without || field.contains(" events"));
        assertEquals(Set.of(), others, "fields without a formula");
    }

    private static void check(
            String op,
            ObjectNode question,
            ObjectNode expected,
            JsonPointer place,
            Set<String> explained,
            Set<String> others) {
        ObjectNode wrong = expected.deepCopy();
        spoil(wrong, place);
        Discrepancy first = Locator.find(question, expected, wrong).orElseThrow();
        assertEquals(pointer(place), first.path());
        Cause cause = Causes.of(question, expected, wrong, first);
        assertFalse(cause.clause().isEmpty(), () -> first.path() + " of " + question);
        String field = op + " " + first.signal();
        if (cause.lines().isEmpty()) {
            boolean random = question.path("params").has("emulator")
                    || question.path("in").has("x") && first.signal().equals("x");
            if (!random) {
                others.add(field);
            }
            return;
        }
        explained.add(field);
        assertEquals(List.of(), Recalculation.faults(cause.lines()), () -> first.path() + " of " + question);
        assertEquals(
                Leaf.word(expected.at(place)),
                cause.value().orElseThrow().value(),
                () -> first.path() + " of " + question);
        assertTrue(cause.lines().stream().anyMatch(line -> line.clause().equals(cause.clause())), cause::toString);
    }

    private static String pointer(JsonPointer place) {
        StringBuilder path = new StringBuilder("out");
        for (JsonPointer at = place; !at.matches(); at = at.tail()) {
            path.append(at.mayMatchElement() ? "[" + at.getMatchingIndex() + "]" : "." + at.getMatchingProperty());
        }
        return path.toString();
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> places) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(at.appendIndex(i), node.get(i), places);
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(at.appendProperty(field.getKey()), field.getValue(), places));
        } else {
            places.add(at);
        }
    }

    private static void spoil(ObjectNode out, JsonPointer place) {
        JsonNode parent = out.at(place.head());
        JsonNode old = out.at(place);
        JsonNode spoilt = Leaf.isWord(old)
                ? Json.word(Leaf.word(old) + 1)
                : old.isBoolean()
                        ? Json.object().put("v", !old.booleanValue()).get("v")
                        : Json.object().put("v", old.asText() + "0").get("v");
        JsonPointer last = place.last();
        if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), spoilt);
        } else {
            ((ObjectNode) parent).set(last.getMatchingProperty(), spoilt);
        }
    }
}
