package org.biograd.proof.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes terms. What is constant is computed at once, and what is evidently simpler is written so; the rest is left to a
 * solver. Not for two threads at once.
 */
public final class Terms {

    private record Key(Op op, int width, List<Term> arguments, String name, BigInteger value, int low) {}

    private static final Map<Key, Term> KNOWN = new HashMap<>();

    public static final Term TRUE = intern(Op.CONSTANT, 0, List.of(), null, BigInteger.ONE, 0);
    public static final Term FALSE = intern(Op.CONSTANT, 0, List.of(), null, BigInteger.ZERO, 0);

    private Terms() {}

    private static Term intern(Op op, int width, List<Term> arguments, String name, BigInteger value, int low) {
        return KNOWN.computeIfAbsent(
                new Key(op, width, arguments, name, value, low),
                k -> new Term(op, width, arguments, name, value, low, KNOWN.size()));
    }

    /** Forgets all terms made so far: what is made next depends on nothing that was made before. */
    public static void forget() {
        KNOWN.clear();
        for (Term t : List.of(TRUE, FALSE)) {
            KNOWN.put(new Key(Op.CONSTANT, 0, List.of(), null, t.unsigned(), 0), t);
        }
    }

    // leaves

    /** The constant, modulo 2^width. */
    public static Term constant(BigInteger value, int width) {
        BigInteger mask = BigInteger.ONE.shiftLeft(Math.max(1, width)).subtract(BigInteger.ONE);
        return intern(Op.CONSTANT, width, List.of(), null, value.and(mask), 0);
    }

    public static Term constant(long value, int width) {
        return constant(BigInteger.valueOf(value), width);
    }

    public static Term truth(boolean value) {
        return value ? TRUE : FALSE;
    }

    public static Term variable(String name, int width) {
        return intern(Op.VARIABLE, width, List.of(), name, null, 0);
    }

    /** The value of an unknown function. */
    public static Term apply(String function, int width, Term... arguments) {
        return intern(Op.APPLY, width, List.of(arguments), function, null, 0);
    }

    // integers of w bits

    public static Term add(Term x, Term y) {
        if (isZero(x)) {
            return y;
        }
        return isZero(y) ? x : binary(Op.ADD, x, y);
    }

    public static Term sub(Term x, Term y) {
        return isZero(y) ? x : binary(Op.SUB, x, y);
    }

    public static Term mul(Term x, Term y) {
        if (isZero(x) || isOne(y)) {
            return x;
        }
        if (isZero(y) || isOne(x)) {
            return y;
        }
        if (isPowerOf2(x) && !isPowerOf2(y)) {
            return mul(y, x);
        }
        if (isPowerOf2(y)) {
            return shl(x, constant(y.unsigned().getLowestSetBit(), x.width()));
        }
        // One order of the factors, so that x y and y x are one term, and |x| y and y |x| are however |x| is written.
        int order = x.leaf().compareTo(y.leaf());
        boolean asTheyStand = order == 0 ? x.number() <= y.number() : order < 0;
        return asTheyStand ? binary(Op.MUL, x, y) : binary(Op.MUL, y, x);
    }

    /** The quotient of unsigned x and y; all ones where y is 0, as in SMT-LIB. */
    public static Term udiv(Term x, Term y) {
        return binary(Op.UDIV, x, y);
    }

    public static Term urem(Term x, Term y) {
        return binary(Op.UREM, x, y);
    }

    /** x / y rounded toward zero: what SMT-LIB's bvsdiv is defined as. */
    public static Term sdiv(Term x, Term y) {
        Term quotient = udiv(abs(x), abs(y));
        return ite(eq(negative(x), negative(y)), quotient, neg(quotient));
    }

    /** x - y sdiv(x, y), as bvsrem is defined. */
    public static Term srem(Term x, Term y) {
        Term remainder = urem(abs(x), abs(y));
        return ite(negative(x), neg(remainder), remainder);
    }

    public static Term neg(Term x) {
        return fold(Op.NEG, x.width(), List.of(x), 0);
    }

    /** The magnitude; the most negative value stays what it is. */
    public static Term abs(Term x) {
        return ite(negative(x), neg(x), x);
    }

    public static Term and(Term x, Term y) {
        if (isZero(x) || isOnes(y)) {
            return x;
        }
        return isZero(y) || isOnes(x) ? y : binary(Op.AND, x, y);
    }

    public static Term or(Term x, Term y) {
        if (isZero(x)) {
            return y;
        }
        return isZero(y) ? x : binary(Op.OR, x, y);
    }

    public static Term xor(Term x, Term y) {
        if (isZero(x)) {
            return y;
        }
        return isZero(y) ? x : binary(Op.XOR, x, y);
    }

    public static Term complement(Term x) {
        return fold(Op.COMPLEMENT, x.width(), List.of(x), 0);
    }

    /** x 2^k modulo 2^w; 0 where k, unsigned, is w or more. The same for the two that follow. */
    public static Term shl(Term x, Term k) {
        return isZero(k) || isZero(x) ? x : binary(Op.SHL, x, k);
    }

    public static Term lshr(Term x, Term k) {
        return isZero(k) || isZero(x) ? x : binary(Op.LSHR, x, k);
    }

    public static Term ashr(Term x, Term k) {
        return isZero(k) || isZero(x) ? x : binary(Op.ASHR, x, k);
    }

    public static Term concat(Term high, Term low) {
        return fold(Op.CONCAT, high.width() + low.width(), List.of(high, low), 0);
    }

    /** Some neighbouring bits of x. */
    public static Term extract(int high, int low, Term x) {
        if (low == 0 && high == x.width() - 1) {
            return x;
        }
        boolean extension = x.op() == Op.ZERO_EXTEND || x.op() == Op.SIGN_EXTEND;
        if (extension && high < x.argument(0).width()) {
            return extract(high, low, x.argument(0));
        }
        return fold(Op.EXTRACT, high - low + 1, List.of(x), low);
    }

    public static Term zeroExtend(Term x, int width) {
        return x.width() == width ? x : fold(Op.ZERO_EXTEND, width, List.of(x), 0);
    }

    public static Term signExtend(Term x, int width) {
        if (x.width() == width) {
            return x;
        }
        Term source = x.op() == Op.SIGN_EXTEND ? x.argument(0) : x;
        return fold(Op.SIGN_EXTEND, width, List.of(source), 0);
    }

    /** x with another width: the low bits, or the value as it is signed. */
    public static Term resize(Term x, int width) {
        return width < x.width() ? extract(width - 1, 0, x) : signExtend(x, width);
    }

    // truth

    public static Term ite(Term condition, Term yes, Term no) {
        if (condition.isConstant()) {
            return condition.isTrue() ? yes : no;
        }
        if (yes == no) {
            return yes;
        }
        if (yes.isTrue() && no.isFalse()) {
            return condition;
        }
        return fold(Op.IF, yes.width(), List.of(condition, yes, no), 0);
    }

    public static Term eq(Term x, Term y) {
        return x == y ? TRUE : predicate(Op.EQ, x, y);
    }

    public static Term ne(Term x, Term y) {
        return not(eq(x, y));
    }

    public static Term ult(Term x, Term y) {
        return x == y ? FALSE : predicate(Op.ULT, x, y);
    }

    public static Term ule(Term x, Term y) {
        return x == y ? TRUE : predicate(Op.ULE, x, y);
    }

    public static Term slt(Term x, Term y) {
        return x == y ? FALSE : predicate(Op.SLT, x, y);
    }

    public static Term sle(Term x, Term y) {
        return x == y ? TRUE : predicate(Op.SLE, x, y);
    }

    public static Term negative(Term x) {
        return slt(x, constant(0, x.width()));
    }

    public static Term not(Term x) {
        return x.op() == Op.NOT ? x.argument(0) : fold(Op.NOT, 0, List.of(x), 0);
    }

    public static Term both(Term x, Term y) {
        if (x.isFalse() || y.isTrue() || x == y) {
            return x;
        }
        return y.isFalse() || x.isTrue() ? y : fold(Op.BOTH, 0, List.of(x, y), 0);
    }

    public static Term either(Term x, Term y) {
        if (x.isTrue() || y.isFalse() || x == y) {
            return x;
        }
        return y.isTrue() || x.isFalse() ? y : fold(Op.EITHER, 0, List.of(x, y), 0);
    }

    public static Term implies(Term x, Term y) {
        return either(not(x), y);
    }

    public static Term all(Term... xs) {
        Term all = TRUE;
        for (Term x : xs) {
            all = both(all, x);
        }
        return all;
    }

    // making

    private static Term binary(Op op, Term x, Term y) {
        if (x.width() != y.width()) {
            throw new IllegalArgumentException(op + " of " + x.width() + " and " + y.width() + " bits");
        }
        return fold(op, x.width(), List.of(x, y), 0);
    }

    private static Term predicate(Op op, Term x, Term y) {
        if (x.width() != y.width()) {
            throw new IllegalArgumentException(op + " of " + x.width() + " and " + y.width() + " bits");
        }
        return fold(op, 0, List.of(x, y), 0);
    }

    private static Term fold(Op op, int width, List<Term> arguments, int low) {
        boolean constant = true;
        for (Term a : arguments) {
            constant &= a.isConstant();
        }
        if (constant) {
            return constant(Evaluator.compute(op, width, low, arguments, Term::unsigned), width);
        }
        return intern(op, width, arguments, null, null, low);
    }

    private static boolean isZero(Term x) {
        return x.isConstant() && x.unsigned().signum() == 0;
    }

    private static boolean isOne(Term x) {
        return x.isConstant() && x.unsigned().equals(BigInteger.ONE);
    }

    private static boolean isPowerOf2(Term x) {
        return x.isConstant() && x.unsigned().bitCount() == 1;
    }

    private static boolean isOnes(Term x) {
        return x.isConstant() && x.unsigned().bitCount() == x.width();
    }
}
