package org.biograd.study.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Observer;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tiny search on the digits ends the same however it is run; what it finds is what the networks do. */
class TuningTest {

    private static final int TRAINING = 90;
    private static final int VALIDATION = 40;
    private static final String SEARCH = """
            hidden = 10
            seed = 3
            candidates = 9
            validation = 40
            rungs = 50 samples, 1 epoch, 130 samples
            keep = 1/2
            sleep.first = 2
            sleep.every = 5, 10
            sleep.trajectories = 4
            sleep.steps = 10
            update.shift = 2..6
            update.batch = 1, 4
            update.accumulatorBits = 12..20
            soma.keep = 2000..4096 log
            """;

    @TempDir
    private Path folder;

    private final Path log() {
        return folder.resolve("tune.jsonl");
    }

    private static Search search(String text) {
        return SearchReader.read("test.search", text, Profiles::shipped);
    }

    private static DataSet samples() throws IOException {
        return Digits.load().slice(0, TRAINING + VALIDATION);
    }

    private TuneResult run(String text, int threads) throws IOException {
        return new Tuning(search(text), samples(), "digits").run(log(), threads, ProgressListener.NONE);
    }

    /** Everything that was found, but for the time that it took. */
    private static List<String> found(TuneResult result) {
        List<String> found = new ArrayList<>();
        for (List<RungResult> rung : result.rungs()) {
            for (RungResult one : rung) {
                found.add(one.candidate() + " " + one.rung() + " " + one.right() + " " + one.digest());
            }
        }
        return found;
    }

    @Test
    void goesOnAfterEveryLineAndInTheMidstOfOne() throws IOException {
        TuneResult whole = run(SEARCH, 1);
        List<String> expected = found(whole);
        List<String> lines = Files.readAllLines(log());
        assertTrue(whole.rungs().size() == 3 && whole.rungs().get(0).size() > 3, expected.toString());
        assertEquals(
                1
                        + expected.size()
                        + whole.candidates().stream()
                                .filter(candidate -> candidate.profile().isEmpty())
                                .count(),
                lines.size());
        for (int cut = 0; cut <= lines.size(); cut++) {
            String kept =
                    lines.subList(0, cut).stream().map(line -> line + "\n").reduce("", String::concat);
            String torn = cut < lines.size()
                    ? lines.get(cut).substring(0, lines.get(cut).length() * (cut % 4 + 1) / 4)
                    : "";
            Files.writeString(log(), kept + torn);
            TuneResult resumed = run(SEARCH, 1 + cut % 2);
            assertEquals(expected, found(resumed), "cut after line " + cut);
            assertEquals(whole.profile(), resumed.profile());
            String now = Files.readString(log());
            assertTrue(now.startsWith(kept), "line " + cut + " was done again");
            assertEquals(lines.size(), now.lines().count(), "cut after line " + cut);
            assertEquals(expected, found(run(SEARCH, 1)), "read again");
            assertEquals(now, Files.readString(log()));
        }
    }

    @Test
    void aFinishedSearchIsReadAndNothingIsDone() throws IOException {
        TuneResult first = run(SEARCH, 2);
        byte[] log = Files.readAllBytes(log());
        TuneResult second = run(SEARCH, 1);
        assertEquals(found(first), found(second));
        assertEquals(first.logDigest(), second.logDigest());
        assertEquals(new String(log, StandardCharsets.UTF_8), Files.readString(log()));
    }

    @Test
    void threadsDoNotMatter() throws IOException {
        TuneResult one = run(SEARCH, 1);
        Files.delete(log());
        assertEquals(found(one), found(run(SEARCH, 2)));
        Files.delete(log());
        assertEquals(found(one), found(run(SEARCH, 5)));
    }

    /** A training of its own, from its beginning, comes to the same weights and the same number of right samples. */
    @Test
    void whatIsFoundIsWhatTheNetworkDoes() throws IOException {
        TuneResult result = run(SEARCH, 2);
        DataSet all = samples();
        for (List<RungResult> rung : result.rungs()) {
            for (RungResult one : rung) {
                Profile profile =
                        result.candidates().get(one.candidate()).profile().orElseThrow();
                long samples = result.search().rungs().get(one.rung() - 1).samples(TRAINING);
                Network network = new Network(result.shape(), profile, 3);
                DataSet training = all.slice(0, TRAINING);
                Trainer trainer =
                        new Trainer(network, training.source(profile.time().steps(), 3), training.labels());
                Schedule schedule = new Schedule(profile, 3, TRAINING, 2);
                long shown = 0;
                boolean asleep = true;
                while (schedule.hasNext() && (shown < samples || asleep)) {
                    Schedule.State before = schedule.state();
                    Schedule.Task task = schedule.next();
                    trainer.perform(task, Observer.NONE);
                    shown += task instanceof Schedule.Batch batch ? batch.indices().length : 0;
                    asleep = schedule.state().sleepsDue() > 0;
                    assertNotEquals(before, schedule.state());
                }
                assertEquals(one.digest(), Digest.of(network), one.toString());
                assertEquals(one.right(), right(network, all.slice(TRAINING, TRAINING + VALIDATION), profile));
            }
        }
        result.rungs()
                .forEach(rung -> assertEquals(
                        rung,
                        rung.stream()
                                .sorted(Comparator.comparing(RungResult::right)
                                        .reversed()
                                        .thenComparing(RungResult::candidate))
                                .toList()));
        assertEquals(
                (result.rungs().get(0).size() + 1) / 2, result.rungs().get(1).size());
    }

    private static int right(Network network, DataSet samples, Profile profile) {
        RateCoder coder = new RateCoder(3);
        SpikeTrain train = new SpikeTrain(samples.inputs(), profile.time().steps());
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            coder.encodeTest(i, samples.intensities()[i], train);
            right += network.predict(train) == samples.labels()[i] ? 1 : 0;
        }
        return right;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hidden = 10 | hidden = 11 | tune.jsonl:1: the log of another search: hidden is \"10\", not \"11\"",
                "seed = 3 | seed = 4 | tune.jsonl:1: the log of another search: seed is \"3\", not \"4\"",
                "update.shift = 2..6 | update.shift = 2..5 | tune.jsonl:1: the log of another search: update.shift is "
                        + "\"2..6\", not \"2..5\"",
                "update.batch = 1, 4 | # | tune.jsonl:1: the log of another search, which has other keys",
                "candidates = 9 | candidates = 8 | tune.jsonl:1: the log of another search: candidates is \"9\", not "
                        + "\"8\"",
            })
    void refusesTheLogOfAnotherSearch(String right, String wrong, String message) throws IOException {
        run(SEARCH, 2);
        String refusal = assertThrows(InvalidSearchException.class, () -> run(SEARCH.replace(right, wrong), 1))
                .getMessage();
        assertTrue(refusal.endsWith(message), refusal);
    }

    @Test
    void refusesOtherData() throws IOException {
        run(SEARCH, 2);
        Tuning other = new Tuning(search(SEARCH), Digits.load().slice(1, TRAINING + VALIDATION + 1), "digits");
        String refusal = assertThrows(InvalidSearchException.class, () -> other.run(log(), 1, ProgressListener.NONE))
                .getMessage();
        assertTrue(refusal.contains("the log of another search: fingerprint is"), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"right\":[0-9]+ | \"right\":41 | field right: 41; an integer of 0..40 is needed",
                "\"rung\":1 | \"rung\":4 | field rung: 4; an integer of 1..3 is needed",
                "\"candidate\":[0-9] | \"candidate\":9 | field candidate: 9; an integer of 0..8 is needed",
                "\"samples\":50 | \"samples\":51 | field samples: 51; the 50 of rung 1 are needed",
                "\"digest\":\"[0-9a-f] | \"digest\":\"g | field digest: ",
                "\"seconds\":[0-9.]+ | \"seconds\":-1 | field seconds: -1; a number of at least 0 is needed",
                "\"feedbackAngles\":\\[ | \"feedbackAngles\":[181, | field feedbackAngles: 181; degrees of 0..180, or "
                        + "null, are needed",
                "\"candidate\" | candidate | not JSON: ",
            })
    void refusesABrokenLine(String right, String wrong, String message) throws IOException {
        run(SEARCH, 2);
        List<String> lines = new ArrayList<>(Files.readAllLines(log()));
        int at = 1;
        while (!lines.get(at).contains("\"rung\":1")) {
            at++;
        }
        String broken = lines.get(at).replaceFirst(right, wrong);
        assertNotEquals(broken, lines.get(at));
        lines.set(at, broken);
        Files.write(log(), lines);
        String refusal =
                assertThrows(InvalidSearchException.class, () -> run(SEARCH, 1)).getMessage();
        assertTrue(refusal.startsWith(log() + ":" + (at + 1) + ": " + message), refusal);
    }

    @Test
    void refusesALineThatStandsThereTwice() throws IOException {
        run(SEARCH, 2);
        List<String> lines = new ArrayList<>(Files.readAllLines(log()));
        lines.add(lines.get(lines.size() - 1));
        Files.write(log(), lines);
        String refusal =
                assertThrows(InvalidSearchException.class, () -> run(SEARCH, 1)).getMessage();
        assertTrue(refusal.matches(".*tune.jsonl:" + lines.size() + ": candidate [0-9] stands there before"), refusal);
    }

    @Test
    void twoSearchesDoNotWriteOneLog() throws IOException {
        Search search = search(SEARCH);
        try (TuneLog first = TuneLog.open(log(), new LogLines(search, search.settings(), TRAINING))) {
            assertTrue(assertThrows(IOException.class, () -> run(SEARCH, 1))
                    .getMessage()
                    .contains("another search is writing it"));
            assertTrue(first.find(0, 1).isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "validation = 40 | validation = 130 | validation: 130 of 130 training samples leave none to learn from",
                "rungs = 50 samples | rungs = 90 samples | rungs: 1 epoch of 90 samples are not more than the rung "
                        + "before, 90 samples",
                "sleep.first = 2 | fit = chip\\nbase = wide | all 9 candidates are refused, the base profile for "
                        + "this: does not fit the chip: ",
            })
    void refusesWhatCannotBeDone(String right, String wrong, String message) {
        String refusal = assertThrows(
                        IllegalArgumentException.class, () -> run(SEARCH.replace(right, wrong.replace("\\n", "\n")), 1))
                .getMessage();
        assertTrue(refusal.startsWith(message), refusal);
    }
}
