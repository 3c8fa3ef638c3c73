package org.biograd.kit.generate.chip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.chip.RuleReadOperation;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.spec.profile.Profile;

/** {@code learning.productSeries}. */
public final class RuleCases implements Generator {

    private static final int VALUES = 4;
    private static final String[] SPIKES = {"x0", "y0"};
    private static final String[] TRACES = {"x1", "x2", "y1", "y2", "y3"};
    private static final String[] RULES = {
        "dw = 2^-7*x0*y1", "dw = -2^-7*y0*x1", "dw = 2^-4*x0*y1 - 2^-4*y0*x1", "dw = 2*u0", "dw = -2^-11*u0*q*t",
                "dw = u1*x1 + u1*y3",
        "dw = -2^-2*u0*w", "dd = 2^-5*y0*x1", "dt = 2^-5*y0*x1", "dt = -2^-1*u0*t", "dw = 2^3*x0*y1*y2*y3",
                "dw = 2^-9*x0*sgn(w)*y1",
        "dw = 2^3*u0*sgn(t - 128)", "dt = -2^-1*u0*(w + 127)",
    };

    /**
     * A rule with a factor that is a sum.
     *
     * @param variable what the factor reads
     * @param values some for which it saturates, and some for which it does not
     */
    private record Sum(String rule, String variable, long... values) {}

    private static final List<Sum> SUMS = List.of(
            new Sum("dw = u0*(x1 + 100)", "x1", 0, 27, 28, 127),
            new Sum("dw = -2^-1*u0*(y2 - 128)", "y2", 0, 1, 2, 127),
            new Sum("dw = u0*(q + 1)", "q", -127, 0, 126, 127),
            new Sum("dw = u0*(-1 + q)", "q", -127, -126, 0, 127),
            new Sum("dt = 2*u0*(y0 + 1)", "y0", 0, 1, 0, 1),
            new Sum("dd = 3*u0*(x0 - 2)", "x0", 0, 1, 0, 1),
            new Sum("dw = x0*(100 - y1)", "y1", 0, 99, 101, 127));

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (Sum sum : SUMS) {
            Question question = question(sum.rule, new Dice(0, sum.rule, 0), 0)
                    .flags(Flag.RULE, Flag.SATURATION, Flag.EDGE)
                    .comment("a factor that is a sum saturates before it is multiplied: " + sum.rule);
            all.add(question.in("x0", 1, 1, 1, 1).in(sum.variable, sum.values));
        }
        powers(all);
        products(all);
        variants(all);
        for (String rule : RULES) {
            Dice dice = new Dice(0, rule, 0);
            all.add(question(rule, dice, 1)
                    .flags(Flag.RULE, rule.contains("u1") ? Flag.EPOCH : Flag.PLAIN)
                    .comment("values of all sizes: " + rule));
            all.add(question(rule, dice, 2)
                    .flags(Flag.RULE, Flag.EDGE, Flag.SATURATION)
                    .comment("the largest values: " + rule));
            all.add(question(rule, dice, 0)
                    .flags(Flag.RULE, Flag.SMALL, Flag.NO_CHANGE)
                    .comment("all values 0: " + rule));
        }
        return all;
    }

    /** Powers as constants in brackets, and spikes as plain factors beside a u. */
    private static void powers(List<Question> all) {
        Question power = question("dw = y0*(x1-2^3)", new Dice(0, "power", 0), 0)
                .flags(Flag.RULE, Flag.PLAIN)
                .comment("a power of two as the constant of a factor");
        all.add(power.in("y0", 1, 1, 1, 0).in("x1", 10, 8, 0, 127).in("draw", 0, 0, 0, 0));
        Question most = question("dt = x0*(2^6 - y1)", new Dice(0, "power", 1), 0)
                .flags(Flag.RULE, Flag.SIGN)
                .comment("a power from which a variable is taken");
        all.add(most.in("x0", 1, 1, 1, 0).in("y1", 64, 0, 127, 3));
        for (String rule : new String[] {"dw = u0*x0*y1", "dw = u0*y0*x1", "dw = u1*x0*y0", "dt = x0*x0*y0*y1"}) {
            Question plain = question(rule, new Dice(0, rule, 0), 1)
                    .flags(Flag.RULE, Flag.PLAIN)
                    .comment("a spike that is no dependency is a factor: " + rule);
            plain.in("x0", 0, 1, 0, 1).in("y0", 0, 0, 1, 1).in("x1", 5, 5, 5, 5).in("y1", 5, 5, 5, 5);
            if (rule.contains("u1")) {
                plain.in().put("u", 1);
            }
            all.add(plain);
        }
    }

    /** The same rules as lists. */
    private static void products(List<Question> all) {
        for (String rule : new String[] {
            "dw = 2^-4*x0*y1 - 3*2^-4*y0*x1",
            "dw = u1*x1 + u1*(y3 - 5)",
            "dt = -2^-1*u0*sgn(t)",
            "dw = 2^-7*x0*x1*y1*(y2 - 3)*w"
        }) {
            Question both =
                    question(rule, new Dice(0, rule, 3), 1).flags(Flag.RULE).comment("as text and as a list: " + rule);
            both.params().set("products", list(LearningRule.parse(rule)));
            all.add(both);
            if (rule.startsWith("dw")) {
                Question alone =
                        question(rule, new Dice(0, rule, 4), 1).flags(Flag.RULE).comment("as a list alone: " + rule);
                alone.params().set("products", list(LearningRule.parse(rule)));
                alone.params().remove("rule");
                all.add(alone);
            }
        }
    }

    /** In a list a u without k stands for the u of the text, or for one that the case decides. */
    private static ArrayNode list(LearningRule rule) {
        ArrayNode products = RuleReadOperation.products(rule);
        for (JsonNode product : products) {
            String dependency = product.path("dependency").textValue();
            if (dependency.startsWith("u") && !dependency.equals("u0")) {
                ((ObjectNode) product).put("dependency", "u");
            }
        }
        return products;
    }

    private static void variants(List<Question> all) {
        for (String rule : new String[] {
            "x0*y1*y3", "dw = -2^-2*y0*x1", "dw = 2^-7*u0*(w - 3)*(t + 2)", "dw = 7*x0*x1*y1*y2", "dw = u1*d - 2*x0*y2"
        }) {
            all.add(lava(rule, new Dice(0, rule, 9), 1)
                    .flags(Flag.RULE, Flag.VARIANT)
                    .comment("as Lava has it: " + rule));
            all.add(lava(rule, new Dice(0, rule, 9), 2)
                    .flags(Flag.RULE, Flag.VARIANT, Flag.EDGE)
                    .comment("as Lava has it, the largest values: " + rule));
        }
    }

    /** ENG-13: words reach -256, there is no q, and one random number rounds all. */
    private static Question lava(String rule, Dice dice, int size) {
        Question question = question(rule, dice, size);
        Question variant = Question.of("ENG-13").param("rule", rule).param("emulator", "lava");
        question.in().properties().forEach(field -> variant.in(field.getKey(), field.getValue()));
        variant.in().remove(List.of("q", "draw"));
        for (String word : new String[] {"w", "d", "t"}) {
            variant.in(word, values(dice, size, -256, 255));
        }
        variant.in().put("random", dice.oneIn(4) ? 0 : dice.below(1 << 20) / (double) (1 << 20));
        return variant;
    }

    /** A rule on values that are 0, of all sizes, or the largest. */
    private static Question question(String rule, Dice dice, int size) {
        Question question = Question.of("ENG-5", "ENG-8", "ENG-9").param("rule", rule);
        for (String spike : SPIKES) {
            question.in(spike, values(dice, size, 0, 1));
        }
        for (String trace : TRACES) {
            question.in(trace, values(dice, size, 0, 127));
        }
        question.in("q", values(dice, size, -127, 127));
        for (String word : new String[] {"w", "d", "t"}) {
            question.in(word, values(dice, size, -255, 255));
        }
        if (rule.contains("u1")) {
            question.in().put("u", size == 0 ? 0 : dice.oneIn(4) ? 0 : 1);
        }
        return rule.startsWith("dw") ? question.in("draw", values(dice, 1, 0, 127)) : question;
    }

    private static long[] values(Dice dice, int size, int low, int high) {
        long[] values = new long[VALUES];
        for (int i = 0; i < VALUES && size > 0; i++) {
            values[i] = size == 1 ? dice.word(low, high) : dice.oneIn(2) ? high : low;
        }
        return values;
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        if (dice.emulator(7, "lava") != null) {
            return lava(rule(dice, true), dice, dice.between(1, 2)).flags(Flag.RANDOM);
        }
        String rule = rule(dice, false);
        Question question = question(rule, dice, dice.oneIn(8) ? 2 : 1).flags(Flag.RANDOM);
        if (dice.oneIn(4)) {
            question.params().set("products", list(LearningRule.parse(rule)));
            if (rule.startsWith("dw") && dice.oneIn(2)) {
                question.params().remove("rule");
            }
        }
        return question;
    }

    /** A random rule that is admitted. */
    static String rule(Dice dice, boolean lava) {
        StringBuilder rule = new StringBuilder(lava || !dice.oneIn(4) ? "dw =" : dice.oneIn(2) ? "dd =" : "dt =");
        String u = "u" + (dice.oneIn(2) ? 0 : dice.between(0, 1));
        int terms = dice.between(1, 3);
        for (int t = 0; t < terms; t++) {
            rule.append(dice.oneIn(2) ? " - " : t == 0 ? " " : " + ")
                    .append("2^")
                    .append(lava ? dice.between(-7, 4) : dice.between(dice.oneIn(6) ? -20 : -8, 4))
                    .append(dice.oneIn(3) ? "*" + dice.between(1, 7) : "")
                    .append('*')
                    .append(dice.any(new String[] {"x0", "y0", u}));
            for (int f = dice.oneIn(6) ? 4 : dice.below(3); f > 0; f--) {
                rule.append('*').append(factor(dice, lava));
            }
        }
        return rule.toString().replace("= - ", "= -");
    }

    private static String factor(Dice dice, boolean lava) {
        String variable =
                dice.any(new String[] {"x0", "y0", "x1", "x2", "y1", "y2", "y3", lava ? "w" : "q", "w", "t", "d"});
        String sign = dice.oneIn(2) ? " - " : " + ";
        String constant = dice.oneIn(3) ? "2^" + dice.below(7) : Integer.toString(dice.below(128));
        if (dice.oneIn(6) && (variable.length() == 1)) {
            return "sgn(" + variable + (dice.oneIn(2) ? "" : sign + constant) + ")";
        }
        if (!dice.oneIn(3)) {
            return variable;
        }
        return dice.oneIn(4) ? "(" + constant + sign + variable + ")" : "(" + variable + sign + constant + ")";
    }
}
