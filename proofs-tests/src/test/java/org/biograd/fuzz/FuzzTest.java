package org.biograd.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.biograd.cli.FuzzedCommands;
import org.biograd.cli.FuzzedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader and every command, with inputs that nobody should have made. A plain build tries some; the profile
 * {@code fuzz} tries 100,000 ({@code mvn -Pfuzz -pl proofs-tests -am test}).
 *
 * <p>{@code -Dbiograd.fuzz.inputs=N} and {@code -Dbiograd.fuzz.seed=S} try others; {@code -Dbiograd.fuzz.only=TARGET}
 * one target alone.
 */
class FuzzTest {

    private static final long INPUTS = Long.getLong("biograd.fuzz.inputs", 300);
    private static final long SEED = Long.getLong("biograd.fuzz.seed", 1);
    private static final String ONLY = System.getProperty("biograd.fuzz.only", "");
    private static final int MOST_FINDINGS = 30;

    /** From so many inputs on, targets that take long have their share. */
    private static final long FULL = 10_000;

    private static final int SHOWN = 400;

    @TempDir
    private Path folder;

    private List<Target> targets() throws IOException {
        List<Target> targets = new ArrayList<>(TextReaders.all());
        FuzzedFiles files = new FuzzedFiles(Files.createDirectory(folder.resolve("files")));
        targets.add(new ModelTarget(files.models()));
        targets.addAll(new FolderTargets(Files.createDirectory(folder.resolve("data"))).all());
        targets.addAll(files.all());
        if (INPUTS >= FULL) {
            targets.addAll(files.withFigures());
        }
        targets.add(new FuzzedCommands(folder.resolve("commands")));
        targets.removeIf(target -> !target.name().startsWith(ONLY));
        return targets;
    }

    @Test
    void everyInputIsReadOrRefused() throws Exception {
        List<Finding> findings = new Fuzzer(targets(), SEED).run(INPUTS, MOST_FINDINGS);
        for (Finding finding : findings) {
            String input = new String(finding.input(), StandardCharsets.UTF_8);
            System.out.println("FOUND " + finding.target() + " " + finding.number() + ": " + finding.problem() + "\n"
                    + (input.length() <= SHOWN ? input : input.substring(0, SHOWN) + "..."));
            finding.problem().printStackTrace(System.out);
        }
        assertEquals(0, findings.size(), "inputs that were neither read nor refused; they stand above");
    }

    /** A target that does one of the things that must not be. */
    private record Faulty(String name, TextTarget.Reader reader) implements Target {

        @Override
        public int share() {
            return 1;
        }

        @Override
        public byte[] make(SplittableRandom random) {
            return new byte[] {(byte) random.nextInt(4)};
        }

        @Override
        public void read(byte[] input) throws Exception {
            if (input[0] == 3) {
                reader.read(input);
            }
        }
    }

    private static List<Finding> found(TextTarget.Reader fault) throws InterruptedException {
        return new Fuzzer(List.of(new Faulty("faulty", fault)), 1).run(200, 1);
    }

    @Test
    void aFaultOfEachKindIsFound() throws Exception {
        assertEquals(0, found(input -> {}).size());
        Finding thrown = found(input -> {
                    throw new NullPointerException("planted");
                })
                .get(0);
        assertInstanceOf(NullPointerException.class, thrown.problem());
        assertEquals(3, thrown.input()[0], "the input that it is thrown at");
        Finding large = found(input -> {
                    for (int n = 0; n < 700; n++) {
                        assertEquals(1 << 20, new byte[1 << 20].length);
                    }
                })
                .get(0);
        assertTrue(
                large.problem().getMessage().contains("bytes allocated"),
                large.problem().getMessage());
    }

    /** Every input hangs, so that whatever the watch finds is one, however busy the machine. */
    @Test
    void whatDoesNotEndIsFound() throws Exception {
        TextTarget target = new TextTarget("hangs", 1, List.of("text"), input -> Thread.sleep(Long.MAX_VALUE));
        Finding hang = new Fuzzer(List.of(target), 1, 1_000_000L).run(1, 1).get(0);
        assertEquals("it does not end", hang.problem().getMessage());
    }

    @Test
    void anInputIsAFunctionOfSeedTargetAndNumber() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2}) {
            List<String> inputs = new ArrayList<>();
            TextTarget target = new TextTarget(
                    "t", 1, List.of("a = 1\nb = 2\n"), input -> inputs.add(new String(input, StandardCharsets.UTF_8)));
            new Fuzzer(List.of(target), seed).run(50, 1);
            runs.add(inputs);
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(!runs.get(0).equals(runs.get(2)));
        assertTrue(runs.get(0).stream().distinct().count() > 20, "they differ");
    }
}
