package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.biograd.conform.judge.Kit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample implementation in Python gives the answers of this one, case by case; with a fault planted in it, it does
 * not.
 */
class PythonAnswersTest {

    private static final int CASES = 100;
    private static final int[] CASES_OF_LEVEL = {200, 120, 80, 160, 80, 12};

    @BeforeAll
    static void findPython() {
        boolean python = SampleRun.runs("python3", "--version");
        if (!python) {
            System.out.println(
                    "SKIPPED: no python3 here, so the answers of the sample implementation in Python were not "
                            + "compared with these.");
        }
        assumeTrue(python, "python3 is not installed");
    }

    @Test
    void conforms() throws Exception {
        SampleRun.requireConforming(
                List.of("python3", "-B", SampleRun.file("python/answer.py").toString()),
                SampleRun.claims("python"),
                CASES_OF_LEVEL);
    }

    @Test
    void claimsEveryOperation() throws Exception {
        assertEquals(
                new TreeSet<>(new Kit().operations()),
                new TreeSet<>(SampleRun.claims("python").operations().orElseThrow()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            quotients that floor          | biograd.py | x // y if x >= 0 else -(-x // y) | x // y                   | eligibility.run
            a draw compared the other way | biograd.py | draw(k) < rest               | draw(k) > rest               | weight.update
            factors that do not saturate  | rules.py   | saturate(exact, bits(variable) + 1) | exact                     | learning.productSeries
            a gate that is forgotten      | learning.py | g_i * self.rounded         | self.rounded                 | rule.ottt-a.sample
            decay after the input         | answer.py  | decay(u, 4096 - p["decayU"]) + word(a) | decay(u + word(a), 4096 - p["decayU"]) | lif.run
            """)
    void aPlantedFaultIsFound(
            String name, String file, String right, String wrong, String operation, @TempDir Path folder)
            throws Exception {
        for (String source : List.of("biograd.py", "rules.py", "learning.py", "answer.py")) {
            String text = Files.readString(SampleRun.file("python").resolve(source));
            if (source.equals(file)) {
                assertEquals(
                        2, text.split(Pattern.quote(right), -1).length, "the place of the fault is not there once");
                text = text.replace(right, wrong);
            }
            Files.writeString(folder.resolve(source), text);
        }
        List<String> program =
                List.of("python3", "-B", folder.resolve("answer.py").toString());
        assertFalse(SampleRun.conform(program, List.of(operation), CASES, SampleRun.claims("python"))
                .conforms());
    }
}
