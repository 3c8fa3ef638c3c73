package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code learning.productSeries}, without an emulator. */
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
        StringBuilder rule = new StringBuilder("dw =");
        int terms = dice.between(1, 3);
        for (int t = 0; t < terms; t++) {
            rule.append(dice.oneIn(2) ? " - " : t == 0 ? " " : " + ")
                    .append("2^")
                    .append(dice.between(-8, 4))
                    .append('*')
                    .append(dice.any(new String[] {"x0", "y0", "u0"}));
            for (int f = dice.below(3); f > 0; f--) {
                rule.append('*').append(factor(dice));
            }
        }
        return question(rule.toString().replace("= - ", "= -"), dice, 1).flags(Flag.RANDOM);
    }

    private static String factor(Dice dice) {
        String variable = dice.any(new String[] {"x1", "x2", "y1", "y2", "y3", "q", "w", "t", "d"});
        return dice.oneIn(3) ? '(' + variable + (dice.oneIn(2) ? " - " : " + ") + dice.below(128) + ')' : variable;
    }
}
