package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.conform.cause.Cause;
import org.biograd.conform.cause.Causes;
import org.biograd.conform.judge.Kit;
import org.biograd.conform.shrink.Failure;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.check.Recalculation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faults are planted in the sample in C, one at a time, and the kit is asked level by level: it has to find each at the
 * level at which it sits, and to name the broken clause. What it says of each stands in the spec.
 */
class PlantedFaultsTest {

    private static final int[] CASES_OF_LEVEL = {220, 90, 70, 120, 90, 20};

    @TempDir
    private Path folder;

    @Test
    void everyFaultIsFoundWhereItSits() throws Exception {
        Optional<String> compiler = CSources.compiler();
        if (compiler.isEmpty()) {
            System.out.println(
                    "SKIPPED: no C compiler here (cc, gcc, clang), so no faults were planted in the sample in C.");
        }
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        List<Outcome> outcomes = PlantedFaults.ALL.parallelStream()
                .map(fault -> outcome(compiler.orElseThrow(), fault))
                .toList();
        assertEquals(
                List.of(),
                outcomes.stream()
                        .map(Outcome::missed)
                        .filter(missed -> !missed.isEmpty())
                        .toList());
        requirePage(outcomes.stream().map(Outcome::row).toList());
    }

    /** Steps, neurons and layers that a fault does not need are gone from the case that shows it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the dendrite of a hidden neuron forgets | int64_t exact = l->D[i];    | int64_t exact = output ? l->D[i] : 0; | 3 | 3
            feedback weights are transposed         | l->B[i * K + k] * (sp[k]    | l->B[k * l->size + i] * (sp[k]        | 2 | 5
            partial sums of a dendrite saturate     | exact += l->B[i * K + k] * (sp[k] - sn[k]); | exact = saturate(exact + l->B[i * K + k] * (sp[k] - sn[k]), p->dendrite_bits); | 2 | 4
            """)
    void aFaultOfANetworkIsShownByFewStepsAndNeurons(String name, String right, String wrong, int steps, int neurons)
            throws Exception {
        Optional<String> compiler = CSources.compiler();
        assumeTrue(compiler.isPresent(), "no C compiler is installed");
        PlantedFault fault = new PlantedFault(name, "ERR-6", "network.sample", "biograd.c", right, wrong);
        Path program = CSources.compile(
                compiler.orElseThrow(), CSources.plant(fault, folder), folder.resolve("faulty"), "-O0");
        ConformResult result =
                SampleRun.conform(List.of(program.toString()), List.of("network.sample"), 200, SampleRun.claims("c"));
        JsonNode smallest =
                result.operations().get(0).failure().orElseThrow().smallest().question();
        assertEquals(steps, smallest.at("/params/profile/time.steps").asInt(), smallest::toString);
        int count = 0;
        for (JsonNode size : smallest.at("/in/sizes")) {
            count += size.asInt();
        }
        assertEquals(neurons, count, smallest::toString);
    }

    /** What became of a fault: a row of the page, or how it was missed. */
    private record Outcome(String row, String missed) {}

    private Outcome outcome(String compiler, PlantedFault fault) {
        try {
            Path sources = Files.createTempDirectory(folder, "fault");
            Path program = CSources.compile(compiler, CSources.plant(fault, sources), sources.resolve("faulty"), "-O0");
            List<OperationResult> wrong = lowestWrong(List.of(program.toString()));
            Optional<OperationResult> found = wrong.stream()
                    .filter(operation -> operation.operation().equals(fault.operation()))
                    .findFirst();
            if (found.isEmpty()) {
                return new Outcome(
                        "",
                        fault.name() + ": found by "
                                + wrong.stream().map(OperationResult::operation).toList());
            }
            Failure failure = found.orElseThrow().failure().orElseThrow();
            if (!failure.clause().equals(fault.clause())) {
                return new Outcome(
                        "",
                        fault.name() + ": the clause named is " + failure.clause() + ", not " + fault.clause() + ": "
                                + failure.telling().words());
            }
            List<Line> lines = Causes.of(failure.telling()).map(Cause::lines).orElse(List.of());
            if (!lines.isEmpty() && !Recalculation.faults(lines).isEmpty()) {
                return new Outcome("", fault.name() + ": " + Recalculation.faults(lines));
            }
            return new Outcome(
                    "| " + fault.name() + " | " + fault.clause() + " | "
                            + found.orElseThrow().level() + " | " + fault.operation() + " | "
                            + failure.smallest().words().replace("|", "\\|") + " | "
                            + failure.smallest().question().toString().length() + " |",
                    "");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(fault.name(), e);
        }
    }

    /** The operations that answer wrongly, of the lowest level at which one does. */
    private static List<OperationResult> lowestWrong(List<String> program) throws Exception {
        for (int level = 0; level < CASES_OF_LEVEL.length; level++) {
            List<String> operations = new ArrayList<>();
            for (String operation : new Kit().operations()) {
                if (new Kit().level(operation) == level) {
                    operations.add(operation);
                }
            }
            ConformResult result = SampleRun.conform(program, operations, CASES_OF_LEVEL[level], SampleRun.claims("c"));
            List<OperationResult> wrong = result.operations().stream()
                    .filter(operation -> operation.failure().isPresent())
                    .toList();
            if (!wrong.isEmpty()) {
                return wrong;
            }
            assertTrue(result.conforms(), () -> result.faults() + " " + result.lastWords());
        }
        return List.of();
    }

    private static void requirePage(List<String> rows) throws IOException {
        FaultsPage.requireOfC("""
                # Planted faults

                Generated by tests: do not edit. `mvn test -Dbiograd.regenerate=true` writes it anew.

                ## In the sample in C

                Each of these mistakes was planted, alone, in the [sample in C](../samples/c). The kit asked the program level
                by level; the row says which operation of the lowest level that failed shows the fault, the one clause that
                `biograd conform` names, and what it says of the smallest case that it could reduce the failure to, with
                its length in characters.

                | fault | clause | level | found by | first difference | characters |
                |---|---|---:|---|---|---:|
                """ + String.join("\n", rows) + "\n");
    }
}
