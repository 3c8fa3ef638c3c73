package org.biograd.study.explain;

import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Decay;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.TraceParameters;

/** ELIG-1 to ELIG-5 of one synapse in one step. */
final class EligibilityLines {

    private static final String ONE_LESS = "4096 * (1 - s(t-1))";

    private final Shown shown;
    private final TraceParameters trace;
    private final boolean perSynapse;

    EligibilityLines(Shown shown) {
        this.shown = shown;
        this.trace = shown.profile.trace();
        this.perSynapse = trace.mode() != TraceMode.PRE_ONLY;
    }

    /**
     * The trace and the eligibility.
     *
     * @param at the synapse
     */
    void synapse(Place at) {
        Place traceAt = perSynapse ? at : Place.of(at.layer(), Place.NONE, at.pre(), at.step());
        if (!shown.has(traceAt, "z")) {
            if (perSynapse) {
                synaptic(at);
            } else {
                presynaptic(traceAt);
            }
        }
        eligibility(at, traceAt);
    }

    private void presynaptic(Place at) {
        long before = shown.at(Signal.TRACE, at.layer(), at.step() - 1, at.pre());
        Draft line = shown.line(at, "z", "ELIG-1");
        next(line, at, at.pre(), "z(t-1)", new Operand("z(t-1)", before, source(at, "z")), "saturateUnsigned", 0)
                .value(shown.at(Signal.TRACE, at.layer(), at.step(), at.pre()));
    }

    private void synaptic(Place at) {
        int index = shown.synapse(at.layer(), at.pre(), at.neuron());
        long before = shown.at(Signal.TRACE, at.layer(), at.step() - 1, index);
        long f = at.step() == 0 ? Decay.ONE : resetFactor(at);
        long y = Words.saturate(Words.scale(before, (int) f), trace.bits() + 1);
        shown.line(at, "y", "ELIG-4")
                .is("saturate(scale(z(t-1), f), trace.bits + 1)")
                .with(new Operand("z(t-1)", before, source(at, "z")))
                .with(new Operand("f", f, at.step() == 0 ? "" : neuron(at).key("f")))
                .given("trace.bits", trace.bits())
                .value(y);
        Draft line = shown.line(at, "z", "ELIG-2");
        next(line, at, index, "y", new Operand("y", y, at.key("y")), "saturate", 1)
                .value(shown.at(Signal.TRACE, at.layer(), at.step(), index));
    }

    private Draft next(Draft line, Place at, int index, String name, Operand old, String saturate, int more) {
        long x = x(at);
        long product = old.value() * trace.keep();
        boolean drawing = Rounded.draws(product, Decay.BITS, trace.rounding());
        String bits = more == 0 ? "trace.bits" : "trace.bits + " + more;
        String rounded = Rounded.text(name + " * trace.keep", "12", trace.rounding(), drawing);
        line.is(saturate + "(" + rounded + " + trace.impulse * x, " + bits + ")")
                .with(old)
                .given("trace.keep", trace.keep())
                .given("trace.impulse", trace.impulse())
                .with(new Operand("x", x, xSource(at)))
                .given("trace.bits", trace.bits());
        long draw = Rounded.draw(shown, line, drawing, at, "z", DrawStream.TRACE, index, Decay.BITS);
        long decayed = Words.shift(product, Decay.BITS, trace.rounding(), draw);
        return line.worked(saturate + "(" + decayed + " + " + trace.impulse() * x + ", " + (trace.bits() + more) + ")");
    }

    /** ELIG-4: f of the step before, which acts at the start of this one. */
    private long resetFactor(Place at) {
        Place of = neuron(at);
        int step = at.step() - 1;
        Place before = Place.of(at.layer(), at.neuron(), step);
        if (shown.has(of, "f")) {
            return shown.valueOf(of.key("f"));
        }
        long s = shown.at(Signal.SPIKE, at.layer(), step, at.neuron());
        long g = shown.at(Signal.GATE, at.layer(), step, at.neuron());
        long v = shown.at(Signal.MEMBRANE_VOLTAGE, at.layer(), step, at.neuron());
        int one = shown.profile.soma().voltageOne();
        boolean full = trace.mode() == TraceMode.FULL;
        Draft line = shown.line(of, "f", "ELIG-4").from("s(t-1)", s, before, "s");
        long f = Decay.ONE * (1 - s);
        if (full) {
            f = Words.saturate(f - g * Words.quotient(Decay.ONE * v, one), 14);
            line.from("g(t-1)", g, before, "g").from("v(t-1)", v, before, "v").given("soma.voltageOne", one);
        }
        line.is(full ? "saturate(" + ONE_LESS + " - g(t-1) * quotient(4096 * v(t-1), soma.voltageOne), 14)" : ONE_LESS)
                .value(f);
        return f;
    }

    /** ELIG-4: the reset factor that acts at the start of a step. */
    void factor(Place neuron) {
        resetFactor(neuron);
    }

    private void eligibility(Place at, Place traceAt) {
        int index = shown.synapse(at.layer(), at.pre(), at.neuron());
        long before = shown.at(Signal.ELIGIBILITY, at.layer(), at.step() - 1, index);
        long g = shown.at(Signal.GATE, at.layer(), at.step(), at.neuron());
        long z = shown.at(Signal.TRACE, at.layer(), at.step(), perSynapse ? index : at.pre());
        int shift = shown.profile.eligibility().shift();
        int bits = shown.profile.eligibility().bits();
        long shifted = Words.shift(z, shift, Rounding.FLOOR, 0);
        shown.line(at, "E", "ELIG-3")
                .is("saturate(E(t-1) + g * shift(z, eligibility.shift, FLOOR), eligibility.bits)")
                .with(new Operand("E(t-1)", before, source(at, "E")))
                .from("g", g, neuron(at), "g")
                .from("z", z, traceAt, "z")
                .given("eligibility.shift", shift)
                .given("eligibility.bits", bits)
                .worked("saturate(" + before + " + " + ForwardLines.signed(g * shifted) + ", " + bits + ")")
                .value(shown.at(Signal.ELIGIBILITY, at.layer(), at.step(), index));
    }

    private static Place neuron(Place at) {
        return Place.of(at.layer(), at.neuron(), at.step());
    }

    private static String source(Place at, String symbol) {
        return at.step() == 0
                ? ""
                : Place.of(at.layer(), at.neuron(), at.pre(), at.step() - 1).key(symbol);
    }

    /** ELIG-5: the bias spikes at every step. */
    private long x(Place at) {
        boolean bias = at.pre() == shown.shape.size(at.layer() - 1);
        return bias ? 1 : shown.at(Signal.SPIKE, at.layer() - 1, at.step(), at.pre());
    }

    private String xSource(Place at) {
        boolean given = at.layer() == 1 || at.pre() == shown.shape.size(at.layer() - 1);
        return given ? "" : Place.of(at.layer() - 1, at.pre(), at.step()).key("s");
    }
}
