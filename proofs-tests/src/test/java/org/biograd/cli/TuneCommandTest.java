package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code biograd tune} as it is called. */
class TuneCommandTest {

    private static final String SEARCH = """
            hidden = 10
            candidates = 5
            validation = 40
            rungs = 60 samples, 1 epoch
            keep = 1/2
            sleep.first = 2, 3
            sleep.trajectories = 4
            sleep.steps = 10
            update.shift = 2..6
            error.rounding = FLOOR, STOCHASTIC
            """;

    /** Whoever asks it for a sample, a label or their number is found out. */
    private static final Samples UNTOUCHABLE = new Samples() {
        @Override
        public int size() {
            throw new AssertionError("the test set is asked for its size");
        }

        @Override
        public int inputs() {
            return Digits.PIXELS;
        }

        @Override
        public int classes() {
            return Digits.CLASSES;
        }

        @Override
        public int[] labels() {
            throw new AssertionError("the test set is asked for labels");
        }

        @Override
        public InputSource source(int steps, long seed) {
            throw new AssertionError("the test set is asked for samples");
        }

        @Override
        public Samples slice(int from, int to) {
            throw new AssertionError("the test set is cut");
        }
    };

    @TempDir
    private Path folder;

    private Path file;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("my.search"), SEARCH);
        command.reader = name -> {
            DataSet training = Digits.load().slice(0, 120);
            return new TrainingAndTest(training, UNTOUCHABLE, name);
        };
    }

    private CommandRun tune(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "tune";
        arguments[1] = file.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return command.run(arguments);
    }

    @Test
    void writesTheProfileThatNamesItsRunAndNeverAsksForTheTestSet() throws Exception {
        assertEquals(0, tune("--threads", "2", "--quiet").code, () -> command.err);
        assertEquals("", command.err);
        String text = Files.readString(folder.resolve("out/best.profile"));
        Profile profile = ProfileReader.read("best.profile", text);
        byte[] log = Files.readAllBytes(folder.resolve("out/tune.jsonl"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(log));
        assertTrue(
                text.startsWith(
                        "# Found by: biograd tune " + file + " --data digits\n# Seed 1, network 64-10-10, candidate "),
                text);
        assertTrue(text.contains("# SHA-256 of the run's log, tune.jsonl: " + digest + "\n"), text);
        assertTrue(
                command.out.contains("\nupdate.shift = " + profile.update().shift() + System.lineSeparator()),
                command.out);
        String page = Files.readString(folder.resolve("out/tune.html"));
        assertTrue(page.contains("The test set was not used")
                && page.contains(digest)
                && page.contains("<svg class=\"plot\""));
        long refused = new String(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"refused\""))
                .count();
        long trained = 5 - refused;
        // The search, the refused, and all that were trained at the first rung, of whom a half goes on.
        assertEquals(
                1 + refused + trained + (trained + 1) / 2,
                new String(log, StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void goesOnWithASearchThatWasStopped() throws Exception {
        assertEquals(0, tune("--quiet").code, () -> command.err);
        Path log = folder.resolve("out/tune.jsonl");
        Path profile = folder.resolve("out/best.profile");
        String first = Files.readString(profile);
        String text = Files.readString(log);
        assertEquals(0, tune("--quiet").code);
        assertEquals(first, Files.readString(profile));
        Files.writeString(log, text.substring(0, text.length() * 2 / 3));
        assertEquals(0, tune("--quiet", "--threads", "1").code);
        assertEquals(
                first.replaceAll("SHA-256.*", ""), Files.readString(profile).replaceAll("SHA-256.*", ""));
    }

    @Test
    void tellsProgress() {
        assertEquals(0, tune().code);
        assertTrue(command.err.isEmpty() || command.err.contains("rung "), command.err);
        assertFalse(command.err.contains("no plots"), command.err);
    }

    @Test
    void saysInOneLineWhatIsWrong() throws Exception {
        Files.writeString(file, SEARCH.replace("2..6", "6..2"));
        assertEquals(2, tune().code);
        assertTrue(command.err.startsWith("biograd tune: " + file + ":9: update.shift: 6..2 is empty"), command.err);
        assertEquals(1, command.err.lines().count());
        Files.writeString(file, "base = nowhere.profile\n" + SEARCH);
        assertEquals(2, tune().code);
        assertTrue(
                command.err.contains(
                        ":1: base: '" + folder.resolve("nowhere.profile") + "' is neither a shipped profile"),
                command.err);
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertEquals(2, tune().code);
        assertTrue(command.err.contains("not UTF-8 text"), command.err);
        Files.delete(file);
        assertEquals(2, tune().code);
        assertTrue(command.err.contains("no such file"), command.err);
    }

    @Test
    void refusesTheLogOfAnotherSearch() throws Exception {
        assertEquals(0, tune("--quiet").code);
        Files.writeString(file, SEARCH + "seed = 2\n");
        assertEquals(2, tune("--quiet").code);
        assertTrue(
                command.err.contains("tune.jsonl:1: the log of another search: seed is \"1\", not \"2\""), command.err);
    }

    @Test
    void readsTheBaseBesideTheSearch() throws Exception {
        assertEquals(0, command.run("profile", "loihi").code);
        Files.writeString(folder.resolve("mine.profile"), command.out.replaceAll("(?m)^name .*", "name = mine"));
        Files.writeString(file, "base = mine.profile\n" + SEARCH);
        assertEquals(0, tune("--quiet").code, () -> command.err);
        assertTrue(command.out.contains("base profile mine, seed 1"), command.out);
    }
}
