package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code biograd rules}. */
class RulesCommandTest {

    private static final List<String> FILES =
            List.of("rules.json", "rules.csv", "rules.md", "accuracy-products.svg", "curves-8.svg");

    private static CommandRun run(String... arguments) {
        return new CommandRun().run(arguments);
    }

    @Test
    void cardsAreListed() {
        CommandRun run = run("rules");
        assertEquals(0, run.code, run.err);
        for (LearningRule rule : Rules.all()) {
            assertTrue(run.out.contains(rule.name() + " "), rule.name());
        }
        assertTrue(run.out.contains("E 9 per synapse"), "BioGrad's eligibility");
        assertTrue(run.out.contains("A 24 per synapse"), "the sum of OTTT_A");
    }

    /** The same bytes for any number of threads, and after a stop in the middle. */
    @Test
    void filesDoNotDependOnThreadsOrStops(@TempDir Path folder) throws IOException {
        String[] common = {
            "rules",
            "compare",
            "--rules",
            "desire,ttfs",
            "--seeds",
            "2",
            "--epochs",
            "1",
            "--validation",
            "1237",
            "--no-wide",
            "--hidden",
            "8",
            "--quiet"
        };
        assertEquals(0, run(with(common, folder.resolve("one"), 1)).code);
        assertEquals(0, run(with(common, folder.resolve("two"), 2)).code);
        for (String file : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one").resolve(file)),
                    Files.readAllBytes(folder.resolve("two").resolve(file)),
                    file);
        }
        Path trainings = folder.resolve("two").resolve("trainings");
        Path kept = trainings.resolve("ttfs-8-2.json");
        String whole = Files.readString(kept);
        Files.delete(trainings.resolve("desire-8-1.json"));
        Files.writeString(kept, whole.substring(0, whole.length() / 2));
        assertEquals(0, run(with(common, folder.resolve("two"), 1)).code);
        assertEquals(whole, Files.readString(kept), "a damaged training is made again");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one").resolve("rules.json")),
                Files.readAllBytes(folder.resolve("two").resolve("rules.json")));
        long lines = Files.readString(folder.resolve("one").resolve("rules.csv"))
                .lines()
                .count();
        assertEquals(5, lines, "a head and four trainings");
    }

    private static String[] with(String[] common, Path out, int threads) {
        String[] all = java.util.Arrays.copyOf(common, common.length + 4);
        all[common.length] = "--out";
        all[common.length + 1] = out.toString();
        all[common.length + 2] = "--threads";
        all[common.length + 3] = "" + threads;
        return all;
    }

    @Test
    void badInputIsToldInOneLine(@TempDir Path folder) {
        refused("there is no rule 'sgd'", "rules", "compare", "--rules", "sgd", "--out", folder.toString());
        refused(
                "1437 of 1437 training samples leave none",
                "rules",
                "compare",
                "--rules",
                "ttfs",
                "--validation",
                "1437",
                "--out",
                folder.toString());
        refused(
                "spide, weights of 16 bits: soma.threshold",
                "rules",
                "compare",
                "--rules",
                "spide",
                "--profile",
                "wide",
                "--out",
                folder.toString());
    }

    private static void refused(String message, String... arguments) {
        CommandRun run = run(arguments);
        assertEquals(2, run.code, run.err);
        assertTrue(run.err.contains(message), run.err);
        assertEquals(1, run.err.lines().count(), run.err);
    }
}
