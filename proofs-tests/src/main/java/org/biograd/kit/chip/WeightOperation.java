package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Operation;
import org.biograd.loihi.Register;
import org.biograd.loihi.synapse.Brian2LoihiWeights;
import org.biograd.loihi.synapse.LavaWeights;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.WeightFormat;

/**
 * {@code synapse.weight}: what becomes of mantissas; {@code params.emulator} asks for the behaviour of a public
 * emulator.
 */
public final class WeightOperation implements Operation {

    private static final List<String> SIGN_MODES =
            Arrays.stream(SignMode.values()).map(SignMode::name).toList();
    private static final int MAX_WEIGHTS = 65_536;
    private static final int MAX_MANTISSA = 32_768;
    private static final int MAX_BITS = 16;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        SignMode signMode = SignMode.valueOf(Fields.choice(params.path("signMode"), "params.signMode", SIGN_MODES));
        if (!params.has("emulator")) {
            return normative(signMode, params, in);
        }
        boolean lava = Fields.choice(params.path("emulator"), "params.emulator", List.of("brian2loihi", "lava"))
                .equals("lava");
        return lava ? lava(signMode, params, in) : brian2loihi(signMode, params, in);
    }

    private static ObjectNode normative(SignMode signMode, JsonNode params, JsonNode in) throws BadCaseException {
        int bits = bits(params, "numWeightBits", 1, 8 + signMode.signBits());
        int exponent = exponent(params, -Register.WEIGHT.shift());
        WeightFormat format = new WeightFormat(signMode, bits, exponent);
        long[] w = weights(in, format.min(), format.max());
        for (int i = 0; i < w.length; i++) {
            if (!format.holds(w[i])) {
                throw Fields.wrong(
                        in.get("w").get(i),
                        "in.w[" + i + "]",
                        "a multiple of " + format.step() + " is needed, for there are " + bits + " bits");
            }
        }
        ObjectNode out = Json.object();
        put(out, "effective", w, format::effective);
        return out;
    }

    private static ObjectNode lava(SignMode signMode, JsonNode params, JsonNode in) throws BadCaseException {
        int maxBits = bits(params, "maxNumWeightBits", 0, MAX_BITS);
        int bits = bits(params, "numWeightBits", 0, maxBits);
        int clipBits = bits(params, "clipNumBits", 0, MAX_BITS);
        boolean learning = Fields.truth(params.path("learningSimulation"), "params.learningSimulation");
        long[] w = weights(in, -MAX_MANTISSA, MAX_MANTISSA - 1);
        LongUnaryOperator truncate = x -> LavaWeights.truncate(x, signMode, bits, maxBits);
        LongUnaryOperator clip = x -> LavaWeights.clip(x, signMode, clipBits, learning);
        ObjectNode out = Json.object();
        put(out, "truncated", w, truncate);
        put(out, "clipped", w, clip);
        put(out, "clippedThenTruncated", w, clip.andThen(truncate));
        return out;
    }

    private static ObjectNode brian2loihi(SignMode signMode, JsonNode params, JsonNode in) throws BadCaseException {
        int bits = bits(params, "numWeightBits", 0, 8);
        int exponent = exponent(params, (int) Register.WEIGHT_EXPONENT.min());
        long least = signMode == SignMode.EXCITATORY ? 0 : -256;
        long most = signMode == SignMode.INHIBITORY ? 0 : signMode == SignMode.MIXED ? 254 : 255;
        ObjectNode out = Json.object();
        put(out, "effective", weights(in, least, most), w -> Brian2LoihiWeights.effective(w, signMode, bits, exponent));
        return out;
    }

    private static int bits(JsonNode params, String name, int low, int high) throws BadCaseException {
        return Fields.integer(params.path(name), "params." + name, low, high);
    }

    private static int exponent(JsonNode params, int low) throws BadCaseException {
        return Fields.integer(params.path("wExp"), "params.wExp", low, (int) Register.WEIGHT_EXPONENT.max());
    }

    private static long[] weights(JsonNode in, long low, long high) throws BadCaseException {
        return Fields.integers(in.path("w"), "in.w", MAX_WEIGHTS, low, high);
    }

    private static void put(ObjectNode out, String name, long[] w, LongUnaryOperator of) {
        out.set(name, Json.of(Arrays.stream(w).map(of).toArray()));
    }
}
