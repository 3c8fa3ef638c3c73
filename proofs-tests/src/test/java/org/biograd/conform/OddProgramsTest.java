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
import java.util.Arrays;
import java.util.List;
import org.biograd.conform.exchange.Answer;
import org.biograd.conform.exchange.Asked;
import org.biograd.conform.exchange.Exchange;
import org.biograd.conform.exchange.Fault;
import org.biograd.conform.exchange.Faults;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Program;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.Kit;
import org.biograd.conform.shrink.Failure;
import org.biograd.io.ProgressListener;
import org.biograd.kit.cases.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that do what no program should: named as what they are, at once, and never for ever. */
class OddProgramsTest {

    /** Nobody waits so long: a test that did would be ended before. */
    private static final double PATIENCE = 600;

    private static final String ID = "s/.*\"id\":\"\\([^\"]*\\)\".*/";

    @BeforeEach
    void shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell is here");
    }

    private static ConformResult conform(int cases, double patience, String... command) throws Exception {
        ConformSettings settings =
                new ConformSettings("odd", List.of("decay"), cases, 1, List.of(), Claims.ALL, patience);
        return new Conformance(settings, List.of(command), new Kit(), ProgressListener.NONE).run();
    }

    private static Failure failure(ConformResult result) {
        return result.operations().get(0).failure().orElseThrow();
    }

    /** What names no case, or cannot be read, is said of the case whose answer it must be, without waiting. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s/.*/{"out":{"y":[]}}/                            | id: missing
            s/.*/{"id":7,"out":{"y":[]}}/                     | id: 7
            s/.*/{"id":"none","out":{"y":[]}}/                | it answers "none", which was not asked
            ID{"id":"\\1","out":{"y":[NaN]}}/                 | not valid JSON
            ID{"id":"\\1","out":"\\xff"}/                     | UTF-8
            """)
    void anAnswerThatCannotBeReadIsNamedAtOnce(String script, String words) {
        ConformResult result = assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> conform(
                        5,
                        PATIENCE,
                        "sed",
                        "-u",
                        script.replaceFirst("^ID", java.util.regex.Matcher.quoteReplacement(ID))));
        assertEquals(
                Verdict.UNREADABLE,
                failure(result).first().verdict(),
                () -> failure(result).first().words());
        assertTrue(
                failure(result).first().detail().contains(words),
                failure(result).first().detail());
        assertEquals(5, result.operations().get(0).failed());
        assertEquals(Failure.Again.FAILS, failure(result).again());
    }

    /** On many cases it ends; alone it writes without end. */
    @Test
    void aLoneCaseMayNotBeAnsweredForEver() {
        NotRunException said = assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> assertThrows(
                        NotRunException.class,
                        () -> conform(
                                20, 1, "sh", "-c", "n=0; while read l; do n=1$n; [ $n != 10 ] && exit 3; done; yes")));
        assertTrue(said.getMessage().contains("exit code 3"), said.getMessage());
    }

    /** Whoever makes a case small does not wait beyond his time, whatever is on the way. */
    @Test
    void whatIsOverdueIsNotWaitedFor() {
        List<String> heard = new ArrayList<>();
        Exchange.Listener listener = new Exchange.Listener() {
            @Override
            public void answered(Asked asked, Answer answer) {
                heard.add(asked.id());
            }

            @Override
            public void failed(Asked asked, Verdict verdict, String detail) {
                heard.add(asked.id());
            }
        };
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            Program program = new Program(List.of("sleep", "1000"), (long) (PATIENCE * 1e9), Program.MAX_LINE);
            try (Exchange exchange = new Exchange(program, 3, false, new Faults(), listener)) {
                exchange.ask(new Asked("", 0, "one", new byte[] {'{', '}', '\n'}, Json.object(), 1));
                exchange.until(System.nanoTime());
                exchange.settle();
                assertTrue(exchange.gaveUp());
            }
        });
        assertEquals(List.of(), heard);
    }

    @Test
    void emptyLinesWithoutEndAreAFlood() {
        ConformResult result =
                assertTimeoutPreemptively(Duration.ofMinutes(5), () -> conform(20, 5, "sh", "-c", "read l; yes ''"));
        assertTrue(
                result.faults().stream().anyMatch(fault -> fault.kind() == Fault.Kind.FLOODS),
                result.faults().toString());
    }

    /** It answers nothing whenever it is asked: nothing is to be said of what was computed before. */
    @Test
    void aProgramThatEndsFailsAgain() throws Exception {
        ConformResult result = conform(5, 5, "sh", "-c", "read l; echo '{\"id\":\"x\"}'; exit 0");
        assertFalse(
                failure(result).again() == Failure.Again.PASSES,
                () -> failure(result).toString());
    }

    /** With its output held open or not, in a session of its own or not. */
    @ParameterizedTest
    @ValueSource(strings = {"(sleep SECONDS &);", "(setsid sleep SECONDS >/dev/null 2>&1 &);", "sleep SECONDS &"})
    void aProcessLeftBehindIsSaidAndEnded(String start) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "which processes there are is not shown here");
        String seconds = Long.toString(1_000_000 + System.nanoTime() % 1_000_000);
        String answer = "sed -u '" + ID + "{\"id\":\"\\1\",\"out\":{\"y\":[]}}/'";
        ConformResult result = conform(2, 20, "sh", "-c", start.replace("SECONDS", seconds) + " " + answer);
        assertTrue(
                result.notes().stream()
                        .anyMatch(note -> note.contains("left a process behind") && note.contains("sleep")),
                result.notes().toString());
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            while (ProcessHandle.allProcesses().anyMatch(one -> hasArgument(one, seconds))) {
                Thread.sleep(10);
            }
        });
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return Arrays.asList(process.info().arguments().orElse(new String[0])).contains(argument);
    }

    /** What is claimed and has no case within the limits is no success. */
    @Test
    void anOperationWithoutACaseIsNoSuccess() throws Exception {
        Claims claims = ClaimsReader.read(
                "{\"operations\":[\"word.wrap\"],\"limits\":{\"widths\":[64]}}".getBytes(), new Kit().operations());
        ConformSettings some = new ConformSettings("odd", List.of("word.wrap"), 20, 1, List.of(), claims, PATIENCE);
        ConformResult result = new Conformance(some, List.of("cat"), new Kit(), ProgressListener.NONE).run();
        assertEquals(20, result.operations().get(0).failed(), "cases are drawn within the claimed width");
        Claims none = ClaimsReader.read(
                "{\"operations\":[\"sleep.update\"],\"limits\":{\"widths\":[60]}}".getBytes(), new Kit().operations());
        ConformSettings empty = new ConformSettings("odd", List.of("sleep.update"), 1, 1, List.of(), none, PATIENCE);
        ConformResult untried = new Conformance(empty, List.of("cat"), new Kit(), ProgressListener.NONE).run();
        assertEquals(List.of("sleep.update"), untried.untried());
        assertFalse(untried.conforms());
    }
}
