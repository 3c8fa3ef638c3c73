package org.biograd.proof.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The value of terms where the variables have values. */
public final class Evaluator {

    private final Map<String, BigInteger> variables;
    private final Map<String, Function<List<BigInteger>, BigInteger>> functions;
    private final Map<Term, BigInteger> known = new HashMap<>();

    /**
     * An assignment.
     *
     * @param variables by name, unsigned
     * @param functions the unknown functions by name
     */
    public Evaluator(Map<String, BigInteger> variables, Map<String, Function<List<BigInteger>, BigInteger>> functions) {
        this.variables = variables;
        this.functions = functions;
    }

    /** The value of a term, unsigned; 1 or 0 for a truth value. A variable that has no value is 0. */
    public BigInteger value(Term term) {
        BigInteger value = known.get(term);
        if (value == null) {
            value = compute(term);
            known.put(term, value);
        }
        return value;
    }

    public boolean holds(Term term) {
        return value(term).signum() != 0;
    }

    /** The value of a term of at most 64 bits, read in two's complement. */
    public long signed(Term term) {
        return Terms.constant(value(term), term.width()).signed().longValueExact();
    }

    private BigInteger compute(Term t) {
        return switch (t.op()) {
            case CONSTANT -> t.unsigned();
            case VARIABLE -> variables.getOrDefault(t.name(), BigInteger.ZERO);
            case APPLY -> {
                Function<List<BigInteger>, BigInteger> f = functions.get(t.name());
                if (f == null) {
                    throw new IllegalStateException("no value is known of the function " + t.name());
                }
                yield f.apply(t.arguments().stream().map(this::value).toList());
            }
            // Only the arm that is taken: the other may be costly.
            case IF -> value(value(t.argument(0)).signum() != 0 ? t.argument(1) : t.argument(2));
            default -> compute(t.op(), t.width(), t.low(), t.arguments(), this::value);
        };
    }

    static BigInteger compute(Op op, int width, int low, List<Term> terms, Function<Term, BigInteger> values) {
        Term first = terms.get(0);
        BigInteger x = values.apply(first);
        BigInteger y = terms.size() > 1 ? values.apply(terms.get(1)) : BigInteger.ZERO;
        int w = first.width();
        BigInteger modulus = BigInteger.ONE.shiftLeft(Math.max(1, width));
        BigInteger result = switch (op) {
            case ADD -> x.add(y);
            case SUB -> x.subtract(y);
            case MUL -> x.multiply(y);
            case UDIV -> y.signum() == 0 ? modulus.subtract(BigInteger.ONE) : x.divide(y);
            case UREM -> y.signum() == 0 ? x : x.mod(y);
            case NEG -> x.negate();
            case AND -> x.and(y);
            case OR -> x.or(y);
            case XOR -> x.xor(y);
            case COMPLEMENT -> x.not();
            case SHL -> x.shiftLeft(places(y, w));
            case LSHR -> x.shiftRight(places(y, w));
            case ASHR -> signed(x, w).shiftRight(places(y, w));
            case CONCAT -> x.shiftLeft(terms.get(1).width()).or(y);
            case EXTRACT -> x.shiftRight(low);
            case ZERO_EXTEND -> x;
            case SIGN_EXTEND -> signed(x, w);
            case IF -> x.signum() != 0 ? y : values.apply(terms.get(2));
            case EQ -> truth(x.equals(y));
            case ULT -> truth(x.compareTo(y) < 0);
            case ULE -> truth(x.compareTo(y) <= 0);
            case SLT -> truth(signed(x, w).compareTo(signed(y, w)) < 0);
            case SLE -> truth(signed(x, w).compareTo(signed(y, w)) <= 0);
            case BOTH -> x.and(y);
            case EITHER -> x.or(y);
            case NOT -> BigInteger.ONE.subtract(x);
            case CONSTANT, VARIABLE, APPLY -> throw new IllegalArgumentException(op + " has no arguments");
        };
        return result.mod(modulus);
    }

    private static int places(BigInteger k, int width) {
        return k.bitLength() > 16 ? width : Math.min(width, k.intValue());
    }

    private static BigInteger signed(BigInteger x, int width) {
        return x.testBit(width - 1) ? x.subtract(BigInteger.ONE.shiftLeft(width)) : x;
    }

    private static BigInteger truth(boolean value) {
        return value ? BigInteger.ONE : BigInteger.ZERO;
    }
}
