package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.loihi.learning.LavaDoubles;
import org.biograd.loihi.learning.TraceStep;

/** {@code trace.step}: traces after a step without and with a spike. */
public final class TraceOperation implements Operation {

    private static final int LARGEST = 127;
    private static final double LONGEST = 1e6;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        boolean lava = SynapseFields.lava(params);
        int impulse = Fields.integer(params.path("impulseInt"), "params.impulseInt", 0, LARGEST);
        int[] x = SynapseFields.integers(in.path("x"), "in.x", SynapseFields.count(in.path("x"), "in.x"), 0, LARGEST);
        return lava ? lava(params, in, impulse, x) : normative(params, in, impulse, x);
    }

    private static ObjectNode lava(JsonNode params, JsonNode in, int impulse, int[] x) throws BadCaseException {
        double tau = Fields.number(params.path("tau"), "params.tau");
        if (tau <= 0 || tau > LONGEST) {
            throw Fields.wrong(
                    params.path("tau"), "params.tau", "a number of steps above 0, at most 1000000, is needed");
        }
        int fraction =
                Fields.integer(params.path("impulseFrac"), "params.impulseFrac", 0, 1 << TraceStep.IMPULSE_FRACTION);
        double randomDecay = SynapseFields.random(in.path("randomDecay"), "in.randomDecay");
        int randomImpulse = Fields.integer(in.path("randomImpulse"), "in.randomImpulse", 0, LARGEST);
        int[] decayed = new int[x.length];
        int[] after = new int[x.length];
        for (int j = 0; j < x.length; j++) {
            decayed[j] = LavaDoubles.decay(x[j], tau, randomDecay);
            after[j] = LavaDoubles.addImpulse(decayed[j], impulse, fraction, randomImpulse);
        }
        return out(decayed, after);
    }

    private static ObjectNode normative(JsonNode params, JsonNode in, int impulse, int[] x) throws BadCaseException {
        int keep = Fields.integer(params.path("keep"), "params.keep", 0, 1 << TraceStep.KEEP_FRACTION);
        int one = 1 << TraceStep.IMPULSE_FRACTION;
        int fraction = params.has("impulseFrac")
                ? Fields.integer(params.path("impulseFrac"), "params.impulseFrac", 0, one - 1)
                : 0;
        int[] decayDraw = SynapseFields.integers(
                in.path("drawDecay"), "in.drawDecay", x.length, 0, (1 << TraceStep.KEEP_FRACTION) - 1);
        // A whole impulse is not rounded.
        int[] impulseDraw = fraction == 0
                ? new int[x.length]
                : SynapseFields.integers(in.path("drawImpulse"), "in.drawImpulse", x.length, 0, one - 1);
        TraceStep step = new TraceStep(keep, impulse * one + fraction);
        int[] decayed = new int[x.length];
        int[] after = new int[x.length];
        for (int j = 0; j < x.length; j++) {
            decayed[j] = step.decay(x[j], decayDraw[j]);
            after[j] = step.addImpulse(decayed[j], impulseDraw[j]);
        }
        return out(decayed, after);
    }

    private static ObjectNode out(int[] decayed, int[] after) {
        ObjectNode out = Json.object();
        out.set("decayed", Json.of(decayed));
        out.set("afterImpulse", Json.of(after));
        return out;
    }
}
