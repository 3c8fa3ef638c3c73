package org.biograd.proof.step;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import java.util.Map;
import org.biograd.fixedpoint.Eligibility;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.proof.walk.Stub;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;

/** Chapter Traces and eligibility. */
final class TraceProofs {

    private static final String HERE = "fixedpoint/src/main/java/org/biograd/fixedpoint/";
    private static final Class<?> PRESYNAPTIC = Scene.type("fixedpoint.PresynapticTraces");
    private static final Class<?> SYNAPTIC = Scene.type("fixedpoint.SynapticTraces");

    private TraceProofs() {}

    @Proof(
            clauses = {"ELIG-1", "WORD-4"},
            says = "z_j and its saturations are those of the clause, in all five rounding modes; z_j stays within its"
                    + " width; no word overflows",
            inputs = "every trace, spike, draw, width, impulse and decay that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "traces saturate as signed words",
            in = HERE + "PresynapticTraces.java",
            right = "Words.saturateUnsigned(exact, parameters.bits())",
            wrong = "Words.saturate(exact, parameters.bits() + 2)")
    static void presynaptic(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term z = s.within("z", 32, 0, (1 << 17) - 1);
        Term x = s.within("x", 32, 0, 1);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = Given.trace(s, TraceMode.PRE_ONLY, mode);
            Term bits = Given.of(parameters, "bits");
            s.given(slt(exact(z), power(bits)));
            Instance events = Given.events(s);
            Array trace = Given.ints(z);
            Instance rounder = Given.rounder(s, constant(12, 32), mode);
            Instance traces = s.object(
                    PRESYNAPTIC, "parameters", parameters, "rounder", rounder, "events", events, "trace", trace);
            s.callFor(PRESYNAPTIC, "step", traces, constant(0, 64), constant(0, 32), Given.ints(x));
            Term kept =
                    product(s, signExtend(z, 64), signExtend(Given.of(parameters, "keep"), 64), (1 << 17) - 1, 4096);
            Term impulse = ite(eq(x, constant(1, 32)), exact(Given.of(parameters, "impulse")), exact(0));
            Term driven = add(shiftedWord(kept, constant(12, 32), mode, Given.draw(s)), impulse);
            Term stored = saturateUnsigned(driven, bits);
            s.productSelects(signExtend(x, 64), signExtend(Given.of(parameters, "impulse"), 64));
            s.prove(eq(exact(trace.term(0)), stored));
            s.prove(both(sle(exact(0), exact(trace.term(0))), slt(exact(trace.term(0)), power(bits))));
            s.prove(eq(Given.count(events, Signal.TRACE), indicator(ne(stored, driven))));
        }
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ELIG-4", "WORD-6"},
            says = "the trace after the reset factor, and the count of its saturations, are those of the"
                    + " clause; it stays"
                    + " within its width; no word overflows",
            inputs = "every trace, factor of 14 bits and width that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the trace after the reset is not saturated",
            in = HERE + "SynapticTraces.java",
            right = "return events.stored(Signal.TRACE, exact, Words.saturate(exact, parameters.bits() + 1));\n"
                    + "    }\n\n"
                    + "    @Clause(\"ELIG-4\")\n    private long resetFactor",
            wrong = "return exact;\n    }\n\n    @Clause(\"ELIG-4\")\n    private long resetFactor")
    static void afterReset(Scene s) {
        s.nameProducts();
        Term z = s.within("z", 64, 1 - (1 << 17), (1 << 17) - 1);
        Term f = s.within("f", 32, -8191, 8191);
        Instance parameters = Given.trace(s, TraceMode.FULL, Rounding.FLOOR);
        Term bits = add(Given.of(parameters, "bits"), constant(1, 32));
        s.given(holds(z, bits));
        Instance events = Given.events(s);
        Instance traces = s.object(SYNAPTIC, "parameters", parameters, "events", events);
        Term y = s.call(SYNAPTIC, "afterReset", traces, z, f);
        Term scaled = scale(s, z, signExtend(f, 64));
        s.prove(eq(exact(y), saturate(scaled, bits)));
        s.prove(holds(y, bits));
        s.prove(eq(Given.count(events, Signal.TRACE), indicator(ne(saturate(scaled, bits), scaled))));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = "ELIG-2",
            says = "z_ij from the trace after the reset factor, and the count of its saturations, are those of"
                    + " the clause,"
                    + " in all five rounding modes (WORD-4 as proven); it stays within its width; no"
                    + " word overflows",
            inputs = "every trace, spike, draw, width, impulse and decay that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the impulse of a silent neuron counts",
            in = HERE + "SynapticTraces.java",
            right = "(long) parameters.impulse() * x;",
            wrong = "(long) parameters.impulse();")
    static void synaptic(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term y = s.within("y", 64, 1 - (1 << 17), (1 << 17) - 1);
        Term x = s.within("x", 32, 0, 1);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = Given.trace(s, TraceMode.FULL, mode);
            Term bits = add(Given.of(parameters, "bits"), constant(1, 32));
            s.given(holds(y, bits));
            Instance events = Given.events(s);
            Instance traces = s.object(
                    SYNAPTIC,
                    "parameters",
                    parameters,
                    "rounder",
                    Given.rounder(s, constant(12, 32), mode),
                    "events",
                    events);
            Term z = s.call(SYNAPTIC, "next", traces, constant(0, 32), y, x);
            Term keep = signExtend(Given.of(parameters, "keep"), 64);
            s.productNegates(y, keep);
            s.productFits(abs(y), keep, 1 << 17, 4096);
            // Both sides multiply in 64 bits: that the product fits is a goal below.
            Term kept = exact(mul(y, keep));
            Term impulse = ite(eq(x, constant(1, 32)), exact(Given.of(parameters, "impulse")), exact(0));
            s.productSelects(signExtend(x, 64), signExtend(Given.of(parameters, "impulse"), 64));
            Term driven = add(shiftedWord(kept, constant(12, 32), mode, Given.draw(s)), impulse);
            s.prove(eq(exact(z), saturate(driven, bits)));
            s.prove(holds(z, bits));
            s.prove(eq(Given.count(events, Signal.TRACE), indicator(ne(saturate(driven, bits), driven))));
        }
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ELIG-4", "WORD-7"},
            says = "f is that of the clause in modes DETACHED and FULL, and has 14 bits; no word overflows",
            inputs = "every v of 32 bits, s, g, and soma.voltageOne that PROF-1 admits; the quotient as WORD-7 has it",
            tactic = "qfufbv_ackr")
    @Planted(
            value = "FULL forgets the gate",
            in = HERE + "SynapticTraces.java",
            right = "f -= g * Words",
            wrong = "f -= Words")
    static void resetFactor(Scene s) {
        s.nameProducts();
        Term v = s.any("v", 32);
        Term spike = s.within("s", 32, 0, 1);
        Term gate = s.within("g", 32, 0, 1);
        Term one = s.within("soma.voltageOne", 32, 1, 1 << 30);
        Term fourteen = constant(14, 32);
        for (TraceMode mode : new TraceMode[] {TraceMode.DETACHED, TraceMode.FULL}) {
            Array factor = Given.ints(Given.zero());
            Instance traces = s.object(
                    SYNAPTIC,
                    "parameters",
                    Given.trace(s, mode, Rounding.FLOOR),
                    "voltageOne",
                    one,
                    "post",
                    constant(1, 32),
                    "factor",
                    factor);
            s.callFor(SYNAPTIC, "reset", traces, Given.ints(v), Given.ints(spike), Given.ints(gate));
            Term notSpiked = ite(eq(spike, constant(0, 32)), exact(4096), exact(0));
            Term scaled = shl(signExtend(v, 64), constant(12, 64));
            Term size = udiv(abs(scaled), abs(signExtend(one, 64)));
            Term quotient = ite(negative(v), neg(zeroExtend(size, 128)), zeroExtend(size, 128));
            s.productSelects(signExtend(gate, 64), ite(negative(v), neg(size), size));
            // What a quotient without sign is: at most the dividend.
            s.quotientFits(abs(scaled), abs(signExtend(one, 64)));
            Term open = ite(eq(gate, constant(1, 32)), quotient, exact(0));
            Term f = mode == TraceMode.FULL ? sub(notSpiked, open) : notSpiked;
            s.prove(eq(exact(factor.term(0)), saturate(f, fourteen)));
            s.prove(holds(factor.term(0), fourteen));
        }
        s.proveNoOverflow();
    }

    @Proof(
            clauses = "ELIG-3",
            says = "E and its saturations are those of the clause; E stays within its width; no word overflows",
            inputs = "every E, trace of 18 bits, gate, width and shift that PROF-1 admits",
            tactic = "qfufbv_ackr")
    @Planted(
            value = "the trace is shifted toward zero",
            in = HERE + "Eligibility.java",
            right = "Rounding.FLOOR, 0)",
            wrong = "Rounding.TOWARD_ZERO, 0)")
    static void eligibility(Scene s) {
        s.nameProducts();
        Term e = s.any("E", 32);
        Term z = s.within("z", 32, 1 - (1 << 17), (1 << 17) - 1);
        Term g = s.within("g", 32, 0, 1);
        Term bits = s.within("eligibility.bits", 32, 2, 31);
        Term places = s.within("eligibility.shift", 32, 0, 17);
        s.given(holds(e, bits));
        Instance events = Given.events(s);
        Instance parameters = s.object(EligibilityParameters.class, "bits", bits, "shift", places);
        Term z64 = signExtend(z, 64);
        Stub traces = new Stub(
                "org/biograd/fixedpoint/Traces", Map.of("at", i -> z64, "step", i -> null, "reset", i -> null));
        Array value = Given.ints(e);
        Instance eligibility = s.object(
                Eligibility.class,
                "parameters",
                parameters,
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
        Array voltage = Given.ints(Given.zero());
        Array gate = Given.ints(g);
        s.callFor(
                Eligibility.class,
                "step",
                eligibility,
                constant(0, 64),
                constant(0, 32),
                spikes,
                voltage,
                spikes,
                gate);
        Term shifted = ashr(z64, signExtend(places, 64));
        Term exact = add(exact(e), ite(eq(g, constant(1, 32)), exact(shifted), exact(0)));
        s.prove(eq(exact(value.term(0)), saturate(exact, bits)));
        s.prove(holds(value.term(0), bits));
        s.prove(eq(Given.count(events, Signal.ELIGIBILITY), indicator(ne(saturate(exact, bits), exact))));
        s.proveNoOverflow();
    }
}
