package org.biograd.kit.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.LongUnaryOperator;
import org.biograd.fixedpoint.word.Words;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;

/**
 * A function of one word, applied to each word of {@code in.x}: {@code word.wrap}, {@code word.saturate}, {@code
 * decay}.
 */
public final class WordOperation implements Operation {

    /** WORD-1. */
    public static final WordOperation WRAP = new WordOperation(Long.MIN_VALUE, Long.MAX_VALUE, params -> {
        int bits = Fields.integer(params.path("bits"), "params.bits", 1, 64);
        return x -> Words.wrap(x, bits);
    });

    /** WORD-2 and WORD-3. */
    public static final WordOperation SATURATE = new WordOperation(Long.MIN_VALUE, Long.MAX_VALUE, params -> {
        boolean signed = Fields.truth(params.path("signed"), "params.signed");
        int bits = Fields.integer(params.path("bits"), "params.bits", signed ? 2 : 1, signed ? 63 : 62);
        return signed ? x -> Words.saturate(x, bits) : x -> Words.saturateUnsigned(x, bits);
    });

    /** The magnitude that a word to be decayed stays below. */
    public static final long BEYOND_DECAY = 1L << 50;

    /** WORD-5, and for a negative factor WORD-6. */
    public static final WordOperation DECAY = new WordOperation(1 - BEYOND_DECAY, BEYOND_DECAY - 1, params -> {
        int factor = Fields.integer(params.path("factor"), "params.factor", -8191, 8191);
        return factor >= 0 && factor <= 4096 ? x -> Words.decay(x, factor) : x -> Words.scale(x, factor);
    });

    @FunctionalInterface
    private interface Setting {
        LongUnaryOperator of(JsonNode params) throws BadCaseException;
    }

    private final long least;
    private final long most;
    private final Setting setting;

    private WordOperation(long least, long most, Setting setting) {
        this.least = least;
        this.most = most;
        this.setting = setting;
    }

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        LongUnaryOperator function = setting.of(params);
        long[] x = Fields.words(in.path("x"), "in.x", Limits.VALUES, least, most);
        for (int i = 0; i < x.length; i++) {
            x[i] = function.applyAsLong(x[i]);
        }
        ObjectNode out = Json.object();
        out.set("y", Json.words(x));
        return out;
    }
}
