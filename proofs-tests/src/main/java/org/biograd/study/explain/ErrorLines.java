package org.biograd.study.explain;

import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;

/** ERR-1 to ERR-6 of one step. */
final class ErrorLines {

    private static final int FEW = 4;

    /** The table of ERR-2; 0 from its end on. */
    private static final int[] TABLE = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private final Shown shown;
    private final ErrorParameters error;
    private final int label;
    private final int top;

    ErrorLines(Shown shown, int label) {
        this.shown = shown;
        this.error = shown.profile.error();
        this.label = label;
        this.top = shown.shape.layers();
    }

    /** ERR-1: how often an output has spiked. */
    void count(Place at) {
        shown.line(at, "o", "ERR-1")
                .is("o(t-1) + s")
                .with(new Operand("o(t-1)", o(at.neuron(), at.step() - 1), before(at, "o")))
                .from("s", shown.at(Signal.SPIKE, top, at.step(), at.neuron()), at, "s")
                .value(o(at.neuron(), at.step()));
    }

    /** ERR-2 to ERR-5 of an output, in a step with feedback. */
    void output(Place at) {
        if (error.function() == ErrorFunction.SOFTMAX) {
            softmax(at);
        } else {
            difference(at);
        }
        errorNeuron(at, "p", "sp", "+", Signal.POSITIVE_POTENTIAL, Signal.POSITIVE_ERROR_SPIKE);
        errorNeuron(at, "n", "sn", "-", Signal.NEGATIVE_POTENTIAL, Signal.NEGATIVE_ERROR_SPIKE);
        shown.line(at, "D", "ERR-5")
                .is("saturate(D(t-1) + sp - sn, error.dendriteBits)")
                .with(new Operand("D(t-1)", value(Signal.DENDRITE, at, -1), before(at, "D")))
                .from("sp", value(Signal.POSITIVE_ERROR_SPIKE, at, 0), at, "sp")
                .from("sn", value(Signal.NEGATIVE_ERROR_SPIKE, at, 0), at, "sn")
                .given("error.dendriteBits", error.dendriteBits())
                .value(value(Signal.DENDRITE, at, 0));
    }

    private void softmax(Place at) {
        int outputs = shown.shape.outputs();
        Place all = Place.of(top, Place.NONE, at.step());
        long most = 0;
        for (int k = 0; k < outputs; k++) {
            most = Math.max(most, o(k, at.step()));
        }
        if (!shown.has(all, "S")) {
            Terms counts = new Terms(", ");
            Terms sum = new Terms(" + ");
            Draft best = shown.line(all, "most", "ERR-2");
            Draft total = shown.line(all, "S", "ERR-2").from("most", most, all, "most");
            for (int k = 0; k < outputs; k++) {
                counts.add("o[" + k + "]");
                sum.add("table(most - o[" + k + "])");
                Operand o = new Operand(
                        "o[" + k + "]",
                        o(k, at.step()),
                        Place.of(top, k, at.step()).key("o"));
                best.with(o);
                total.with(o);
            }
            best.is("max(" + counts + ")").value(most);
            total.is(sum.toString()).value(table(most, at.step()));
        }
        long weight = table(most - o(at.neuron(), at.step()));
        shown.line(at, "x", "ERR-2")
                .is("table(most - o)")
                .from("most", most, all, "most")
                .from("o", o(at.neuron(), at.step()), at, "o")
                .value(weight);
        error(at.neuron() == label, shown.line(at, "e", "ERR-2"), "floor((2 * F * x + S) / (2 * S))")
                .from("x", weight, at, "x")
                .from("S", table(most, at.step()), all, "S")
                .value(value(Signal.ERROR, at, 0));
    }

    private static long table(long difference) {
        return difference < TABLE.length ? TABLE[(int) difference] : 0;
    }

    private long table(long most, int step) {
        long sum = 0;
        for (int k = 0; k < shown.shape.outputs(); k++) {
            sum += table(most - o(k, step));
        }
        return sum;
    }

    private void difference(Place at) {
        error(at.neuron() == label, shown.line(at, "e", "ERR-3"), "floor((2 * F * o + (t + 1)) / (2 * (t + 1)))")
                .from("o", o(at.neuron(), at.step()), at, "o")
                .given("t", at.step())
                .value(value(Signal.ERROR, at, 0));
    }

    private Draft error(boolean target, Draft line, String rate) {
        return line.is(rate + " - F * [k = label]")
                .given("F", 1L << error.fraction())
                .given("k", target ? label : label + 1L)
                .given("label", label)
                .words(target ? "the output that should spike most" : "");
    }

    private void errorNeuron(Place at, String symbol, String spike, String sign, Signal potential, Signal spikes) {
        long now = value(potential, at, 0);
        shown.line(at, symbol, "ERR-4")
                .is("saturate(" + symbol + "(t-1) - F * " + spike + "(t-1) " + sign + " e, error.potentialBits)")
                .with(new Operand(symbol + "(t-1)", value(potential, at, -1), before(at, symbol)))
                .given("F", 1L << error.fraction())
                .with(new Operand(spike + "(t-1)", value(spikes, at, -1), before(at, spike)))
                .from("e", value(Signal.ERROR, at, 0), at, "e")
                .given("error.potentialBits", error.potentialBits())
                .value(now);
        shown.line(at, spike, "ERR-4")
                .is("[" + symbol + " > F]")
                .from(symbol, now, at, symbol)
                .given("F", 1L << error.fraction())
                .value(value(spikes, at, 0));
    }

    /** ERR-6: the dendrite of a hidden neuron in DIRECT. */
    void hidden(Place at) {
        Terms formula = new Terms(" + ").add("D(t-1)");
        Draft line = shown.line(at, "D", "ERR-6")
                .with(new Operand("D(t-1)", value(Signal.DENDRITE, at, -1), before(at, "D")));
        int outputs = shown.shape.outputs();
        for (int k = 0; k < outputs; k++) {
            Place output = Place.of(top, k, at.step());
            long sp = value(Signal.POSITIVE_ERROR_SPIKE, output, 0);
            long sn = value(Signal.NEGATIVE_ERROR_SPIKE, output, 0);
            if (outputs <= FEW || sp != sn) {
                formula.add("B[" + k + "] * (sp[" + k + "] - sn[" + k + "])");
                line.given("B[" + k + "]", shown.feedback[at.layer()][at.neuron() * outputs + k])
                        .from("sp[" + k + "]", sp, output, "sp")
                        .from("sn[" + k + "]", sn, output, "sn");
            }
        }
        line.is("saturate(" + formula + ", error.dendriteBits)")
                .given("error.dendriteBits", error.dendriteBits())
                .value(value(Signal.DENDRITE, at, 0));
    }

    private long o(int output, int step) {
        return shown.at(Signal.SPIKE_COUNT, top, step, output);
    }

    private long value(Signal signal, Place at, int later) {
        return shown.at(signal, at.layer(), at.step() + later, at.neuron());
    }

    private static String before(Place at, String symbol) {
        return at.step() == 0
                ? ""
                : Place.of(at.layer(), at.neuron(), at.step() - 1).key(symbol);
    }
}
