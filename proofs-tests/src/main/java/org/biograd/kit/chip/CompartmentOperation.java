package org.biograd.kit.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.loihi.Register;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.RangeHandling;

/**
 * {@code lif.run}: one compartment of the chip, step by step; {@code params.emulator} asks for the behaviour of a
 * public emulator.
 */
public final class CompartmentOperation implements Operation {

    private static final List<String> EMULATORS = List.of("brian2loihi", "lava", "nengo");

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        RangeHandling range = range(params);
        Compartments one = new Compartments(1, parameters(params), range);
        long[] a = Fields.integers(in.path("a"), "in.a", Limits.STEPS, -range.largestInput(), range.largestInput());
        long[] u = new long[a.length];
        long[] v = new long[a.length];
        int[] s = new int[a.length];
        for (int t = 0; t < a.length; t++) {
            one.input()[0] = a[t];
            one.step();
            u[t] = one.current()[0];
            v[t] = one.voltageAfterReset()[0];
            s[t] = one.spike()[0];
        }
        ObjectNode out = Json.object();
        out.set("u", Json.of(u));
        out.set("v", Json.of(v));
        out.set("s", Json.of(s));
        return out;
    }

    private static RangeHandling range(JsonNode params) throws BadCaseException {
        if (!params.has("emulator")) {
            return RangeHandling.NORMATIVE;
        }
        return RangeHandling.valueOf(Fields.choice(params.path("emulator"), "params.emulator", EMULATORS)
                .toUpperCase(Locale.ROOT));
    }

    private static CompartmentParameters parameters(JsonNode params) throws BadCaseException {
        return CompartmentParameters.of(
                        Fields.integer(params.path("decayU"), "params.decayU", 0, CompartmentParameters.FORGET),
                        Fields.integer(params.path("decayV"), "params.decayV", 0, CompartmentParameters.FORGET),
                        word(params, "vthMant", Register.THRESHOLD_MANTISSA))
                .withRefractory(word(params, "refractory", Register.REFRACTORY))
                .withBias(
                        word(params, "biasMant", Register.BIAS_MANTISSA),
                        word(params, "biasExp", Register.BIAS_EXPONENT));
    }

    private static int word(JsonNode params, String name, Register register) throws BadCaseException {
        return Fields.integer(params.path(name), "params." + name, (int) register.min(), (int) register.max());
    }
}
