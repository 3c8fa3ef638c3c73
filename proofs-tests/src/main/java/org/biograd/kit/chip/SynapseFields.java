package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;

/** Reads the fields that cases of traces and of learning share. */
final class SynapseFields {

    private SynapseFields() {}

    /** Whether the emulator Lava is asked for, or the spec. */
    static boolean lava(JsonNode params) throws BadCaseException {
        return params.has("emulator")
                && !Fields.choice(params.path("emulator"), "params.emulator", List.of("lava"))
                        .isEmpty();
    }

    /** The size of an array, 1..4096. */
    static int count(JsonNode node, String path) throws BadCaseException {
        if (!node.isArray() || node.isEmpty() || node.size() > Limits.NEURONS) {
            throw Fields.wrong(node, path, "an array of 1.." + Limits.NEURONS + " integers is needed");
        }
        return node.size();
    }

    static int[] integers(JsonNode node, String path, int size, int low, int high) throws BadCaseException {
        Fields.array(node, path, size, "integer of " + low + ".." + high + " each");
        return Arrays.stream(Fields.integers(node, path, size, low, high))
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** A number of 0 or more, below 1. */
    static double random(JsonNode node, String path) throws BadCaseException {
        double value = Fields.number(node, path);
        if (value < 0 || value >= 1) {
            throw Fields.wrong(node, path, "a number of at least 0 and below 1 is needed");
        }
        return value;
    }
}
