package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;

/** {@code reference.sleep}: every hidden layer sleeps once, each from the given feedback weights. */
public final class SleepOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Arithmetic arithmetic = Arithmetic.of(params);
        ObjectNode out = Json.object();
        ArrayNode layers = out.putArray("layers");
        for (SleepAnswer.Layer slept :
                arithmetic.model().sleep(SleepInput.of(params, in, arithmetic)).layers()) {
            ObjectNode layer = layers.addObject();
            layer.put("layer", slept.layer());
            layer.set("H", Json.of(slept.noise()));
            layer.set("O", Json.of(slept.output()));
            layer.set("hebb", Json.of(slept.hebb()));
            layer.set("B_new", Json.of(slept.feedback()));
        }
        return out;
    }
}
