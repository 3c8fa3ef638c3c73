package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.reference.real.Angles;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.TraceMode;

/** {@code reference.network}: all that a network computes in one training sample. */
public final class NetworkOperation implements Operation {

    /** The trace modes that are answered. */
    static final List<TraceMode> MODES = List.of(TraceMode.FULL, TraceMode.PRE_ONLY);

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Arithmetic arithmetic = Arithmetic.of(params);
        NetworkInput input = NetworkInput.of(params, in, arithmetic);
        NetworkAnswer answer = arithmetic.model().network(input);
        ObjectNode out = Json.object();
        out.set("spikes", Json.list(answer.spikes(), Json::of));
        out.set("o", Json.of(answer.counts()));
        out.set("B", Json.list(answer.aligned(), Json::of));
        out.set("E", Json.modes(answer.eligibility(), NetworkOperation::weights));
        out.set("Eb", Json.modes(answer.eligibility(), NetworkOperation::biases));
        ObjectNode full = out.putObject("grad_full");
        full.put("loss", answer.full().loss());
        full.set("e_final", Json.of(answer.full().error()));
        full.set("W", weights(answer.full().layers()));
        full.set("b", biases(answer.full().layers()));
        out.set("softmax", learned(answer, ErrorFunction.SOFTMAX, input.feedbackSteps()));
        out.set("mse", learned(answer, ErrorFunction.DIFFERENCE, input.feedbackSteps()));
        return out;
    }

    private static ObjectNode learned(NetworkAnswer answer, ErrorFunction function, int feedbackSteps) {
        NetworkAnswer.Learned learned = answer.learned().get(function);
        ObjectNode out = Json.object();
        out.set("sp", Json.of(learned.sp()));
        out.set("sn", Json.of(learned.sn()));
        out.set("p", Json.of(learned.p()));
        out.set("n", Json.of(learned.n()));
        out.put("feedback_steps", feedbackSteps);
        out.set("D", Json.of(learned.dendrites()));
        out.set("dW", Json.modes(learned.changes(), change -> weights(change.mean())));
        out.set("db", Json.modes(learned.changes(), change -> biases(change.mean())));
        out.set("W_new", Json.modes(learned.changes(), change -> weights(change.updated())));
        out.set("b_new", Json.modes(learned.changes(), change -> biases(change.updated())));
        out.set(
                "angle_deg",
                Json.modes(
                        learned.changes(),
                        change -> angles(change.mean(), answer.full().layers())));
        return out;
    }

    /** One angle a layer, biases left out; null where a change or a gradient is 0 and has no direction. */
    private static ArrayNode angles(double[][][] change, double[][][] gradient) {
        ArrayNode angles = Json.array();
        for (int l = 0; l < change.length; l++) {
            double degrees = Angles.degrees(Rows.weights(change[l]), Rows.weights(gradient[l]));
            if (Double.isNaN(degrees)) {
                angles.addNull();
            } else {
                angles.add(degrees);
            }
        }
        return angles;
    }

    private static ArrayNode weights(double[][][] layers) {
        return Json.list(layers, layer -> Json.of(Rows.weights(layer)));
    }

    private static ArrayNode biases(double[][][] layers) {
        return Json.list(layers, layer -> Json.of(Rows.biases(layer)));
    }
}
