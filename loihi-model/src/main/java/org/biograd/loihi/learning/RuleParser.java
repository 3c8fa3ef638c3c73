package org.biograd.loihi.learning;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Clause;

/**
 * Reads learning rules by recursive descent: one method per line of the grammar.
 *
 * <p>Longer than 300 lines: the grammar of ENG-5 and its refusals are read in one go, in the order of the text.
 */
@Clause("ENG-5")
final class RuleParser {

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_DIGITS = 6;
    private static final int MAX_ATOMS = 64;

    private final String text;
    private final RuleLimits limits;
    private int at;

    // The product being read.
    private long mantissa;
    private int exponent;
    private Dependency epoch;
    private final List<Factor> factors = new ArrayList<>();

    RuleParser(String text, RuleLimits limits) {
        if (text.length() > MAX_LENGTH) {
            throw new RuleException(
                    text.substring(0, MAX_LENGTH),
                    MAX_LENGTH,
                    "longer than " + MAX_LENGTH + " characters; a shorter rule is needed");
        }
        this.text = text;
        this.limits = limits;
    }

    /** rule = [ target "=" ], [ sign ], product, { sign, product } . */
    LearningRule rule() {
        Variable target = target();
        List<Product> products = new ArrayList<>();
        boolean negative = take('-');
        if (!negative) {
            take('+');
        }
        products.add(product(negative, products));
        while (!ended()) {
            int begin = at;
            negative = take('-');
            if (!negative && !take('+')) {
                throw error(begin, "'" + text.charAt(begin) + "' after a complete product; +, - or * is needed");
            }
            if (products.size() == limits.products()) {
                throw error(begin, limits.tooManyProducts());
            }
            products.add(product(negative, products));
        }
        return new LearningRule(target, products);
    }

    /** target = "dw" | "dd" | "dt" . */
    private Variable target() {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Variable.W;
        }
        ended();
        int begin = at;
        String name = name();
        Variable target = name.length() == 2 && name.charAt(0) == 'd' ? Variable.of(name.substring(1)) : null;
        if (target == null || target.side() != Variable.Side.SYNAPTIC) {
            throw error(begin, "what changes is to be named before '='; dw, dd or dt is needed");
        }
        expect('=', "after " + name);
        return target;
    }

    /** product = atom, { "*", atom } . */
    private Product product(boolean negative, List<Product> before) {
        mantissa = negative ? -1 : 1;
        exponent = 0;
        epoch = null;
        factors.clear();
        ended();
        int begin = at;
        int atoms = 0;
        do {
            if (++atoms > MAX_ATOMS) {
                throw error(at - 1, "more than " + MAX_ATOMS + " factors and numbers; fewer are needed");
            }
            atom();
        } while (take('*'));
        Dependency dependency = dependency(begin);
        normalise();
        if (Math.abs(mantissa) > Integer.MAX_VALUE) {
            throw error(
                    begin,
                    "a scale of " + mantissa + " is far too large; m*2^k with m of 1.." + limits.mantissa()
                            + " is needed");
        }
        Product product = new Product((int) mantissa, exponent, dependency, factors);
        String problem = limits.problem(product);
        for (int p = 0; p < before.size() && problem == null; p++) {
            problem = RuleLimits.differentDecimation(before.get(p).dependency(), dependency);
        }
        if (problem != null) {
            throw error(begin, problem);
        }
        return product;
    }

    /** u where there is one, else the first plain x0 or y0, which then is no factor. */
    private Dependency dependency(int begin) {
        if (epoch != null) {
            return epoch;
        }
        for (Factor factor : factors) {
            if (factor.bare() && (factor.variable() == Variable.X0 || factor.variable() == Variable.Y0)) {
                factors.remove(factors.indexOf(factor));
                return factor.variable() == Variable.X0 ? Dependency.PRE : Dependency.POST;
            }
        }
        throw error(
                begin,
                "a product that waits for nothing; x0 or y0 (at a spike) or u0 (every epoch) is needed as a factor");
    }

    /** Factors of 2 move from a mantissa that is too large to the exponent. */
    private void normalise() {
        while (Math.abs(mantissa) > limits.mantissa() && mantissa % 2 == 0 && exponent < limits.maxExponent()) {
            mantissa /= 2;
            exponent++;
        }
    }

    /** atom = number | power | variable | epoch | "sgn", operand | operand . */
    private void atom() {
        if (ended()) {
            throw error(at, "the rule ends where a factor is needed");
        }
        int begin = at;
        char c = text.charAt(at);
        if (digit(c)) {
            scale();
        } else if (c == '(') {
            operand(false);
        } else if (letter(c)) {
            String name = name();
            if (name.equals("sgn")) {
                operand(true);
            } else if (name.charAt(0) == 'u' && name.length() > 1) {
                epoch(begin, name);
            } else {
                factors.add(Factor.of(variable(begin, name)));
            }
            if (take('^')) {
                throw error(at - 1, "a power of " + name + "; the factor is needed as often as it counts");
            }
        } else {
            throw error(begin, "'" + c + "' where a factor is needed: a number, 2^k, a variable, sgn(...) or (...)");
        }
    }

    /** number = digit, { digit } ; power = "2", "^", [ sign ], number . */
    private void scale() {
        int begin = at;
        int number = number();
        boolean two = isTwo(number);
        if (!take('^')) {
            mantissa *= number;
            if (Math.abs(mantissa) > 1L << 31) {
                throw error(
                        begin, "a scale that is far too large; m*2^k with m of 1.." + limits.mantissa() + " is needed");
            }
            return;
        }
        if (!two) {
            throw error(begin, "a power of " + number + "; powers of 2 are possible");
        }
        boolean negative = take('-');
        if (!negative) {
            take('+');
        }
        int power = number();
        exponent += negative ? -power : power;
    }

    /** epoch = "u", number . */
    private void epoch(int begin, String name) {
        String digits = name.substring(1);
        if (!digits.chars().allMatch(c -> digit((char) c)) || digits.length() > MAX_DIGITS) {
            throw error(begin, "'" + name + "' is unknown; u0..u" + limits.decimation() + " are possible");
        }
        if (epoch != null) {
            throw error(begin, "a second u in a product; one is needed");
        }
        epoch = Dependency.every(Integer.parseInt(digits));
    }

    /**
     * operand = "(", [ sign ], summand, [ sign, summand ], ")" ; summand = variable | number | power: a variable and at
     * most one constant.
     */
    private void operand(boolean sign) {
        ended();
        int begin = at;
        expect('(', "after sgn");
        Variable variable = null;
        long constant = 0;
        boolean hasConstant = false;
        boolean minusVariable = false;
        boolean negative = take('-');
        if (!negative) {
            take('+');
        }
        while (true) {
            ended();
            int summand = at;
            if (at < text.length() && letter(text.charAt(at))) {
                if (variable != null) {
                    throw error(summand, "a second variable in a factor; a variable and a constant are possible");
                }
                variable = variable(summand, name());
                minusVariable = negative;
            } else {
                if (hasConstant) {
                    throw error(summand, "a second constant in a factor; a variable and a constant are possible");
                }
                constant = negative ? -constant() : constant();
                hasConstant = true;
            }
            negative = take('-');
            if (!negative && !take('+')) {
                break;
            }
        }
        expect(')', "after a factor's sum");
        if (variable == null) {
            throw error(begin, "no variable in the parentheses; a plain number needs none");
        }
        // -v + c is -(v - c).
        if (minusVariable) {
            mantissa = -mantissa;
            constant = -constant;
        }
        factors.add(new Factor(variable, (int) constant, sign));
    }

    private int constant() {
        int begin = at;
        int number = number();
        boolean two = isTwo(number);
        if (!take('^')) {
            return number;
        }
        take('+');
        int power = number();
        if (!two || power > MAX_DIGITS * 2) {
            throw error(
                    begin,
                    number + "^" + power + " as a constant; " + limits.minConstant() + ".." + limits.maxConstant()
                            + " or 2^k is needed");
        }
        return 1 << power;
    }

    /** Whether the number just read stands there as the digit 2 alone, as a power's base does. */
    private boolean isTwo(int number) {
        return number == 2 && (at < 2 || !digit(text.charAt(at - 2)));
    }

    private Variable variable(int begin, String name) {
        Variable variable = Variable.of(name);
        if (variable == null) {
            throw error(
                    begin,
                    "'" + name + "' is unknown; the variables are x0, x1, x2, y0, y1, y2, y3, w, d, t"
                            + (limits.thirdFactor() ? ", q" : "") + ", and u0..u" + limits.decimation()
                            + " wait for epochs");
        }
        return variable;
    }

    private int number() {
        ended();
        int begin = at;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        if (begin == at) {
            throw error(begin, "an integer is needed here");
        }
        if (at - begin > MAX_DIGITS) {
            throw error(begin, "more than " + MAX_DIGITS + " digits; a smaller integer is needed");
        }
        return Integer.parseInt(text.substring(begin, at));
    }

    private String name() {
        int begin = at;
        while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean take(char c) {
        if (!ended() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c, String where) {
        if (!take(c)) {
            throw error(at, "'" + c + "' is needed " + where);
        }
    }

    /** Skips white space. */
    private boolean ended() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private RuleException error(int where, String problem) {
        return new RuleException(text, where + 1, problem);
    }
}
