package org.biograd.proof.fast;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.fixedpoint.word.Words;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.step.Given;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Rounding;

/**
 * The narrow forms, a stage at a time: each stage equals what the plain form does there, by the functions of Words or
 * the clause, and the events are counted where the plain form counts them.
 */
final class NarrowProofs {

    private static final String FAST = "fixedpoint/src/main/java/org/biograd/fixedpoint/fast/";
    private static final Class<?> WORDS = Scene.type("fixedpoint.fast.NarrowWords");
    private static final Class<?> SOMA = Scene.type("fixedpoint.fast.NarrowSoma");
    private static final Class<?> UPDATE = Scene.type("fixedpoint.fast.NarrowUpdate");

    private NarrowProofs() {}

    @Proof(
            clauses = "WORD-2",
            says = "NarrowWords.saturate = Words.saturate, and saturates is 1 exactly where it changes x",
            inputs = "abs(x) < 2^30; widths 2..31")
    @Planted(
            value = "half of the difference is not taken",
            in = FAST + "NarrowWords.java",
            right = "Math.abs(x - largest) >> 1;",
            wrong = "Math.abs(x - largest) >> 2;")
    static void saturate(Scene s) {
        Term x = s.within("x", 32, 1 - (1 << 30), (1 << 30) - 1);
        Term bits = s.within("bits", 32, 2, 31);
        Term largest = largest32(bits);
        Term y = s.call(WORDS, "saturate", x, largest);
        Term over = s.call(WORDS, "saturates", x, largest);
        Term plain = s.call(Words.class, "saturate", signExtend(x, 64), bits);
        s.prove(eq(signExtend(y, 64), plain));
        s.prove(eq(exact(over), indicator(ne(plain, signExtend(x, 64)))));
    }

    @Proof(
            clauses = {"SOMA-2", "OBS-2"},
            says = "NarrowSoma.takeInput: u is wrap(2^shift a), and a wrap is counted exactly where u is not 2^shift a",
            inputs = "every a of 32 bits; width of u 3..30, shift 0..24")
    @Planted(
            value = "wraps are counted by the sign alone",
            in = FAST + "NarrowSoma.java",
            right = "(lost | -lost) >>> 31;",
            wrong = "lost >>> 31;")
    static void takeInput(Scene s) {
        Term a = s.any("a", 32);
        Term bits = s.within("soma.currentBits", 32, 3, 30);
        Term places = s.within("weight.shift", 32, 0, 24);
        Array u = Given.ints(Given.zero());
        Array wraps = Given.ints(Given.zero());
        s.callFor(SOMA, "takeInput", Given.ints(a), u, wraps, places, sub(constant(32, 32), bits));
        Term input = shl(exact(a), exact(places));
        s.prove(eq(exact(u.term(0)), wrap(input, bits)));
        s.prove(eq(exact(wraps.term(0)), indicator(ne(wrap(input, bits), input))));
    }

    @Proof(
            clauses = {"SOMA-3", "WORD-5"},
            says = "NarrowSoma.decay = Words.decay of v, or of 0 after a spike: the product in two parts loses nothing",
            inputs = "abs(v) < 2^29, s, keep 0..4096",
            tactic = "qfufbv_ackr")
    @Planted(
            value = "the low part is floored toward minus infinity",
            in = FAST + "NarrowSoma.java",
            right = "voltage[i] = (kept ^ sign) - sign;",
            wrong = "voltage[i] = kept ^ sign;")
    static void decay(Scene s) {
        s.nameProducts();
        Term v = s.within("v", 32, 1 - (1 << 29), (1 << 29) - 1);
        Term spike = s.within("s", 32, 0, 1);
        Term keep = s.within("keep", 32, 0, 4096);
        Array after = Given.ints(v);
        s.callFor(SOMA, "decay", after, Given.ints(spike), keep);
        Term rest = ite(eq(spike, constant(1, 32)), constant(0, 32), v);
        Term plain = s.call(Words.class, "decay", signExtend(rest, 64), keep);
        Term size = abs(rest);
        Term high = lshr(size, constant(12, 32));
        Term low = and(size, constant(4095, 32));
        Term keep64 = signExtend(keep, 64);
        // (4096 high + low) keep = 4096 (high keep) + low keep, each product the same in 32 bits.
        Term high64 = zeroExtend(high, 64);
        Term low64 = zeroExtend(low, 64);
        s.productDistributes(shl(high64, constant(12, 64)), low64, keep64);
        s.productShifts(high64, 12, keep64);
        s.productWidens(high, keep, 1 << 17, 4096, 64);
        s.productWidens(low, keep, 4095, 4096, 64);
        s.productFits(high64, keep64, 1 << 17, 4096);
        s.productFits(low64, keep64, 4095, 4096);
        s.prove(eq(signExtend(after.term(0), 64), plain));
    }

    @Proof(
            clauses = {"SOMA-3", "SOMA-4", "OBS-2"},
            says = "NarrowSoma.integrate and fire: v, the count of its saturations and s are those of the plain form",
            inputs = "what decays to abs(v) < 2^29, u of 30 bits, width of v 3..30, every threshold",
            slow = true)
    @Planted(
            value = "the threshold is not strict",
            in = FAST + "NarrowSoma.java",
            right = "spike[i] = threshold - voltage[i] >>> 31;",
            wrong = "spike[i] = threshold - voltage[i] - 1 >>> 31;")
    static void integrateAndFire(Scene s) {
        narrowIsProven(s);
        Term decayed = s.within("v", 32, 1 - (1 << 29), (1 << 29) - 1);
        Term u = s.within("u", 32, -(1 << 29), (1 << 29) - 1);
        Term bits = s.within("soma.voltageBits", 32, 3, 30);
        Term threshold = s.within("soma.threshold", 32, 0, (1 << 29) - 2);
        Array v = Given.ints(decayed);
        Array over = Given.ints(Given.zero());
        Array spike = Given.ints(Given.zero());
        s.callFor(SOMA, "integrate", v, Given.ints(u), over, largest32(bits));
        s.callFor(SOMA, "fire", v, spike, threshold);
        Term driven = add(exact(decayed), exact(u));
        Term stored = limited(driven, bits);
        s.prove(eq(exact(v.term(0)), stored));
        s.prove(eq(exact(over.term(0)), indicator(ne(stored, driven))));
        s.prove(eq(exact(spike.term(0)), indicator(slt(exact(threshold), exact(v.term(0))))));
    }

    @Proof(
            clauses = {"LEARN-1", "LEARN-2"},
            says = "NarrowUpdate.multiply: P is that of WeightUpdate.product of q E, though it is computed in 32 bits",
            inputs = "every q, E and m of widths that fits admits, b in 0..62",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the shift is cut to 5 bits",
            in = FAST + "NarrowUpdate.java",
            right = "* (error[i] * eligibility[i]) >> shift;",
            wrong = "* (error[i] * eligibility[i]) >> (shift & 15);")
    static void multiply(Scene s) {
        s.nameProducts();
        Term[] bits = {
            s.within("error.learningBits - 1", 64, 1, 23),
            s.within("eligibility.bits - 1", 64, 1, 30),
            s.within("bits(m)", 64, 0, 16)
        };
        Term q = s.within("q", 32, 1 - (1 << 23), (1 << 23) - 1);
        Term e = s.within("E", 32, 1 - (1 << 30), (1 << 30) - 1);
        Term m = s.within("m", 32, 0, 65_535);
        Term b = s.within("b", 32, 0, 62);
        Term q64 = signExtend(q, 64);
        Term e64 = signExtend(e, 64);
        Term m64 = signExtend(m, 64);
        s.given(ult(abs(q64), shl(constant(1, 64), bits[0])));
        s.given(ult(abs(e64), shl(constant(1, 64), bits[1])));
        s.given(ult(m64, shl(constant(1, 64), bits[2])));
        // What fits asks for: 29 bits of the product, two signs among them.
        s.given(sle(add(add(bits[0], bits[1]), bits[2]), constant(27, 64)));
        Array product = Given.ints(Given.zero());
        Term narrowShift = ite(slt(b, constant(31, 32)), b, constant(31, 32));
        s.callFor(UPDATE, "multiply", constant(1, 32), product, Given.ints(q), Given.ints(e), m, narrowShift);
        Term gradient = mul(q64, e64);
        Instance plain = s.object(WeightUpdate.class, "multiplier", m, "shift", b);
        Term p = s.call(WeightUpdate.class, "product", plain, gradient);
        s.productNegates(q64, e64);
        s.productNegates(e64, q64);
        s.productNegates(q64, neg(e64));
        s.productBelowPowers(abs(q64), abs(e64), bits[0], bits[1]);
        s.productNarrows(q64, e64, 32);
        s.productNegates(gradient, m64);
        s.productBelowPowers(abs(gradient), m64, add(bits[0], bits[1]), bits[2]);
        s.productNarrows(gradient, m64, 32);
        s.prove(eq(signExtend(product.term(0), 64), p));
        s.prove(slt(abs(exact(p)), exact(1 << 28)));
    }

    @Proof(
            clauses = {"LEARN-3", "OBS-2"},
            says = "NarrowUpdate.accumulate and round: w and the counts of both saturations are those of the clause",
            inputs = "abs(P) < 2^28; every w and draw, weight.bits + fraction <= 29 and <= accumulator bits, as"
                    + " fits says",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the draw is compared with <=",
            in = FAST + "NarrowUpdate.java",
            right = "(draw[i] - (accumulator[i] & low) >>> 31)",
            wrong = "(draw[i] - 1 - (accumulator[i] & low) >>> 31)")
    static void accumulateAndRound(Scene s) {
        narrowIsProven(s);
        Term bits = s.within("weight.bits", 32, 2, 24);
        Term fraction = s.within("update.accumulatorFraction", 32, 1, 27);
        Term accumulatorBits = s.within("update.accumulatorBits", 32, 2, 62);
        s.given(sle(add(bits, fraction), constant(29, 32)));
        s.given(sle(add(bits, fraction), accumulatorBits));
        Term w = s.within("w", 32, 1 - (1 << 23), (1 << 23) - 1);
        Term p = s.within("P", 32, 1 - (1 << 28), (1 << 28) - 1);
        Term draw = s.within("draw", 32, 0, (1 << 27) - 1);
        s.given(holds(w, bits));
        s.given(slt(exact(draw), power(fraction)));
        Array weight = Given.ints(w);
        Array product = Given.ints(p);
        Array overAccumulator = Given.ints(Given.zero());
        Array overWeight = Given.ints(Given.zero());
        // A wider accumulator than 31 bits never saturates here, as the constructor says.
        Term narrow = ite(slt(constant(31, 32), accumulatorBits), constant(31, 32), accumulatorBits);
        Term one = constant(1, 32);
        s.callFor(UPDATE, "accumulate", one, product, weight, overAccumulator, fraction, largest32(narrow));
        s.callFor(UPDATE, "round", one, weight, product, Given.ints(draw), overWeight, fraction, largest32(bits));
        Term exact = sub(shl(exact(w), exact(fraction)), exact(p));
        Term c = limited(exact, accumulatorBits);
        s.prove(eq(exact(product.term(0)), c));
        s.prove(eq(exact(overAccumulator.term(0)), indicator(ne(c, exact))));
        // c of the code, which the first goal says is that of the clause.
        Term rounded = shift(exact(product.term(0)), fraction, Rounding.STOCHASTIC, draw);
        Term after = limited(rounded, bits);
        s.prove(eq(exact(weight.term(0)), after));
        s.prove(eq(exact(overWeight.term(0)), indicator(ne(after, rounded))));
    }

    /** Takes the first of these claims in place of NarrowWords; that calls keep to its bounds is a goal. */
    private static void narrowIsProven(Scene s) {
        for (String name : new String[] {"saturate", "saturates"}) {
            s.walker().replace(Scene.internalName(WORDS) + "." + name, (arguments, path) -> {
                Term x = (Term) arguments.get(0);
                Term largest = (Term) arguments.get(1);
                Term fits = both(
                        slt(abs(exact(x)), exact(1 << 30)),
                        both(sle(exact(1), exact(largest)), sle(exact(largest), exact((1 << 30) - 1))));
                s.prove(implies(path, fits));
                Term stored = ite(slt(largest, x), largest, ite(slt(x, neg(largest)), neg(largest), x));
                return name.equals("saturate") ? stored : ite(eq(stored, x), Given.zero(), constant(1, 32));
            });
        }
    }

    /** WORD-2: the claim of that name stands in the way of a static import. */
    private static Term limited(Term x, Term bits) {
        return org.biograd.proof.step.Clauses.saturate(x, bits);
    }

    private static Term largest32(Term bits) {
        return sub(shl(constant(1, 32), sub(bits, constant(1, 32))), constant(1, 32));
    }
}
