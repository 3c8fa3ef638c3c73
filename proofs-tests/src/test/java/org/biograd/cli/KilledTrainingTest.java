package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.biograd.model.ModelReader;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training that is killed at random moments, and continued each time, ends with the bits of one that was let alone.
 * {@code -Dbiograd.kills=20} kills more often.
 */
@Clause({"FILE-8", "FILE-9"})
class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("biograd.kills", 4);

    /** More than the kills can use up: an epoch takes about a third of what a run gets at most. */
    private static final int EPOCHS = 60;

    @TempDir
    private Path folder;

    private Process start(String out, int epochs) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Biograd.class.getName(),
                        "train",
                        "--hidden",
                        "16",
                        "--sleep-trajectories",
                        "4",
                        "--sleep-steps",
                        "8",
                        "--set",
                        "update.halveEvery=9000",
                        "--validation",
                        "237",
                        "--epochs",
                        "" + epochs,
                        "--threads",
                        "1",
                        "--quiet",
                        "--json",
                        "--out",
                        folder.resolve(out).toString(),
                        "--best",
                        folder.resolve(out + ".best").toString(),
                        "--log",
                        folder.resolve(out + ".csv").toString(),
                        "--resume"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(out + ".said").toFile())
                .start();
    }

    private String finish(String out, int epochs) throws IOException, InterruptedException {
        Process process = start(out, epochs);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the training does not end");
        }
        String said = Files.readString(folder.resolve(out + ".said"));
        assertEquals(0, process.exitValue(), said);
        return new ObjectMapper().readTree(said).get("weightsDigest").asText();
    }

    @Test
    void endsWithTheSameBits() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom();
        List<Integer> epochs = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Path model = folder.resolve("killed");
            FileTime before = time(model);
            Process process = start("killed", EPOCHS);
            // Every second one at any moment, also before the first checkpoint; the others some time after a
            // checkpoint.
            for (int wait = 0;
                    kill % 2 == 1
                            && wait < 3000
                            && process.isAlive()
                            && time(model).equals(before);
                    wait++) {
                Thread.sleep(10);
            }
            boolean ended = process.waitFor(random.nextInt(kill % 2 == 1 ? 500 : 2000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            assertTrue(!ended || process.exitValue() == 0, () -> said("killed"));
            epochs.add(
                    Files.exists(model)
                            ? ModelReader.read(model).run().orElseThrow().log().size()
                            : -1);
        }
        int last = Math.max(epochs.get(KILLS - 1), 0) + 2;
        String killed = finish("killed", last);
        assertEquals(finish("alone", last), killed, "killed after epochs " + epochs);
        assertTrue(
                Arrays.equals(
                        Files.readAllBytes(folder.resolve("alone.best")),
                        Files.readAllBytes(folder.resolve("killed.best"))),
                "the best network, too");
        assertEquals(last + 1, Files.readAllLines(folder.resolve("killed.csv")).size());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(8, files.count(), "nothing else is left");
        }
        System.out.println("killed " + KILLS + " times, after epochs " + epochs + " of " + last);
    }

    private static FileTime time(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        }
    }

    private String said(String out) {
        try {
            return Files.readString(folder.resolve(out + ".said"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
