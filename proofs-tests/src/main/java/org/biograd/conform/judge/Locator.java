package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.biograd.kit.Agreement;
import org.biograd.kit.cases.Json;

/** Finds where an answer first differs. */
public final class Locator {

    private static final int COMPARTMENT_BITS = 24;

    private final JsonNode question;
    private final String op;
    private final int steps;
    private final List<Integer> indices = new ArrayList<>();
    private Discrepancy first;
    private long count;

    private Locator(JsonNode question) {
        this.question = question;
        this.op = question.path("op").asText();
        this.steps = Steps.of(question);
    }

    /** The first discrepancy, or nothing where the answer is right. */
    public static Optional<Discrepancy> find(JsonNode question, ObjectNode expected, JsonNode got) {
        if (Agreement.of(question.path("params"), expected, got)) {
            return Optional.empty();
        }
        Locator locator = new Locator(question);
        locator.walk("", expected, got, OptionalInt.empty());
        if (locator.first == null) {
            throw new IllegalStateException("an answer that differs nowhere: " + question.path("id"));
        }
        Discrepancy found = locator.first;
        return Optional.of(new Discrepancy(
                found.signal(),
                found.indices(),
                found.layout(),
                found.step(),
                found.expected(),
                found.got(),
                found.bits(),
                found.form(),
                locator.count));
    }

    private void walk(String signal, JsonNode expected, JsonNode got, OptionalInt step) {
        if (expected.isObject()) {
            if (!got.isObject()) {
                differ(signal, expected, got, step, true);
                return;
            }
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                String name = signal.isEmpty() ? field.getKey() : signal + "." + field.getKey();
                walk(name, field.getValue(), got.path(field.getKey()), step);
            }
        } else if (expected.isArray()) {
            if (!got.isArray() || got.size() != expected.size()) {
                differ(signal, expected, got, step, true);
                return;
            }
            boolean runs =
                    steps > 0 && indices.size() == Steps.layout(op, signal).step();
            // Signals of the feedback begin late; their last step is that of all.
            int late = Math.max(0, steps - expected.size());
            for (int i = 0; i < expected.size(); i++) {
                indices.add(i);
                walk(signal, expected.get(i), got.get(i), runs ? OptionalInt.of(late + i) : step);
                indices.remove(indices.size() - 1);
            }
        } else if (!expected.equals(got) && !agree(signal, expected, got)) {
            differ(signal, expected, got, step, got.isMissingNode() || got.isContainerNode());
        }
    }

    // The name of a field decides how its doubles are compared.
    private boolean agree(String signal, JsonNode expected, JsonNode got) {
        ObjectNode right = Json.object();
        ObjectNode given = Json.object();
        ObjectNode innerRight = right;
        ObjectNode innerGiven = given;
        String[] names = signal.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            innerRight = innerRight.putObject(names[i]);
            innerGiven = innerGiven.putObject(names[i]);
        }
        innerRight.set(names[names.length - 1], expected);
        innerGiven.set(names[names.length - 1], got instanceof MissingNode ? null : got);
        return Agreement.of(question.path("params"), right, given);
    }

    private void differ(String signal, JsonNode expected, JsonNode got, OptionalInt step, boolean form) {
        count++;
        // Where the form is wrong, values that differ are likely to be an effect of it.
        boolean earlier =
                first == null || form == first.form() && time(step) < time(first.step()) || form && !first.form();
        if (earlier) {
            first = new Discrepancy(
                    signal, List.copyOf(indices), Steps.layout(op, signal), step, expected, got, bits(signal), form, 1);
        }
    }

    // What is not of one step is known at the end of all.
    private static int time(OptionalInt step) {
        return step.orElse(Integer.MAX_VALUE);
    }

    private int bits(String signal) {
        JsonNode told = question.path("params").path("bits");
        if (told.isInt()) {
            return told.intValue();
        }
        boolean compartment = op.equals("lif.run") && !question.path("params").has("emulator");
        return compartment && !signal.equals("s") ? COMPARTMENT_BITS : 0;
    }
}
