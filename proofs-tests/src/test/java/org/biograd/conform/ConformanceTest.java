package org.biograd.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.conform.exchange.Exchange;
import org.biograd.conform.exchange.Fault;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.io.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program does, it is reported for what it is, and the rest of the cases is asked all the same. */
class ConformanceTest {

    private static final int CASES = 200;
    private static final int ENTRIES = 50;

    /** Of programs that answer: nobody waits for it. */
    private static final double PATIENCE = 120;

    private static ConformResult test(String manner, double timeout, int cases)
            throws NotRunException, InterruptedException {
        return test(Peer.command(manner, LifFault.NONE), timeout, cases);
    }

    private static ConformResult test(List<String> command, double timeout, int cases)
            throws NotRunException, InterruptedException {
        ConformSettings settings =
                new ConformSettings("peer", List.of(LifCases.OP), cases, 1, List.of(), Claims.ALL, timeout);
        return new Conformance(settings, command, new LifCases(), ProgressListener.NONE).run();
    }

    /** A shell that is to give the one right answer. */
    private static ConformResult shell(List<String> command, double timeout, int cases) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")),
                "there is no /bin/sh: a program that does not answer was not tried");
        ConformSettings settings =
                new ConformSettings("shell", List.of(OneAnswer.OP), cases, 1, List.of(), Claims.ALL, timeout);
        return new Conformance(settings, command, new OneAnswer(ENTRIES), ProgressListener.NONE).run();
    }

    private static OperationResult only(ConformResult result) {
        assertEquals(1, result.operations().size());
        return result.operations().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "in-any-order", "extra"})
    void aGoodProgramPasses(String manner) throws Exception {
        ConformResult result = test(manner, PATIENCE, CASES);
        assertTrue(result.conforms(), result.toString());
        assertEquals(CASES, result.passed());
        assertEquals(0, result.failed());
        assertEquals(0, result.notTried());
        assertEquals(List.of(), result.notes());
    }

    @Test
    void aSlowProgramPassesAsLongAsItGoesOn() throws Exception {
        ConformResult result = test("slow", 3, 60);
        assertTrue(result.conforms(), result.toString());
        assertEquals(List.of(), result.notes());
    }

    @Test
    void aProgramThatAnswersAtTheEndOfItsInputPasses() throws Exception {
        String answers = "sed 's/.*\"id\":\"\\([^\"]*\\)\".*/{\"id\":\"\\1\",\"out\":{\"y\":1}}/' | sort";
        ConformResult result = shell(List.of("/bin/sh", "-c", answers), 3, 2 * Exchange.MAX_ON_THE_WAY + 100);
        assertTrue(result.conforms(), result.toString());
        assertEquals(2 * Exchange.MAX_ON_THE_WAY + 100, result.passed());
        assertEquals(1, result.notes().size());
        assertTrue(result.notes().get(0).contains("flush"), result.notes().get(0));
    }

    @Test
    void aProgramThatStaysIsEnded() throws Exception {
        List<String> command = new ArrayList<>(OneAnswer.shell(":"));
        command.set(2, command.get(2).replace("one-7", "none") + "; exec sleep 1000");
        ConformResult result = shell(command, 2, CASES);
        assertTrue(result.conforms(), result.toString());
        assertTrue(result.notes().get(0).contains("did not end"), result.notes().toString());
    }

    @Test
    void aCaseThatIsPassedOverIsFoundAndTheOthersPass() throws Exception {
        ConformResult result = shell(OneAnswer.shell(":"), 2, CASES);
        assertEquals(Map.of(Verdict.NO_ANSWER, 1L), only(result).verdicts());
        assertEquals(CASES - 1, result.passed());
        assertEquals(List.of(), result.faults());
        assertEquals(Failure.Again.FAILS, only(result).failure().orElseThrow().again());
    }

    @Test
    void aProgramThatHangsIsFoundAndTheOthersPass() throws Exception {
        ConformResult result = shell(OneAnswer.shell("exec sleep 1000"), 2, CASES);
        assertEquals(Map.of(Verdict.HUNG, 1L), only(result).verdicts());
        assertEquals(CASES - 1, result.passed());
        assertEquals(0, result.notTried());
        assertEquals(
                List.of(Fault.Kind.HANGS),
                result.faults().stream().map(Fault::kind).toList());
        assertTrue(
                result.faults().get(0).first().contains("no answer within 2 s, at case one-7"),
                result.faults().get(0).first());
    }

    @ParameterizedTest
    @CsvSource({
        "dies, DIED, ENDS, exit code 3",
        "endless, ENDLESS, ENDLESS, 67108864 bytes",
        "unknown, UNREADABLE, UNKNOWN_ID, lif-seven",
        "no-id, UNREADABLE, NO_ID, id: 7",
        "error, ERROR, , ",
        "no-out, NO_OUT, , ",
        "no-signal, MALFORMED, , ",
        "short, MALFORMED, , "
    })
    void oneBadCaseIsFoundAndTheOthersPass(String manner, Verdict verdict, Fault.Kind kind, String words)
            throws Exception {
        ConformResult result = test(manner, PATIENCE, CASES);
        assertFalse(result.conforms());
        assertEquals(Map.of(verdict, 1L), only(result).verdicts());
        assertEquals(CASES - 1, result.passed());
        assertEquals(0, result.notTried());
        assertEquals(
                "lif-7",
                only(result)
                        .failure()
                        .orElseThrow()
                        .first()
                        .question()
                        .get("id")
                        .textValue());
        assertEquals(
                kind == null ? List.of() : List.of(kind),
                result.faults().stream().map(Fault::kind).toList());
        if (kind != null) {
            assertEquals(1, result.faults().get(0).count());
            assertTrue(
                    result.faults().get(0).first().contains(words),
                    result.faults().get(0).first());
        }
    }

    @ParameterizedTest
    @CsvSource({"junk, JUNK, now comes the seventh", "twice, TWICE, lif-7"})
    void rightAnswersDoNotExcuseOtherLines(String manner, Fault.Kind kind, String words) throws Exception {
        ConformResult result = test(manner, PATIENCE, CASES);
        assertFalse(result.conforms());
        assertEquals(CASES, result.passed());
        assertEquals(1, result.faults().size());
        assertEquals(kind, result.faults().get(0).kind());
        assertEquals(1, result.faults().get(0).count());
        assertTrue(
                result.faults().get(0).first().contains(words),
                result.faults().get(0).first());
    }

    @Test
    void aFloodIsStopped() throws Exception {
        ConformResult result = test("floods", PATIENCE, CASES);
        assertFalse(result.conforms());
        assertEquals(
                List.of(Fault.Kind.UNKNOWN_ID, Fault.Kind.FLOODS),
                result.faults().stream().map(Fault::kind).toList());
        assertTrue(result.notTried() > 0);
        assertEquals(CASES, result.passed() + result.notTried());
    }

    @Test
    void aProgramThatEndsNowAndThenIsStartedAnew() throws Exception {
        ConformResult result = test("dies-after-90", PATIENCE, CASES);
        assertEquals(CASES, result.passed());
        assertEquals(1, result.faults().size());
        assertEquals(Fault.Kind.ENDS, result.faults().get(0).kind());
        assertEquals(2, result.faults().get(0).count());
        assertTrue(
                result.faults().get(0).first().startsWith("exit code 5 after 90 answers"),
                result.faults().get(0).first());
        assertTrue(result.notes().get(0).contains("lif-90"), result.notes().toString());
    }

    @Test
    void aCaseOnWhichTheProgramEndsIsMadeSmall() throws Exception {
        List<String> command = new ArrayList<>(OneAnswer.shell(":"));
        String many = "1,".repeat(20);
        command.set(
                2,
                command.get(2)
                        .replace(
                                "[ $id = one-7 ]; then :",
                                "case $line in *" + many + "*) true;; *) false;; esac; then exit 4"));
        Finding small =
                only(shell(command, PATIENCE, 12)).failure().orElseThrow().smallest();
        assertEquals(Verdict.DIED, small.verdict());
        assertEquals(21, small.question().get("in").get("a").size());
        assertEquals("exit code 4", small.detail());
    }

    @Test
    void aFaultThatDependsOnTheCasesBeforeIsToldAsSuch() throws Exception {
        Failure failure = only(test("remembers", PATIENCE, CASES)).failure().orElseThrow();
        assertEquals(Failure.Again.PASSES, failure.again());
        assertEquals("lif-49", failure.first().question().get("id").textValue());
    }

    @Test
    void aProgramThatReadsNothingIsEndedWithAllThatItStarted() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")),
                "there is no /bin/sh: whether children are ended was not tried");
        long before = ProcessHandle.current().descendants().count();
        // More than a pipe holds, so that the writer is in the midst of it.
        String sleep = "sleep " + (1_000_000 + System.nanoTime() % 1_000_000);
        ConformResult result = test(List.of("/bin/sh", "-c", sleep + " & " + sleep), 0.3, 1000);
        assertEquals(
                List.of(Fault.Kind.HANGS),
                result.faults().stream().map(Fault::kind).toList());
        assertEquals(3, only(result).verdicts().get(Verdict.HUNG));
        assertEquals(997, result.notTried());
        // A process that was killed takes a moment to be gone.
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            while (ProcessHandle.current().descendants().count() > before
                    || ProcessHandle.allProcesses().anyMatch(process -> does(process, sleep))) {
                Thread.sleep(20);
            }
        });
    }

    private static boolean does(ProcessHandle process, String command) {
        return process.info()
                .commandLine()
                .filter(line -> line.endsWith(command))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonexistent/program", "java"})
    void whatCannotBeRunIsAnError(String program) {
        String path =
                program.equals("java") ? Peer.command("plain", LifFault.NONE).get(0) : program;
        NotRunException error =
                assertThrows(NotRunException.class, () -> test(List.of(path, "no.such.Main"), PATIENCE, 10));
        assertTrue(
                error.getMessage().contains(program.equals("java") ? "exit code 1 each time" : "cannot be started"),
                error.getMessage());
    }
}
