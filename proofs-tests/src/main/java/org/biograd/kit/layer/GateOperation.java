package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.profile.SomaParameters;

/** {@code gate}: GATE-1. */
public final class GateOperation implements Operation {

    private static final Section<SomaParameters> PARAMETERS =
            new Section<>(SomaParameters.class, "soma.", new SomaParameters(32, 32, 1, 0, 0, 0), "threshold", "window");

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        SomaParameters parameters = PARAMETERS.read(params);
        int size = Fields.count(in.path("v"), "in.v", Limits.VALUES);
        SurrogateGate gate = new SurrogateGate(size, parameters);
        gate.step(Fields.ints(in.path("v"), "in.v", size, -Integer.MAX_VALUE, Integer.MAX_VALUE));
        ObjectNode out = Json.object();
        out.set("g", Json.of(gate.gates()));
        return out;
    }
}
