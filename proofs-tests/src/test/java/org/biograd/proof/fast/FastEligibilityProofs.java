package org.biograd.proof.fast;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import java.util.Map;
import org.biograd.fixedpoint.Eligibility;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.step.Given;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.proof.walk.Stub;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;

/** Steps of the fast traces and eligibilities: each equal to that of the plain classes, which are walked beside it. */
final class FastEligibilityProofs {

    private static final String FAST = "fixedpoint/src/main/java/org/biograd/fixedpoint/fast/";
    private static final Class<?> PRESYNAPTIC = Scene.type("fixedpoint.PresynapticTraces");
    private static final Class<?> SYNAPTIC = Scene.type("fixedpoint.SynapticTraces");
    private static final Class<?> RUN = Scene.type("fixedpoint.fast.PresynapticTraceRun");
    private static final Class<?> ROW = Scene.type("fixedpoint.fast.SynapticTraceRow");
    private static final Class<?> SAMPLE = Scene.type("fixedpoint.fast.PresynapticSampleEligibility");
    private static final Class<?> SYNAPTIC_SAMPLE = Scene.type("fixedpoint.fast.SynapticSampleEligibility");

    private FastEligibilityProofs() {}

    @Proof(
            clauses = {"ELIG-1", "OBS-2"},
            says = "PresynapticTraceRun.step: z_j and its saturations are those of PresynapticTraces, in all five"
                    + " rounding modes, though a trace of 0 is not multiplied and no draw is made for it",
            inputs = "every trace, spike, draw, width, impulse and decay that PROF-1 admits",
            tactic = "qfufbv_ackr")
    @Planted(
            value = "a spike takes the place of what was left",
            in = FAST + "PresynapticTraceRun.java",
            right = "if (before != 0) {",
            wrong = "if (before != 0 && driven == 0) {")
    static void presynaptic(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term z = s.within("z", 32, 0, (1 << 17) - 1);
        Term x = s.within("x", 32, 0, 1);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = Given.trace(s, TraceMode.PRE_ONLY, mode);
            Term keep = signExtend(Given.of(parameters, "keep"), 64);
            Term impulse = Given.of(parameters, "impulse");
            s.given(slt(exact(z), power(Given.of(parameters, "bits"))));
            Instance[] events = {Given.events(s), Given.events(s)};
            Array trace = Given.ints(z);
            Instance plain = s.object(
                    PRESYNAPTIC,
                    "parameters",
                    parameters,
                    "rounder",
                    Given.rounder(s, constant(12, 32), mode),
                    "events",
                    events[0],
                    "trace",
                    trace);
            s.callFor(PRESYNAPTIC, "step", plain, constant(0, 64), constant(0, 32), Given.ints(x));
            Instance run = s.object(
                    RUN,
                    "parameters",
                    parameters,
                    "draws",
                    draws(s),
                    "events",
                    events[1],
                    "stochastic",
                    constant(mode == Rounding.STOCHASTIC ? 1 : 0, 32));
            Term driven = ite(eq(x, constant(1, 32)), impulse, Given.zero());
            Term fast = s.call(RUN, "step", run, constant(0, 32), z, driven);
            s.productSelects(signExtend(x, 64), signExtend(impulse, 64));
            s.productSelects(signExtend(z, 64), keep);
            s.productFits(signExtend(z, 64), keep, (1 << 17) - 1, 4096);
            s.prove(eq(trace.term(0), fast));
            s.prove(eq(Given.count(events[0], Signal.TRACE), Given.count(events[1], Signal.TRACE)));
        }
    }

    @Proof(
            clauses = {"ELIG-2", "ELIG-4", "OBS-2"},
            says = "SynapticTraceRow.step: z_ij and the count of its saturations are those of SynapticTraces, in all"
                    + " five rounding modes",
            inputs = "every trace, factor of 14 bits, spike, draw, width, impulse and decay that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the trace after the reset is not saturated",
            in = FAST + "SynapticTraceRow.java",
            right = "long y = Words.saturate(scaled, bits);",
            wrong = "long y = scaled;")
    static void synaptic(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term z = s.within("z", 32, 1 - (1 << 17), (1 << 17) - 1);
        Term f = s.within("f", 32, -8191, 8191);
        Term x = s.within("x", 32, 0, 1);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = Given.trace(s, TraceMode.FULL, mode);
            Term bits = add(Given.of(parameters, "bits"), constant(1, 32));
            Term keep = signExtend(Given.of(parameters, "keep"), 64);
            Term impulse = Given.of(parameters, "impulse");
            s.given(holds(z, bits));
            Instance[] events = {Given.events(s), Given.events(s)};
            Array[] trace = {Given.ints(z), Given.ints(z)};
            Instance rounder = Given.rounder(s, constant(12, 32), mode);
            Instance plain = s.object(
                    SYNAPTIC,
                    "parameters",
                    parameters,
                    "post",
                    constant(1, 32),
                    "rounder",
                    rounder,
                    "events",
                    events[0],
                    "trace",
                    trace[0],
                    "factor",
                    Given.ints(f));
            s.callFor(SYNAPTIC, "step", plain, constant(0, 64), constant(0, 32), Given.ints(x));
            Instance row = s.object(
                    ROW,
                    "parameters",
                    parameters,
                    "layer",
                    constant(1, 32),
                    "post",
                    constant(1, 32),
                    "draws",
                    draws(s),
                    "events",
                    events[1],
                    "trace",
                    trace[1]);
            Term driven = ite(eq(x, constant(1, 32)), impulse, Given.zero());
            s.callFor(ROW, "step", row, constant(0, 64), constant(0, 32), constant(0, 32), Given.ints(f), driven);
            s.productSelects(signExtend(x, 64), signExtend(impulse, 64));
            s.productFits(abs(signExtend(z, 64)), abs(signExtend(f, 64)), (1 << 17) - 1, 8191);
            Term scaled = s.call(org.biograd.fixedpoint.word.Words.class, "scale", signExtend(z, 64), f);
            Term y = s.call(org.biograd.fixedpoint.word.Words.class, "saturate", scaled, bits);
            s.productNegates(y, keep);
            s.productSelects(y, keep);
            s.productFits(abs(y), keep, (1 << 17) - 1, 4096);
            s.prove(eq(trace[0].term(0), trace[1].term(0)));
            s.prove(eq(Given.count(events[0], Signal.TRACE), Given.count(events[1], Signal.TRACE)));
        }
    }

    private static Stub draws(Scene s) {
        Term draw = Given.draw(s);
        return new Stub(Scene.internalName(DrawSource.class), Map.of("at", a -> draw, "select", a -> null));
    }

    @Proof(
            clauses = "ELIG-4",
            says = "SynapticTraceRow.resetFactors gives the factors of SynapticTraces, in modes DETACHED and FULL",
            inputs = "every v of 32 bits, s, g, and soma.voltageOne that PROF-1 admits",
            tactic = "qfufbv_ackr")
    @Planted(
            value = "the factor keeps a half of a spike",
            in = FAST + "SynapticTraceRow.java",
            right = "spike[i] == 1 ? 0 : Decay.ONE",
            wrong = "spike[i] == 1 ? Decay.ONE >> 1 : Decay.ONE")
    static void resetFactors(Scene s) {
        s.nameProducts();
        Term v = s.any("v", 32);
        Term spike = s.within("s", 32, 0, 1);
        Term gate = s.within("g", 32, 0, 1);
        Term one = s.within("soma.voltageOne", 32, 1, 1 << 30);
        for (TraceMode mode : new TraceMode[] {TraceMode.DETACHED, TraceMode.FULL}) {
            Instance parameters = Given.trace(s, mode, Rounding.FLOOR);
            Array[] factor = {Given.ints(Given.zero()), Given.ints(Given.zero())};
            Instance plain = s.object(
                    SYNAPTIC,
                    "parameters",
                    parameters,
                    "voltageOne",
                    one,
                    "post",
                    constant(1, 32),
                    "factor",
                    factor[0]);
            s.callFor(SYNAPTIC, "reset", plain, Given.ints(v), Given.ints(spike), Given.ints(gate));
            Instance row = s.object(ROW, "parameters", parameters, "voltageOne", one, "post", constant(1, 32));
            s.callFor(ROW, "resetFactors", row, Given.ints(v), Given.ints(spike), Given.ints(neg(gate)), factor[1]);
            Term quotient = s.call(
                    org.biograd.fixedpoint.word.Words.class,
                    "quotient",
                    shl(signExtend(v, 64), constant(12, 64)),
                    signExtend(one, 64));
            s.productSelects(signExtend(gate, 64), quotient);
            s.productSelects(signExtend(spike, 64), constant(4096, 64));
            s.prove(eq(factor[0].term(0), factor[1].term(0)));
        }
    }

    @Proof(
            clauses = {"ELIG-3", "OBS-2"},
            says = "SynapticTraceRow.addTo: E and its saturations are those of Eligibility",
            inputs = "every E, trace of 18 bits, gate, width and shift that PROF-1 admits, widths up to 30",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "closed gates add",
            in = FAST + "SynapticTraceRow.java",
            right = "(gateMask[i] & trace[i] >> shift)",
            wrong = "(trace[i] >> shift)")
    static void addTo(Scene s) {
        Step plain = new Step(s, 1 - (1 << 17), 30);
        Array e = Given.ints(plain.before);
        Instance row = s.object(ROW, "post", constant(1, 32), "trace", Given.ints(plain.z[0]));
        Term saturations =
                s.call(ROW, "addTo", row, e, Given.zero(), Given.ints(neg(plain.g[0])), plain.places, plain.largest);
        plain.take(0);
        s.prove(eq(e.term(0), plain.value.term(0)));
        s.prove(eq(exact(saturations), plain.saturations()));
    }

    @Proof(
            clauses = {"ELIG-3", "OBS-2"},
            says = "PresynapticSampleEligibility adds with the limit as Eligibility does, events included",
            inputs = "every E from 0, trace of 17 bits, gate, width and shift that PROF-1 admits, widths up to 30")
    @Planted(
            value = "the limit is one less",
            in = FAST + "PresynapticSampleEligibility.java",
            right = "int over = largest - exact >> 31;",
            wrong = "int over = largest - 1 - exact >> 31;")
    static void limited(Scene s) {
        Step plain = new Step(s, 0, 30);
        s.given(sle(Given.zero(), plain.before));
        Array e = Given.ints(plain.before);
        Array saturations = Given.ints(Given.zero());
        s.callFor(SAMPLE, "add", e, Given.ints(neg(plain.g[0])), plain.increment(0), plain.largest, saturations);
        plain.take(0);
        s.prove(eq(e.term(0), plain.value.term(0)));
        s.prove(eq(exact(saturations.term(0)), plain.saturations()));
    }

    @Proof(
            clauses = {"ELIG-3", "OBS-2"},
            says = "PresynapticSampleEligibility, four steps in a pass without the limit: E is that of four steps of"
                    + " Eligibility, and none saturates, where the increments add up to what E holds",
            inputs =
                    "E from 0 and four traces of 17 bits with E and all increments in sum at most 2^(bits-1) - 1, every"
                            + " gate, width and shift that PROF-1 admits, widths up to 30",
            slow = true)
    @Planted(
            value = "the third mask stands for the fourth",
            in = FAST + "PresynapticSampleEligibility.java",
            right = "(m3[i] & z3)",
            wrong = "(m2[i] & z3)")
    static void fourSteps(Scene s) {
        Step plain = new Step(s, 0, 30);
        s.given(sle(Given.zero(), plain.before));
        Object[] arguments = new Object[9];
        Array e = Given.ints(plain.before);
        arguments[0] = e;
        // What the steps from t on could add.
        Term[] rest = new Term[5];
        rest[4] = Given.zero();
        for (int t = 3; t >= 0; t--) {
            rest[t] = add(plain.increment(t), rest[t + 1]);
            arguments[1 + t] = Given.ints(neg(plain.g[t]));
            arguments[5 + t] = plain.increment(t);
        }
        s.given(sle(add(plain.before, rest[0]), plain.largest));
        s.callFor(SAMPLE, "add", arguments);
        for (int t = 0; t < 4; t++) {
            Term before = plain.value.term(0);
            plain.take(t);
            Term after = plain.value.term(0);
            Term sum = add(before, and(neg(plain.g[t]), plain.increment(t)));
            // Sums of a few words of 30 bits do not overflow 32.
            Term room = both(sle(Given.zero(), after), sle(add(after, rest[t + 1]), plain.largest));
            s.name("E" + (t + 1), after, eq(after, sum), room);
        }
        s.prove(eq(e.term(0), plain.value.term(0)));
        s.prove(eq(plain.saturations(), exact(0)));
    }

    /** The plain form beside the fast one: E of one synapse in up to four steps. */
    private static final class Step {

        private final Scene s;
        private final Term bits;
        private final Term places;
        private final Term before;
        private final Term largest;
        private final Term[] z = new Term[4];
        private final Term[] g = new Term[4];
        private final Array value;
        private final Instance events;

        Step(Scene s, int leastTrace, int mostBits) {
            this.s = s;
            bits = s.within("eligibility.bits", 32, 2, mostBits);
            places = s.within("eligibility.shift", 32, 0, 17);
            before = s.any("E", 32);
            s.given(holds(before, bits));
            largest = sub(shl(constant(1, 32), sub(bits, constant(1, 32))), constant(1, 32));
            for (int t = 0; t < 4; t++) {
                z[t] = s.within("z" + t, 32, leastTrace, (1 << 17) - 1);
                g[t] = s.within("g" + t, 32, 0, 1);
            }
            value = Given.ints(before);
            events = Given.events(s);
        }

        Term increment(int t) {
            return ashr(z[t], places);
        }

        void take(int t) {
            Term trace = signExtend(z[t], 64);
            Stub traces = new Stub(
                    "org/biograd/fixedpoint/Traces", Map.of("at", i -> trace, "step", i -> null, "reset", i -> null));
            Instance eligibility = s.object(
                    Eligibility.class,
                    "parameters",
                    s.object(EligibilityParameters.class, "bits", bits, "shift", places),
                    "traces",
                    traces,
                    "events",
                    events,
                    "pre",
                    constant(0, 32),
                    "post",
                    constant(1, 32),
                    "value",
                    value);
            Array spikes = Given.ints(constant(1, 32));
            s.callFor(
                    Eligibility.class,
                    "step",
                    eligibility,
                    constant(0, 64),
                    constant(t, 32),
                    spikes,
                    spikes,
                    spikes,
                    Given.ints(g[t]));
        }

        Term saturations() {
            return Given.count(events, Signal.ELIGIBILITY);
        }
    }

    @Proof(
            clauses = {"ELIG-2", "ELIG-4"},
            says = "SynapticSampleEligibility.decay, without limits: where it marks no overflow, z is that of"
                    + " SynapticTraces with TOWARD_ZERO, and nothing saturated",
            inputs = "every trace within its width, factor of 14 bits, spike, width, impulse and decay that PROF-1"
                    + " admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "an overflow before the decay is not marked",
            in = FAST + "SynapticSampleEligibility.java",
            right = "largestTrace - Math.abs(y) | largestTrace - Math.abs(z);",
            wrong = "largestTrace - Math.abs(z);")
    static void unlimited(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term z = s.within("z", 32, 1 - (1 << 17), (1 << 17) - 1);
        Term f = s.within("f", 32, -8191, 8191);
        Term x = s.within("x", 32, 0, 1);
        Instance parameters = Given.trace(s, TraceMode.FULL, Rounding.TOWARD_ZERO);
        Term bits = add(Given.of(parameters, "bits"), constant(1, 32));
        Term keep = Given.of(parameters, "keep");
        Term impulse = Given.of(parameters, "impulse");
        s.given(holds(z, bits));
        Instance events = Given.events(s);
        Array[] trace = {Given.ints(z), Given.ints(z)};
        Instance plain = s.object(
                SYNAPTIC,
                "parameters",
                parameters,
                "post",
                constant(1, 32),
                "rounder",
                Given.rounder(s, constant(12, 32), Rounding.TOWARD_ZERO),
                "events",
                events,
                "trace",
                trace[0],
                "factor",
                Given.ints(f));
        s.callFor(SYNAPTIC, "step", plain, constant(0, 64), constant(0, 32), Given.ints(x));
        Array overflow = Given.ints(Given.zero());
        Term largest = sub(shl(constant(1, 32), Given.of(parameters, "bits")), constant(1, 32));
        Term driven = ite(eq(x, constant(1, 32)), impulse, Given.zero());
        s.callFor(SYNAPTIC_SAMPLE, "decay", trace[1], Given.ints(f), overflow, keep, driven, largest);
        Term z64 = signExtend(z, 64);
        Term f64 = signExtend(f, 64);
        Term keep64 = signExtend(keep, 64);
        s.productSelects(signExtend(x, 64), signExtend(impulse, 64));
        s.productFits(abs(z64), abs(f64), (1 << 17) - 1, 8191);
        s.productNegates(z64, f64);
        s.productNegates(f64, z64);
        s.productNegates(z64, neg(f64));
        s.productNarrows(z64, f64, 32);
        Term y = s.call(
                org.biograd.fixedpoint.word.Words.class,
                "saturate",
                s.call(org.biograd.fixedpoint.word.Words.class, "scale", z64, f),
                bits);
        s.productFits(abs(y), keep64, (1 << 17) - 1, 4096);
        s.productNegates(y, keep64);
        s.productNarrows(y, keep64, 32);
        Term marked = negative(overflow.term(0));
        s.prove(either(marked, eq(Given.count(events, Signal.TRACE), exact(0))));
        s.prove(either(marked, eq(trace[0].term(0), trace[1].term(0))));
    }
}
