package org.biograd.proof.step;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import java.util.EnumMap;
import java.util.Map;
import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;

/** Chapters Weight update and Sleep: how weights move. */
final class UpdateProofs {

    private static final String HERE = "fixedpoint/src/main/java/org/biograd/fixedpoint/";

    private UpdateProofs() {}

    @Proof(
            clauses = {"LEARN-1", "PROF-2"},
            says = "G grows by q E, and after n samples of a batch abs(G) <= n 2^(learningBits - 1 +"
                    + " eligibility.bits - 1):"
                    + " no sum overflows",
            inputs = "every G that n samples can leave, n < update.batch, every q and E, all widths that PROF-2 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the gradient of a sample counts twice",
            in = HERE + "WeightUpdate.java",
            right = "(long) learningError[i] * eligibility[row + i];",
            wrong = "2L * learningError[i] * eligibility[row + i];")
    static void gradient(Scene s) {
        s.nameProducts();
        Widths w = new Widths(s);
        Term g = s.any("G", 64);
        Term n = s.within("n", 64, 0, 65_535);
        Term batch = s.known("update.batch");
        s.given(slt(n, signExtend(batch, 64)));
        Term limit = power(add(w.q, w.e));
        Term bound = shl(exact(n), exact(add(w.q, w.e)));
        s.given(sle(abs(exact(g)), bound));
        Term q = w.q(s);
        Term e = w.e(s);
        Term qe = signedProduct(s, signExtend(q, 64), signExtend(e, 64));
        // |q E| < 2^(bits of q + bits of E), from |q| < 2^x and |E| < 2^y.
        s.productBelowPowers(abs(signExtend(q, 64)), abs(signExtend(e, 64)), signExtend(w.q, 64), signExtend(w.e, 64));
        Array gradient = Array.longs(g);
        Instance update = s.object(WeightUpdate.class, "gradient", gradient);
        s.callFor(WeightUpdate.class, "accumulate", update, Given.ints(q), Given.ints(e));
        Term after = exact(gradient.term(0));
        s.prove(eq(after, add(exact(g), qe)));
        s.prove(sle(abs(after), add(bound, limit)));
        s.prove(slt(abs(after), exact(1L << 62)));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"LEARN-2", "PROF-2"},
            says = "P = floor(m G / 2^b); the product has 63 bits at most",
            inputs = "every G with bits(G) + bits(m) <= 62, m in 0..65535, b in 0..62",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the product is rounded toward zero",
            in = HERE + "WeightUpdate.java",
            right = "shift, Rounding.FLOOR, 0)",
            wrong = "shift, Rounding.TOWARD_ZERO, 0)")
    static void product(Scene s) {
        s.nameProducts();
        Term g = s.any("G", 64);
        Term m = s.within("m", 32, 0, 65_535);
        Term b = s.within("b", 32, 0, 62);
        Term gBits = s.within("bits of G", 64, 0, 62);
        Term mBits = s.within("bits of m", 64, 0, 16);
        Term m64 = signExtend(m, 64);
        s.given(ult(abs(g), shl(constant(1, 64), gBits)));
        s.given(ult(m64, shl(constant(1, 64), mBits)));
        s.given(sle(add(gBits, mBits), constant(62, 64)));
        s.productBelowPowers(abs(g), m64, gBits, mBits);
        s.productNegates(g, m64);
        Instance update = s.object(WeightUpdate.class, "multiplier", m, "shift", b);
        Term p = s.call(WeightUpdate.class, "product", update, g);
        Term size = zeroExtend(mul(abs(g), m64), 128);
        Term mg = ite(negative(g), neg(size), size);
        s.prove(eq(exact(p), ashr(mg, exact(b))));
        s.proveNoOverflow();
    }

    @Proof(
            clauses = {"LEARN-3", "WORD-4"},
            says = "w and the saturations of accumulator and weight are those of the clause, in all five"
                    + " rounding modes; w"
                    + " stays within its width; where P = 0 it keeps its value; no word overflows",
            inputs = "every w and draw, every P below 2^62 in magnitude, all widths that PROF-2 admits",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the accumulator is not saturated",
            in = HERE + "WeightUpdate.java",
            right = "Words.saturate(exact, parameters.accumulatorBits())",
            wrong = "exact")
    static void weight(Scene s) {
        shiftIsProven(s);
        Term w = s.within("w", 32, 1 - (1 << 23), (1 << 23) - 1);
        Term p = s.within("P", 64, 1 - (1L << 62), (1L << 62) - 1);
        Term bits = s.within("weight.bits", 32, 2, 24);
        s.given(holds(w, bits));
        Term fraction = null;
        Term accumulatorBits = null;
        Instance update = null;
        Map<Rounding, Instance> events = new EnumMap<>(Rounding.class);
        Map<Rounding, Term> after = new EnumMap<>(Rounding.class);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = Given.update(s, mode);
            fraction = Given.of(parameters, "accumulatorFraction");
            accumulatorBits = Given.of(parameters, "accumulatorBits");
            s.given(sle(add(bits, fraction), accumulatorBits));
            events.put(mode, Given.events(s));
            update = s.object(
                    WeightUpdate.class,
                    "parameters",
                    parameters,
                    "weightBits",
                    bits,
                    "rounder",
                    Given.rounder(s, fraction, mode),
                    "events",
                    events.get(mode));
            after.put(mode, s.call(WeightUpdate.class, "newWeight", update, constant(0, 32), w, p));
            s.prove(implies(eq(p, constant(0, 64)), eq(after.get(mode), w)));
        }
        Term exact = sub(shl(exact(w), exact(fraction)), exact(p));
        Term stored = saturate(exact, accumulatorBits);
        for (Rounding mode : Rounding.values()) {
            s.prove(eq(Given.count(events.get(mode), Signal.WEIGHT_CHANGE), indicator(ne(stored, exact))));
        }
        update.fields().put("events", Given.events(s));
        Term c = s.call(WeightUpdate.class, "accumulator", update, w, p);
        s.prove(eq(exact(c), stored));
        // From here on c is any value, that of the clause among them.
        s.name("c", c, holds(c, constant(62, 32)));
        for (Rounding mode : Rounding.values()) {
            Term rounded = shiftedWord(exact(c), fraction, mode, Given.draw(s));
            s.prove(eq(exact(after.get(mode)), saturate(rounded, bits)));
            s.prove(holds(after.get(mode), bits));
            Term over = Given.count(events.get(mode), Signal.WEIGHT);
            s.prove(eq(over, indicator(ne(saturate(rounded, bits), rounded))));
        }
        s.proveNoOverflow();
    }

    private static Term signedProduct(Scene s, Term x, Term y) {
        Term size = Clauses.product(s, abs(x), abs(y), 1 << 23, 1 << 30);
        ErrorProofs.signs(s, x, y);
        return ite(ne(negative(x), negative(y)), neg(size), size);
    }

    /** The widths that PROF-2 binds together, each without its sign. */
    private static final class Widths {

        private final Term q;
        private final Term e;

        Widths(Scene s) {
            q = s.within("error.learningBits - 1", 32, 1, 23);
            e = s.within("eligibility.bits - 1", 32, 1, 30);
            Term batch = s.within("update.batch", 32, 1, 65_536);
            Term batchBits = s.within("bits(update.batch)", 32, 1, 17);
            Term mBits = s.within("bits(m)", 32, 0, 16);
            s.given(slt(exact(batch), power(batchBits)));
            s.given(sle(add(add(q, e), add(batchBits, mBits)), constant(62, 32)));
        }

        Term q(Scene s) {
            Term x = s.within("q", 32, 1 - (1 << 23), (1 << 23) - 1);
            s.given(slt(abs(exact(x)), power(q)));
            return x;
        }

        Term e(Scene s) {
            Term x = s.within("E", 32, 1 - (1 << 30), (1 << 30) - 1);
            s.given(slt(abs(exact(x)), power(e)));
            return x;
        }
    }
}
