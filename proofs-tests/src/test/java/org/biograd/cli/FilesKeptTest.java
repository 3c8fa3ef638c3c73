package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.biograd.cli.terminal.CommandGroups;
import org.biograd.io.FileLocks;
import org.biograd.model.ModelReader;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** No command loses a file of its user's, and what it says of files names them and helps. */
class FilesKeptTest {

    private static final String PRECIOUS = "three months of work";

    private static byte[] begun;
    private static byte[] other;

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();
    private Path precious;

    /** A training that has begun, and the best network of another. */
    @BeforeAll
    static void begin(@TempDir Path place) throws IOException {
        String small = "train --hidden 2 --sleep 0 --quiet --validation 9 ";
        String first = place.resolve("first").toString();
        String second = place.resolve("second").toString();
        String best = place.resolve("best").toString();
        assertEquals(0, new CommandRun().run((small + "--epochs 0 --out " + first).split(" ")).code);
        assertEquals(
                0,
                new CommandRun()
                        .run((small + "--seed 2 --epochs 1 --out " + second + " --best " + best).split(" "))
                        .code);
        begun = Files.readAllBytes(place.resolve("first"));
        other = Files.readAllBytes(place.resolve("best"));
    }

    @BeforeEach
    void write() throws IOException {
        precious = Files.writeString(folder.resolve("precious"), PRECIOUS);
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private CommandRun train(String arguments) {
        List<String> all = new ArrayList<>(List.of("train", "--hidden", "2", "--sleep", "0", "--quiet"));
        for (String word : arguments.split(" ")) {
            all.add(word.startsWith("=") ? in(word.substring(1)) : word);
        }
        return run.run(all.toArray(new String[0]));
    }

    private void refused(String message, CommandRun done) throws IOException {
        assertEquals(2, done.code, done.err);
        assertEquals(1, done.err.lines().count(), done.err);
        assertTrue(done.err.contains(message), done.err);
        assertEquals(PRECIOUS, Files.readString(precious));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out =m --log =precious | --log",
                "--out =m --best =precious --validation 9 | --best",
                "--out =m --log =precious --resume | --log",
                "--out =m --best =precious --validation 9 --resume | --best",
                "--out =begun --log =precious --resume | --log",
                "--out =begun --best =precious --validation 9 --resume | precious: ends after 20 bytes",
                "--out =begun --best =begun2 --validation 9 --resume | --best",
                "--out =begun --best =other --validation 9 --resume | --best",
                "--out =precious | --out",
                "--out =precious --resume | precious: ends after 20 bytes",
            })
    void nothingIsReplacedUnasked(String arguments, String named) throws IOException {
        Files.write(folder.resolve("begun"), begun);
        Files.write(folder.resolve("begun2"), begun);
        Files.write(folder.resolve("other"), other);
        List<String> before = names();
        refused(named, train(arguments + " --epochs 1"));
        assertEquals(before, names());
        assertArrayEquals(other, Files.readAllBytes(folder.resolve("other")));
        assertArrayEquals(begun, Files.readAllBytes(folder.resolve("begun")));
        assertArrayEquals(begun, Files.readAllBytes(folder.resolve("begun2")));
    }

    @Test
    void whatIsAskedForIsReplaced() throws IOException {
        assertEquals(0, train("--out =m --log =precious --epochs 0 --overwrite").code, run.err);
        assertTrue(Files.readString(precious).startsWith("epoch,seconds,"));
    }

    /** Whoever writes first goes on; the other hears of it before it has touched anything. */
    @Test
    void twoTrainingsDoNotWriteOneFile() throws IOException {
        for (String shared : List.of("--out =m", "--out =n --log =m", "--out =n --best =m --validation 9")) {
            FileLocks first = FileLocks.of(List.of(folder.resolve("m")));
            try {
                refused(in("m") + ": somebody else is writing it", train(shared + " --epochs 0"));
                assertEquals(List.of(".m.lock", "precious"), names());
            } finally {
                first.close();
            }
        }
        // What a killed one has left locks nothing.
        Files.createFile(folder.resolve(".m.lock"));
        assertEquals(0, train("--out =m --epochs 0").code, run.err);
        assertEquals(List.of("m", "precious"), names());
    }

    @Test
    @Clause("FILE-9")
    void aLinkStaysAndTheFileItLeadsToIsWritten() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("deep/real"));
        refused("--out " + link + ": no such file or folder", train("--out =link --epochs 0"));
        Files.createDirectory(folder.resolve("deep"));
        assertEquals(0, train("--out =link --epochs 0").code, run.err);
        assertEquals(0, train("--out =link --epochs 1 --resume").code, run.err);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(
                1,
                ModelReader.read(folder.resolve("deep/real"))
                        .run()
                        .orElseThrow()
                        .log()
                        .size());
        assertEquals(List.of("deep", "link", "precious"), names());
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            assertEquals(1, files.count(), "no lock and nothing on its way is left");
        }
    }

    @Test
    void aDeviceIsNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "a machine with devices among its files");
        refused("--log /dev/null: a device or pipe", train("--out =m --log /dev/null --epochs 0 --overwrite"));
        assertFalse(Files.isRegularFile(device));
    }

    @ParameterizedTest
    @CsvSource({
        "'',best.profile in it is of no search",
        "a note that nobody has finished,'tune.jsonl:1: not the beginning of a line of a log'",
        "'a note\nof lines\n',tune.jsonl:1: not JSON",
        "'{\"tune\":1,\"data\":\"others',tune.jsonl:1: not the beginning",
    })
    void aSearchKeepsWhatIsNoLog(String there, String message) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path kept = Files.writeString(out.resolve(there.isEmpty() ? "best.profile" : "tune.jsonl"), there);
        Path search = Files.writeString(
                folder.resolve("s"),
                "hidden = 2\ncandidates = 1\nvalidation = 9\nrungs = 9 samples\nupdate.shift = 2..6\n");
        refused(message, run.run("tune", search.toString(), "--out", out.toString(), "--quiet"));
        assertEquals(there, Files.readString(kept));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "999999999 epochs,'s:4: rungs: ''999999999'' is not within 1..100000'",
        "'1 epoch, 100001 epochs','s:4: rungs: ''100001'' is not within 1..100000'",
        "999999999 samples,rungs: 999999999 samples are more than 100000 epochs of 1428 samples",
    })
    void aSearchIsNoLongerThanATraining(String rungs, String message) throws IOException {
        Path search = Files.writeString(
                folder.resolve("s"),
                "hidden = 2\ncandidates = 1\nvalidation = 9\nrungs = " + rungs + "\nupdate.shift = 2..6\n");
        refused(message, run.run("tune", search.toString(), "--out", in("out"), "--quiet"));
    }

    @Test
    void outputsAreNoInputsNorEachOther() throws IOException {
        String file = precious.toString();
        Path data = Files.createDirectory(folder.resolve("data"));
        Path images = Files.writeString(data.resolve("train-images-idx3-ubyte"), PRECIOUS);
        for (String[] arguments : new String[][] {
            {"explain", "--csv", file, "--html", file},
            {"explain", "--model", file, "--csv", file},
            {"explain", "--spikes", file, "--html", file},
            {"cost", "--json", file, "--csv", file},
            {"cost", "--chart", file, "--csv", file},
            {"bench", "--profile", file, "--json", file},
        }) {
            refused("", run.run(arguments));
        }
        refused(
                "--json " + images + " is a file of --data " + data,
                run.run("bench", "--data", data.toString(), "--json", images.toString()));
        assertEquals(PRECIOUS, Files.readString(images));
    }

    /** The system says it without a name, and without what helps. */
    @Test
    void fullDisksAndFoldersAreNamedWithAdvice() throws IOException {
        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            try (OutputStream out = new FileOutputStream(full.toFile())) {
                byte[] line = "{}\n".getBytes(StandardCharsets.UTF_8);
                CommandLine answer = Biograd.commandLine()
                        .addSubcommand("filter", new AnswerCommand(new ByteArrayInputStream(line), out));
                StringWriter err = new StringWriter();
                answer.setErr(new PrintWriter(err, true));
                assertEquals(2, Biograd.execute(answer, "filter"));
                assertTrue(err.toString().contains("standard output: no space left: free some there"), err.toString());
            }
        }
        for (String[] arguments : new String[][] {
            {"conform", "--exec", "true", "--claims", in("")},
            {"answer", in("")},
            {"check", in("")},
            {"test", in("")},
            {"export", in(""), "--out", in("w")},
            {"profile", in("")},
            {"tune", in("")},
            {"explain", "--spikes", in("")},
        }) {
            refused("folder", run.run(arguments));
            assertTrue(run.err.contains(in("").replaceAll("/$", "")), run.err);
        }
        Path data = Files.createDirectories(folder.resolve("train-images-idx3-ubyte"));
        Files.writeString(folder.resolve("train-labels-idx1-ubyte"), "");
        refused(data + ": it is a folder; a file is needed", run.run("data", "info", in("")));
    }

    @Test
    void lackOfMemoryNamesWhatWasWorkedOnAndWhatTheCommandHas() {
        run.reader = name -> {
            throw new OutOfMemoryError("simulated");
        };
        run.run("test", "--quiet", in("m"), "--data", "mnist");
        assertEquals(2, run.code);
        run.run("train", "--data", "mnist", "--out", in("m"));
        assertEquals(
                "biograd train: out of memory while working on mnist: ask for fewer threads (--threads) or fewer "
                        + "neurons (--hidden), or give Java more (JDK_JAVA_OPTIONS=-Xmx4g)"
                        + System.lineSeparator(),
                run.err);
    }

    @Test
    void theHelpGroupsAllCommandsAndTheMainJobIsFirst() {
        run.run("--help");
        assertEquals(0, run.code);
        int last = -1;
        for (String name : CommandGroups.names()) {
            int at = run.out.indexOf(System.lineSeparator() + "  " + name + "  ");
            assertTrue(at > last, name + " has its place");
            last = at;
        }
        assertEquals("conform", CommandGroups.names().get(0));
        assertEquals(
                run.commandLine().getSubcommands().keySet().stream().sorted().toList(),
                CommandGroups.names().stream().sorted().toList());
    }
}
