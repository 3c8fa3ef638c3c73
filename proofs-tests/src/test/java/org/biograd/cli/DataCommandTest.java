package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.biograd.data.DataFolder;
import org.biograd.data.IdxFiles;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code biograd data}: what it says and writes, and what it refuses. */
@Clause("DATA-6")
class DataCommandTest {

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();

    private String images() throws IOException {
        return IdxFiles.folder(folder.resolve("images")).toString();
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve(name).relativize(file).toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void recordingsAreWrittenAndReadBackByTheReaderOfTheRealOnes() throws IOException {
        assertEquals(0, run.run("data", "saccade", "--from", images(), "--out", in("recorded")).code, run.err);
        String said = run.out;
        assertEquals(
                List.of(
                        "Test/1/00002.bin",
                        "Test/9/00001.bin",
                        "Train/0/00002.bin",
                        "Train/7/00001.bin",
                        "Train/7/00003.bin"),
                files("recorded"));
        assertEquals(List.of("images", "recorded"), names());
        long bytes = 0;
        for (String file : files("recorded")) {
            bytes += Files.size(folder.resolve("recorded").resolve(file));
        }
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "%s: 5 simulated recordings, %,.1f events each in the mean%n",
                        in("recorded"),
                        bytes / 25.0),
                said);

        TrainingAndTest data = DataFolder.read(in("recorded"));
        assertArrayEquals(new int[] {7, 0, 7}, data.training().labels());
        assertArrayEquals(new int[] {9, 1}, data.test().labels());
        InputSource source = data.training().source(20, 1);
        SpikeTrain train = new SpikeTrain(2312, 20);
        source.training(0, 2, train);
        assertTrue(train.events() > 1000, train.events() + " spikes");

        assertEquals(0, run.run("data", "info", in("recorded")).code, run.err);
        List<String> lines = run.out.lines().collect(Collectors.toList());
        assertEquals("N-MNIST recorded: 2312 inputs, 10 classes", lines.get(0));
        assertEquals("training set: 3 samples of 13,910..16,986 events, mean 15,817.3", lines.get(1));
        assertEquals("  of each class 1  0  0  0  0  0  0  2  0  0", lines.get(2));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(name -> name.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void equalImagesGiveEqualBytesAndFewerAreTheFirst() throws IOException {
        assertEquals(0, run.run("data", "saccade", "--from", images(), "--out", in("a")).code, run.err);
        Files.createDirectory(folder.resolve("b"));
        assertEquals(
                0, run.run("data", "saccade", "--from", images(), "--out", in("b"), "--samples", "2").code, run.err);
        assertEquals(
                List.of("Test/1/00002.bin", "Test/9/00001.bin", "Train/0/00002.bin", "Train/7/00001.bin"), files("b"));
        for (String file : files("b")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(file)),
                    Files.readAllBytes(folder.resolve("b").resolve(file)),
                    file);
        }
    }

    @Test
    void imagesAndDigitsAreDescribed() throws IOException {
        assertEquals(0, run.run("data", "info", "digits").code, run.err);
        assertEquals(
                "digits: 64 inputs, 10 classes", run.out.lines().findFirst().orElseThrow());
        assertTrue(run.out.contains("test set: 360 samples of mean intensity 46.3..106.5, mean 77.9"), run.out);
        // One dark image, one of which a quarter is fully lit.
        byte[] quarter = {-1, 0, 0, 0};
        Files.write(folder.resolve("train-images-idx3-ubyte"), IdxFiles.images(2, 2, new byte[4], quarter));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxFiles.labels(1, 9));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxFiles.images(2, 2, quarter));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxFiles.labels(2));
        assertEquals(0, run.run("data", "info", folder.toString()).code, run.err);
        assertTrue(
                run.out.contains(
                        "training set: 2 samples of mean intensity 0.0..63.8, mean 31.9\n  of each class 0  1  0  0  "
                                + "0  0  0  0  0  1"),
                run.out);
    }

    @Test
    void aFolderWithSomethingInItIsNotTouched() throws IOException {
        String images = images();
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine"), "mine");
        assertEquals(2, run.run("data", "saccade", "--from", images, "--out", in("full")).code);
        assertTrue(run.err.startsWith("biograd data saccade: --out " + in("full") + ": not empty"), run.err);
        assertEquals(List.of("mine"), files("full"));
        assertEquals(2, run.run("data", "saccade", "--from", images, "--out", in("no/such")).code);
        assertTrue(run.err.contains("there is no folder to put it in"), run.err);
        assertEquals(2, run.run("data", "saccade", "--from", images, "--out", in("full/mine")).code);
        assertEquals(1, run.err.lines().count(), run.err);
    }

    @Test
    void whereAnImageHasNoContrastNothingIsLeft() throws IOException {
        String images = images();
        Files.write(
                folder.resolve("images/t10k-images-idx3-ubyte"),
                IdxFiles.images(28, 28, IdxFiles.strokes(4), new byte[784]));
        assertEquals(2, run.run("data", "saccade", "--from", images, "--out", in("out")).code);
        assertEquals("biograd data saccade: image 1 of Test has too little contrast for a single event\n", run.err);
        assertEquals(List.of("images"), names());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws IOException {
        String images = images();
        Files.write(
                folder.resolve("images/train-images-idx3-ubyte"),
                IdxFiles.images(14, 56, new byte[784], new byte[784], new byte[784]));
        Files.write(
                folder.resolve("images/t10k-images-idx3-ubyte"), IdxFiles.images(14, 56, new byte[784], new byte[784]));
        assertEquals(2, run.run("data", "saccade", "--from", images, "--out", in("out")).code);
        assertTrue(run.err.contains("images of 14 x 56: a recording needs 28 x 28"), run.err);
    }

    @Test
    void badUsageAndBadDataAreOneLine() throws IOException {
        assertEquals(2, run.run("data").code);
        assertTrue(run.err.contains("a command is missing: info, saccade"), run.err);
        assertEquals(2, run.run("data", "info").code);
        assertEquals(2, run.run("data", "info", in("none")).code);
        assertEquals(
                "biograd data info: '" + in("none") + "' is neither digits nor a folder nor a file .npz\n", run.err);
        assertEquals(2, run.run("data", "saccade", "--from", in("none"), "--out", in("out")).code);
        assertEquals(2, run.run("data", "saccade", "--from", images(), "--out", in("out"), "--samples", "0").code);
        assertTrue(run.err.contains("0 is not within 1..99999"), run.err);
        Files.write(folder.resolve("images/t10k-labels-idx1-ubyte"), IdxFiles.labels(1, 10));
        assertEquals(2, run.run("data", "info", in("images")).code);
        assertEquals(
                "biograd data info: " + in("images/t10k-labels-idx1-ubyte")
                        + ": byte 9: label 1: 10 is not within 0..9\n",
                run.err);
    }

    @Test
    void progressIsShownOnATerminalAndNotWhereQuietWasAskedFor() throws IOException {
        run.interactive = true;
        assertEquals(0, run.run("data", "saccade", "--from", images(), "--out", in("loud")).code, run.err);
        assertFalse(run.terminal.isEmpty());
        assertEquals(0, run.run("data", "saccade", "--from", images(), "--out", in("quiet"), "--quiet").code, run.err);
        assertEquals("", run.terminal);
        assertEquals("", run.err);
    }

    /** Fails as a source of spikes does whose file has gone. */
    @Command(name = "fails")
    static final class Fails implements Runnable {
        @Override
        public void run() {
            throw new UncheckedIOException(new NoSuchFileException("00001.bin"));
        }
    }

    @Test
    void aFailureToReadWhereNoneMayBeThrownIsBadInputToo() {
        StringWriter err = new StringWriter();
        CommandLine command = Biograd.commandLine(new Fails()).setErr(new PrintWriter(err));
        assertEquals(2, Biograd.execute(command, "fails"));
        assertEquals(
                "biograd fails: 00001.bin: no such file or folder",
                err.toString().strip());
    }
}
