package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code biograd vectors}: what it writes and what it refuses. */
class VectorsCommandTest {

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void equalArgumentsWriteEqualBytesAndTheyPass() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            String seed = name.equals("c") ? "8" : "0x7";
            assertEquals(
                    0,
                    run.run("vectors", "generate", "gate", "--cases", "40", "--seed", seed, "--out", out(name), "--hex")
                            .code,
                    run.err);
        }
        for (String file : new String[] {"gate.jsonl", "gate.hex", "manifest.json"}) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(file)),
                    Files.readAllBytes(folder.resolve("b").resolve(file)),
                    file);
        }
        String cases = Files.readString(folder.resolve("a/gate.jsonl"));
        assertFalse(cases.equals(Files.readString(folder.resolve("c/gate.jsonl"))));
        assertEquals(40, cases.lines().count());
        assertTrue(Files.readString(folder.resolve("a/manifest.json")).contains("\"seed\" : \"7\""));
        assertEquals(0, run.run("check", out("a/gate.jsonl")).code);
        assertTrue(run.out.contains("gate: 40 of 40 cases passed"), run.out);
    }

    @Test
    void aProfileGivesItsParameters() throws IOException {
        assertEquals(
                0,
                run.run("vectors", "generate", "gate", "--profile", "loihi", "--cases", "20", "--out", out("p")).code,
                run.err);
        String last = Files.readAllLines(folder.resolve("p/gate.jsonl")).get(19);
        assertEquals(0, run.run("profile", "loihi").code);
        String threshold = run.out
                .lines()
                .filter(line -> line.startsWith("soma.threshold"))
                .findFirst()
                .orElseThrow()
                .replaceAll("[^0-9]", "");
        assertTrue(last.contains("\"soma.threshold\":" + threshold + ","), last);
    }

    @Test
    void allOperationsAreListedWithTheFlags() {
        assertEquals(0, run.run("vectors", "list").code);
        assertTrue(run.out.contains("network.sample: level 4, "), run.out);
        assertTrue(run.out.contains("near-tie: "), run.out);
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        assertEquals(2, run.run("vectors").code);
        assertEquals(2, run.run("vectors", "generate", "gates").code);
        assertTrue(run.err.contains("no operation 'gates'"), run.err);
        assertEquals(2, run.run("vectors", "generate", "gate", "--cases", "0").code);
        assertEquals(2, run.run("vectors", "generate", "all", "--out", "-").code);
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(2, run.run("vectors", "generate", "gate", "--out", file.toString()).code);
        assertEquals(1, run.err.lines().count(), run.err);
    }
}
