package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.conform.judge.Leaf;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.Json;
import org.biograd.spec.SpikeTrain;

/** A test sample (NET-3) as a training sample with the same spikes. */
final class TestedSample {

    private TestedSample() {}

    static ObjectNode of(ObjectNode question, int number) {
        JsonNode in = question.path("in");
        JsonNode row = in.path("intensities").path(number);
        byte[] intensities = new byte[row.size()];
        for (int j = 0; j < intensities.length; j++) {
            intensities[j] = (byte) row.path(j).asInt();
        }
        int steps = question.at("/params/profile/time.steps").asInt();
        SpikeTrain spikes = new SpikeTrain(intensities.length, steps);
        long seed = Leaf.word(question.at("/params/seed"));
        new RateCoder(new Draws(seed)).encodeTest(in.path("first").asInt() + number, intensities, spikes);
        ObjectNode sample = question.deepCopy();
        sample.put("op", "network.sample");
        ObjectNode inputs = (ObjectNode) sample.path("in");
        inputs.remove("intensities");
        inputs.remove("first");
        ArrayNode x = inputs.putArray("x");
        for (int t = 0; t < steps; t++) {
            x.add(Json.of(spikes.dense(t)));
        }
        inputs.put("label", 0).put("sample", 0);
        return sample;
    }
}
