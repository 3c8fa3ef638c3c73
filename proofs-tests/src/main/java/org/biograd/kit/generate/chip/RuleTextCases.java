package org.biograd.kit.generate.chip;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** {@code rule.read}. */
public final class RuleTextCases implements Generator {

    private static final String[] ADMITTED = {
        "x0*y1",
        "dw = x0*y1",
        " dw\t=\tx0 * y1 ",
        "dd = -x0",
        "dt = +3*x0",
        "dw = 2^-7*x0*y1 - 2^-7*y0*x1",
        "dw = 7*8*x0",
        "dw = 14*2^7*x0",
        "dw = 6*6*x0*2^-3",
        "dw = x0*(y1)",
        "dw = (x0)*y1",
        "dw = (x0 + 0)*y1",
        "dw = u0*x0*y0",
        "dw = x0*x0*y0",
        "dw = y0*x0*y1",
        "dw = y1*y0",
        "dw = u9*sgn(w)",
        "dw = u0*sgn(q - 1)*sgn(d)*sgn(t + 127)",
        "dw = u0*(2 - x1)",
        "dw = u0*(-x1 - 2)",
        "dw = -u0*(2^6 - x1)*(2^7 - y1)",
        "dw = x0*2^+3",
        "dw = u0*(x1 - 2^7)",
        "dw = u003*x1",
        "dw = 000002*x0",
        "dw = 2^-22*x0",
        "dw = 2^8*x0",
        "dw = 2^-30*2^8*x0",
        "dw = x0*x1*x2*y1*y2",
        "dw = u1*x1 + x0 - u1*y1",
        "dw = 16*2^-3*x0",
        "dw = 2*2^2*x0",
        "dw = 2 ^ 3 * x0",
        "dw = sgn ( w ) * x0",
    };

    private static final String[] REFUSED = {
        "",
        "dw =",
        "dw",
        "dw = ",
        "dx = x0",
        "w = x0",
        "dw = x1",
        "dw = 2",
        "dw = x0 +",
        "dw = *x0",
        "dw = x0 x1",
        "dw = x0**x1",
        "dw = 8*x0*0",
        "dw = 6*6*x0*2^-3",
        "dw = 0*x0",
        "dw = 9*x0",
        "dw = 11*x0",
        "dw = 2^9*x0",
        "dw = 2^-23*x0",
        "dw = 2^x0",
        "dw = x0*(y1",
        "dw = x0*y1)",
        "dw = x0*(y1 + y2)",
        "dw = x0*(3)",
        "dw = x0*(3 + 4)",
        "dw = x0*(y1 + 3 + 4)",
        "dw = x0*(y1 + 128)",
        "dw = x0*(y1 - 129)",
        "dw = x0*(y1 + 2^7)",
        "dw = x0*(y1 + 2^-1)",
        "dw = x0*(128 - y1)*(-129 - y2)",
        "dw = u0*u1",
        "dw = u1*x1 + u2*x1",
        "dw = u10*x1",
        "dw = u 1*x1",
        "dw = sgn(x1)*x0",
        "dw = sgn(x0)",
        "dw = sgn(y1)*y0",
        "dw = x0*x1*x2*y1*y2*y3",
        "dw = x3",
        "dw = x0*y4",
        "dw = X0",
        "dw = x0*1000000",
        "dw = x0*\u0661",
        "dw = x0;",
        "dw = x0\n",
        "dw = x0 # one",
        "d w = x0",
        "dw == x0",
        "dw = --x0",
        "dw = x0*(--y1)",
        "dw = x0*-y1",
        "dw = 2^--3*x0",
        "dw = x0*()",
        "dw = 3.0*x0",
        "dw = 0x1",
        "dw = 24*2^8*x0",
        "dw = dw",
        "dw = 02^3*x0",
        "dw = x0*(y1 - 02^3)",
    };

    private static final String[] WORDS = {
        "x0",
        "x1",
        "x2",
        "y0",
        "y1",
        "y2",
        "y3",
        "w",
        "d",
        "t",
        "q",
        "u0",
        "u1",
        "u2",
        "(",
        ")",
        "+",
        "-",
        "*",
        "2^",
        "2",
        "3",
        "7",
        "8",
        "127",
        "128",
        "129",
        "sgn",
        "sgn(",
        " ",
        "\t",
        "dw",
        "dt",
        "=",
        "2^-",
        "2^7",
        "(y1 - 3)",
        "(x0)",
        "0"
    };

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (String text : ADMITTED) {
            all.add(question(text).flags(Flag.RULE, Flag.FORM).comment("a rule"));
        }
        for (String text : REFUSED) {
            all.add(question(text).flags(Flag.RULE, Flag.FORM).comment("no rule"));
        }
        all.add(question("dw = x0" + " + x0".repeat(15)).flags(Flag.EDGE).comment("16 products"));
        all.add(question("dw = x0" + " + x0".repeat(16)).flags(Flag.EDGE).comment("refused: 17 products"));
        all.add(question("dw = x0" + "*1".repeat(63)).flags(Flag.EDGE).comment("64 atoms"));
        all.add(question("dw = x0" + "*1".repeat(64)).flags(Flag.EDGE).comment("refused: 65 atoms"));
        all.add(question("dw = x0" + " ".repeat(1017)).flags(Flag.EDGE).comment("1024 characters"));
        all.add(question("dw = x0" + " ".repeat(1018)).flags(Flag.EDGE).comment("refused: 1025 characters"));
        return all;
    }

    private static Question question(String text) {
        return Question.of("ENG-5", "ENG-6", "ENG-7")
                .in("text", Json.object().put("text", text).get("text"));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        String rule = RuleCases.rule(dice, false);
        if (dice.oneIn(2)) {
            int place = dice.below(rule.length());
            int end = Math.min(rule.length(), place + dice.below(4));
            rule = rule.substring(0, place) + dice.any(WORDS) + rule.substring(end);
        }
        return question(rule).flags(Flag.RANDOM);
    }
}
