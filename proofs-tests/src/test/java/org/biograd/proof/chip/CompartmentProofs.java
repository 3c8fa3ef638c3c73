package org.biograd.proof.chip;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import org.biograd.loihi.Format;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.step.Given;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;

/** The chip's neuron, and the words of its registers. */
final class CompartmentProofs {

    private static final String HERE = "loihi-model/src/main/java/org/biograd/loihi/";

    private CompartmentProofs() {}

    @Proof(
            clauses = {"CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5"},
            says = "u, v, w, s, what is left of the refractory period, and the counts of wraps and saturations"
                    + " are those of"
                    + " the clauses; w is 0 while the voltage rests; no word overflows",
            inputs = "every u, w, input below 2^36 in magnitude, decay, bias, threshold, refractory period and"
                    + " rest; width"
                    + " of voltage 24; not joined",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the refractory period is a step too long",
            in = HERE + "neuron/Compartments.java",
            right = "held[i] = refractory - 1;",
            wrong = "held[i] = refractory;")
    static void step(Scene s) {
        s.nameProducts();
        Term u = s.within("u", 64, -(1 << 23), (1 << 23) - 1);
        Term w = s.within("w", 64, 1 - (1 << 23), (1 << 23) - 1);
        Term a = s.within("a", 64, 1 - (1L << 36), (1L << 36) - 1);
        Term keepU = s.within("4096 - dU", 64, 0, 4096);
        Term keepV = s.within("4096 - dV", 64, 0, 4096);
        Term bias = s.within("b", 64, -4096 * 128, 4095 * 128);
        Term threshold = s.within("theta", 64, 0, 64 * 131_071);
        Term refractory = s.within("r", 32, 1, 64);
        Term rest = s.within("rest", 32, 0, 63);
        s.given(implies(ne(rest, constant(0, 32)), eq(w, constant(0, 64))));
        Array input = Array.longs(a);
        Array current = Array.longs(u);
        Array voltage = Array.longs(s.any("v before", 64));
        Array after = Array.longs(w);
        Array spike = Given.ints(s.within("s before", 32, 0, 1));
        Array held = Given.ints(rest);
        Instance format = s.object(
                Format.class, "bits", constant(24, 32), "signed", constant(1, 32), "fraction", constant(0, 32));
        Instance c = s.object(
                Compartments.class,
                "range",
                s.constant(RangeHandling.class, "NORMATIVE"),
                "voltageFormat",
                format,
                "currentKeep",
                keepU,
                "voltageKeep",
                keepV,
                "bias",
                bias,
                "threshold",
                threshold,
                "refractory",
                refractory,
                "joined",
                null,
                "input",
                input,
                "current",
                current,
                "voltage",
                voltage,
                "voltageAfterReset",
                after,
                "spike",
                spike,
                "spiking",
                Given.ints(Given.zero()),
                "held",
                held,
                "spikes",
                Given.zero(),
                "wraps",
                constant(0, 64),
                "saturations",
                constant(0, 64));
        s.callFor(Compartments.class, "step", c);

        Term bits = constant(24, 32);
        Term summed = add(scale(s, u, keepU), exact(a));
        s.prove(eq(exact(current.term(0)), wrap(summed, bits)));
        Term resting = ne(rest, constant(0, 32));
        // u of the code, which the first goal says is that of the clause.
        Term driven = add(scale(s, w, keepV), add(exact(current.term(0)), exact(bias)));
        Term v = saturate(driven, bits);
        s.prove(implies(resting, eq(voltage.term(0), constant(0, 64))));
        s.prove(either(resting, eq(exact(voltage.term(0)), v)));
        Term now = exact(voltage.term(0));
        Term fires = both(not(resting), slt(exact(threshold), now));
        s.prove(eq(exact(spike.term(0)), indicator(fires)));
        s.prove(eq(exact(after.term(0)), ite(fires, exact(0), now)));
        Term left = ite(resting, sub(rest, constant(1, 32)), Given.zero());
        s.prove(eq(held.term(0), ite(fires, sub(refractory, constant(1, 32)), left)));
        s.prove(implies(ne(held.term(0), Given.zero()), eq(after.term(0), constant(0, 64))));
        s.prove(eq(exact(Given.of(c, "wraps")), indicator(ne(exact(current.term(0)), summed))));
        s.prove(eq(exact(Given.of(c, "saturations")), indicator(both(not(resting), ne(now, driven)))));
        s.prove(eq(input.term(0), constant(0, 64)));
        s.proveNoFailure();
    }

    @Proof(
            clauses = {"WORD-1", "CHIP-3"},
            says = "Format.wrap is WORD-1 of a signed format, and x mod 2^bits of one without a sign",
            inputs = "every x of 64 bits, widths 2..62")
    @Planted(
            value = "the sign is not extended",
            in = HERE + "Format.java",
            right = "signed ? x << unused >> unused",
            wrong = "signed ? x << unused >>> unused")
    static void formatWrap(Scene s) {
        Term x = s.any("x", 64);
        Term bits = s.within("bits", 32, 2, 62);
        Term y = s.call(Format.class, "wrap", format(s, bits, 1), x);
        s.prove(eq(exact(y), wrap(exact(x), bits)));
        Term z = s.call(Format.class, "wrap", format(s, bits, 0), x);
        s.prove(eq(exact(z), and(exact(x), sub(power(bits), exact(1)))));
    }

    @Proof(
            clauses = {"WORD-2", "WORD-3", "CHIP-4"},
            says = "Format.saturate is WORD-2 of a signed format, and WORD-3 of one without a sign",
            inputs = "every x of 64 bits, widths 2..62",
            slow = true)
    @Planted(
            value = "the two's complement minimum is kept",
            in = HERE + "Format.java",
            right = "return Math.max(signed ? -max() : 0, Math.min(max(), x));",
            wrong = "return Math.max(min(), Math.min(max(), x));")
    static void formatSaturate(Scene s) {
        Term x = s.any("x", 64);
        Term bits = s.within("bits", 32, 2, 62);
        Term y = s.call(Format.class, "saturate", format(s, bits, 1), x);
        s.prove(eq(exact(y), saturate(exact(x), bits)));
        Term z = s.call(Format.class, "saturate", format(s, bits, 0), x);
        s.prove(eq(exact(z), saturateUnsigned(exact(x), bits)));
    }

    private static Instance format(Scene s, Term bits, int signed) {
        return s.object(Format.class, "bits", bits, "signed", constant(signed, 32), "fraction", constant(0, 32));
    }
}
