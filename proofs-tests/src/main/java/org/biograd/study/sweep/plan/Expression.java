package org.biograd.study.sweep.plan;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.train.ProfileKeys;
import org.biograd.train.trial.SettingLines;

/** A formula of integers and keys of profiles, of which it computes an exact rational. */
@Clause(value = "STUDY-4", form = Clause.Form.PART)
final class Expression {

    /** What a key begins with where the value of the base is meant. */
    static final String BASE = "base.";

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_EXPONENT = 64;
    private static final int MAX_BITS = 4096;
    private static final Pattern TOKEN = Pattern.compile("[ \t]*([0-9]{1,9}|[a-zA-Z.]+|[-+*/^(),])");

    /** What a part of a formula computes. */
    @FunctionalInterface
    private interface Part {
        BigFraction value(Map<String, BigFraction> keys);
    }

    private final String text;
    private final Matcher tokens;
    private final Set<String> keys = new TreeSet<>();
    private String token;
    private int at;
    private int depth;
    private final Part whole;

    private Expression(String text) {
        this.text = text;
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a formula of more than " + MAX_LENGTH + " characters");
        }
        tokens = TOKEN.matcher(text);
        next();
        whole = sum();
        if (!token.isEmpty()) {
            throw wrong("an operator");
        }
    }

    /**
     * Reads a formula.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Expression read(String text) {
        return new Expression(text);
    }

    /** The keys that it asks for, those of the base with {@link #BASE} before them. */
    Set<String> keys() {
        return keys;
    }

    /**
     * Computes.
     *
     * @param values of all keys that it asks for
     * @throws IllegalArgumentException where it divides by zero, or a number would be too long
     */
    BigFraction value(Map<String, BigFraction> values) {
        return whole.value(values);
    }

    @Override
    public String toString() {
        return text;
    }

    private void next() {
        if (tokens.region(at, text.length()).lookingAt()) {
            token = tokens.group(1);
            at = tokens.end();
        } else if (text.substring(at).isBlank()) {
            token = "";
        } else {
            throw new IllegalArgumentException(
                    "'" + SettingLines.shorten(text.substring(at).strip())
                            + "' does not belong into a formula of integers, keys, + - * / ^ ( ) min and max");
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("'" + SettingLines.shorten(text) + "': "
                + (token.isEmpty() ? "the end" : "'" + token + "'") + " stands where " + wanted + " is needed");
    }

    private Part sum() {
        Part left = product();
        while (token.equals("+") || token.equals("-")) {
            boolean plus = token.equals("+");
            next();
            Part a = left;
            Part b = product();
            left = keys -> plus
                    ? checked(a.value(keys).add(b.value(keys)))
                    : a.value(keys).subtract(b.value(keys));
        }
        return left;
    }

    private Part product() {
        Part left = power();
        while (token.equals("*") || token.equals("/")) {
            boolean times = token.equals("*");
            next();
            Part a = left;
            Part b = power();
            left = keys ->
                    times ? checked(a.value(keys).multiply(b.value(keys))) : quotient(a.value(keys), b.value(keys));
        }
        return left;
    }

    private static BigFraction quotient(BigFraction a, BigFraction b) {
        if (b.signum() == 0) {
            throw new IllegalArgumentException("a division by zero");
        }
        return checked(a.divide(b));
    }

    private Part power() {
        if (token.equals("-")) {
            next();
            deeper();
            Part negated = power();
            depth--;
            return keys -> negated.value(keys).negate();
        }
        Part base = atom();
        if (!token.equals("^")) {
            return base;
        }
        next();
        deeper();
        Part exponent = power();
        depth--;
        return keys -> raised(base.value(keys), exponent.value(keys));
    }

    private static BigFraction raised(BigFraction base, BigFraction exponent) {
        if (!exponent.getDenominator().equals(BigInteger.ONE)
                || exponent.abs().compareTo(BigFraction.of(MAX_EXPONENT)) > 0
                || base.signum() == 0 && exponent.signum() < 0) {
            throw new IllegalArgumentException("the exponent " + exponent + " is no integer of -" + MAX_EXPONENT + ".."
                    + MAX_EXPONENT + ", or that of a power of 0");
        }
        return checked(base.pow(exponent.intValue()));
    }

    private Part atom() {
        String here = token;
        if (here.equals("(")) {
            next();
            deeper();
            Part inner = sum();
            depth--;
            expect(")");
            return inner;
        }
        if (here.matches("[0-9]+")) {
            next();
            BigFraction number = BigFraction.of(Integer.parseInt(here));
            return keys -> number;
        }
        if (here.equals("min") || here.equals("max")) {
            next();
            expect("(");
            deeper();
            Part a = sum();
            expect(",");
            Part b = sum();
            depth--;
            expect(")");
            return keys -> chosen(here.equals("min"), a.value(keys), b.value(keys));
        }
        String key = here.startsWith(BASE) ? here.substring(BASE.length()) : here;
        if (ProfileKeys.type(key) != int.class) {
            throw wrong("an integer or a key of a profile whose values are integers");
        }
        keys.add(here);
        next();
        return values -> values.get(here);
    }

    private static BigFraction chosen(boolean least, BigFraction a, BigFraction b) {
        return a.compareTo(b) <= 0 == least ? a : b;
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("a formula nested more than " + MAX_DEPTH + " deep");
        }
    }

    private void expect(String wanted) {
        if (!token.equals(wanted)) {
            throw wrong("'" + wanted + "'");
        }
        next();
    }

    private static BigFraction checked(BigFraction value) {
        if (value.getNumerator().bitLength() > MAX_BITS
                || value.getDenominator().bitLength() > MAX_BITS) {
            throw new IllegalArgumentException("a number of more than " + MAX_BITS + " bits");
        }
        return value;
    }
}
