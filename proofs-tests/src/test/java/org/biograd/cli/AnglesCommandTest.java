package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnglesCommandTest {

    private static final String HELP = " (see biograd angles --help)";
    private static final String[] SMALL = {"--hidden", "8,6", "--networks", "2", "--samples", "20", "--sleeps", "3"};

    @TempDir
    private Path folder;

    @Test
    void theSameOptionsGiveTheSameFilesWithAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");

        CommandRun first = run("--threads", "1", "--report", one.toString());
        CommandRun second = run("--threads", "4", "--report", four.toString());

        assertEquals(0, first.code, first.err);
        assertEquals("biograd angles: the report is in " + one.resolve("angles.html") + "\n", first.err);
        assertEquals(first.out, second.out);
        for (String name : List.of("angles.csv", "angles.json", "angles.html")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(four.resolve(name)), name);
        }
        try (Stream<Path> files = Files.list(one)) {
            assertEquals(3, files.count());
        }
        CommandRun other = run("--seed", "2");
        assertFalse(first.out.equals(other.out));
    }

    @Test
    void theFilesHoldWhatTheyPromise() throws IOException {
        CommandRun run = run("--quiet", "--report", folder.toString());

        assertEquals("", run.err);
        List<String> lines = Files.readAllLines(folder.resolve("angles.csv"));
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("angles.json").toFile());
        assertEquals(
                "layer,feedback,trace_mode,arithmetic,group,variant,error,count,zero_update,zero_target,angle_mean,"
                        + "angle_median,angle_q25,"
                        + "angle_q75,angle_min,angle_max,ratio_mean,ratio_median,ratio_q25,ratio_q75,ratio_min,"
                        + "ratio_max,batches,batch_angle_mean",
                lines.get(0));
        // A hidden layer: 2 + 3 + 3 alone, 3 feedbacks x 3 modes x 6 removed, 3 x 11 x 3 remedies, in integers 3 x (8 +
        // 2); the outputs: 2 + 3 alone, 3 modes x 4, in integers 6 + 2.
        assertEquals(1 + 2 * (8 + 54 + 99 + 30) + 5 + 12 + 8, lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertEquals(24, fields.length, line);
            if (fields[3].equals("real")) {
                int samples = Integer.parseInt(fields[7]) + Integer.parseInt(fields[8]) + Integer.parseInt(fields[9]);
                assertEquals(40 - json.get("samplesWithoutErrorSpikes").asInt(), samples, line);
            }
            if (!fields[10].isEmpty()) {
                double[] numbers = Arrays.stream(fields, 10, 22)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                assertTrue(
                        numbers[4] <= numbers[2]
                                && numbers[2] <= numbers[1]
                                && numbers[1] <= numbers[3]
                                && numbers[3] <= numbers[5],
                        line);
                assertTrue(numbers[4] <= numbers[0] && numbers[0] <= numbers[5] && numbers[5] <= 180, line);
            }
        }
        assertEquals("64-8-6-10", json.get("shape").asText());
        assertEquals(lines.size() - 1, json.get("meanAngleDegrees").size());
        String page = Files.readString(folder.resolve("angles.html"));
        for (String id : List.of("distribution", "causes", "remedies", "modes", "chain", "rules", "reproduce")) {
            assertTrue(page.contains("<section id=\"" + id + "\">"), id);
        }
        assertTrue(
                page.contains(
                        "biograd angles --profile loihi --seed 1 --hidden 8,6 --networks 2 --sleeps 3 --samples 20"),
                "command");
    }

    @Test
    void withoutAReportNothingIsWritten() throws IOException {
        CommandRun run = run();

        assertEquals(0, run.code);
        assertEquals("", run.err);
        assertTrue(run.out.startsWith("profile loihi, 64-8-6-10, seed 1, 2 drawn, slept 3 times, 40 samples"), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 110), run.out);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hidden 0               | Invalid value for option '--hidden' (N[,N...]): 0 is not within 1..1024",
                "--hidden 8,1025          | Invalid value for option '--hidden' (N[,N...]): 1025 is not within 1..1024",
                "--hidden 8,,8            | Invalid value for option '--hidden' (N[,N...]): '' is not within 1..1024",
                "--hidden 1,1,1,1,1,1,1,1,1 | hidden layers: 9 is not within 1..8",
                "--networks 0             | Invalid value for option '--networks': 0 is not within 1..1000",
                "--trained 0              | Invalid value for option '--trained': 0 is not within 1..1000",
                "--samples -1             | Invalid value for option '--samples': -1 is not within 1..100000",
                "--sleeps 10001           | Invalid value for option '--sleeps': 10001 is not within 0..10000",
                "--profile nosuch         | Invalid value for option '--profile': 'nosuch' is neither a shipped "
                        + "profile (loihi, wide, tiny, loihi-mnist, wide-mnist) nor a file",
                "--trained 2 --networks 2 | --networks and --trained exclude each other: networks are drawn, or one "
                        + "is trained",
                "--trained 2 --sleeps 2   | --sleeps and --trained exclude each other: a trained network has slept in "
                        + "its training",
                "--report=                | --report: the name of the folder is empty",
                "--sample 3               | Unknown options: '--sample', '3'; did you mean --samples?",
            })
    void badUsageIsOneLine(String arguments, String message) {
        String[] all = ("angles " + arguments).split(" ");
        CommandRun run = new CommandRun().run(all);

        assertEquals("biograd angles: " + message + HELP + "\n", run.err);
        assertEquals(2, run.code);
        assertEquals("", run.out);
    }

    @Test
    void aFileInPlaceOfTheReportFolderIsRefusedBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");

        CommandRun run = run("--report", file.toString());

        assertEquals("biograd angles: --report " + file + ": not a folder" + HELP + "\n", run.err);
        assertEquals(2, run.code);
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void unreadableDataAreRefused() {
        CommandRun run = new CommandRun();
        run.data = () -> {
            throw new IOException("torn");
        };

        run.run("angles");

        assertEquals("biograd angles: the data cannot be read: torn" + HELP + "\n", run.err);
        assertEquals(2, run.code);
    }

    @Test
    void helpShowsExamples() {
        CommandRun run = new CommandRun().run("angles", "--help");

        assertEquals(0, run.code);
        assertTrue(run.out.contains("Examples:") && run.out.contains("--trained 5"), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 80), run.out);
    }

    private static CommandRun run(String... arguments) {
        String[] all = new String[1 + SMALL.length + arguments.length];
        all[0] = "angles";
        System.arraycopy(SMALL, 0, all, 1, SMALL.length);
        System.arraycopy(arguments, 0, all, 1 + SMALL.length, arguments.length);
        return new CommandRun().run(all);
    }
}
