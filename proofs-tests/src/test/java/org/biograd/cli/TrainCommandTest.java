package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.biograd.model.Model;
import org.biograd.model.ModelReader;
import org.biograd.model.WeightBytes;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code biograd train}, {@code biograd test} and {@code biograd export}. */
class TrainCommandTest {

    /** Few hidden neurons and short sleeps: an epoch takes a moment. */
    private static final List<String> SMALL =
            List.of("--hidden", "8", "--sleep-trajectories", "4", "--sleep-steps", "8", "--quiet");

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private CommandRun train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(SMALL);
        all.addAll(Arrays.asList(arguments));
        return run.run(all.toArray(new String[0]));
    }

    private JsonNode json() throws IOException {
        assertEquals("", run.err);
        assertEquals(0, run.code);
        return new ObjectMapper().readTree(run.out);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void trainsTestsAndLogs() throws IOException {
        train(
                "--epochs",
                "6",
                "--validation",
                "200",
                "--out",
                in("m"),
                "--best",
                in("best"),
                "--log",
                in("log.csv"),
                "--test-each-epoch",
                "--json");
        JsonNode result = json();

        assertEquals(List.of("best", "log.csv", "m"), names());
        assertEquals("64-8-10", result.get("shape").asText());
        assertEquals("loihi-changed", result.get("profile").asText());
        assertEquals(1237, result.get("trainingSamples").asInt());
        assertEquals(6, result.get("log").size());
        assertTrue(result.get("testAccuracy").asDouble() > 30, run.out);
        Model model = ModelReader.read(folder.resolve("m"));
        assertEquals(result.get("weightsDigest").asText(), WeightBytes.digest(model.weights()));

        List<String> log = Files.readAllLines(folder.resolve("log.csv"));
        assertEquals(
                "epoch,seconds,samples_per_second,validation_right,validation_accuracy,test_right,feedback_angle_1",
                log.get(0));
        assertEquals(7, log.size());
        int best = 0;
        for (int e = 1; e <= 6; e++) {
            String[] fields = log.get(e).split(",", -1);
            JsonNode row = result.get("log").get(e - 1);
            assertEquals(e, Integer.parseInt(fields[0]));
            assertEquals(row.get("validationRight").asInt(), Integer.parseInt(fields[3]));
            assertEquals(Integer.parseInt(fields[3]) / 2.0, Double.parseDouble(fields[4]));
            assertEquals(row.get("testRight").asInt(), Integer.parseInt(fields[5]));
            assertEquals(row.get("feedbackAnglesDegrees").get(0).asDouble(), Double.parseDouble(fields[6]));
            best = best == 0
                            || Integer.parseInt(fields[3])
                                    > Integer.parseInt(log.get(best).split(",")[3])
                    ? e
                    : best;
        }
        assertEquals(best, result.get("bestEpoch").asInt());
        assertFalse(ModelReader.read(folder.resolve("best")).run().isPresent());

        run.run("test", in("best"), "--json");
        assertEquals(
                Integer.parseInt(log.get(best).split(",")[5]),
                json().get("testRight").asInt());
    }

    @Test
    @Clause("FILE-8")
    void aTrainingInTwoPartsIsTheTrainingInOne() throws IOException {
        train("--epochs", "3", "--out", in("whole"), "--json", "--threads", "1");
        String whole = json().get("weightsDigest").asText();
        train("--epochs", "1", "--out", in("parts"), "--json");
        assertFalse(json().get("weightsDigest").asText().equals(whole));
        train("--epochs", "3", "--out", in("parts"), "--json", "--resume", "--threads", "3");
        assertEquals(whole, json().get("weightsDigest").asText());
        // Where there is nothing to continue it begins; where all is done it says the same again.
        train("--epochs", "3", "--out", in("new"), "--json", "--resume");
        assertEquals(whole, json().get("weightsDigest").asText());
        train("--epochs", "3", "--out", in("new"), "--json", "--resume");
        assertEquals(whole, json().get("weightsDigest").asText());
    }

    @Test
    @Clause({"FILE-3", "FILE-8"})
    void doublesAreTrainedTestedAndContinuedLikeIntegers() throws IOException {
        train("--arithmetic", "float", "--epochs", "2", "--out", in("whole"), "--json");
        JsonNode whole = json();
        assertEquals("float", whole.get("arithmetic").asText());
        train("--arithmetic", "float", "--epochs", "1", "--out", in("parts"), "--json");
        train("--arithmetic", "float", "--epochs", "2", "--out", in("parts"), "--json", "--resume");
        assertEquals(whole.get("weightsDigest"), json().get("weightsDigest"));
        run.run("test", in("parts"), "--json");
        assertEquals(whole.get("testRight"), json().get("testRight"));
        refused(
                "the checkpoint has another arithmetic: FLOAT, not INTEGER",
                train("--epochs", "2", "--out", in("parts"), "--resume"));
    }

    @Test
    void aTableTellsWhatWasTrained() {
        train("--epochs", "1", "--out", in("m"), "--validation", "100", "--seed", "0xffffffffffffffff");
        assertTrue(run.out.contains("64-8-10, profile loihi-changed, integer, seed 18446744073709551615"), run.out);
        assertTrue(run.out.contains("1 of 1,337 samples"), run.out);
        assertTrue(run.out.contains("after epoch 1"), run.out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed 2 | the checkpoint has another seed: 1, not 2",
                "--hidden 9 | the checkpoint has another shape: 64-8-10, not 64-8-9-10",
                "--set update.shift=5 | the checkpoint has another profile: update.shift = 4, not 5",
                "--validation 10 | the checkpoint has another number of validation samples: 0, not 10",
                "--epochs 0 | the checkpoint is 1 epochs old already, more than the 0 asked for",
            })
    @Clause("FILE-8")
    void aCheckpointOfAnotherTrainingIsRefused(String arguments, String message) throws IOException {
        train("--epochs", "1", "--out", in("m"));
        byte[] before = Files.readAllBytes(folder.resolve("m"));
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--out", in("m"), "--resume"));
        refused(message, train(all.toArray(new String[0])));
        assertTrue(Arrays.equals(before, Files.readAllBytes(folder.resolve("m"))));
    }

    private void refused(String message, CommandRun done) {
        assertEquals(2, done.code, done.err);
        assertEquals("", done.out);
        assertEquals(1, done.err.lines().count(), done.err);
        assertTrue(done.err.contains(message), done.err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--patience 2 | patience: 2 needs validation samples to judge epochs by, and none are held out",
                "--validation 1437 | validation: 1437 of 1437 training samples leave none to learn from",
                "--best b | --best needs --validation",
                "--set update.shit=5 | no profile has a key 'update.shit'",
                "--set update.shift=99 | update.shift: 99 is not within 0..62",
                "--batch 0 | update.batch: 0 is not within 1..65536",
                "--batch 4 --set update.batch=4 | --batch and --set update.batch exclude each other: they are the same",
                "--steps 4 | time.softStart: 5 is not within 0..3",
                "--resume --overwrite | --resume and --overwrite exclude each other",
                "--arithmetic complex | Invalid value for option '--arithmetic': 'complex' is none of integer, float",
                "--data nowhere | the data cannot be read: ",
            })
    void wrongOptionsAreNamed(String arguments, String message) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(arguments.replace("--best b", "--best " + in("b")).split(" ")));
        all.addAll(List.of("--out", in("m")));
        refused(message, train(all.toArray(new String[0])));
        assertEquals(List.of(), names());
    }

    @Test
    void filesAreNotOverwrittenUnasked() throws IOException {
        Files.writeString(folder.resolve("m"), "kept");
        refused(
                "is there already: --resume continues it, --overwrite begins anew",
                train("--epochs", "0", "--out", in("m")));
        refused(
                "ends after 4 bytes, within the header of a model",
                train("--epochs", "0", "--out", in("m"), "--resume"));
        assertEquals("kept", Files.readString(folder.resolve("m")));
        assertEquals(0, train("--epochs", "0", "--out", in("m"), "--overwrite").code, run.err);
        refused("--out " + in("no") + "/m: no such file or folder", train("--out", in("no") + "/m"));
        refused("--out " + folder + ": a folder stands in its place", train("--out", folder.toString()));
        refused("--out: the name of the file is empty", train("--out", ""));
    }

    @Test
    @Clause("FILE-7")
    void aDamagedModelIsRefusedByEveryCommand() throws IOException {
        train("--epochs", "0", "--out", in("m"));
        byte[] bytes = Files.readAllBytes(folder.resolve("m"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("m"), bytes);
        refused("; the file is damaged", train("--out", in("m"), "--resume"));
        refused("; the file is damaged", run.run("test", in("m")));
        refused("; the file is damaged", run.run("export", in("m"), "--out", in("w")));
        refused(in("none") + ": no such file or folder", run.run("test", in("none")));
        refused(folder + ": it is a folder", run.run("test", folder.toString()));
    }

    @Test
    void aReportHasNumbersAndPlots() throws IOException {
        train("--epochs", "1", "--out", in("m"));
        run.run("test", in("m"), "--report", in("r"), "--quiet");
        assertEquals("", run.err);
        assertEquals(0, run.code);
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("r/test.json").toFile());
        int right = 0;
        int all = 0;
        for (int c = 0; c < 10; c++) {
            for (int p = 0; p < 10; p++) {
                int count = report.get("confusion").get(c).get(p).asInt();
                all += count;
                right += c == p ? count : 0;
            }
        }
        assertEquals(360, all);
        assertEquals(right, report.get("testRight").asInt());
        String page = Files.readString(folder.resolve("r/test.html"));
        assertTrue(page.contains("Weights of layer 1") && page.contains("Confusion"), "both figures");
        assertEquals(2, page.split("<svg class=\"plot\"", -1).length - 1);
        int neurons = page.split("href=\"data:image/png;base64,", -1).length - 1;
        assertTrue(neurons >= 2, "an image per neuron, within the plot: " + neurons);
        assertTrue(run.out.contains("class, predicted"), run.out);
    }

    @Test
    void weightsAreExported() throws IOException {
        train("--epochs", "0", "--out", in("m"));
        run.run("export", in("m"), "--format", "npy", "--out", in("w"));
        assertEquals("w1.npy b1.npy w2.npy b2.npy feedback1.npy", run.out.strip());
        assertEquals(128 + 4 * 64 * 8, Files.size(folder.resolve("w/w1.npy")));
        refused(
                "Invalid value for option '--format': 'txt' is none of csv, npy",
                run.run("export", in("m"), "--format", "txt", "--out", in("w")));
    }
}
