package org.biograd.kit.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.word.Words;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.Rounding;

/** {@code round.shift}: WORD-4. */
public final class ShiftOperation implements Operation {

    /** Magnitudes have to stay below this. */
    public static final long BEYOND = 1L << 62;

    private static final int MOST = 62;
    private static final int MOST_DRAWN = 32;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        Rounding mode = Fields.constant(params.path("mode"), "params.mode", Rounding.class);
        boolean stochastic = mode == Rounding.STOCHASTIC;
        int k = Fields.integer(params.path("k"), "params.k", 0, stochastic ? MOST_DRAWN : MOST);
        long[] x = Fields.words(in.path("x"), "in.x", Limits.VALUES, 1 - BEYOND, BEYOND - 1);
        long[] draw = new long[x.length];
        if (stochastic && k > 0) {
            Fields.array(in.path("draw"), "in.draw", x.length, "draw a value");
            draw = Fields.words(in.path("draw"), "in.draw", x.length, 0, (1L << k) - 1);
        }
        long[] y = new long[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Words.shift(x[i], k, mode, draw[i]);
        }
        ObjectNode out = Json.object();
        out.set("y", Json.words(y));
        return out;
    }
}
