package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.biograd.conform.ConformResult;
import org.biograd.conform.Kit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample implementation in C, written from the text of the spec alone, gives the answers of this one; with a fault planted in it, it does not. */
class CSampleTest {

    private static final int[] CASES_OF_LEVEL = {220, 100, 60, 60, 40, 8};
    private static final int CASES_OF_A_FAULT = 220;
    private static final List<String> FILES = List.of("biograd.c", "json.h", "network.h", "chip.h");

    @TempDir
    static Path folder;

    private static String compiler;

    @BeforeAll
    static void findCompiler() {
        for (String name : List.of("cc", "gcc", "clang")) {
            if (compiler == null && SampleRun.runs(name, "--version")) {
                compiler = name;
            }
        }
        if (compiler == null) {
            System.out.println("SKIPPED: no C compiler here (cc, gcc, clang), so the sample implementation in C was not compared with this one.");
        }
        assumeTrue(compiler != null, "no C compiler is installed");
    }

    @Test
    void conforms() throws Exception {
        List<String> program = List.of(compile(SampleRun.file("c"), "good", "-O2", "-Wall", "-Wextra", "-Werror").toString());
        SampleRun.requireConforming(program, SampleRun.claims("c"), CASES_OF_LEVEL);
    }

    @Test
    void claimsWhatThereIs() throws Exception {
        assertEquals(new TreeSet<>(new Kit().operations()), new TreeSet<>(SampleRun.claims("c").operations().orElseThrow()),
                "an operation that is new is to be answered in C too, from its clauses, and to be claimed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the threshold not strict       | chip.h    | voltage > theta;                     | voltage >= theta;                | lif.run
            floor in place of toward zero  | biograd.c | return x > 0 ? low : low + 1;        | return low;                      | round.shift
            v wraps                        | chip.h    | voltage = saturate(                  | voltage = wrap(                  | lif.run
            a draw compared the other way  | biograd.c | draw(place, k) < rest                | draw(place, k) > rest            | round.shift
            decay after the input          | chip.h    | decay(current, 4096 - lost_u) + a[t] | decay(current + a[t], 4096 - lost_u) | lif.run
            the reset a step too early     | biograd.c | one_a_neuron ? l->z[i] : l->y[i];    | l->z[i];                         | eligibility.run
            an order that is not shuffled  | network.h | * (i + 1) >> 32                      | * i >> 32                        | training.digest
            """)
    void aPlantedFaultIsFound(String name, String file, String right, String wrong, String operation) throws Exception {
        Path faulty = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
        for (String source : FILES) {
            String text = Files.readString(SampleRun.file("c").resolve(source));
            if (source.equals(file)) {
                assertEquals(2, text.split(Pattern.quote(right), -1).length, "the place of the fault is not there once");
                text = text.replace(right, wrong);
            }
            Files.writeString(faulty.resolve(source), text);
        }
        Path program = compile(faulty, "faulty", "-O0");
        ConformResult result = SampleRun.conform(List.of(program.toString()), List.of(operation), CASES_OF_A_FAULT, SampleRun.claims("c"));
        assertFalse(result.conforms());
        assertEquals(List.of(), result.faults(), "it answers, and wrongly");
        assertTrue(result.operations().get(0).failure().isPresent());
    }

    private static Path compile(Path sources, String name, String... options) throws IOException, InterruptedException {
        Path program = folder.resolve(sources.getFileName() + "-" + name);
        Path said = folder.resolve("compiler.txt");
        List<String> command = new ArrayList<>(List.of(compiler, "-std=c99"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", program.toString(), sources.resolve("biograd.c").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the compiler does not end");
        }
        assertEquals("", Files.readString(said));
        assertEquals(0, process.exitValue());
        return program;
    }
}
