package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.biograd.house.SpecText;
import org.biograd.study.explain.check.Evaluator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course: its commands run, its solutions pass their exercises, and its answers on paper are right. */
class CourseTest {

    private static final Path COURSE = SpecText.root().resolve("spec/course");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern SOLUTION = Pattern.compile("Solution: \\[\\w+\\.py\\]\\((solutions/\\w+\\.py)\\)");

    @TempDir
    private Path folder;

    /** The commands of a page that begin so, each as its words. */
    private static List<List<String>> commands(String page, String command) {
        List<List<String>> found = new ArrayList<>();
        for (String line : page.replaceAll("\\\\\n\\s+", "").split("\n")) {
            if (line.startsWith("    ") && line.strip().startsWith("./biograd " + command)) {
                List<String> words = new ArrayList<>();
                Matcher word = WORD.matcher(line.strip());
                while (word.find()) {
                    words.add(word.group(1) == null ? word.group(2) : word.group(1));
                }
                found.add(words.subList(1, words.size()));
            }
        }
        return found;
    }

    private static List<Path> lessons() throws IOException {
        try (Stream<Path> list = Files.list(COURSE)) {
            return list.filter(path -> path.getFileName().toString().matches("\\d-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyExplanationOfTheCourseHolds() throws IOException {
        int run = 0;
        for (Path lesson : lessons()) {
            for (List<String> command : commands(Files.readString(lesson), "explain")) {
                List<String> words = new ArrayList<>(command);
                words.replaceAll(word -> word.startsWith("spec/")
                        ? SpecText.root().resolve(word).toString()
                        : word.matches("\\w+\\.(csv|html)")
                                ? folder.resolve(word).toString()
                                : word);
                CommandRun done = new CommandRun().run(words.toArray(new String[0]));
                assertEquals(0, done.code, lesson.getFileName() + ": " + command + ": " + done.err);
                run++;
            }
        }
        assertTrue(run >= 7, "only " + run + " commands were found");
    }

    /** The last column of the two files of lesson 6 differs, so the lesson has something to show. */
    @Test
    void aBitLessIsSeen() throws IOException {
        List<String> columns = new ArrayList<>();
        for (List<String> command : commands(Files.readString(COURSE.resolve("6-bits.md")), "explain")) {
            List<String> words = new ArrayList<>(command);
            words.replaceAll(word -> word.startsWith("spec/")
                    ? SpecText.root().resolve(word).toString()
                    : word.endsWith(".csv") ? "-" : word);
            CommandRun done = new CommandRun().run(words.toArray(new String[0]));
            columns.add(done.out.replaceAll("(?m)^.*,", ""));
        }
        assertEquals(2, columns.size());
        assertTrue(!columns.get(0).equals(columns.get(1)), "a bit less changes no value of the example");
    }

    @Test
    void everySolutionPassesItsExercise() throws IOException {
        boolean python = python();
        if (!python) {
            System.out.println("SKIPPED: no python3; the solutions of the course were not run");
        }
        Assumptions.assumeTrue(python, "no python3");
        int passed = 0;
        for (Path lesson : lessons()) {
            String page = Files.readString(lesson);
            for (List<String> command : commands(page, "conform")) {
                Matcher solution = SOLUTION.matcher(page);
                assertTrue(solution.find(), lesson + " names no solution");
                List<String> words = new ArrayList<>(command);
                words.replaceAll(word ->
                        word.equals("python3 mine.py") ? "python3 '" + COURSE.resolve(solution.group(1)) + "'" : word);
                words.addAll(List.of("--cases", "150", "--timeout", "120", "--quiet"));
                CommandRun done = new CommandRun().run(words.toArray(new String[0]));
                assertEquals(0, done.code, lesson.getFileName() + ": " + done.out + done.err);
                passed++;
            }
        }
        assertEquals(5, passed);
    }

    private static boolean python() {
        try {
            return new ProcessBuilder("python3", "-c", "0").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the pages give as answers, computed by the evaluator of formulas. */
    @Test
    void theAnswersOnPaperAreRight() {
        Map<String, Integer> answers = Map.ofEntries(
                Map.entry("wrap(33, 6)", -31),
                Map.entry("saturate(33, 6)", 31),
                Map.entry("saturateUnsigned(-3, 7)", 0),
                Map.entry("shift(-5, 1, FLOOR)", -3),
                Map.entry("shift(-5, 1, TOWARD_ZERO)", -2),
                Map.entry("shift(-5, 1, AWAY_FROM_ZERO)", -3),
                Map.entry("shift(-5, 1, NEAREST_EVEN)", -2),
                Map.entry("shift(-5, 1, STOCHASTIC, 0)", -2),
                Map.entry("shift(-5, 1, STOCHASTIC, 1)", -3),
                Map.entry("[abs(1 - 8) < 8] + [abs(15 - 8) < 8] + [abs(0 - 8) < 8] + [abs(16 - 8) < 8]", 2),
                Map.entry("wrap(2^1 * 16, 6)", -32),
                Map.entry("3 * 2 + (-1) * 1 - (2^2 + 1^2) * 4", -15),
                // Error neurons of lesson 4, step by step, with F = 4: n and sn of three steps of e = -3.
                Map.entry("0 - 4 * 0 - (-3)", 3),
                Map.entry("3 - 4 * [3 > 4] - (-3)", 6),
                Map.entry("6 - 4 * [6 > 4] - (-3)", 5));
        answers.forEach(
                (formula, value) -> assertEquals(BigInteger.valueOf(value), Evaluator.of(formula, Map.of()), formula));
        int spikes = 0;
        int p = 0;
        int spiked = 0;
        StringBuilder steps = new StringBuilder();
        for (int t = 1; t <= 18; t++) {
            p = p - 4 * spiked + 1;
            spiked = p > 4 ? 1 : 0;
            spikes += spiked;
            steps.append(spiked == 1 ? t + " " : "");
        }
        assertEquals("5 9 13 17 ", steps.toString());
        assertEquals(4, spikes);
    }
}
