package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.biograd.kit.cases.LineReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three cases worked out by hand, and what is wrong with cases that are not so small or not so right. */
class KitTest {

    private static final String LAYER = KitRun.resource().lines().findFirst().orElseThrow();

    @Test
    void casesWorkedOutByHandPass() {
        KitRun.Checked checked = KitRun.check(KitRun.resource());
        assertEquals(List.of(), checked.differences());
        assertEquals(List.of(), checked.malformed());
        assertTrue(checked.checks().summary().contains("clause ERR-4: 1 of 1 cases passed"));
        assertEquals(
                3,
                KitRun.check(KitRun.resource().replace("exact", "float64")).checks().summary().stream()
                        .filter(line -> line.startsWith("reference.") && line.endsWith("1 of 1 cases passed"))
                        .count());
    }

    @Test
    void aChangedLastDigitIsLocated() {
        KitRun.Checked checked = KitRun.check("\n" + LAYER.replace("[1.125]", "[1.1250000000000002]"));
        assertEquals(
                List.of("cases: line 2: one-neuron: out.v[1][0]: expected 1.1250000000000002, got 1.125 (the same "
                        + "double is needed)"),
                checked.differences());
        assertEquals(1, checked.checks().differing());
    }

    @Test
    void aMissingFieldDiffersAndAnUnknownOneIsReported() {
        KitRun.Checked checked = KitRun.check(LAYER.replace("\"s\":", "\"spikes\":"));
        assertTrue(
                checked.differences().get(0).contains("out.s: expected missing"),
                checked.differences().toString());
        assertTrue(checked.checks().summary().stream()
                .anyMatch(line -> line.startsWith("reference.layer, out.spikes: not compared in 1 case")));
    }

    @Test
    void orderAndUnknownKeysAreKept() {
        String odd =
                LAYER.replace("{\"id\"", "{\"z\\u00e9\": 1.50e+400 ,\"id\"").replaceFirst("\"out\":.*", "\"é\":[1.0]}");
        List<String> answers = KitRun.answer("\uFEFF" + odd + "\r\n\n{}\n" + LAYER);
        assertEquals(3, answers.size());
        assertTrue(
                answers.get(0).stripLeading().startsWith("{\"z\\u00e9\": 1.50e+400 ,\"id\":\"one-neuron\""),
                answers.get(0));
        assertTrue(answers.get(0).contains("\"é\":[1.0],\"out\":{\"v\":[[0.75],[1.125],[0.0]]"), answers.get(0));
        assertEquals("{\"id\":null,\"error\":\"line 3: field id: missing; a string is needed\"}", answers.get(1));
        assertEquals(List.of(), KitRun.check(answers.get(2)).differences());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"decay\":0.5 | \"decay\":1.5 | field params.decay: 1.5; a number of 0..1 is needed",
                "\"decay\":0.5 | \"decay\":NaN | field params.decay: Non-standard token 'NaN' is not JSON; a finite "
                        + "number is needed",
                "\"decay\":0.5 | \"decay\":1e999 | field params.decay: Infinity; a finite number is needed",
                "\"decay\":0.5 | \"decay\":\"a\" | field params.decay: \"a\"; a finite number is needed",
                "\"decay\":0.5, | '' | field params.decay: missing; a finite number is needed",
                "\"decay\":0.5 | \"decay\":0.5,\"decay\":1 | Duplicate field 'decay'",
                "\"T\":3 | \"T\":10001 | field params.T: 10001; an integer of 1..10000 is needed",
                "\"T\":3 | \"T\":4 | field in.x: an array of 3; an array of 4 is needed",
                "\"W\":[[0.75]] | \"W\":[[0.75],[1,2]] | field in.W[1]: an array of 2; an array of 1 is needed",
                "\"x\":[[1] | \"x\":[[2] | field in.x[0][0]: 2; 0 or 1 is needed",
                "\"b\":[0] | \"b\":[] | field in.b: an array of 0; an array of 1 is needed",
                "\"b\":[0] | \"n_in\":2,\"b\":[0] | field in.n_in: 2; 1 would fit the rest",
                "reference.layer | layer | field op: \"layer\" is not answered here",
                "\"arithmetic\":\"exact\" | \"arithmetic\":1 | field params.arithmetic: 1; \"exact\" or \"float64\" "
                        + "is needed",
                "\"out\":{ | \"out\":3}{ | something follows the case",
            })
    void malformedLinesSayWhatWouldBeRight(String right, String wrong, String message) {
        String line = LAYER.replace(right, wrong);
        List<String> answers = KitRun.answer(LAYER + "\n" + line + "\n" + LAYER);
        assertEquals(3, answers.size());
        String error = answers.get(1).replace("\\\"", "\"");
        assertTrue(error.contains("line 2: ") && error.contains(message), error);
        assertFalse(answers.get(2).contains("error"));
        assertEquals(1, KitRun.check(line).malformed().size());
    }

    @Test
    void labelsSizesAndDepthAreBounded() {
        String network = KitRun.resource().lines().skip(1).findFirst().orElseThrow();
        assertTrue(KitRun.answer(network.replace("\"label\":1", "\"label\":2"))
                .get(0)
                .contains("in.label: 2; an integer of 0..1 is needed"));
        assertTrue(KitRun.answer(network.replace("[1,2]", "[4000,2000]"))
                .get(0)
                .contains("in.sizes: 6000 neurons; at most 4096"));
        assertTrue(KitRun.answer("{\"id\":\"d\",\"x\":" + "[".repeat(100_000))
                .get(0)
                .contains("\"id\":\"d\",\"error\":\"line 1: "));
        assertTrue(KitRun.answer("\u0000\u0001\u0002").get(0).contains("not text in UTF-8"));
    }

    @Test
    void filesWithoutACase() {
        assertEquals(List.of(), KitRun.answer(""));
        assertEquals(
                List.of("cases: no case; at least one line with a case is needed"),
                KitRun.check(" \n\n").malformed());
    }

    @Test
    void longLinesAreSkippedNotHeld() throws IOException {
        byte[] text = ("a".repeat(200_000) + "\nshort\n" + "b".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        LineReader lines = new LineReader(new ByteArrayInputStream(text), 1000);
        assertTrue(lines.next() && lines.tooLong() && lines.bytes().length <= 4096);
        assertTrue(lines.next() && !lines.tooLong() && lines.length() == 5 && lines.number() == 2);
        assertTrue(lines.next() && !lines.tooLong() && lines.length() == 1000);
        assertFalse(lines.next());
    }
}
