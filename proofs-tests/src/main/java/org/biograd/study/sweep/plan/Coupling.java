package org.biograd.study.sweep.plan;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.train.ProfileKeys;
import org.biograd.train.trial.SettingLines;

/**
 * A rule by which a key moves with others.
 *
 * @param key the key that it moves, whose values are integers
 * @param operator what becomes of the key's value
 * @param formula what it is moved by
 * @param path on which way of the errors it holds; null: on both
 */
record Coupling(String key, Operator operator, Expression formula, FeedbackPath path) {

    /** What becomes of a value. */
    enum Operator {
        SET("="),
        ADD("+="),
        MULTIPLY("*=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    private static final Map<String, List<Coupling>> READY = new LinkedHashMap<>();

    static {
        String weight = "weight.bits - base.weight.bits";
        String trace = "trace.bits - base.trace.bits";
        String tag = "eligibility.bits - base.eligibility.bits";
        String error = "error.learningBits - base.error.learningBits";
        String feedback = "feedback.bits - base.feedback.bits";
        READY.put(
                "weight",
                List.of(
                        of("weight.shift", Operator.ADD, "-(" + weight + ")"),
                        of("weight.spread", Operator.MULTIPLY, "2 ^ (" + weight + ")"),
                        of("update.accumulatorFraction", Operator.ADD, "-(" + weight + ")")));
        READY.put(
                "trace",
                List.of(
                        of("trace.impulse", Operator.MULTIPLY, "2 ^ (" + trace + ")"),
                        of("eligibility.shift", Operator.ADD, trace)));
        READY.put(
                "tag",
                List.of(
                        of("eligibility.shift", Operator.ADD, "-(" + tag + ")"),
                        of("update.shift", Operator.ADD, tag),
                        new Coupling(
                                "feedback.pathShift", Operator.ADD, Expression.read(tag), FeedbackPath.LAYERWISE)));
        READY.put(
                "error",
                List.of(
                        new Coupling(
                                "error.hiddenShift",
                                Operator.ADD,
                                Expression.read("-(" + error + ")"),
                                FeedbackPath.DIRECT),
                        of("error.outputShift", Operator.ADD, "-(" + error + ")"),
                        of("update.shift", Operator.ADD, error)));
        READY.put(
                "feedback",
                List.of(
                        of("feedback.fraction", Operator.ADD, feedback),
                        of("feedback.spread", Operator.MULTIPLY, "2 ^ (" + feedback + ")"),
                        of("error.hiddenShift", Operator.ADD, feedback),
                        of("sleep.hebbShift", Operator.ADD, feedback)));
    }

    private static Coupling of(String key, Operator operator, String formula) {
        return new Coupling(key, operator, Expression.read(formula), null);
    }

    /** The rules that come ready-made, by name. */
    @Clause("STUDY-4")
    static Map<String, List<Coupling>> ready() {
        return READY;
    }

    /**
     * Reads a rule.
     *
     * @param target what stands between {@code couple} and the equals sign: a key, and + or * where they belong to it
     * @param formula what stands behind the equals sign
     * @throws IllegalArgumentException where it is none
     */
    static Coupling read(String target, String formula) {
        Operator operator =
                target.endsWith("+") ? Operator.ADD : target.endsWith("*") ? Operator.MULTIPLY : Operator.SET;
        String key = operator == Operator.SET
                ? target
                : target.substring(0, target.length() - 1).strip();
        if (ProfileKeys.type(key) != int.class) {
            throw new IllegalArgumentException(
                    "'" + SettingLines.shorten(key) + "' is no key of a profile whose values are integers");
        }
        return new Coupling(key, operator, Expression.read(formula), null);
    }

    /**
     * The values of a point with all rules applied.
     *
     * @param base the values of the base, by key
     * @param point those of the point, by key, before any rule
     * @throws IllegalArgumentException where a formula has no value; the message names the rule
     */
    @Clause("STUDY-4")
    static Map<String, String> apply(List<Coupling> rules, Map<String, String> base, Map<String, String> point) {
        Map<String, BigFraction> known = new LinkedHashMap<>();
        base.forEach((key, value) -> put(known, Expression.BASE + key, value));
        point.forEach((key, value) -> put(known, key, value));
        Map<String, BigFraction> moved = new LinkedHashMap<>();
        for (Coupling rule : rules) {
            if (rule.path == null || rule.path.name().equals(point.get("feedback.path"))) {
                BigFraction before = moved.getOrDefault(rule.key, known.get(rule.key));
                moved.put(rule.key, rule.move(before, known));
            }
        }
        Map<String, String> values = new LinkedHashMap<>(point);
        moved.forEach((key, value) -> values.put(key, rounded(value).toString()));
        return values;
    }

    private BigFraction move(BigFraction before, Map<String, BigFraction> known) {
        try {
            BigFraction value = formula.value(known);
            return switch (operator) {
                case SET -> value;
                case ADD -> before.add(value);
                case MULTIPLY -> before.multiply(value);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("couple " + this + ": " + e.getMessage(), e);
        }
    }

    private static void put(Map<String, BigFraction> known, String key, String value) {
        if (value.matches("-?[0-9]+")) {
            known.put(key, BigFraction.of(Integer.parseInt(value)));
        }
    }

    /** To the nearest integer, a half upwards. */
    private static BigInteger rounded(BigFraction value) {
        BigInteger twice = value.getDenominator().shiftLeft(1);
        BigInteger numerator = value.getNumerator().shiftLeft(1).add(value.getDenominator());
        BigInteger[] quotient = numerator.divideAndRemainder(twice);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    @Override
    public String toString() {
        return key + " " + operator.sign() + " " + formula;
    }
}
