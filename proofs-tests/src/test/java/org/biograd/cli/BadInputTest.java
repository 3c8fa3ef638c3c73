package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.biograd.cli.terminal.CommandGroups;
import org.biograd.data.Digits;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every bad input ends with exit code 2 and exactly one line on standard error, before anything is verified or written.
 */
class BadInputTest {

    private static final String HELP = " (see biograd verify --help)";

    @TempDir
    private Path folder;

    private boolean verified;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--epochs -3              | Invalid value for option '--epochs': -3 is not within 0..100000",
                "--epochs 100001          | Invalid value for option '--epochs': 100001 is not within 0..100000",
                "--epochs 99999999999999999999 | Invalid value for option '--epochs': 99999999999999999999 is not "
                        + "within 0..100000",
                "--epochs 1.5             | Invalid value for option '--epochs': '1.5' is not within 0..100000",
                "--hidden 0               | Invalid value for option '--hidden': 0 is not within 1..4096",
                "--hidden 4097            | Invalid value for option '--hidden': 4097 is not within 1..4096",
                "--threads 0              | Invalid value for option '--threads': 0 is not within 1..256",
                "--threads many           | Invalid value for option '--threads': 'many' is not within 1..256",
                "--seed                   | Missing required parameter for option '--seed' (N)",
                "--seed 1 --seed 2        | option '--seed' (N) should be specified only once",
                "--sede 1                 | Unknown options: '--sede', '1'; did you mean --seed?",
                "more                     | Unmatched argument at index 2: 'more'",
            })
    void wrongOptionsAreNamed(String arguments, String message) throws IOException {
        assertRefused(message + HELP, arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "-1",
        "18446744073709551616",
        "0x10000000000000000",
        "0x",
        "1e3",
        "''",
        "seven",
        "99999999999999999999999999"
    })
    void seedsBeyond64BitsAreRefused(String seed) throws IOException {
        CommandRun run = verify("--seed=" + seed);

        assertEquals(2, run.code);
        assertTrue(run.err.contains(" is not within 0..18446744073709551615 (or 0x0..0xffffffffffffffff)"), run.err);
    }

    /** One file under two names would be lost; both are compared before anything is written. */
    @Test
    void oneFileIsNotWrittenTwice() throws IOException {
        Path profile = Files.writeString(folder.resolve("mine.profile"), ProfileReader.write(ProfileChange.SMALL));
        Path model = folder.resolve("m.model");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("log.csv"));
        String spelt = folder.resolve(".")
                .resolve("x")
                .resolve("..")
                .resolve("m.model")
                .toString();
        for (String[] arguments : new String[][] {
            {"train", "--out", model.toString(), "--log", spelt},
            {"train", "--out", model.toString(), "--best", model.toString(), "--validation", "9"},
            {
                "train",
                "--out",
                link.toString(),
                "--log",
                folder.resolve("log.csv").toString()
            },
            {"train", "--out", model.toString(), "--log", profile.toString(), "--profile", profile.toString()},
        }) {
            CommandRun run = new CommandRun().run(arguments);
            assertEquals(2, run.code, run.err);
            assertTrue(run.err.contains("are the same file"), run.err);
        }
        assertEquals(ProfileReader.write(ProfileChange.SMALL), Files.readString(profile));
        assertFalse(Files.exists(model));
    }

    @Test
    void anUnknownProfileListsTheShippedOnes() throws IOException {
        assertRefused(
                "Invalid value for option '--profile': 'nosuch' is neither a shipped profile (loihi, wide, tiny, "
                        + "loihi-mnist, wide-mnist) nor a file"
                        + HELP,
                "--profile",
                "nosuch");
    }

    @Test
    void anImpossibleWidthIsNamedWithFileLineKeyAndValue() throws IOException {
        Path file = folder.resolve("mine.profile");
        String text = ProfileReader.write(Profiles.loihi()).replaceFirst("(?m)^soma.keep .*$", "soma.keep = 9999");
        int line = text.substring(0, text.indexOf("soma.keep")).split("\n", -1).length;
        Files.writeString(file, text);

        assertRefused(
                "Invalid value for option '--profile': " + file + ":" + line + ": soma.keep: 9999 is not within 0..4096"
                        + HELP,
                "--profile",
                file.toString());
    }

    @Test
    void filesThatAreNoProfilesAreRefused() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xff});
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        Path huge = Files.write(folder.resolve("huge"), new byte[200_000]);
        String start = "Invalid value for option '--profile': ";

        assertRefused(start + binary + ": not UTF-8 text" + HELP, "--profile", binary.toString());
        assertRefused(start + empty + ": name: missing" + HELP, "--profile", empty.toString());
        assertRefused(
                start + huge + ": cannot be read: it is longer than the 65536 bytes that a profile may have" + HELP,
                "--profile",
                huge.toString());
        assertRefused(start + folder + ": cannot be read: it is a folder" + HELP, "--profile", folder.toString());
    }

    @Test
    void aProfileThatDoesNotFitTheNetworkIsRefused() throws IOException {
        CommandRun run = new CommandRun();
        run.verifier = (profile, training, test, settings) -> {
            throw new IllegalArgumentException("weight.bits: too wide");
        };

        run.run("verify", "--report", folder.resolve("report").toString());

        assertRefused("weight.bits: too wide" + HELP, run);
    }

    @Test
    void aFileInPlaceOfTheReportFolderIsRefusedBeforeTheTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");

        assertRefused("--report " + file + ": not a folder" + HELP, "--report", file.toString());
        assertEquals("kept", Files.readString(file));
        CommandRun below = verify("--report", file.resolve("below").toString());
        assertEquals(2, below.code);
        assertTrue(below.err.startsWith("biograd verify: --report " + file.resolve("below") + ": "), below.err);
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedBeforeTheTraining() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "a place where not even root can make folders");

        CommandRun run = verify("--report", "/proc/biograd-report");

        assertEquals(2, run.code);
        assertTrue(run.err.startsWith("biograd verify: --report /proc/biograd-report: "), run.err);
        assertEquals(1, run.err.lines().count());
        assertFalse(verified);
    }

    @Test
    void aFolderInPlaceOfAReportFileIsRefusedBeforeTheTraining() throws IOException {
        Path report = folder.resolve("r");
        Files.createDirectories(report.resolve("report.html"));

        assertRefused("--report " + report + ": report.html in it is a folder" + HELP, "--report", report.toString());
    }

    @Test
    void anEmptyFolderNameIsRefused() throws IOException {
        assertRefused("--report: the name of the folder is empty" + HELP, "--report", "");
    }

    @Test
    void truncatedDataAreRefused() throws IOException {
        byte[] bytes;
        try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz")) {
            bytes = in.readAllBytes();
        }
        CommandRun run = new CommandRun();
        run.data = () -> Digits.read("digits.csv.gz", new ByteArrayInputStream(Arrays.copyOf(bytes, 1000)));

        run.run("verify", "--report", folder.resolve("report").toString());

        assertRefused("the data cannot be read: digits.csv.gz: ends too early for a gzip file" + HELP, run);
    }

    @Test
    void anArgumentWithAnAtSignIsNoFileOfArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "--epochs 3");

        assertRefused("Unmatched argument at index 2: '@" + file + "'" + HELP, "@" + file);
    }

    @Test
    void whatIsNoNameOfAFileIsRefusedWithoutNamesOfClasses() throws IOException {
        CommandRun run = new CommandRun().run("explain", "--spikes", "a\u0000b");
        assertEquals(2, run.code);
        assertEquals(
                "biograd explain: Invalid value for option '--spikes': 'a?b' is not the name of a file or folder "
                        + "(see biograd explain --help)\n",
                run.err.replace("\r\n", "\n"));
    }

    @Test
    void anErrorStaysOneLineWhateverItsTextHolds() throws IOException {
        CommandRun run = verify("--profile", "a\nb\u001b[31m\rc");

        assertEquals(2, run.code);
        assertEquals(1, run.err.lines().count());
        assertFalse(run.err.contains("\u001b"));
    }

    @Test
    void withoutACommandTheCommandsAreNamed() throws IOException {
        CommandRun run = new CommandRun().run();

        assertRefused(
                "biograd: a command is missing: " + String.join(", ", CommandGroups.names())
                        + " (see biograd --help)\n",
                run.code,
                run);
    }

    @Test
    void profileNeedsAProfile() throws IOException {
        CommandRun none = new CommandRun().run("profile");
        assertRefused(
                "biograd profile: Missing required parameter: 'NAME' (see biograd profile --help)\n", none.code, none);
    }

    private void assertRefused(String message, String... arguments) throws IOException {
        assertRefused(message, verify(arguments));
    }

    private void assertRefused(String message, CommandRun run) throws IOException {
        assertRefused("biograd verify: " + message + "\n", run.code, run);
    }

    private void assertRefused(String line, int code, CommandRun run) throws IOException {
        assertEquals(line, run.err.replace("\r\n", "\n"));
        assertEquals(2, code);
        assertEquals("", run.out);
        assertFalse(verified);
        try (Stream<Path> files = Files.walk(folder)) {
            assertFalse(files.anyMatch(file -> file.endsWith("summary.json")));
        }
    }

    private CommandRun verify(String... arguments) {
        CommandRun run = new CommandRun();
        run.verifier = (profile, training, test, settings) -> progress -> {
            verified = true;
            return run.result.build();
        };
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        boolean placed = Arrays.asList(arguments).contains("--report");
        return placed ? run.run(all) : run.run(with(all, "--report=" + folder.resolve("report")));
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        // Before the others, so that an option that lacks its value stays the last.
        System.arraycopy(arguments, 1, all, 2, arguments.length - 1);
        all[1] = last;
        return all;
    }
}
