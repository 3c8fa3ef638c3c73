package org.biograd.kit.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.DrawStream;

/** {@code random.draw}: DRAW-2 to DRAW-4. */
public final class DrawOperation implements Operation {

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        long seed = Fields.word(params.path("seed"), "params.seed", Long.MIN_VALUE, Long.MAX_VALUE);
        DrawStream stream = Fields.constant(params.path("stream"), "params.stream", DrawStream.class);
        int layer = Fields.integer(params.path("layer"), "params.layer", 0, 65_535);
        long sample = Fields.word(params.path("sample"), "params.sample", 0, 0xFFFFFFFFL);
        int step = Fields.integer(params.path("step"), "params.step", 0, Integer.MAX_VALUE);
        int bits = Fields.integer(params.path("bits"), "params.bits", 1, 32);
        long[] draw = Fields.words(in.path("index"), "in.index", Limits.VALUES, 0, Integer.MAX_VALUE);
        Draws draws = new Draws(seed);
        draws.select(stream, layer, sample, step, bits);
        for (int i = 0; i < draw.length; i++) {
            draw[i] = draws.at((int) draw[i]);
        }
        ObjectNode out = Json.object();
        out.set("draw", Json.of(draw));
        return out;
    }
}
