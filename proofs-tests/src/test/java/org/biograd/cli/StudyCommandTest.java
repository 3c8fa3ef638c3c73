package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.TrainingAndTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code biograd study} as it is called. */
class StudyCommandTest {

    private static final String STUDY = """
            hidden     = 6
            seeds      = 1, 2
            epochs     = 2
            validation = 30
            probes     = 2
            couple sleep.first = 1
            couple sleep.every = 20
            couple sleep.trajectories = 2
            couple sleep.steps = 5
            eligibility.bits = 5, 9
            update.rounding  = FLOOR, STOCHASTIC
            """;

    @TempDir
    private Path folder;

    private Path file;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("my.study"), STUDY);
        command.reader = name -> {
            DataSet digits = Digits.load();
            return new TrainingAndTest(digits.slice(0, 90), digits.slice(1000, 1010), name);
        };
    }

    private CommandRun study(String out, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "study";
        arguments[1] = file.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve(out).toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return command.run(arguments);
    }

    private TreeMap<String, String> files(String out) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve(out))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve(out).relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void writesTablesPageAndPlotsTheSameForParts() throws IOException {
        assertEquals(0, study("whole", "--threads", "1").code, () -> command.err);
        assertTrue(command.err.contains("4 points, 8 trainings"), command.err);
        assertTrue(command.out.contains("at chance") || command.out.contains("p Holm"), command.out);
        TreeMap<String, String> whole = files("whole");
        assertTrue(
                whole.keySet()
                        .containsAll(List.of(
                                "columns.csv",
                                "plots/against-1.svg",
                                "plots/curves.svg",
                                "plots/effects-1.svg",
                                "plots/maps-1.svg",
                                "points.csv",
                                "runs.jsonl",
                                "study.csv",
                                "study.html",
                                "study.json")),
                whole.keySet().toString());
        assertTrue(
                whole.get("study.csv")
                        .startsWith(
                                "point,seed,eligibility.bits,update.rounding,quantity,signal,layer,epoch,value,unit\n"
                                        + "0,1,9,STOCHASTIC,accuracy,,,1,"),
                whole.get("study.csv"));
        for (String name : List.of("accuracy", "event_rate", "used_bits", "mean_deviation", "dead_zone", "energy")) {
            assertTrue(whole.get("study.csv").contains("," + name + ","), name);
            assertTrue(whole.get("columns.csv").contains("," + name + ","), name + " is defined");
        }
        assertTrue(whole.get("study.html").contains("The test set was not used"));
        assertTrue(whole.get("study.html").contains("<svg class=\"plot\""));

        assertEquals(0, study("parts", "--part", "1/2", "--quiet", "--threads", "3").code);
        assertEquals("", command.err);
        assertEquals(0, study("parts", "--part", "2/2", "--quiet").code);
        Path parts = folder.resolve("parts");
        command.run(
                "study",
                "merge",
                parts.resolve("runs-2-of-2.jsonl").toString(),
                parts.resolve("runs-1-of-2.jsonl").toString(),
                "--out",
                folder.resolve("merged").toString());
        assertEquals(0, command.code, () -> command.err);
        assertEquals(whole, files("merged"));
    }

    @Test
    void refusesImpossiblePointsBeforeAnythingRunsOrSkipsThemAloud() throws IOException {
        Files.writeString(file, STUDY + "trace.bits = 5, 7\n");
        assertEquals(2, study("out").code);
        assertTrue(
                command.err.contains("my.study: 4 points are impossible")
                        && command.err.contains("trace.bits = 5: trace.impulse: 50"),
                command.err);
        assertTrue(Files.notExists(folder.resolve("out")), "nothing was begun");
        Files.writeString(file, STUDY + "trace.bits = 5, 7\nimpossible = skip\n");
        assertEquals(0, study("out", "--part", "1/9").code, () -> command.err);
        assertTrue(
                command.err.contains("left out: eligibility.bits = 5, update.rounding = FLOOR, trace.bits = 5: trace."),
                command.err);
        assertTrue(command.out.contains("runs-1-of-9.jsonl"), command.out);
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws IOException {
        assertEquals(2, study("out", "--part", "3/2").code);
        assertTrue(command.err.contains("--part 3/2: I/N with I of 1..N"), command.err);
        Files.writeString(file, STUDY + "weight.bit = 4\n");
        assertEquals(2, study("out").code);
        assertTrue(command.err.contains("my.study:12: weight.bit: 'weight.bit' is neither a setting"), command.err);
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertEquals(2, study("out").code);
        assertTrue(command.err.contains("not UTF-8 text"), command.err);
        command.run("study", "merge", folder.resolve("nothing").toString());
        assertEquals(2, command.code);
        assertTrue(command.err.contains("no such file"), command.err);
    }

    @Test
    void takesNoLogOfAnotherStudy() throws IOException {
        assertEquals(0, study("out", "--quiet", "--part", "1/9").code, () -> command.err);
        Files.writeString(file, STUDY.replace("epochs     = 2", "epochs     = 1"));
        assertEquals(2, study("out", "--quiet", "--part", "1/9").code);
        assertTrue(
                command.err.contains(
                        "runs-1-of-9.jsonl:1: the log of another study: another study file; give another folder"),
                command.err);
    }
}
