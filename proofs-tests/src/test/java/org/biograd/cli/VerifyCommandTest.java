package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.verify.SampleResult;
import org.biograd.study.verify.VerifySettings;
import org.biograd.study.verify.VerifyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whereEveryCheckHeldTheCodeIsZeroAndTheTableAloneIsOnStandardOutput() throws IOException {
        CommandRun run = new CommandRun();

        run.run("verify", "--report", report());

        assertEquals(0, run.code);
        assertEquals(VerifyTable.of(run.result.build()), run.out);
        assertEquals("biograd verify: the report is in " + report() + "/report.html\n", run.err);
        assertEquals(List.of("report.html", "summary.json"), files());
    }

    @Test
    void whereACheckFailedTheCodeIsOneAndOneLineNamesIt() {
        CommandRun run = new CommandRun();
        run.result.checks = SampleResult.checks(5);

        run.run("verify", "--quiet", "--report", report());

        assertEquals(1, run.code);
        assertEquals("biograd verify: 1 of 5 checks failed: the last check\n", run.err);
        assertEquals(List.of("report.html", "summary.json"), files());
    }

    @Test
    void quietMeansQuiet() {
        CommandRun run = new CommandRun();
        run.interactive = true;
        run.verifier = (profile, training, test, settings) -> progress -> {
            progress.started(2);
            progress.advanced(1, "half");
            return run.result.build();
        };

        run.run("verify", "--quiet", "--report", report());

        assertEquals(0, run.code);
        assertEquals("", run.err);
        assertEquals("", run.terminal);
    }

    @Test
    void theDefaultsAreThoseOfTheHelp() {
        Seen seen = new Seen();

        seen.run("verify", "--report", report());

        assertEquals(Profiles.loihi(), seen.profile);
        int threads = Math.min(256, Runtime.getRuntime().availableProcessors());
        assertEquals(
                new VerifySettings(1, VerifySettings.DEFAULT_EPOCHS, threads, VerifySettings.DEFAULT_HIDDEN),
                seen.settings);
        assertEquals(1437, seen.training.size());
        assertEquals(360, seen.test.size());
    }

    @Test
    void theOptionsReachTheVerification() throws IOException {
        Seen seen = new Seen();
        Path file = Files.writeString(
                folder.resolve("own"), ProfileReader.write(Profiles.tiny()).replace("tiny", "own"));

        seen.run(
                "verify",
                "--profile",
                file.toString(),
                "--epochs",
                "0",
                "--hidden=7",
                "--threads",
                "3",
                "--report",
                report());

        assertEquals("own", seen.profile.name());
        assertEquals(Profiles.tiny().soma(), seen.profile.soma());
        assertEquals(new VerifySettings(1, 0, 3, 7), seen.settings);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "18446744073709551615, -1",
        "9223372036854775808, -9223372036854775808",
        "0xFFFFFFFFFFFFFFFF, -1",
        "0xc0ffee, 12648430",
        "0X10, 16",
    })
    void aSeedHasAll64Bits(String text, long seed) {
        Seen seen = new Seen();

        seen.run("verify", "--seed", text, "--report", report());

        assertEquals(seed, seen.settings.seed());
    }

    @Test
    void anOldReportIsReplaced() throws IOException {
        Files.createDirectories(Path.of(report()));
        Files.writeString(Path.of(report(), "summary.json"), "old");

        new CommandRun().run("verify", "--report", report());
        byte[] once = Files.readAllBytes(Path.of(report(), "summary.json"));
        new CommandRun().run("verify", "--report", report(), "--threads", "7");

        assertEquals('{', once[0]);
        assertArrayEquals(once, Files.readAllBytes(Path.of(report(), "summary.json")));
    }

    @Test
    void progressOnATerminalIsABarThatGoesAway() {
        CommandRun run = new CommandRun();
        run.interactive = true;
        run.verifier = (profile, training, test, settings) -> progress -> {
            progress.started(100);
            progress.advanced(100, "done");
            waitFor(run, "100/100");
            return run.result.build();
        };

        run.run("verify", "--report", report());

        assertTrue(run.terminal.endsWith("\r" + " ".repeat(79) + "\r"), run.terminal);
        assertFalse(run.terminal.contains("\n"));
        assertEquals(1, run.err.lines().count(), run.err);
    }

    @Test
    void aDefectIsOneLineTooAndClosesTheBar() {
        CommandRun run = new CommandRun();
        run.interactive = true;
        run.verifier = (profile, training, test, settings) -> progress -> {
            progress.started(100);
            throw new IllegalStateException("a\nbug");
        };

        run.run("verify", "--report", report());

        assertEquals(3, run.code);
        assertEquals(1, run.err.lines().count());
        assertTrue(
                run.err.startsWith(
                        "biograd verify: internal error, please report it: java.lang.IllegalStateException: a bug at "
                                + getClass().getName()),
                run.err);
        assertTrue(run.terminal.endsWith("\r"));
        assertEquals(List.of(), files());
    }

    @Test
    void lackOfMemoryIsOneLineToo() {
        CommandRun run = new CommandRun();
        run.verifier = (profile, training, test, settings) -> progress -> {
            throw new OutOfMemoryError("simulated");
        };

        run.run("verify", "--report", report());

        assertEquals(2, run.code);
        assertTrue(run.err.startsWith("biograd verify: out of memory: "), run.err);
        assertEquals(1, run.err.lines().count());
    }

    @Test
    void helpIsOnStandardOutputAndShowsExamples() {
        for (String[] arguments : new String[][] {{"verify", "--help"}, {"help", "verify"}}) {
            CommandRun run = new CommandRun().run(arguments);

            assertEquals(0, run.code);
            assertEquals("", run.err);
            assertTrue(run.out.contains("Examples:") && run.out.contains("0xC0FFEE"), run.out);
            assertTrue(run.out.contains("Default: " + VerifySettings.DEFAULT_EPOCHS + "."), run.out);
            assertTrue(run.out.lines().allMatch(line -> line.length() <= 80), run.out);
        }
    }

    @Test
    void profilePrintsATextThatReadsBack() {
        for (String name : Profiles.NAMES) {
            CommandRun run = new CommandRun().run("profile", name);

            assertEquals(0, run.code);
            assertEquals(Profiles.shipped(name), ProfileReader.read("out", run.out));
        }
    }

    // The bar is drawn by a thread of its own, which a busy machine may let wait.
    private static void waitFor(CommandRun run, String text) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!run.screen().contains(text)) {
            assertTrue(System.nanoTime() < deadline, run.screen());
            Thread.onSpinWait();
        }
    }

    private static final class Seen {
        private Profile profile;
        private DataSet training;
        private DataSet test;
        private VerifySettings settings;

        void run(String... arguments) {
            CommandRun run = new CommandRun();
            run.verifier = (theProfile, theTraining, theTest, theSettings) -> {
                profile = theProfile;
                training = theTraining;
                test = theTest;
                settings = theSettings;
                return progress -> run.result.build();
            };
            run.run(arguments);
            assertEquals(0, run.code, run.err);
        }
    }

    private String report() {
        return folder.resolve("report").toString();
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(Path.of(report()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
