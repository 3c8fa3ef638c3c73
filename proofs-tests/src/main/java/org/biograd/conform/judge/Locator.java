package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.biograd.kit.Agreement;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Text;

/** Finds where an answer first differs. */
public final class Locator {

    private static final int COMPARTMENT_BITS = 24;
    private static final JsonNode NONE_COUNTED = IntNode.valueOf(0);

    private final JsonNode question;
    private final String op;
    private final int steps;
    private final Order order;
    private final List<Integer> indices = new ArrayList<>();
    private int listed;
    private Discrepancy first;
    private int[] firstPlace;
    private long count;

    private Locator(JsonNode question) {
        this.question = question;
        this.op = question.path("op").asText();
        this.steps = Steps.of(question);
        this.order = new Order(question, steps);
    }

    /** The first discrepancy, or nothing where the answer is right. */
    public static Optional<Discrepancy> find(JsonNode question, ObjectNode expected, JsonNode got) {
        if (Agreement.of(question.path("params"), expected, got)) {
            return Optional.empty();
        }
        Locator locator = new Locator(question);
        locator.walk("", "out", expected, got, OptionalInt.empty());
        if (locator.first == null) {
            throw new IllegalStateException("an answer that differs nowhere: " + question.path("id"));
        }
        return Optional.of(locator.first.withCount(locator.count));
    }

    private void walk(String signal, String path, JsonNode expected, JsonNode got, OptionalInt step) {
        if (expected.isObject()) {
            if (!got.isObject()) {
                differ(signal, path, expected, got, step, true);
            } else if (signal.equals(Order.EVENTS)) {
                events(path, expected, got);
            } else {
                for (Map.Entry<String, JsonNode> field : expected.properties()) {
                    listed += signal.isEmpty() ? 1 : 0;
                    String name = signal.isEmpty() ? field.getKey() : signal + "." + field.getKey();
                    walk(name, path + "." + field.getKey(), field.getValue(), got.path(field.getKey()), step);
                }
            }
        } else if (expected.isArray()) {
            if (!got.isArray() || got.size() != expected.size()) {
                differ(signal, path, expected, got, step, true);
                return;
            }
            boolean runs =
                    steps > 0 && indices.size() == Steps.layout(op, signal).step();
            // Signals of the feedback begin late; their last step is that of all.
            int late = Math.max(0, steps - expected.size());
            for (int i = 0; i < expected.size(); i++) {
                indices.add(i);
                walk(signal, path + "[" + i + "]", expected.get(i), got.get(i), runs ? OptionalInt.of(late + i) : step);
                indices.remove(indices.size() - 1);
            }
        } else if (!expected.equals(got) && !agree(signal, expected, got)) {
            differ(signal, path, expected, got, step, got.isMissingNode() || got.isContainerNode());
        }
    }

    /** A count that is left out is 0, on either side. */
    private void events(String path, JsonNode expected, JsonNode got) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        got.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode right = expected.path(name).isMissingNode() ? NONE_COUNTED : expected.path(name);
            JsonNode given = got.path(name).isMissingNode() ? NONE_COUNTED : got.path(name);
            String shown = Text.shorten(name);
            walk(Order.EVENTS + "." + shown, path + "." + shown, right, given, OptionalInt.empty());
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

    private void differ(String signal, String path, JsonNode expected, JsonNode got, OptionalInt step, boolean form) {
        count++;
        int[] place = order.of(signal, indices, step.orElse(-1), listed);
        if (first == null || earlier(signal, place, form)) {
            firstPlace = place;
            first = new Discrepancy(
                    signal,
                    path,
                    List.copyOf(indices),
                    Steps.layout(op, signal),
                    step,
                    expected,
                    got,
                    bits(signal),
                    form,
                    1);
        }
    }

    // Where the form is wrong, values that differ are likely to be an effect of it, but for that of the events, which
    // no signal hangs on.
    private boolean earlier(String signal, int[] place, boolean form) {
        boolean events = Order.counts(signal);
        if (events != Order.counts(first.signal())) {
            return !events;
        }
        return form == first.form() ? Arrays.compare(place, firstPlace) < 0 : form;
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
