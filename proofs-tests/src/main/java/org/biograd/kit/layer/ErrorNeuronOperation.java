package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.ErrorNeurons;
import org.biograd.fixedpoint.Events;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.profile.ErrorParameters;

/** {@code errorNeuron.run}: ERR-4, step by step. */
public final class ErrorNeuronOperation implements Operation {

    /** What a case says of its parameters. */
    public static final Section<ErrorParameters> PARAMETERS =
            new Section<>(ErrorParameters.class, "error.", ErrorSections.REST, "fraction", "potentialBits");

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        ErrorParameters parameters = PARAMETERS.read(params);
        int one = 1 << parameters.fraction();
        int steps = Fields.count(in.path("e"), "in.e", Limits.STEPS);
        int outputs = Fields.count(in.path("e").get(0), "in.e[0]", Limits.VALUES / steps);
        int[][] e = Fields.ints(in.path("e"), "in.e", steps, outputs, -one, one);
        ErrorNeurons neurons = new ErrorNeurons(outputs, parameters, new Events());
        int largest = (1 << parameters.potentialBits() - 1) - 1;
        start(in, "p", neurons.positivePotentials(), largest);
        start(in, "n", neurons.negativePotentials(), largest);
        start(in, "sp", neurons.positiveSpikes(), 1);
        start(in, "sn", neurons.negativeSpikes(), 1);
        ObjectNode out = Json.object();
        ArrayNode p = out.putArray("p");
        ArrayNode n = out.putArray("n");
        ArrayNode sp = out.putArray("sp");
        ArrayNode sn = out.putArray("sn");
        for (int[] now : e) {
            neurons.step(now);
            p.add(Json.of(neurons.positivePotentials()));
            n.add(Json.of(neurons.negativePotentials()));
            sp.add(Json.of(neurons.positiveSpikes()));
            sn.add(Json.of(neurons.negativeSpikes()));
        }
        return out;
    }

    private static void start(JsonNode in, String name, int[] state, int largest) throws BadCaseException {
        if (in.has(name)) {
            int least = largest == 1 ? 0 : -largest;
            System.arraycopy(
                    Fields.ints(in.path(name), "in." + name, state.length, least, largest), 0, state, 0, state.length);
        }
    }
}
