package org.biograd.kit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.data.EventBinning;
import org.biograd.data.InvalidDataException;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;

/** {@code data.bin}: a recording in steps (DATA-2, DATA-3). */
public final class BinningOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        int steps = Fields.integer(params.path("time.steps"), "params.time.steps", 1, 4096);
        byte[] file = Admission.bytes(in.path("file"), "in.file");
        try {
            int[][] x = EventBinning.bin(file, steps).toArray(int[][]::new);
            ObjectNode out = Admission.of(true);
            out.set("x", Json.of(x));
            return out;
        } catch (InvalidDataException e) {
            return Admission.of(false);
        }
    }
}
