package org.biograd.proof.step;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.ErrorDendrite;
import org.biograd.fixedpoint.ErrorNeurons;
import org.biograd.fixedpoint.FedBackError;
import org.biograd.fixedpoint.OutputError;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;

/** Chapter Errors. */
final class ErrorProofs {

    private static final String HERE = "fixedpoint/src/main/java/org/biograd/fixedpoint/";

    private ErrorProofs() {}

    @Proof(
            clauses = "ERR-4",
            says = "p, n, sp, sn, their difference and the saturations are those of the clause; p and n stay"
                    + " within their"
                    + " width; no word overflows",
            inputs = "every p, n, sp, sn, width and F that PROF-1 admits, every e with abs(e) <= 2 F",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "error neurons spike at F",
            in = HERE + "ErrorNeurons.java",
            right = "potential > one",
            wrong = "potential >= one")
    static void neurons(Scene s) {
        s.nameProducts();
        Term fraction = s.within("error.fraction", 32, 1, 16);
        Term bits = s.within("error.potentialBits", 32, 3, 31);
        s.given(sle(add(fraction, constant(2, 32)), bits));
        Term one = shl(constant(1, 64), signExtend(fraction, 64));
        Term[] potential = {s.any("p", 32), s.any("n", 32)};
        Term[] spiked = {s.within("sp", 32, 0, 1), s.within("sn", 32, 0, 1)};
        Term e = s.within("e", 32, -(1 << 17), 1 << 17);
        s.given(sle(abs(exact(e)), shl(exact(one), exact(1))));
        Instance events = Given.events(s);
        Array[] after = new Array[2];
        Array[] spike = new Array[2];
        for (int i = 0; i < 2; i++) {
            s.given(holds(potential[i], bits));
            after[i] = Given.ints(potential[i]);
            spike[i] = Given.ints(spiked[i]);
        }
        Array net = Given.ints(Given.zero());
        Instance neurons = s.object(
                ErrorNeurons.class,
                "one",
                one,
                "potentialBits",
                bits,
                "events",
                events,
                "positive",
                after[0],
                "negative",
                after[1],
                "positiveSpike",
                spike[0],
                "negativeSpike",
                spike[1],
                "net",
                net);
        s.callFor(ErrorNeurons.class, "step", neurons, Given.ints(e));
        Signal[] signals = {Signal.POSITIVE_POTENTIAL, Signal.NEGATIVE_POTENTIAL};
        for (int i = 0; i < 2; i++) {
            s.productSelects(signExtend(spiked[i], 64), one);
            Term lost = ite(eq(spiked[i], constant(1, 32)), exact(one), exact(0));
            Term error = i == 0 ? exact(e) : neg(exact(e));
            Term driven = add(sub(exact(potential[i]), lost), error);
            s.prove(eq(exact(after[i].term(0)), saturate(driven, bits)));
            s.prove(holds(after[i].term(0), bits));
            s.prove(eq(exact(spike[i].term(0)), indicator(slt(exact(one), exact(after[i].term(0))))));
            s.prove(eq(Given.count(events, signals[i]), indicator(ne(saturate(driven, bits), driven))));
        }
        s.prove(eq(exact(net.term(0)), sub(exact(spike[0].term(0)), exact(spike[1].term(0)))));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ERR-5", "ERR-6", "ERR-9"},
            says = "D and its saturations are those of the clause for the sum that arrives; D stays within its"
                    + " width; no"
                    + " word overflows",
            inputs = "every D and width that PROF-1 admits, every sum below 2^62 in magnitude",
            slow = true)
    @Planted(
            value = "the dendrite is a bit too wide",
            in = HERE + "ErrorDendrite.java",
            right = "Words.saturate(exact, dendriteBits)",
            wrong = "Words.saturate(exact, dendriteBits + 1)")
    static void dendrite(Scene s) {
        Term bits = s.within("error.dendriteBits", 32, 2, 31);
        Term d = s.any("D", 32);
        Term sum = s.within("sum", 64, 1 - (1L << 62), (1L << 62) - 1);
        s.given(holds(d, bits));
        Instance events = Given.events(s);
        Array value = Given.ints(d);
        Instance dendrite = s.object(ErrorDendrite.class, "dendriteBits", bits, "events", events, "value", value);
        s.callFor(ErrorDendrite.class, "add", dendrite, constant(0, 32), sum);
        Term exact = add(exact(d), exact(sum));
        s.prove(eq(exact(value.term(0)), saturate(exact, bits)));
        s.prove(holds(value.term(0), bits));
        s.prove(eq(Given.count(events, Signal.DENDRITE), indicator(ne(saturate(exact, bits), exact))));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ERR-6", "PROF-2"},
            says = "what arrives in a step is the sum of B_ik (sp_k - sn_k), each spike adding, taking away or"
                    + " leaving its"
                    + " weight; no word overflows",
            inputs = "2 outputs, every B of 24 bits, every net spike",
            slow = true)
    @Planted(
            value = "negative error spikes are forgotten",
            in = HERE + "ErrorDendrite.java",
            right = "signal.length + k] * signal[k];",
            wrong = "signal.length + k] * Math.max(0, signal[k]);")
    static void hiddenSum(Scene s) {
        Term[] b = new Term[2];
        Term[] net = new Term[2];
        Term expected = exact(0);
        for (int k = 0; k < 2; k++) {
            b[k] = s.within("B" + k, 32, 1 - (1 << 23), (1 << 23) - 1);
            net[k] = s.within("net" + k, 32, -1, 1);
            Term arrives = ite(negative(net[k]), neg(exact(b[k])), exact(b[k]));
            expected = add(expected, ite(eq(net[k], constant(0, 32)), exact(0), arrives));
        }
        Term sum = s.call(ErrorDendrite.class, "sum", Given.ints(b), constant(0, 32), Given.ints(net));
        s.prove(eq(exact(sum), expected));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ERR-7", "WORD-4"},
            says = "q and its saturations are those of the clause, in all five rounding modes and for shifts of either"
                    + " sign; q stays within its width; no word overflows",
            inputs = "every D, draw, width and shift that PROF-1 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "a left shift is a place short",
            in = HERE + "ErrorDendrite.java",
            right = "(long) value[i] << -shift;",
            wrong = "(long) value[i] << -shift - 1;")
    static void learningError(Scene s) {
        shiftIsProven(s);
        Term d = s.any("D", 32);
        Term dendriteBits = s.within("error.dendriteBits", 32, 2, 31);
        Term bits = s.within("error.learningBits", 32, 2, 24);
        Term places = s.within("shift", 32, -16, 24);
        s.given(holds(d, dendriteBits));
        Term right = ite(negative(places), constant(0, 32), places);
        for (Rounding mode : Rounding.values()) {
            Instance events = Given.events(s);
            Array q = Given.ints(Given.zero());
            Instance dendrite = s.object(
                    ErrorDendrite.class,
                    "learningBits",
                    bits,
                    "shift",
                    places,
                    "rounder",
                    Given.rounder(s, right, mode),
                    "events",
                    events,
                    "value",
                    Given.ints(d),
                    "learningError",
                    q);
            s.callFor(ErrorDendrite.class, "computeLearningErrors", dendrite, constant(0, 64));
            Term left = shl(exact(d), exact(neg(places)));
            Term exact = ite(negative(places), left, shiftedWord(exact(d), right, mode, Given.draw(s)));
            s.prove(eq(exact(q.term(0)), saturate(exact, bits)));
            s.prove(holds(q.term(0), bits));
            s.prove(eq(Given.count(events, Signal.LEARNING_ERROR), indicator(ne(saturate(exact, bits), exact))));
        }
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"ERR-8", "WORD-4"},
            says = "c and its saturations are those of the clause, in all five rounding modes; c stays within"
                    + " its width; no"
                    + " word overflows",
            inputs = "every q, E, draw, width and shift that PROF-1 admits; the product as it is",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the width of the dendrite",
            in = HERE + "FedBackError.java",
            right = "Words.saturate(exact, bits)",
            wrong = "Words.saturate(exact, bits + 7)")
    static void fedBack(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term q = s.within("q", 32, 1 - (1 << 23), (1 << 23) - 1);
        Term e = s.within("E", 32, 1 - (1 << 30), (1 << 30) - 1);
        Term bits = s.within("error.learningBits", 32, 2, 24);
        Term places = s.within("feedback.pathShift", 32, 0, 32);
        s.given(holds(q, bits));
        Term size = product(s, abs(signExtend(q, 64)), abs(signExtend(e, 64)), 1 << 23, 1 << 30);
        signs(s, signExtend(q, 64), signExtend(e, 64));
        // Both sides multiply in 64 bits; that this is the product of the magnitudes, with its sign, is the first goal.
        Term qe = exact(mul(signExtend(q, 64), signExtend(e, 64)));
        s.prove(eq(qe, ite(ne(negative(q), negative(e)), neg(size), size)));
        for (Rounding mode : Rounding.values()) {
            Instance events = Given.events(s);
            Array c = Given.ints(Given.zero());
            Instance error = s.object(
                    FedBackError.class,
                    "bits",
                    bits,
                    "rounder",
                    Given.rounder(s, places, mode),
                    "events",
                    events,
                    "value",
                    c);
            s.callFor(FedBackError.class, "compute", error, constant(0, 64), Given.ints(q), Given.ints(e));
            Term exact = shiftedWord(qe, places, mode, Given.draw(s));
            s.prove(eq(exact(c.term(0)), saturate(exact, bits)));
            s.prove(holds(c.term(0), bits));
            s.prove(eq(Given.count(events, Signal.FED_BACK_ERROR), indicator(ne(saturate(exact, bits), exact))));
        }
        s.proveNoOverflow();
    }

    /** x y by its magnitudes, for factors of either sign. */
    static void signs(Scene s, Term x, Term y) {
        s.productNegates(x, y);
        s.productNegates(y, x);
        s.productNegates(x, neg(y));
    }

    @Proof(
            clauses = {"ERR-2", "ERR-3"},
            says = "nearest(x, y) is x / y rounded to the nearest, a half upwards: (2 r - 1) y <= 2 x < (2 r +"
                    + " 1) y; no word"
                    + " overflows",
            inputs = "0 <= x < 2^9, 0 < y < 2^9, with division and products multiplied out",
            slow = true)
    @Planted(
            value = "the error is rounded down",
            in = HERE + "OutputError.java",
            right = "(2 * x + y) / (2 * y)",
            wrong = "(2 * x) / (2 * y)")
    static void nearest(Scene s) {
        Term x = s.within("x", 64, 0, (1 << 9) - 1);
        Term y = s.within("y", 64, 1, (1 << 9) - 1);
        Term r = s.call(OutputError.class, "nearest", x, y);
        Term small = extract(31, 0, r);
        Term twice = shl(small, constant(1, 32));
        Term y32 = extract(31, 0, y);
        Term x2 = shl(extract(31, 0, x), constant(1, 32));
        s.prove(ule(r, constant(1 << 9, 64)));
        s.prove(sle(mul(sub(twice, constant(1, 32)), y32), x2));
        s.prove(slt(x2, mul(add(twice, constant(1, 32)), y32)));
        s.proveNoOverflow();
    }
}
