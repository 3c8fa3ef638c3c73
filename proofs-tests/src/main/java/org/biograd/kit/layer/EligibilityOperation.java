package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.fixedpoint.Eligibility;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Synapses;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.Limits;
import org.biograd.kit.cases.Operation;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;

/** {@code eligibility.run}: ELIG-1 to ELIG-5 of one layer, from the start of a sample. */
public final class EligibilityOperation implements Operation {

    /** What a case says of its traces. */
    public static final Section<TraceParameters> TRACE = new Section<>(
            TraceParameters.class, "trace.", BaseProfile.VALUE.trace(), "mode", "bits", "impulse", "keep", "rounding");

    /** What a case says of its eligibilities. */
    public static final Section<EligibilityParameters> ELIGIBILITY = new Section<>(
            EligibilityParameters.class, "eligibility.", BaseProfile.VALUE.eligibility(), "bits", "shift");

    /** What a case in mode FULL says of its neurons. */
    public static final Section<SomaParameters> SOMA =
            new Section<>(SomaParameters.class, "soma.", BaseProfile.VALUE.soma(), "voltageOne");

    private static final int DRAWS = 1 << 12;

    @Override
    public ObjectNode answer(JsonNode params, JsonNode in) throws BadCaseException {
        TraceParameters trace = TRACE.read(params);
        SomaParameters soma = trace.mode() == TraceMode.FULL ? SOMA.read(params) : BaseProfile.VALUE.soma();
        Profile profile = BaseProfile.with(soma, trace, ELIGIBILITY.read(params));
        int steps = Fields.count(in.path("x"), "in.x", Limits.STEPS);
        int pre = Fields.count(in.path("x").get(0), "in.x[0]", Limits.NEURONS);
        int post = Fields.count(in.path("v").path(0), "in.v[0]", Limits.NEURONS);
        int synapses = (pre + 1) * post;
        if ((long) synapses * steps > Limits.SIGNALS) {
            throw BadCaseException.field(
                    "in", steps + " steps of " + synapses + " synapses; at most " + Limits.SIGNALS + " are answered");
        }
        int[][] x = Fields.ints(in.path("x"), "in.x", steps, pre, 0, 1);
        int[][] v = Fields.ints(in.path("v"), "in.v", steps, post, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        int[][] s = Fields.ints(in.path("s"), "in.s", steps, post, 0, 1);
        int[][] g = Fields.ints(in.path("g"), "in.g", steps, post, 0, 1);
        boolean shared = trace.mode() == TraceMode.PRE_ONLY;
        GivenDraws draws = new GivenDraws();
        if (trace.rounding() == Rounding.STOCHASTIC) {
            int[][] draw = Fields.ints(in.path("draw"), "in.draw", steps, shared ? pre + 1 : synapses, 0, DRAWS - 1);
            draws.put(DrawStream.TRACE, draw);
        }
        Eligibility eligibility = new Eligibility(0, pre, post, profile, draws, new Events());
        ObjectNode out = Json.object();
        ArrayNode z = out.putArray("z");
        ArrayNode e = out.putArray("E");
        ArrayNode f = shared ? null : out.putArray("f");
        for (int t = 0; t < steps; t++) {
            eligibility.step(0, t, Synapses.withBias(x[t]), v[t], s[t], g[t]);
            z.add(Json.of(eligibility.traceValues()));
            e.add(Json.of(eligibility.values()));
            if (f != null) {
                f.add(Json.of(eligibility.resetFactors()));
            }
        }
        return out;
    }
}
