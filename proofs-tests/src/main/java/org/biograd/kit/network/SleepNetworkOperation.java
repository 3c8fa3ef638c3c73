package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Network;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** {@code network.sleep}: one sleep of every hidden layer, with every signal of OBS-1 (SLEEP-1 to SLEEP-4). */
public final class SleepNetworkOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.read(params);
        Shape shape = Weights.shape(in);
        long neurons = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            neurons += shape.size(l);
        }
        long steps = (long) profile.sleep().steps() * profile.sleep().trajectories() * (shape.layers() - 1);
        if (neurons * steps > Limits.SIGNALS) {
            throw BadCaseException.field(
                    "in.sizes",
                    neurons + " neurons in " + steps + " steps; at most " + Limits.SIGNALS
                            + " neurons times steps are answered");
        }
        Network network = Weights.network(shape, profile, params, in);
        long number = in.has("sleep") ? Fields.word(in.path("sleep"), "in.sleep", 0, 0xFFFFFFFFL) : 0;
        ObjectNode out = Json.object();
        ArrayNode layers = out.putArray("layers");
        try {
            for (int l = 1; l < shape.layers(); l++) {
                SignalRows signals = new SignalRows();
                network.sleep(l, number, signals);
                ObjectNode layer = layers.addObject();
                layer.put("layer", l);
                signals.write(layer);
            }
        } catch (CaseDraws.MissingException e) {
            throw e.ofCase();
        }
        out.set("B", Weights.feedback(network));
        out.set("events", Weights.events(network));
        return out;
    }
}
