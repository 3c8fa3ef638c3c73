package org.biograd.kit.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.word.Philox;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;

/** {@code random.philox}: DRAW-1. */
public final class PhiloxOperation implements Operation {

    private static final long LARGEST = 0xFFFFFFFFL;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        JsonNode counters = in.path("counter");
        int blocks = Fields.count(counters, "in.counter", Limits.VALUES);
        JsonNode keys = Fields.array(in.path("key"), "in.key", blocks, "key a block");
        int[] words = new int[4];
        ObjectNode out = Json.object();
        ArrayNode rows = out.putArray("words");
        for (int b = 0; b < blocks; b++) {
            long[] c = unsigned(counters.get(b), "in.counter[" + b + "]", 4);
            long[] k = unsigned(keys.get(b), "in.key[" + b + "]", 2);
            Philox.block((int) c[0], (int) c[1], (int) c[2], (int) c[3], (int) k[0], (int) k[1], words);
            ArrayNode row = rows.addArray();
            for (int word : words) {
                row.add(word & LARGEST);
            }
        }
        return out;
    }

    private static long[] unsigned(JsonNode node, String path, int size) throws BadCaseException {
        Fields.array(node, path, size, "unsigned word of 32 bits each");
        return Fields.words(node, path, size, 0, LARGEST);
    }
}
