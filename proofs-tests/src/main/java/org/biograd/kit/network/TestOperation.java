package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** {@code network.test}: test samples, coded with their own stream, and what is predicted (NET-2, NET-3). */
public final class TestOperation implements Operation {

    private static final int MOST_SAMPLES = 4096;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.read(params);
        Shape shape = Weights.shape(in);
        Weights.requireSmall(profile, shape);
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        Network network = Weights.network(shape, profile, params, in);
        int samples = Fields.count(in.path("intensities"), "in.intensities", MOST_SAMPLES);
        int first = Fields.integer(in.path("first"), "in.first", 0, Integer.MAX_VALUE - MOST_SAMPLES);
        int[][] rows = Fields.ints(in.path("intensities"), "in.intensities", samples, shape.inputs(), 0, 255);
        RateCoder coder = new RateCoder(new Draws(seed));
        SpikeTrain spikes = new SpikeTrain(shape.inputs(), profile.time().steps());
        ArrayNode predicted = Json.array();
        for (int i = 0; i < samples; i++) {
            coder.encodeTest(first + i, SampleOperation.bytes(rows[i]), spikes);
            predicted.add(network.predict(spikes));
        }
        ObjectNode out = Json.object();
        out.set("predicted", predicted);
        return out;
    }
}
