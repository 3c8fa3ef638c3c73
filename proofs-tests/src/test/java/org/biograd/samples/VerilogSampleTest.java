package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample of the chip's neuron in Verilog, under its own bench, on the golden cases. */
class VerilogSampleTest {

    private static final Path CASES =
            SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/lif.run.hex");

    @TempDir
    private Path folder;

    @BeforeAll
    static void findSimulator() {
        boolean there = SampleRun.runs("iverilog", "-V");
        if (!there) {
            System.out.println("SKIPPED: no iverilog here, so the sample in Verilog was not run.");
        }
        assumeTrue(there, "Icarus Verilog is not installed");
    }

    @Test
    void theBenchPassesOnEveryGoldenStep() throws Exception {
        long steps;
        try (var lines = Files.lines(CASES)) {
            steps = lines.filter(line -> !line.startsWith("//")).count();
        }
        assertTrue(steps > 100, "the golden set has " + steps + " steps");
        String said = bench(Files.readString(SampleRun.file("verilog/soma.v")));
        assertTrue(said.contains("PASS: " + steps + " steps, 0 wrong"), said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the threshold is not strict   | s = exact >                                  | s = exact >=
            v wraps                       | exact = exact > LARGEST ? LARGEST : exact < -LARGEST ? -LARGEST : exact; | exact = exact;
            v saturates at -2^23          | exact < -LARGEST ? -LARGEST                  | exact < -LARGEST - 1 ? -LARGEST - 1
            a decay floors                | decayed = x[23] ? -magnitude[23:0]           | decayed = x[23] ? -magnitude[23:0] - (magnitude[0])
            the refractory period is long | refractory - 7'd1                            | refractory
            state is kept between cases   | held_v = first ? 24'sd0 : v;                 | held_v = v;
            no bias                       | $signed({{13{bias_mantissa[12]}}, bias_mantissa}) | 26'sd0
            """)
    void aPlantedFaultFails(String name, String right, String wrong) throws Exception {
        String source = Files.readString(SampleRun.file("verilog/soma.v"));
        assertEquals(2, source.split(Pattern.quote(right), -1).length, "the place of the fault is not there once");
        String said = bench(source.replace(right, wrong));
        assertTrue(said.contains("FAIL: ") && said.contains(" expected, u "), said);
    }

    private String bench(String soma) throws IOException, InterruptedException {
        Path source = folder.resolve("soma.v");
        Path program = folder.resolve("soma");
        Files.writeString(source, soma);
        assertEquals(
                "",
                run(
                        "iverilog",
                        "-g2005-sv",
                        "-Wall",
                        "-o",
                        program.toString(),
                        SampleRun.file("verilog/bench.v").toString(),
                        source.toString()));
        return run("vvp", "-n", program.toString(), "+cases=" + CASES);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}
