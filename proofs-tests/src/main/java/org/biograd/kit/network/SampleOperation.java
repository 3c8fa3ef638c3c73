package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** {@code network.sample}: one training sample and the update after it, with every signal of OBS-1 (NET-1). */
public final class SampleOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Profile profile = ProfileFields.read(params);
        Shape shape = Weights.shape(in);
        Weights.requireSmall(profile, shape);
        Network network = Weights.network(shape, profile, params, in);
        int label = Fields.integer(in.path("label"), "in.label", 0, shape.outputs() - 1);
        long sample = Fields.word(in.path("sample"), "in.sample", 0, 0xFFFFFFFFL);
        SignalRows signals = new SignalRows();
        ObjectNode out = Json.object();
        try {
            SpikeTrain spikes = spikes(params, in, shape, sample, profile.time().steps());
            int predicted = Weights.network(shape, profile, params, in).predict(spikes);
            network.learn(sample, spikes, label, signals);
            network.update(signals);
            signals.write(out);
            out.put("predicted", predicted);
        } catch (CaseDraws.MissingException e) {
            throw e.ofCase();
        }
        out.set("events", Weights.events(network));
        return out;
    }

    private static SpikeTrain spikes(JsonNode params, JsonNode in, Shape shape, long sample, int steps)
            throws BadCaseException {
        if (in.has("x")) {
            return SpikeTrain.of(Fields.ints(in.path("x"), "in.x", steps, shape.inputs(), 0, 1));
        }
        int[] intensities = Fields.ints(in.path("intensities"), "in.intensities", shape.inputs(), 0, 255);
        SpikeTrain spikes = new SpikeTrain(shape.inputs(), steps);
        new RateCoder(Weights.drawing(params, in).get()).encodeTraining(sample, bytes(intensities), spikes);
        return spikes;
    }

    static byte[] bytes(int[] intensities) {
        byte[] bytes = new byte[intensities.length];
        for (int j = 0; j < bytes.length; j++) {
            bytes[j] = (byte) intensities[j];
        }
        return bytes;
    }
}
