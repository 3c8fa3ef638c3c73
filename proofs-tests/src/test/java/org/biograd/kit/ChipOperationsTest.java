package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.biograd.house.CasesPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the page about cases, and what is wrong with cases of the chip that do not fit. */
class ChipOperationsTest {

    private static final String LIF =
            "{\"id\":\"n\",\"op\":\"lif.run\",\"params\":{\"emulator\":\"lava\",\"decayU\":4096,\"decayV\":0,"
                    + "\"vthMant\":131071,\"refractory\":1,\"biasMant\":0,\"biasExp\":0},\"in\":{\"a\":[-5]},\"out\":{"
                    + "\"u\":[-5],\"v\":[-5],\"s\":[0]}}";
    private static final String OURS =
            "{\"id\":\"w\",\"op\":\"synapse.weight\",\"params\":{\"signMode\":\"MIXED\",\"numWeightBits\":8,"
                    + "\"wExp\":0},"
                    + "\"in\":{\"w\":[-2]},\"out\":{\"effective\":[-128]}}";
    private static final String LAVA =
            "{\"id\":\"w\",\"op\":\"synapse.weight\",\"params\":{\"emulator\":\"lava\",\"signMode\":\"MIXED\","
                    + "\"numWeightBits\":8,\"maxNumWeightBits\":8,\"clipNumBits\":8,\"learningSimulation\":false},"
                    + "\"in\":{\"w\":[-3]},"
                    + "\"out\":{\"truncated\":[-4],\"clipped\":[-3],\"clippedThenTruncated\":[-4]}}";
    private static final String BRIAN =
            "{\"id\":\"w\",\"op\":\"synapse.weight\",\"params\":{\"emulator\":\"brian2loihi\",\"signMode\":\"MIXED\","
                    + "\"numWeightBits\":8,\"wExp\":0},\"in\":{\"w\":[-3]},\"out\":{\"effective\":[-128]}}";

    private static String line(String name) {
        return switch (name) {
            case "LIF" -> LIF;
            case "OURS" -> OURS;
            case "LAVA" -> LAVA;
            default -> BRIAN;
        };
    }

    @Test
    void theExamplesOfThePagePass() throws IOException {
        KitRun.Checked checked = KitRun.check(String.join("\n", CasesPage.examples()));
        assertEquals(List.of(), checked.differences());
        assertEquals(List.of(), checked.malformed());
        for (String op :
                List.of("lif.run", "synapse.weight", "reference.layer", "reference.network", "reference.sleep")) {
            assertTrue(checked.checks().summary().contains(op + ": 1 of 1 cases passed"), op);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIF", "OURS", "LAVA", "BRIAN"})
    void theCasesBelowPassBeforeTheyAreBroken(String name) {
        KitRun.Checked checked = KitRun.check(line(name));
        assertEquals(List.of(), checked.differences());
        assertEquals(List.of(), checked.malformed());
    }

    @Test
    void integersAreComparedAsIntegers() {
        String far = LIF.replace("lava", "brian2loihi").replace("[-5]},", "[" + (1 << 24) + "]},");
        String right = far.replaceAll("\"out\".*", "\"out\":{\"u\":[16777216],\"v\":[0],\"s\":[1]}}");
        assertEquals(List.of(), KitRun.check(right).differences());
        assertEquals(
                1,
                KitRun.check(right.replace("[16777216],\"v\"", "[16777217],\"v\""))
                        .differences()
                        .size());
        assertEquals(
                1,
                KitRun.check(right.replace("\"v\":[0]", "\"v\":[18446744073709551616]"))
                        .differences()
                        .size());
        assertEquals(
                1,
                KitRun.check(right.replace("\"v\":[0]", "\"v\":[0.5]"))
                        .differences()
                        .size());
        assertEquals(
                1,
                KitRun.check(right.replace("\"v\":[0]", "\"v\":[1e999]"))
                        .differences()
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIF | \"lava\" | \"loihi\" | params.emulator: \"loihi\"; one of \"brian2loihi\", \"lava\", \"nengo\" "
                        + "is needed",
                "LIF | \"lava\" | null | params.emulator: null; one of \"brian2loihi\", \"lava\", \"nengo\" is needed",
                "LIF | \"decayU\":4096, | '' | params.decayU: missing; an integer of 0..4096 is needed",
                "LIF | \"decayV\":0 | \"decayV\":-1 | params.decayV: -1; an integer of 0..4096 is needed",
                "LIF | 131071 | 131072 | params.vthMant: 131072; an integer of 0..131071 is needed",
                "LIF | \"refractory\":1 | \"refractory\":65 | params.refractory: 65; an integer of 1..64 is needed",
                "LIF | \"biasMant\":0 | \"biasMant\":-4097 | params.biasMant: -4097; an integer of -4096..4095 is "
                        + "needed",
                "LIF | \"biasExp\":0 | \"biasExp\":1.5 | params.biasExp: 1.5; an integer of 0..7 is needed",
                "LIF | [-5]}, | []}, | in.a: an array of 0; an array of 1..10000 integers is needed",
                "LIF | \"a\":[-5] | \"a\":3 | in.a: 3; an array of 1..10000 integers is needed",
                "LIF | \"a\":[-5] | \"a\":[0,true] | in.a[1]: true; an integer of -68719476736..68719476736 is needed",
                "LIF | \"a\":[-5] | \"a\":[68719476737] | in.a[0]: 68719476737; an integer of "
                        + "-68719476736..68719476736 is needed",
                "OURS | MIXED | mixed | params.signMode: \"mixed\"; one of \"MIXED\", \"EXCITATORY\", \"INHIBITORY\" "
                        + "is needed",
                "OURS | Bits\":8 | Bits\":10 | params.numWeightBits: 10; an integer of 1..9 is needed",
                "OURS | \"wExp\":0 | \"wExp\":-7 | params.wExp: -7; an integer of -6..7 is needed",
                "OURS | [-2] | [-2,-3] | in.w[1]: -3; a multiple of 2 is needed, for there are 8 bits",
                "OURS | [-2] | [256] | in.w[0]: 256; an integer of -256..254 is needed",
                "LAVA | :false | :0 | params.learningSimulation: 0; true or false is needed",
                "LAVA | \"numWeightBits\":8 | \"numWeightBits\":9 | params.numWeightBits: 9; an integer of 0..8 is "
                        + "needed",
                "LAVA | \"clipNumBits\":8 | \"clipNumBits\":17 | params.clipNumBits: 17; an integer of 0..16 is needed",
                "LAVA | \"w\":[-3] | \"w\":[32768] | in.w[0]: 32768; an integer of -32768..32767 is needed",
                "BRIAN | \"w\":[-3] | \"w\":[255] | in.w[0]: 255; an integer of -256..254 is needed",
                "BRIAN | \"wExp\":0 | \"wExp\":8 | params.wExp: 8; an integer of -8..7 is needed",
                "BRIAN | brian2loihi | nengo | params.emulator: \"nengo\"; one of \"brian2loihi\", \"lava\" is needed",
            })
    void aFieldThatDoesNotFitIsNamed(String name, String part, String broken, String message) {
        String bad = line(name).replace(part, broken);
        List<String> malformed = KitRun.check(bad).malformed();
        assertEquals(1, malformed.size());
        assertTrue(malformed.get(0).endsWith("field " + message), malformed.get(0));
    }
}
