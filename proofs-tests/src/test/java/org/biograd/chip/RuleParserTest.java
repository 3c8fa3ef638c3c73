package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.biograd.loihi.learning.Dependency;
import org.biograd.loihi.learning.Factor;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.Product;
import org.biograd.loihi.learning.RuleException;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in text. */
@Clause({"ENG-5", "ENG-6"})
class RuleParserTest {

    @Provide
    static Arbitrary<LearningRule> rules() {
        return RandomRules.rules(RuleLimits.NORMATIVE);
    }

    @Test
    void aRuleIsItsProducts() {
        LearningRule rule =
                LearningRule.parse(" dt = 2^-2*x1*y0 - 3 * 2 ^ 4\t* sgn( t - 5 )*x0*(4+y3)*y0 + 2^-3*u2*(w)");
        assertEquals(Variable.T, rule.target());
        assertEquals(
                List.of(
                        new Product(1, -2, Dependency.POST, List.of(Factor.of(Variable.X1))),
                        new Product(
                                -3,
                                4,
                                Dependency.PRE,
                                List.of(
                                        new Factor(Variable.T, -5, true),
                                        new Factor(Variable.Y3, 4, false),
                                        Factor.of(Variable.Y0))),
                        new Product(1, -3, Dependency.every(2), List.of(Factor.of(Variable.W)))),
                rule.products());
        assertEquals("dt = 2^-2*y0*x1 - 3*2^4*x0*sgn(t-5)*(y3+4)*y0 + 2^-3*u2*w", rule.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "-x0*y1, dw = -x0*y1",
        "+x0, dw = x0",
        "8*x0, dw = 4*2^1*x0",
        "-4*x0 + 20*y0, dw = -4*x0 + 5*2^2*y0",
        "2*3*x0, dw = 6*x0",
        "x0*(5-t), dw = -x0*(t-5)",
        "x0*(-w), dw = -x0*w",
        "x0*sgn(2-w), dw = -x0*sgn(w-2)",
        "x0*u1*y0, dw = u1*x0*y0",
        "y0*x0, dw = y0*x0",
        "x0*x0, dw = x0*x0",
        "x0*(t+2^3), dw = x0*(t+8)",
        "x0*(t+2^+3), dw = x0*(t+8)",
        "x0*(y0+0), dw = x0*y0",
        "2^2*2^-2*x0, dw = x0",
        "dd=u0*d, dd = u0*d",
    })
    void theSameInOtherWords(String text, String printed) {
        assertEquals(printed, LearningRule.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 1 | the rule ends where a factor is needed",
                "2^-2*x1 | 1 | a product that waits for nothing; x0 or y0 (at a spike) or u0 (every epoch) is needed "
                        + "as a factor",
                "x0*z1 | 4 | 'z1' is unknown; the variables are x0, x1, x2, y0, y1, y2, y3, w, d, t, q, and u0..u9 "
                        + "wait for epochs",
                "x0*x3 | 4 | 'x3' is unknown",
                "x0*y4 | 4 | 'y4' is unknown",
                "x0*X1 | 4 | 'X' where a factor is needed",
                "x0 y1 | 4 | 'y' after a complete product; +, - or * is needed",
                "x0* | 4 | the rule ends where a factor is needed",
                "x0 + | 5 | the rule ends where a factor is needed",
                "x0*x1^2 | 6 | a power of x1; the factor is needed as often as it counts",
                "3^2*x0 | 1 | a power of 3; powers of 2 are possible",
                "2^*x0 | 3 | an integer is needed here",
                "9*x0 | 1 | a scale of 9; m*2^k with m of 1..7 or its negative, and k of -22..8, is needed",
                "x0 + 11*2^-3*y0 | 6 | a scale of 11*2^-3; m*2^k with m of 1..7",
                "0*x0 | 1 | a scale of 0; m*2^k with m of 1..7",
                "2^9*x0 | 1 | a scale of 2^9; an exponent of -22..8 is needed",
                "2^-23*x0 | 1 | a scale of 2^-23; an exponent of -22..8 is needed",
                "x0*(w+128) | 1 | a constant of 128 in (w+128); -128..127 is needed",
                "x0*(x1+x2) | 8 | a second variable in a factor; a variable and a constant are possible",
                "x0*(1+2) | 7 | a second constant in a factor",
                "x0*(3) | 4 | no variable in the parentheses; a plain number needs none",
                "x0*() | 5 | an integer is needed here",
                "x0*(x1 | 7 | ')' is needed after a factor's sum",
                "x0*(x1*y1) | 7 | ')' is needed after a factor's sum",
                "x0*sgn w | 8 | '(' is needed after sgn",
                "x0*sgn(x1) | 1 | sgn(x1) of a word that is never negative; sgn of w, d or t is possible",
                "u0*u1 | 4 | a second u in a product; one is needed",
                "u1*w - u2*t | 8 | u2 beside u1; a rule has one u, so u1 is needed",
                "u10*w | 1 | u10 is not there; u0..u9 are",
                "u1x*w | 1 | 'u1x' is unknown; u0..u9 are possible",
                "x0*x1*x2*y1*y2*y3 | 1 | 5 factors besides the dependency x0; at most 4 are possible",
                "dx = x0 | 1 | what changes is to be named before '='; dw, dd or dt is needed",
                "= x0 | 1 | what changes is to be named before '='",
                "dw x = x0 | 4 | '=' is needed after dw",
                "dw = dt = x0 | 6 | 'dt' is unknown",
                "1234567*x0 | 1 | more than 6 digits; a smaller integer is needed",
                "999999*999999*x0 | 8 | a scale that is far too large",
                "x0*(w+2^13) | 7 | 2^13 as a constant; -128..127 or 2^k is needed",
            })
    @Clause("ENG-7")
    void whatIsNoRuleIsRefusedWithTheColumn(String text, int column, String problem) {
        RuleException refusal = assertThrows(RuleException.class, () -> LearningRule.parse(text));
        assertTrue(refusal.problem().startsWith(problem), refusal.problem());
        assertEquals(column, refusal.column(), refusal.getMessage());
    }

    @Test
    void theMessageShowsTheRuleAndACaret() {
        assertEquals(
                "column 4: 'z' is unknown; the variables are x0, x1, x2, y0, y1, y2, y3, w, d, t, q, and u0..u9 wait "
                        + "for epochs\n"
                        + "  x0*z + ?\n"
                        + "     ^",
                assertThrows(RuleException.class, () -> LearningRule.parse("x0*z + \u00e9"))
                        .getMessage());
    }

    @Test
    @Clause("ENG-7")
    void aRuleThatIsTooLongIsRefused() {
        String sixteen = "x0" + " + x0".repeat(15);
        assertEquals(16, LearningRule.parse(sixteen).products().size());
        assertTrue(assertThrows(RuleException.class, () -> LearningRule.parse(sixteen + " - x0"))
                .problem()
                .startsWith("more than 16 products"));
        assertTrue(assertThrows(RuleException.class, () -> LearningRule.parse("x0" + "*1".repeat(64)))
                .problem()
                .startsWith("more than 64"));
        assertTrue(assertThrows(RuleException.class, () -> LearningRule.parse(" ".repeat(1025)))
                .problem()
                .startsWith("longer than 1024"));
    }

    @Test
    @Clause("ENG-7")
    void theFirstChipHasNoThirdFactorAndFewerScales() {
        assertTrue(assertThrows(RuleException.class, () -> LearningRule.parse("u0*q*t", RuleLimits.LOIHI_1))
                .problem()
                .startsWith("q, the third factor, is not on the first chip"));
        assertTrue(assertThrows(RuleException.class, () -> LearningRule.parse("2^-8*u0*t", RuleLimits.LOIHI_1))
                .problem()
                .contains("an exponent of -7..8 is needed"));
        assertEquals(
                -7,
                LearningRule.parse("2^-7*u0*t", RuleLimits.LOIHI_1)
                        .products()
                        .get(0)
                        .exponent());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aPrintedRuleParsesToTheSame(@ForAll("rules") LearningRule rule) {
        assertEquals(rule, LearningRule.parse(rule.toString()));
        // Space means nothing between words.
        assertEquals(rule, LearningRule.parse(rule.toString().replaceAll("([-+*=^()])", "\t$1 ")));
    }

    @Provide
    static Arbitrary<String> garbage() {
        Arbitrary<String> words = Arbitraries.of(
                        "x0", "x1", "y0", "u0", "u", "sgn", "w", "t", "q", "d", "dw", "=", "+", "-", "*", "^", "(", ")",
                        "2", "7", "0", "999999", " ", "\t", "2^", "x", "dt = ", "\u00e9", "\u0000", "\ud800")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(
                words,
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().withChars("x0y1u2wt+-*^()= sgn").ofMaxLength(2000));
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void garbageIsARuleOrSaysWhyNot(@ForAll("garbage") String text) {
        try {
            LearningRule rule = LearningRule.parse(text);
            assertEquals(rule, LearningRule.parse(rule.toString()));
        } catch (RuleException e) {
            assertTrue(e.column() >= 1 && e.column() <= Math.min(1024, text.length()) + 1, e.getMessage());
            assertTrue(e.getMessage().endsWith("\n  " + " ".repeat(e.column() - 1) + "^"));
            assertTrue(e.getMessage().chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), e.getMessage());
        }
    }

    @Test
    void depthAndLengthCostNothing() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String part : List.of("(", "sgn(", "-", "x0*", "2^", "((x0)", "u0+", "1*")) {
                assertThrows(RuleException.class, () -> LearningRule.parse(part.repeat(1024 / part.length())));
                assertThrows(RuleException.class, () -> LearningRule.parse(part.repeat(1_000_000)));
            }
        });
    }
}
