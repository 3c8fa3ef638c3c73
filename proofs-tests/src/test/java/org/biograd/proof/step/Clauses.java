package org.biograd.proof.step;

import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.word.Words;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.spec.Rounding;

/** The words of the clauses as formulas of 128 bits: apart from the code, from the text of the chapter Words. */
public final class Clauses {

    private static final int WIDTH = 128;

    private Clauses() {}

    /** A number as the clauses have it. */
    public static Term exact(Term x) {
        return signExtend(x, WIDTH);
    }

    public static Term exact(long x) {
        return constant(x, WIDTH);
    }

    /** 2^k. */
    public static Term power(Term k) {
        return shl(exact(1), exact(k));
    }

    /** The largest magnitude of saturate(., bits): 2^(bits-1) - 1. */
    public static Term largest(Term bits) {
        return sub(power(sub(bits, constant(1, bits.width()))), exact(1));
    }

    /** -largest <= x <= largest: what saturate leaves. */
    public static Term holds(Term x, Term bits) {
        return both(sle(neg(largest(bits)), exact(x)), sle(exact(x), largest(bits)));
    }

    /** WORD-1: the remainder in -2^(b-1) .. 2^(b-1) - 1. */
    public static Term wrap(Term x, Term bits) {
        Term half = power(sub(bits, constant(1, bits.width())));
        Term low = and(add(x, half), sub(power(bits), exact(1)));
        return sub(low, half);
    }

    /** WORD-2. */
    public static Term saturate(Term x, Term bits) {
        return limit(x, neg(largest(bits)), largest(bits));
    }

    /** WORD-3. */
    public static Term saturateUnsigned(Term x, Term bits) {
        return limit(x, exact(0), sub(power(bits), exact(1)));
    }

    private static Term limit(Term x, Term least, Term most) {
        return ite(slt(most, x), most, ite(slt(x, least), least, x));
    }

    /** WORD-4, by its table. */
    public static Term shift(Term x, Term k, Rounding mode, Term draw) {
        Term places = exact(k);
        Term floor = ashr(x, places);
        Term up = add(floor, exact(1));
        Term rest = sub(x, shl(floor, places));
        Term size = lshr(abs(x), places);
        return switch (mode) {
            case FLOOR -> floor;
            case TOWARD_ZERO -> ite(negative(x), neg(size), size);
            case AWAY_FROM_ZERO -> {
                Term ceiling = neg(ashr(neg(abs(x)), places));
                yield ite(negative(x), neg(ceiling), ceiling);
            }
            case NEAREST_EVEN -> {
                Term twice = shl(rest, exact(1));
                Term odd = eq(and(floor, exact(1)), exact(1));
                Term nearer = slt(power(k), twice);
                yield ite(either(nearer, both(eq(power(k), twice), odd)), up, floor);
            }
            case STOCHASTIC -> ite(slt(exact(draw), rest), up, floor);
        };
    }

    /** WORD-4 as a word of 64 bits holds it: that it does is proven with the code. */
    public static Term word(Term x, Term k, Rounding mode, Term draw) {
        return extract(63, 0, shift(exact(x), k, mode, draw));
    }

    /** The same of an x of 128 bits, as a number. */
    public static Term shiftedWord(Term x, Term k, Rounding mode, Term draw) {
        return exact(word(x, k, mode, draw));
    }

    /**
     * Takes WORD-4, which is proven apart, in place of the code of Words.shift; that calls keep to its bounds is a
     * goal.
     */
    public static void shiftIsProven(Scene s) {
        s.walker().replace(Scene.internalName(Words.class) + ".shift", (arguments, path) -> {
            Term x = (Term) arguments.get(0);
            Term k = (Term) arguments.get(1);
            Rounding mode = (Rounding) arguments.get(2);
            int most = mode == Rounding.STOCHASTIC ? 32 : 62;
            Term bounds = both(slt(abs(exact(x)), exact(1L << 62)), ule(k, constant(most, 32)));
            s.prove(implies(path, bounds));
            return word(x, k, mode, (Term) arguments.get(3));
        });
    }

    /**
     * WORD-6 of x and f, whose product stays a name: sign(x f) floor(|x| |f| / 4096).
     *
     * @param x a word of 64 bits, at most 2^50 in magnitude
     * @param f a word of 64 bits, at most 8191 in magnitude
     */
    public static Term scale(Scene s, Term x, Term f) {
        Term floor = lshr(product(s, abs(x), abs(f), 1L << 50, 8191), exact(12));
        return ite(ne(negative(x), negative(f)), neg(floor), floor);
    }

    /** The product of two unsigned words of 64 bits, exact; the code has it in 64 bits. */
    public static Term product(Scene s, Term x, Term y, long largestX, long largestY) {
        s.productWidens(x, y, largestX, largestY, WIDTH);
        s.productFits(x, y, largestX, largestY);
        return mul(zeroExtend(x, WIDTH), zeroExtend(y, WIDTH));
    }

    /** [c], of 128 bits. */
    public static Term indicator(Term condition) {
        return ite(condition, exact(1), exact(0));
    }
}
