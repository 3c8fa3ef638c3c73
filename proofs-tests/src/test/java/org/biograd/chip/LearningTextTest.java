package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.biograd.house.CasesPage;
import org.biograd.house.SpecText;
import org.biograd.loihi.learning.LavaLearning;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningFormats;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, limits and examples that stand in the text, and what cases are refused for. */
class LearningTextTest {

    private static final String TRACE =
            "{\"id\":\"a\",\"op\":\"trace.step\",\"params\":{\"keep\":2048,\"impulseInt\":16},\"in\":{\"x\":[5,3],"
                    + "\"drawDecay\":[2047,2048]}}";
    private static final String LEARNING =
            "{\"id\":\"b\",\"op\":\"learning.productSeries\",\"params\":{\"rule\":\"2^-1*x0*y1\"},"
                    + "\"in\":{\"x0\":[1],\"y1\":[3],\"w\":[7],\"draw\":[63]}}";

    /** The table of ENG-13: the same rule on the same words, here and in the emulator. */
    @Test
    @Clause({"ENG-9", "ENG-13"})
    void theNumbersThatDiffer() {
        List<List<String>> rows = SpecText.table("ENG-13");
        int differing = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            LearningRule rule = LearningRule.parse(row.get(0), RuleLimits.LOIHI_1);
            LearningWords words = new LearningWords(1, 1);
            int[] seen = new int[Variable.values().length];
            for (String word : row.get(1).split(", ")) {
                Variable variable = Variable.valueOf(word.split(" = ")[0].toUpperCase(Locale.ROOT));
                seen[variable.ordinal()] = Integer.parseInt(word.split(" = ")[1]);
                words.of(variable)[0] = seen[variable.ordinal()];
            }
            List<Long> here = new ArrayList<>();
            new LearningEngine(words, LearningFormats.LOIHI, List.of(rule))
                    .run(1, s -> 0, (target, s, value) -> here.add(value));
            assertEquals(row.get(2), here.get(0).toString(), row.get(0));
            assertEquals(row.get(3), String.valueOf(new LavaLearning(rule).accumulator(seen, true)), row.get(0));
            differing += row.get(2).equals(row.get(3)) ? 0 : 1;
        }
        assertEquals(4, differing);
    }

    @Test
    @Clause("ENG-7")
    void theLimitsAreThoseOfTheText() {
        Map<String, String> table =
                SpecText.table("ENG-7").stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        RuleLimits limits = RuleLimits.NORMATIVE;
        assertEquals("-" + limits.mantissa() + ".." + limits.mantissa() + ", not 0", table.get("mantissa"));
        assertEquals(limits.minExponent() + ".." + limits.maxExponent(), table.get("exponent"));
        assertEquals(limits.minConstant() + ".." + limits.maxConstant(), table.get("constant in a factor"));
        assertEquals(String.valueOf(limits.products()), table.get("products of a rule"));
        assertEquals(String.valueOf(limits.factors()), table.get("factors of a product besides the dependency"));
        assertEquals("0.." + limits.decimation(), table.get("k of u<k>"));
    }

    @Test
    @Clause("ENG-1")
    void theWidthsAreThoseOfTheText() {
        Map<String, List<String>> table =
                SpecText.table("ENG-1").stream().collect(Collectors.toMap(row -> row.get(0), Function.identity()));
        LearningFormats formats = LearningFormats.LOIHI;
        assertEquals(formats.weight().toString(), table.get("w").get(2));
        assertEquals(formats.tag().toString(), table.get("t").get(2));
        assertEquals(formats.secondTag().toString(), table.get("d").get(2));
        assertEquals(
                formats.accumulator().toString(), table.get("accumulator of w").get(2));
        assertEquals(Variable.TRACE.toString(), table.get("x1, x2").get(2));
        assertEquals(
                "-" + formats.accumulator().max() + ".." + formats.accumulator().max(),
                table.get("accumulator of w").get(3));
    }

    /** The examples of the page on cases. */
    @Test
    void theExamplesPass() throws IOException {
        String examples = CasesPage.examples().stream()
                .filter(example -> example.contains("\"trace.step\"") || example.contains("\"learning.productSeries\""))
                .collect(Collectors.joining("\n"));
        List<String> summary = LearningCases.pass(examples);
        assertTrue(summary.contains("trace.step: 2 of 2 cases passed"), summary.toString());
        assertTrue(summary.contains("learning.productSeries: 3 of 3 cases passed"), summary.toString());
    }

    @Test
    @Clause("ENG-3")
    void aTraceOfHand() {
        // 5 * 2048 / 4096 = 2.5 with a draw below one half, 3 * 2048 / 4096 = 1.5 with one that is not.
        String answer = LearningCases.answer(TRACE);
        assertTrue(answer.contains("\"out\":{\"decayed\":[3,1],\"afterImpulse\":[19,17]}"), answer);
        String learned = LearningCases.answer(LEARNING);
        // 7 + 1.5: the accumulator is 8.5 * 128.
        assertTrue(learned.contains("\"out\":{\"wAccumulator\":[1088],\"w\":[9]}"), learned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"keep\":2048 | \"keep\":4097 | field params.keep: 4097; an integer of 0..4096 is needed",
                "\"keep\":2048 | \"keep\":2048,\"emulator\":\"nengo\" | field params.emulator: \"nengo\"; one of "
                        + "\"lava\" is needed",
                "\"keep\":2048 | \"keep\":2048,\"emulator\":\"lava\" | field params.tau: missing; a finite number is "
                        + "needed",
                "\"keep\":2048 | \"tau\":0,\"emulator\":\"lava\" | field params.tau: 0; a number of steps above 0, at "
                        + "most 1000000, is needed",
                "\"impulseInt\":16 | \"impulseInt\":128 | field params.impulseInt: 128; an integer of 0..127 is needed",
                "\"impulseInt\":16 | \"impulseInt\":16,\"impulseFrac\":256 | field params.impulseFrac: 256; an "
                        + "integer of 0..255 is needed",
                "\"impulseInt\":16 | \"impulseInt\":16,\"impulseFrac\":1 | field in.drawImpulse: missing; an array of "
                        + "2 is needed, one integer of 0..255 each",
                "[5,3] | [5,128] | field in.x[1]: 128; an integer of 0..127 is needed",
                "[5,3] | [] | field in.x: an array of 0; an array of 1..4096 integers is needed",
                "[2047,2048] | [2047] | field in.drawDecay: an array of 1; an array of 2 is needed",
                "[2047,2048] | [2047,4096] | field in.drawDecay[1]: 4096; an integer of 0..4095 is needed",
            })
    void tracesOutOfRangeAreRefused(String right, String wrong, String message) {
        refused(TRACE, right, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2^-1*x0*y1 | 2^-1*x0*z1 | field params.rule: column 9: 'z1' is unknown",
                "2^-1*x0*y1 | x0*y2 | field in.y2: missing; an array of 1 is needed",
                "\"rule\":\"2^-1*x0*y1\" | '' | field params.rule: missing; a rule such as",
                "\"rule\":\"2^-1*x0*y1\" | \"rule\":3 | field params.rule: 3; a string is needed",
                "\"w\":[7] | \"w\":[256] | field in.w[0]: 256; an integer of -255..255 is needed",
                "\"w\":[7], | '' | field in.w: missing; an array of 1..4096 integers is needed",
                "\"draw\":[63] | \"draw\":[128] | field in.draw[0]: 128; an integer of 0..127 is needed",
                "\"x0\":[1] | \"x0\":[2] | field in.x0[0]: 2; an integer of 0..1 is needed",
                "x0*y1\" | x0*y1\",\"signMode\":\"EXCITATORY\" | field params.signMode: \"EXCITATORY\"; \"MIXED\" is "
                        + "needed",
                "x0*y1\" | x0*y1\",\"emulator\":\"lava\" | field in.random: missing; a finite number is needed",
                "2^-1*x0*y1\" | dt = x0\",\"emulator\":\"lava\" | field in.t: missing",
                "2^-1*x0*y1\" | u0*q\",\"emulator\":\"lava\" | field params.rule: column 1: q, the third factor, is "
                        + "not on the first chip",
                "2^-1*x0*y1\" | u1*y1\" | field in.u: missing; an integer of 0..1 is needed",
                "x0*y1\" | x0*y1\",\"products\":[] | field params.products: an array of 0; an array of 1..16 products "
                        + "is needed",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":1,\"sExp\":-1,\"dependency\":\"x0\",\"factors\":[]}] | "
                        + "field params.products: they are dw = 2^-1*x0, and params.rule is dw = 2^-1*x0*y1; the same",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":1,\"sExp\":-1,\"sExpBiased\":7,\"dependency\":\"x0\","
                        + "\"factors\":[]}] | field params.products[0].sExpBiased: 7; sExp + 7, which is 6, is needed",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":1,\"sExp\":-1,\"dependency\":\"z\",\"factors\":[]}] | "
                        + "field params.products[0].dependency: \"z\"; \"x0\", \"y0\", \"u\" or \"u0\" is needed",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":0,\"sExp\":-1,\"dependency\":\"x0\",\"factors\":[]}] | "
                        + "field params.products: product 1: a scale of 0*2^-1",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":1,\"sExp\":-1,\"dependency\":\"x0\",\"factors\":[{"
                        + "\"var\":\"v\"}]}] | field params.products[0].factors[0].var: \"v\"; x0",
                "x0*y1\" | x0*y1\",\"products\":[{\"sMant\":1,\"sExp\":-1,\"dependency\":\"x0\",\"factors\":[{"
                        + "\"var\":\"w\",\"sgn\":1}]}] | field params.products[0].factors[0].sgn: 1; true or false",
            })
    void rulesOutOfRangeAreRefused(String right, String wrong, String message) {
        refused(LEARNING, right, wrong, message);
    }

    private static void refused(String line, String right, String wrong, String message) {
        assertTrue(line.contains(right), right);
        String answer = LearningCases.answer(line.replace(right, wrong)).replace("\\\"", "\"");
        assertTrue(answer.contains("line 1: " + message), answer);
    }
}
