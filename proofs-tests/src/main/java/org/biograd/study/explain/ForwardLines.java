package org.biograd.study.explain;

import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SomaParameters;

/** SOMA-1 to SOMA-4 and GATE-1 of one neuron in one step. */
final class ForwardLines {

    /** So many inputs are all written out; of more, those that spike. */
    private static final int FEW = 4;

    private final Shown shown;
    private final SomaParameters soma;

    ForwardLines(Shown shown) {
        this.shown = shown;
        this.soma = shown.profile.soma();
    }

    /** The forward step. */
    void forward(Place at) {
        synapticSum(at);
        neuron(at);
        gate(at);
    }

    private void synapticSum(Place at) {
        int pre = shown.shape.size(at.layer() - 1);
        Draft line = shown.line(at, "a", "SOMA-1");
        Terms formula = new Terms(" + ").add("b");
        long sum = weight(at, pre);
        line.given("b", sum);
        for (int j = 0; j < pre; j++) {
            long x = shown.at(Signal.SPIKE, at.layer() - 1, at.step(), j);
            sum += x * weight(at, j);
            if (pre <= FEW) {
                formula.add("w[" + j + "] * x[" + j + "]");
                line.given("w[" + j + "]", weight(at, j));
                line.with(new Operand("x[" + j + "]", x, source(at, j)));
            } else if (x == 1) {
                formula.add("w[" + j + "]");
                line.given("w[" + j + "]", weight(at, j));
            }
        }
        line.is(formula.toString()).value(sum);
    }

    private static String source(Place at, int j) {
        return at.layer() == 1 ? "" : Place.of(at.layer() - 1, j, at.step()).key("s");
    }

    private long weight(Place at, int j) {
        return shown.weights[at.layer()][shown.synapse(at.layer(), j, at.neuron())];
    }

    /** SOMA-2 to SOMA-4, behind a line of the sum a. */
    void neuron(Place at) {
        long u = value(Signal.SYNAPTIC_INPUT, at, 0);
        long v = value(Signal.MEMBRANE_VOLTAGE, at, 0);
        long s = value(Signal.SPIKE, at, 0);
        int shift = shown.profile.weight().shift();
        long a = lineValue(at, "a");
        shown.line(at, "u", "SOMA-2")
                .is("wrap(2^weight.shift * a, soma.currentBits)")
                .given("weight.shift", shift)
                .from("a", a, at, "a")
                .given("soma.currentBits", soma.currentBits())
                .worked("wrap(" + (a << shift) + ", " + soma.currentBits() + ")")
                .value(u);
        rest(at);
        long r = lineValue(at, "r");
        shown.line(at, "v", "SOMA-3")
                .is("saturate(decay(r, soma.keep) + u, soma.voltageBits)")
                .from("r", r, at, "r")
                .given("soma.keep", soma.keep())
                .from("u", u, at, "u")
                .given("soma.voltageBits", soma.voltageBits())
                .worked("saturate(" + Words.decay(r, soma.keep()) + " + " + signed(u) + ", " + soma.voltageBits() + ")")
                .value(v);
        shown.line(at, "s", "SOMA-4")
                .is("[v > soma.threshold]")
                .from("v", v, at, "v")
                .given("soma.threshold", soma.threshold())
                .words(s == 1 ? "it spikes" : "no spike")
                .value(s);
    }

    /** Where the voltage starts from: 0 behind a spike. */
    private void rest(Place at) {
        boolean first = first(at);
        Place before = Place.of(at.layer(), at.neuron(), at.step() - 1);
        long s = first ? 0 : value(Signal.SPIKE, at, -1);
        long v = first ? 0 : value(Signal.MEMBRANE_VOLTAGE, at, -1);
        shown.line(at, "r", "SOMA-3")
                .is("(1 - s(t-1)) * v(t-1)")
                .with(new Operand("s(t-1)", s, first ? "" : before.key("s")))
                .with(new Operand("v(t-1)", v, first ? "" : before.key("v")))
                .words(s == 1 ? "it spiked: it starts from 0" : "")
                .value((1 - s) * v);
    }

    /** Whether there is no step before: a trajectory of sleep begins at rest too. */
    private boolean first(Place at) {
        return at.step() == 0
                || shown.asleep && at.step() % shown.profile.sleep().steps() == 0;
    }

    private void gate(Place at) {
        long v = value(Signal.MEMBRANE_VOLTAGE, at, 0);
        long g = value(Signal.GATE, at, 0);
        shown.line(at, "g", "GATE-1")
                .is("[abs(v - soma.threshold) < soma.window]")
                .from("v", v, at, "v")
                .given("soma.threshold", soma.threshold())
                .given("soma.window", soma.window())
                .worked("[" + Math.abs(v - soma.threshold()) + " < " + soma.window() + "]")
                .words(g == 1 ? "the gate is open" : "the gate is closed")
                .value(g);
    }

    private long value(Signal signal, Place at, int later) {
        return shown.at(signal, at.layer(), at.step() + later, at.neuron());
    }

    private long lineValue(Place at, String symbol) {
        return shown.valueOf(at.key(symbol));
    }

    static String signed(long value) {
        return value < 0 ? "(" + value + ")" : Long.toString(value);
    }
}
