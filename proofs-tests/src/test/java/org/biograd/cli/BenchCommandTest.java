package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.bench.SyntheticSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

    private static final String HELP = " (see biograd bench --help)";
    private static final String[] SMALL = {
        "bench", "--quiet", "--network", "64-64-10 loihi", "--warm-up", "40", "--samples", "50", "--runs", "3"
    };

    @TempDir
    private Path folder;

    private static CommandRun run(String... more) {
        String[] all = Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return new CommandRun().run(all);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertEquals(0, run.code, run.err);
        return new ObjectMapper().readTree(run.out);
    }

    private static List<String> activities(JsonNode json) {
        return json.get("measurements").findValuesAsText("activity");
    }

    /**
     * The pass: samples 40 to 89 of a training with seed 3, counted here synapse by synapse from the spikes of an
     * observed training.
     */
    @Test
    void thePassIsCountedExactly() throws IOException {
        long[] counts = new long[2];
        DataSet digits = Digits.training(Digits.load());
        Network network = new Network(Shape.of(64, 64, 10), Profiles.loihi(), 3);
        Trainer trainer = new Trainer(network, new RateCoded(digits.intensities(), 3), digits.labels());
        Schedule schedule = new Schedule(Profiles.loihi(), 3, digits.size(), 1);
        int samples = 0;
        while (samples < 90) {
            boolean counted = samples >= 40;
            boolean[] erred = new boolean[1];
            Schedule.Task task = schedule.next();
            boolean batch = task instanceof Schedule.Batch;
            samples += batch ? 1 : 0;
            trainer.perform(
                    task,
                    !batch || !counted
                            ? Observer.NONE
                            : (signal, layer, step, values) -> {
                                for (int i = 0; i < values.size(); i++) {
                                    if (values.integer(i) != 0) {
                                        boolean errorSpike = signal == Signal.POSITIVE_ERROR_SPIKE
                                                || signal == Signal.NEGATIVE_ERROR_SPIKE;
                                        counts[0] += errorSpike
                                                ? 64
                                                : signal != Signal.SPIKE ? 0 : layer == 0 ? 64 : layer == 1 ? 10 : 0;
                                        erred[0] |= signal == Signal.LEARNING_ERROR;
                                    }
                                }
                            });
            counts[1] += erred[0] ? 1 : 0;
        }

        JsonNode json = json(run("--seed", "3", "--json", "-", "--sleep"));

        JsonNode training = json.get("measurements").get(0);
        assertEquals(counts[0], training.get("synapticEvents").asLong());
        assertEquals(counts[1] / 50.0, training.get("shareWithLearningError").asDouble(), 1e-6);
        assertEquals(50, training.get("samples").asInt());
        assertEquals(
                1,
                training.get("sleeps").asInt(),
                "the sleep after sample 80; the one after sample 40 belongs to the warm-up");
    }

    @Test
    void theJsonHoldsAllRunsMachineAndSettings() throws IOException {
        JsonNode json = json(run("--threads", "2", "--json", "-"));

        assertEquals(List.of("machine", "settings", "measurements"), names(json));
        assertEquals(
                List.of("processors", "jvm", "version", "system", "architecture", "loadBefore"),
                names(json.get("machine")));
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                json.get("machine").get("processors").asInt());
        assertEquals(
                System.getProperty("os.arch"),
                json.get("machine").get("architecture").asText());
        assertEquals(
                "{\"arithmetic\":\"integer\",\"seed\":1,\"threads\":2,\"runs\":3,\"warmUpSamples\":40,\"samples\":50}",
                json.get("settings").toString());
        assertEquals(List.of("TRAINING_WITH_SLEEP", "TRAINING_WITHOUT_SLEEP", "TEST"), activities(json));
        for (JsonNode each : json.get("measurements")) {
            boolean slept = each.get("activity").asText().equals("TRAINING_WITH_SLEEP");
            assertEquals("64-64-10 loihi", each.get("network").asText());
            assertEquals("digits", each.get("data").asText());
            assertEquals(3, each.get("runNanoseconds").size());
            List<Long> nanos = new ArrayList<>();
            each.get("runNanoseconds").forEach(run -> nanos.add(run.asLong()));
            nanos.sort(null);
            JsonNode times = each.get("millisecondsPerSample");
            assertNear(nanos.get(0) / 1e6 / 50, times.get("least"));
            assertNear(nanos.get(1) / 1e6 / 50, times.get("median"));
            assertNear(nanos.get(2) / 1e6 / 50, times.get("largest"));
            assertTrue(nanos.get(0) > 0);
            assertEquals(50 * 20 * 74, each.get("neuronSteps").asLong());
            assertTrue(each.get("synapticEvents").asLong() > 0);
            assertEquals(slept, each.get("neuronStepsPerSecond").isNull());
            assertEquals(slept, each.get("synapticEventsPerSecond").isNull());
            if (!slept) {
                assertNear(
                        each.get("synapticEvents").asDouble() / (nanos.get(1) / 1e9),
                        each.get("synapticEventsPerSecond"));
            }
            assertEquals(
                    each.get("activity").asText().equals("TEST"),
                    each.get("shareWithLearningError").isNull());
        }
        // Threads change the time, not the work.
        JsonNode one = json(run("--json", "-"));
        for (String count : List.of("synapticEvents", "sleeps", "shareWithLearningError")) {
            assertEquals(
                    one.get("measurements").findValuesAsText(count),
                    json.get("measurements").findValuesAsText(count),
                    count);
        }
    }

    @Test
    void doublesAreTimedAndNotCounted() throws IOException {
        JsonNode json = json(run("--arithmetic", "float", "--no-sleep", "--json", "-"));

        assertEquals("float", json.get("settings").get("arithmetic").asText());
        for (JsonNode each : json.get("measurements")) {
            assertTrue(each.get("neuronStepsPerSecond").asDouble() > 0);
            for (String key : List.of("synapticEvents", "synapticEventsPerSecond", "shareWithLearningError")) {
                assertTrue(each.get(key).isNull(), key);
            }
        }
    }

    private static void assertNear(double expected, JsonNode actual) {
        assertEquals(expected, actual.asDouble(), 1e-5 * expected);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theTableAndTheFileComeTogether() throws IOException {
        Path file = folder.resolve("bench.json");

        CommandRun run = run("--no-sleep", "--json", file.toString());

        assertEquals(0, run.code, run.err);
        assertEquals("", run.err);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals(List.of("TRAINING_WITHOUT_SLEEP", "TEST"), activities(json));
        String[] cells = run.out
                .lines()
                .filter(line -> line.startsWith("64-64-10 loihi "))
                .findFirst()
                .orElseThrow()
                .split(" {2,}");
        JsonNode times = json.get("measurements").get(0).get("millisecondsPerSample");
        assertEquals("training, no sleep", cells[1]);
        assertEquals(times.get("median").asDouble(), Double.parseDouble(cells[2]), 1e-4);
        assertEquals(times.get("least").asDouble(), Double.parseDouble(cells[3]), 1e-4);
        assertEquals(times.get("largest").asDouble(), Double.parseDouble(cells[4]), 1e-4);
        assertTrue(
                run.out.contains("median, least and largest of 3 runs of 50 samples, after training on 40"), run.out);
        assertTrue(run.out.contains("samples of 64-64-10 loihi: digits"), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 150), run.out);
    }

    @Test
    void withoutDataImagesAreSyntheticAndSaidToBe() {
        CommandRun run = new CommandRun()
                .run(
                        "bench",
                        "--quiet",
                        "--network",
                        "784-100-10 loihi",
                        "--sleep",
                        "--warm-up",
                        "0",
                        "--samples",
                        "3",
                        "--runs",
                        "1");

        assertEquals(0, run.code, run.err);
        assertTrue(
                run.out.contains(
                        "samples of 784-100-10 loihi: synthetic strokes, with as many lit pixels as MNIST; not MNIST"),
                run.out);
    }

    @Test
    void dataAreForTheNetworksThatTheyFit() throws IOException {
        CommandRun run = new CommandRun();
        run.reader = name -> name.equals("digits")
                ? new TrainingAndTest(Digits.training(Digits.load()), Digits.test(Digits.load()), "digits")
                : new TrainingAndTest(SyntheticSamples.of(9, 1, 8), SyntheticSamples.of(9, 2, 2), "set " + name);

        run.run(
                "bench",
                "--quiet",
                "--data",
                "DIR",
                "--network",
                "784-100-10 loihi",
                "--network",
                "64-64-10 loihi",
                "--no-sleep",
                "--warm-up",
                "0",
                "--samples",
                "20",
                "--runs",
                "1",
                "--json",
                "-");

        JsonNode all = json(run).get("measurements");
        assertEquals(List.of("set DIR", "set DIR", "digits", "digits"), all.findValuesAsText("data"));
        assertEquals(20, all.get(0).get("samples").asInt(), "training samples are shown again");
        assertEquals(2, all.get(1).get("samples").asInt(), "test samples are not");
        run.run("bench", "--quiet", "--data", "DIR", "--network", "64-64-10 loihi");
        assertEquals(
                "biograd bench: --data DIR: no network is to be measured that has 784 inputs and 10 outputs" + HELP
                        + "\n",
                run.err);
        assertEquals(2, run.code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--network 64-64-10   | Invalid value for option '--network' (NAME): '64-64-10' is none of "
                        + "'784-100-10 loihi', '784-500-100-10 wide-mnist', '64-64-10 loihi'",
                "--threads 0          | Invalid value for option '--threads': 0 is not within 1..256",
                "--runs 0             | Invalid value for option '--runs': 0 is not within 1..1000",
                "--warm-up 1000001    | Invalid value for option '--warm-up': 1000001 is not within 0..1000000",
                "--samples 0          | Invalid value for option '--samples': 0 is not within 1..100000",
                "--json /nowhere/x    | --json /nowhere/x: no such file or folder",
                "--json=              | --json: the name of the file is empty",
                "--data none          | the data cannot be read: 'none' is neither digits nor a folder nor a file .npz",
                "--arithmetic decimal | Invalid value for option '--arithmetic': 'decimal' is none of integer, float",
                "--run 3              | Unknown options: '--run', '3'; did you mean --runs?",
            })
    void badUsageIsOneLine(String arguments, String message) {
        CommandRun run = new CommandRun().run(("bench " + arguments).split(" "));

        assertEquals("biograd bench: " + message + HELP + "\n", run.err);
        assertEquals(2, run.code);
        assertEquals("", run.out);
    }

    @Test
    void helpShowsExamplesAndWarnsOfBusyMachines() {
        CommandRun run = new CommandRun().run("bench", "--help");

        assertEquals(0, run.code);
        assertTrue(run.out.contains("Examples:") && run.out.contains("--[no-]sleep"), run.out);
        assertTrue(run.out.contains("Figures of a machine that does anything else meanwhile mean nothing."), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 80), run.out);
        assertFalse(run.out.contains("${"), run.out);
    }
}
