package org.biograd.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.biograd.loihi.Format;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningFormats;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.Variable;

/** Mistakes that public code has made. Each answers a case as the spec does, but for one thing. */
enum LearningDefect {

    /** The impulse's fraction counts in 1/256, and 7 bits of a draw are compared with it. */
    IMPULSE_DRAW_OF_7_BITS("defect-a-impulse-draw-of-7-bits") {
        @Override
        ObjectNode answer(JsonNode params, JsonNode in) {
            return trace(
                    params,
                    in,
                    j -> in.at("/drawDecay/" + j).intValue(),
                    j -> in.at("/drawImpulse/" + j).intValue() % 128);
        }
    },

    /** The lower limit of n bits and a sign is -2^n - 1, in the accumulator and in the weight. */
    LIMITS_ONE_TOO_LOW("defect-c-limits-of-minus-two-to-the-n-minus-one") {
        @Override
        ObjectNode answer(JsonNode params, JsonNode in) {
            LearningRule rule = LearningRule.parse(params.get("rule").textValue());
            int count = in.get("w").size();
            int[] accumulator = new int[count];
            int[] weight = new int[count];
            for (int s = 0; s < count; s++) {
                // The sum of 60 bits is exact.
                BigInteger sum = new LearningModel(words(in, s), 1).accumulator(rule, 60, 7);
                accumulator[s] = sum.max(BigInteger.valueOf(-32_769))
                        .min(BigInteger.valueOf(32_767))
                        .intValueExact();
                int rounded = Math.floorDiv(accumulator[s], 128)
                        + (in.get("draw").get(s).intValue() < Math.floorMod(accumulator[s], 128) ? 1 : 0);
                weight[s] = Math.max(-257, Math.min(255, rounded));
            }
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            out.set("wAccumulator", array(accumulator));
            out.set("w", array(weight));
            return out;
        }
    },

    /** All traces of a step are rounded with the draw of the first. */
    ONE_DRAW_FOR_ALL("defect-d-one-draw-for-all-traces") {
        @Override
        ObjectNode answer(JsonNode params, JsonNode in) {
            return trace(
                    params,
                    in,
                    j -> in.at("/drawDecay/0").intValue(),
                    j -> in.at("/drawImpulse/0").intValue());
        }
    },

    /** The decay is a double, computed from the time constant instead of 12 bits. */
    EXPONENTIAL_IN_DOUBLES("defect-e-exponential-in-doubles") {
        @Override
        ObjectNode answer(JsonNode params, JsonNode in) {
            double factor = StrictMath.exp(-1 / params.get("tau").doubleValue());
            int[] decayed = IntStream.range(0, in.get("x").size())
                    .map(j -> {
                        double exact = in.at("/x/" + j).intValue() * factor;
                        return (int) exact
                                + (in.at("/drawDecay/" + j).intValue() / 4096.0 < exact - (int) exact ? 1 : 0);
                    })
                    .toArray();
            return traces(params, decayed, j -> in.at("/drawImpulse/" + j).intValue());
        }
    },

    /** A tag has 6 bits and a sign instead of 8 and a sign. */
    TAG_OF_6_BITS("defect-f-tag-of-6-bits") {
        @Override
        ObjectNode answer(JsonNode params, JsonNode in) {
            LearningFormats wide = LearningFormats.LOIHI;
            LearningFormats narrow =
                    new LearningFormats(wide.weight(), wide.secondTag(), Format.signed(7, 0), wide.accumulator());
            int[] tags = IntStream.range(0, in.get("t").size())
                    .map(s -> {
                        LearningWords words = new LearningWords(1, 1);
                        words(in, s).forEach((variable, value) -> words.of(variable)[0] = value);
                        new LearningEngine(
                                        words,
                                        narrow,
                                        List.of(LearningRule.parse(
                                                params.get("rule").textValue())))
                                .run(1, synapse -> 0);
                        return words.of(Variable.T)[0];
                    })
                    .toArray();
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            out.set("t", array(tags));
            return out;
        }
    };

    private interface Draw {
        int of(int trace);
    }

    private final String id;

    LearningDefect(String id) {
        this.id = id;
    }

    /** The case that tells it from the spec. */
    String id() {
        return id;
    }

    abstract ObjectNode answer(JsonNode params, JsonNode in);

    private static ObjectNode trace(JsonNode params, JsonNode in, Draw decayDraw, Draw impulseDraw) {
        int[] decayed = IntStream.range(0, in.get("x").size())
                .map(j -> {
                    int exact = in.at("/x/" + j).intValue() * params.get("keep").intValue();
                    return exact / 4096 + (decayDraw.of(j) < exact % 4096 ? 1 : 0);
                })
                .toArray();
        return traces(params, decayed, impulseDraw);
    }

    private static ObjectNode traces(JsonNode params, int[] decayed, Draw impulseDraw) {
        int fraction = params.path("impulseFrac").intValue();
        int[] after = IntStream.range(0, decayed.length)
                .map(j -> Math.min(
                        127, decayed[j] + params.get("impulseInt").intValue() + (impulseDraw.of(j) < fraction ? 1 : 0)))
                .toArray();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.set("decayed", array(decayed));
        out.set("afterImpulse", array(after));
        return out;
    }

    private static Map<Variable, Integer> words(JsonNode in, int s) {
        Map<Variable, Integer> words = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            words.put(variable, in.path(variable.symbol()).path(s).intValue());
        }
        return words;
    }

    private static ArrayNode array(int[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }
}
