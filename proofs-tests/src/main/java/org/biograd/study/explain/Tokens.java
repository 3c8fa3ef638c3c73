package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a formula into numbers, names, comparisons and single characters. A name is letters, digits, dots and
 * underscores, with an index in brackets and {@code (t-1)} where they follow at once: {@code sp[2](t-1)}.
 */
public final class Tokens {

    private static final String BEFORE = "(t-1)";

    private Tokens() {}

    /** The tokens of a formula, blanks left out. */
    public static List<String> of(String formula) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < formula.length()) {
            char c = formula.charAt(at);
            int end = at + 1;
            if (c == ' ') {
                at++;
                continue;
            }
            if (digit(c)) {
                while (end < formula.length() && digit(formula.charAt(end))) {
                    end++;
                }
            } else if (letter(c)) {
                end = endOfName(formula, at);
            }
            tokens.add(formula.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static int endOfName(String formula, int from) {
        int end = from;
        while (end < formula.length()
                && (letter(formula.charAt(end)) || digit(formula.charAt(end)) || dot(formula, end))) {
            end++;
        }
        if (end < formula.length() && formula.charAt(end) == '[') {
            end = formula.indexOf(']', end) + 1;
        }
        return formula.startsWith(BEFORE, end) ? end + BEFORE.length() : end;
    }

    private static boolean dot(String formula, int at) {
        return formula.charAt(at) == '.' || formula.charAt(at) == '_';
    }

    /** Whether it is a letter of a name. */
    public static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Whether it is a decimal digit. */
    public static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
