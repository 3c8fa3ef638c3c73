package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biograd.conform.ConformResult;
import org.biograd.conform.shrink.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A digest of a training that differs is followed to the first wrong task, and to what is wrong there. */
class BisectionTest {

    private static final int CASES = 24;

    @TempDir
    private Path folder;

    private Failure training(String file, String right, String wrong) throws Exception {
        Optional<String> compiler = CSources.compiler();
        assumeTrue(compiler.isPresent(), "no C compiler is installed: no digest was followed to its first wrong task");
        PlantedFault fault = new PlantedFault("fault", "", "training.digest", file, right, wrong);
        Path program = CSources.compile(
                compiler.orElseThrow(), CSources.plant(fault, folder), folder.resolve("faulty"), "-O1");
        ConformResult result = SampleRun.conform(
                List.of(program.toString()), List.of("training.digest"), CASES, SampleRun.claims("c"));
        return result.operations().get(0).failure().orElseThrow();
    }

    /** A task that fails by itself too is shown as a case with every signal, and its first difference is reported. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            l->s[i] ? 0 : l->v[i]; | l->v[i]; | network.sample | SOMA-3
            square[k] += o[k] * o[k]; | square[k] = o[k] * o[k]; | network.sleep | SLEEP-4
            """)
    void aTaskThatFailsByItselfIsShown(String right, String wrong, String operation, String clause) throws Exception {
        Failure failure = training("biograd.c", right, wrong);
        Failure shown = failure.task().orElseThrow().shown().orElseThrow();
        assertEquals(operation, shown.smallest().question().path("op").asText());
        assertEquals(clause, failure.clause());
        assertTrue(failure.task().orElseThrow().words().startsWith("the first wrong task is number "));
    }

    /** The digest itself tells which sample was learned, or under which number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * (i + 1) >> 32, entry = entries[i]; | * i >> 32, entry = entries[i]; | NET-6 | in its place
            learn_sample(net, done.samples, NULL | learn_sample(net, i, NULL | DRAW-4 | as sample
            """)
    void aTaskThatIsAnotherIsNamed(String right, String wrong, String clause, String words) throws Exception {
        Failure failure = training("network.h", right, wrong);
        assertEquals(clause, failure.clause());
        assertTrue(failure.task().orElseThrow().words().contains(words), failure.task()::toString);
    }

    @Test
    void aSleepThatTheScheduleHasNotIsNamed() throws Exception {
        Failure failure =
                training("network.h", "done.updates % p->sleep_every == 0", "(done.updates + 1) % p->sleep_every == 0");
        assertEquals("NET-7", failure.clause());
    }
}
