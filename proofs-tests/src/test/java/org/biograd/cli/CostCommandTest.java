package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostCommandTest {

    private static final String[] SMALL = {
        "cost", "--quiet", "--epochs", "0", "--hidden", "12", "--samples", "50", "--seed", "5"
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

    private static JsonNode term(JsonNode bill, String words) {
        for (JsonNode term : bill.get("terms")) {
            if (term.get("term").asText().equals(words)) {
                return term;
            }
        }
        throw new AssertionError(words);
    }

    /**
     * Counts of the same samples, straight from the signals: every layer is fully connected, so sizes and sums of
     * spikes suffice.
     */
    @Test
    @Clause({"COST-6", "COST-9"})
    void theCountsAreThoseOfTheSignals() throws IOException {
        Profile profile = Profiles.loihi();
        Shape shape = Shape.of(64, 12, 10);
        DataSet digits = Digits.training(Digits.load());
        Network network = new Network(shape, profile, 5);
        Trainer trainer = new Trainer(network, new RateCoded(digits.intensities(), network.seed()), digits.labels());
        Schedule schedule = new Schedule(profile, 5, digits.size(), 1);
        long[] counts = new long[3];
        int samples = 0;
        while (samples < 50) {
            Schedule.Task task = schedule.next();
            boolean batch = task instanceof Schedule.Batch;
            samples += batch ? 1 : 0;
            boolean[][] touched = {null, new boolean[65], new boolean[13]};
            trainer.perform(
                    task,
                    !batch
                            ? Observer.NONE
                            : (signal, layer, step, values) -> {
                                for (int i = 0; i < values.size(); i++) {
                                    long one = values.integer(i) != 0 ? 1 : 0;
                                    if (signal == Signal.SPIKE) {
                                        counts[0] += layer == 0 ? 12 * one : layer == 1 ? 10 * one : 0;
                                    } else if (signal == Signal.POSITIVE_ERROR_SPIKE
                                            || signal == Signal.NEGATIVE_ERROR_SPIKE) {
                                        counts[0] += (12 + 1 + 1) * one;
                                    } else if (signal == Signal.TRACE) {
                                        counts[1] += shape.size(layer) * one;
                                        touched[layer][i] |= one == 1;
                                    }
                                }
                            });
            for (int l = 1; batch && l <= 2; l++) {
                for (boolean each : touched[l]) {
                    counts[1] += each ? shape.size(l) : 0;
                }
            }
        }
        counts[0] += 50 * 20 * (12 + 10);
        JsonNode bill = json(run("--json", "-")).get("bills").get("training");

        assertEquals(counts[0], term(bill, "synaptic events").get("count").asLong());
        assertEquals(counts[1], term(bill, "synaptic updates").get("count").asLong());
        assertEquals(50, bill.get("parts").asInt());
        long updates = term(bill, "neuron updates, active").get("count").asLong()
                + term(bill, "neuron updates, inactive").get("count").asLong();
        assertEquals(50L * 20 * (4 * 22 + 2 * 20), updates, "each compartment once a step");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode term : bill.get("terms")) {
            if (!term.get("picojouleEach").isNull()) {
                BigDecimal price = new BigDecimal(term.get("picojouleEach").asText());
                sum = sum.add(
                        price.multiply(BigDecimal.valueOf(term.get("count").asLong())));
            }
        }
        assertEquals(0, sum.compareTo(new BigDecimal(bill.get("picojoule").asText())), sum.toString());
    }

    @Test
    @Clause("COST-9")
    void theTableShowsTotalsSharesAndWhatIsLeftOut() throws IOException {
        JsonNode bills = json(run("--json", "-")).get("bills");

        CommandRun table = run();

        assertEquals(0, table.code, table.err);
        assertEquals("", table.err);
        double nanojoule = bills.get("training").get("picojoule").asDouble() / 1000 / 50;
        String total = table.out
                .lines()
                .filter(line -> line.startsWith("total "))
                .findFirst()
                .orElseThrow();
        assertTrue(total.contains(String.format(Locale.ROOT, " %,.1f ", nanojoule)), total + " has " + nanojoule);
        double slept = nanojoule + bills.get("sleep").get("picojoule").asDouble() / 1000 / 40;
        assertTrue(
                table.out
                        .lines()
                        .anyMatch(line -> line.startsWith("a training sample and 1/40 of a sleep ")
                                && line.contains(String.format(Locale.ROOT, " %,.1f ", slept))),
                table.out);
        assertTrue(
                table.out.contains("left out of the totals, for want of a price: spikes from outside, random numbers, "
                        + "words read by the host, words written by the host, barriers (energy)"),
                table.out);
        assertTrue(table.out.contains("no ratio is formed"), table.out);
        double shares = table.out
                .lines()
                .filter(line -> line.contains("simulated") && line.matches("(syn|neu|spi|til).*"))
                .mapToDouble(line -> Double.parseDouble(line.trim().split(" {2,}")[4]))
                .sum();
        assertEquals(100, shares, 0.5, "shares of the energy");
        assertTrue(table.out.lines().allMatch(line -> line.length() <= 150), table.out);
    }

    @Test
    void theSameOptionsGiveTheSameBytesInAllForms() throws IOException {
        Path json = folder.resolve("a.json");
        Path csv = folder.resolve("a.csv");
        Path chart = folder.resolve("a.png");

        CommandRun run = run("--json", json.toString(), "--csv", csv.toString(), "--chart", chart.toString());

        assertEquals(0, run.code, run.err);
        assertEquals(run().out, run.out, "files change nothing on standard output");
        assertEquals(run("--json", "-").out, Files.readString(json));
        assertEquals(run("--csv", "-").out, Files.readString(csv));
        assertEquals(1 + 3 * 13, Files.readAllLines(csv).size());
        assertTrue(Files.readString(csv).contains("\ntraining,50,synaptic events,"), "a name needs no quotes");
        assertTrue(Files.readString(csv).contains(",SIMULATED,\"Davies et al., IEEE Micro 38(1), "), "a source does");
        assertTrue(ImageIO.read(chart.toFile()).getWidth() > 1000);
        Path vectors = folder.resolve("a.svg");
        run("--chart", vectors.toString());
        assertTrue(Files.readString(vectors).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    }

    @Test
    @Clause("COST-2")
    void theHostMaySleep() throws IOException {
        JsonNode sleep = json(run("--json", "-", "--host-sleeps")).get("bills").get("sleep");

        assertEquals(0, sleep.get("picojoule").asInt());
        assertEquals(13 * 10, term(sleep, "words read by the host").get("count").asInt());
        assertEquals(
                2 * 12 * 10,
                term(sleep, "words written by the host").get("count").asInt());
    }

    @Test
    void aProfileBeyondTheChipIsRefusedWithItsReasons() {
        CommandRun run = run("--profile", "wide");

        assertEquals(2, run.code);
        assertEquals("", run.out);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(
                run.err.startsWith(
                        "biograd cost: profile wide does not fit the chip: soma.currentBits: 32 bits exceed the 24 of "
                                + "CURRENT"),
                run.err);
    }

    @Test
    void aNetworkWithoutAPlaceIsRefusedWithTheLimit() {
        CommandRun run = new CommandRun().run("cost", "--quiet", "--hidden", "2050");

        assertEquals(2, run.code);
        assertTrue(run.err.startsWith("biograd cost: input axons of core "), run.err);
        assertTrue(
                run.err.contains(": neuron 0 of layer 2 alone needs 4103, a core has 4096 (see biograd cost --help)"),
                run.err);
        assertEquals(1, run.err.lines().count(), run.err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--samples 0        | Invalid value for option '--samples': 0 is not within 1..1000000",
                "--chips 65         | Invalid value for option '--chips': 65 is not within 1..64",
                "--json - --csv -   | --json - and --csv -: both cannot go to standard output",
                "--json /nowhere/x  | --json /nowhere/x: no such file or folder",
            })
    void wrongOptionsAreNamed(String arguments, String message) {
        String[] options = ("cost " + arguments).split(" ");

        CommandRun run = new CommandRun().run(options);

        assertEquals(2, run.code);
        assertEquals("biograd cost: " + message + " (see biograd cost --help)\n", run.err);
    }

    @Test
    void aFolderInPlaceOfAFileIsRefusedBeforeTheTraining() throws IOException {
        Path chart = Files.createDirectories(folder.resolve("chart"));

        CommandRun run = run("--chart", chart.toString());

        assertEquals(2, run.code);
        assertEquals(
                "biograd cost: --chart " + chart + ": a folder stands in its place (see biograd cost --help)\n",
                run.err);
        assertArrayEquals(new String[0], chart.toFile().list());
    }

    @Test
    void helpShowsExamples() {
        CommandRun run = new CommandRun().run("cost", "--help");

        assertEquals(0, run.code);
        assertTrue(run.out.contains("Examples:") && run.out.contains("--host-sleeps"), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 80), run.out);
        assertFalse(run.out.contains("${"), run.out);
    }
}
