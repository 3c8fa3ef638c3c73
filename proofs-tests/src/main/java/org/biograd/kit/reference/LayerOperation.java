package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;

/** {@code reference.layer}: one layer, its eligibilities, and the gradients that they are. */
public final class LayerOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Arithmetic arithmetic = Arithmetic.of(params);
        LayerAnswer answer = arithmetic.model().layer(LayerInput.of(params, in, arithmetic));
        ObjectNode out = Json.object();
        out.set("v", Json.of(answer.v()));
        out.set("s", Json.of(answer.s()));
        out.set("g", Json.of(answer.g()));
        out.set("E", Json.modes(answer.eligibility(), e -> Json.of(Rows.weights(e))));
        out.set("Eb", Json.modes(answer.eligibility(), e -> Json.of(Rows.biases(e))));
        out.set("grad", Json.modes(answer.gradient(), gradient -> Json.of(Rows.weights(gradient))));
        out.set("gradb", Json.modes(answer.gradient(), gradient -> Json.of(Rows.biases(gradient))));
        return out;
    }
}
