package org.biograd.proof.step;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.Soma;
import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Signal;

/** Chapter Forward pass: a step of the neurons and of their gates. */
final class SomaProofs {

    private static final String HERE = "fixedpoint/src/main/java/org/biograd/fixedpoint/";

    private SomaProofs() {}

    @Proof(
            clauses = {"SOMA-2", "SOMA-3", "SOMA-4", "OBS-2"},
            says = "u, v, s and the counts of wraps and saturations are those of the clauses; v stays within its width;"
                    + " a neuron that spiked starts from 0; no word overflows",
            inputs = "every sum of 32 bits; every v, s, width, shift, decay and threshold that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the decay of a neuron that spiked goes on from its voltage",
            in = HERE + "Soma.java",
            right = "spiked == 1 ? 0 : before",
            wrong = "before")
    static void step(Scene s) {
        s.nameProducts();
        Instance parameters = Given.soma(s);
        Term weightShift = s.within("weight.shift", 32, 0, 24);
        Term sum = s.within("a", 64, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        Term v = s.any("v", 32);
        Term spiked = s.within("s", 32, 0, 1);
        Term voltageBits = Given.of(parameters, "voltageBits");
        s.given(holds(v, voltageBits));
        Instance events = Given.events(s);
        Array u = Given.ints(Given.zero());
        Array after = Given.ints(v);
        Array spike = Given.ints(spiked);
        Instance soma = s.object(
                Soma.class,
                "parameters",
                parameters,
                "weightShift",
                weightShift,
                "events",
                events,
                "current",
                u,
                "voltage",
                after,
                "spike",
                spike);
        s.callFor(Soma.class, "step", soma, Array.longs(sum));

        Term input = shl(exact(sum), exact(weightShift));
        Term stored = wrap(input, Given.of(parameters, "currentBits"));
        Term rest = ite(eq(spiked, constant(1, 32)), constant(0, 64), signExtend(v, 64));
        Term keep = signExtend(Given.of(parameters, "keep"), 64);
        // u of the code, which the first goal says is that of the clause.
        Term driven = add(scale(s, rest, keep), exact(u.term(0)));
        Term voltage = saturate(driven, voltageBits);
        s.prove(eq(exact(u.term(0)), stored));
        s.prove(eq(exact(after.term(0)), voltage));
        s.prove(holds(after.term(0), voltageBits));
        Term threshold = exact(Given.of(parameters, "threshold"));
        s.prove(eq(exact(spike.term(0)), indicator(slt(threshold, exact(after.term(0))))));
        s.prove(eq(Given.count(events, Signal.SYNAPTIC_INPUT), indicator(ne(stored, input))));
        s.prove(eq(Given.count(events, Signal.MEMBRANE_VOLTAGE), indicator(ne(voltage, driven))));
        s.proveNoOverflow();
        s.proveNoFailure();
    }

    @Proof(
            clauses = "GATE-1",
            says = "g = [abs(v - soma.threshold) < soma.window], strictly; no word overflows",
            inputs = "every v, threshold and window of 32 bits")
    @Planted(
            value = "the window is not strict",
            in = HERE + "SurrogateGate.java",
            right = ") < window",
            wrong = ") <= window")
    static void gate(Scene s) {
        Term v = s.any("v", 32);
        Term threshold = s.within("threshold", 64, 0, Integer.MAX_VALUE);
        Term window = s.within("window", 64, 0, Integer.MAX_VALUE);
        Array open = Given.ints(Given.zero());
        Instance gate = s.object(SurrogateGate.class, "threshold", threshold, "window", window, "open", open);
        s.callFor(SurrogateGate.class, "step", gate, Given.ints(v));
        Term distance = abs(sub(exact(v), exact(threshold)));
        s.prove(eq(exact(open.term(0)), indicator(slt(distance, exact(window)))));
        s.proveNoOverflow();
    }
}
