package org.biograd.study.explain.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Tokens;

/**
 * Computes what a formula of the text says, in unbounded integers. It knows the functions of the clauses from their
 * text and shares no arithmetic with the network; a value that it finds is what a reader finds with a pencil.
 */
public final class Evaluator {

    private final List<String> tokens;
    private final Map<String, BigInteger> names;
    private int at;
    private boolean acts;

    private Evaluator(String formula, Map<String, BigInteger> names) {
        this.tokens = Tokens.of(formula);
        this.names = names;
    }

    /**
     * The value of a formula.
     *
     * @param formula as a {@link Line} prints it
     * @param names what its names stand for
     * @throws IllegalArgumentException where it is no formula
     */
    public static BigInteger of(String formula, Map<String, BigInteger> names) {
        Evaluator evaluator = new Evaluator(formula, names);
        BigInteger value = evaluator.sum();
        if (evaluator.at != evaluator.tokens.size()) {
            throw evaluator.wrong("an operator");
        }
        return value;
    }

    /** Whether a formula rounds, limits or compares at the edge: whether its value is not that of its plain sums. */
    public static boolean acts(Line line) {
        Map<String, BigInteger> names = new HashMap<>();
        line.operands().forEach(operand -> names.put(operand.name(), BigInteger.valueOf(operand.value())));
        Evaluator evaluator = new Evaluator(line.formula(), names);
        evaluator.sum();
        return evaluator.acts;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(
                "'" + peek() + "' stands where " + expected + " should: " + String.join(" ", tokens));
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean accept(String token) {
        if (peek().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw wrong("'" + token + "'");
        }
    }

    private BigInteger sum() {
        BigInteger value = product();
        while (true) {
            if (accept("+")) {
                value = value.add(product());
            } else if (accept("-")) {
                value = value.subtract(product());
            } else {
                return value;
            }
        }
    }

    private BigInteger product() {
        BigInteger value = power();
        while (accept("*")) {
            value = value.multiply(power());
        }
        return value;
    }

    private BigInteger power() {
        BigInteger value = primary();
        return accept("^") ? value.pow(primary().intValueExact()) : value;
    }

    private BigInteger primary() {
        if (accept("-")) {
            return primary().negate();
        }
        if (accept("(")) {
            BigInteger value = sum();
            expect(")");
            return value;
        }
        if (accept("[")) {
            return comparison();
        }
        String token = peek();
        if (token.isEmpty()) {
            throw wrong("a value");
        }
        at++;
        if (Tokens.digit(token.charAt(0))) {
            return new BigInteger(token);
        }
        if (names.containsKey(token)) {
            return names.get(token);
        }
        if (!Tokens.letter(token.charAt(0)) || !accept("(")) {
            at--;
            throw wrong("a value");
        }
        return token.equals("floor") ? floor() : function(token);
    }

    /** [x > y] and its like: 1 where it holds, else 0. */
    private BigInteger comparison() {
        BigInteger left = sum();
        String sign = peek();
        at++;
        int order = left.compareTo(sum());
        acts |= order == 0;
        expect("]");
        boolean holds = switch (sign) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "=" -> order == 0;
            default -> throw wrong("a comparison");
        };
        return holds ? BigInteger.ONE : BigInteger.ZERO;
    }

    /** floor(x / y), the only place for a division line. */
    private BigInteger floor() {
        BigInteger x = power();
        expect("/");
        BigInteger y = power();
        expect(")");
        BigInteger[] parts = x.divideAndRemainder(y);
        acts |= parts[1].signum() != 0;
        boolean below = parts[1].signum() != 0 && parts[1].signum() != y.signum();
        return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private BigInteger function(String name) {
        List<BigInteger> values = new ArrayList<>();
        String mode = "";
        do {
            if (name.equals("shift") && values.size() == 2 && mode.isEmpty()) {
                mode = peek();
                at++;
            } else {
                values.add(sum());
            }
        } while (accept(","));
        expect(")");
        acts |= !Functions.exact(name, values);
        return Functions.of(name, mode, values);
    }
}
