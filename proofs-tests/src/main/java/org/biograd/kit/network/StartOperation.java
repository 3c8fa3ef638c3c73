package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;

/** {@code network.start}: the initial weights of a network, NET-4 and NET-5, and its digest, NET-8. */
public final class StartOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.read(params);
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        Network network = open(Weights.shape(in), profile, seed);
        ObjectNode out = Json.object();
        out.set("w", Weights.forward(network));
        out.set("B", Weights.feedback(network));
        out.put("digest", Digest.of(network));
        out.set("events", Weights.events(network));
        return out;
    }

    /** A network with its initial weights, or why there is none. */
    static Network open(Shape shape, Profile profile, long seed) throws BadCaseException {
        try {
            return new Network(shape, profile, seed);
        } catch (InvalidProfileException e) {
            throw new BadCaseException("field params.profile." + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw BadCaseException.field("params.profile", e.getMessage());
        }
    }
}
