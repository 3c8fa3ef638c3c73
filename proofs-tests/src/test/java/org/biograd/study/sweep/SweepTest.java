package org.biograd.study.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.sweep.plan.StudyReader;
import org.biograd.train.ProfileOverrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny study on the digits ends the same however it is run; what it finds is what the networks do. */
class SweepTest {

    private static final int TRAINING = 60;
    private static final int HELD = 30;
    private static final String STUDY = """
            hidden     = 6
            seeds      = 1, 2
            epochs     = 2
            validation = 30
            probes     = 3
            eligibility.bits  = 4, 8
            update.rounding   = FLOOR, STOCHASTIC
            """;

    @TempDir
    private Path folder;

    private static Profile base() {
        return ProfileOverrides.apply(
                Profiles.loihi(),
                Map.of(
                        "time.steps",
                        "10",
                        "sleep.first",
                        "1",
                        "sleep.every",
                        "20",
                        "sleep.trajectories",
                        "2",
                        "sleep.steps",
                        "5"));
    }

    private static Sweep sweep(String text, int part, int parts) throws IOException {
        DataSet digits = Digits.load();
        TrainingAndTest data =
                new TrainingAndTest(digits.slice(0, TRAINING + HELD), digits.slice(1000, 1020), "digits");
        return new Sweep(StudyReader.read("my.study", text, name -> base()), data, part, parts);
    }

    private StudyResult run(String text, Path log, int threads) throws IOException {
        return sweep(text, 1, 1).run(log, threads, ProgressListener.NONE).orElseThrow();
    }

    private static String log(StudyResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        result.writeLog(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Clause("STUDY-8")
    void threadsPartsAndStopsChangeNoByte() throws IOException {
        Path one = folder.resolve("one.jsonl");
        String whole = log(run(STUDY, one, 1));
        assertEquals(whole, Files.readString(one), "one thread writes in order");
        // The base is the point of 9 bits and stochastic rounding; the grid has four more.
        assertEquals(1 + 5 * 2, whole.lines().count());
        assertEquals(whole, log(run(STUDY, folder.resolve("two.jsonl"), 3)));

        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        assertEquals(Optional.empty(), sweep(STUDY, 1, 2).run(first, 1, ProgressListener.NONE));
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class, () -> Merge.of(List.of(first)));
        assertTrue(
                missing.getMessage().startsWith("5 of 10 trainings are missing: run 1, 3, 5, 7, 9; run r belongs"),
                missing.getMessage());
        sweep(STUDY, 2, 2).run(second, 1, ProgressListener.NONE);
        assertEquals(whole, log(Merge.of(List.of(second, first))));

        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        int head = whole.indexOf('\n') + 1;
        for (int cut : new int[] {0, 7, head, head + 1, bytes.length / 2, bytes.length - 1}) {
            Path torn = folder.resolve("torn-" + cut + ".jsonl");
            Files.write(torn, Arrays.copyOf(bytes, cut));
            assertEquals(whole, log(run(STUDY, torn, 1)), "cut after " + cut + " bytes");
            assertEquals(whole, Files.readString(torn));
        }
    }

    /** Against the plain network, trained by hand. */
    @Test
    @Clause({"STUDY-6", "STUDY-7"})
    void whatItFindsIsWhatThePlainNetworkDoes() throws IOException {
        String text = STUDY.replace("probes     = 3", "probes = 999").replace("seeds      = 1, 2", "seeds = 5")
                + "final = yes\ncouple error.learningBits = 4\n";
        StudyResult result = run(text, folder.resolve("all.jsonl"), 2);
        assertEquals(5, result.plan().points().size());
        RunResult run = result.runs().get(1);
        Profile profile = result.plan().points().get(1).profile();
        assertEquals(4, profile.eligibility().bits());
        assertEquals(4, profile.error().learningBits());

        DataSet digits = Digits.load();
        DataSet training = digits.slice(0, TRAINING);
        Network network = new Network(result.shape(), profile, 5);
        Trainer trainer = new Trainer(network, new RateCoded(training.intensities(), 5), training.labels());
        Schedule schedule = new Schedule(profile, 5, TRAINING, 2);
        Map<List<Integer>, long[]> seen = new HashMap<>();
        long[][] learned = new long[3][Signal.values().length];
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            long[][] before = events(network);
            trainer.perform(task, (signal, layer, step, values) -> {
                if (task instanceof Schedule.Batch) {
                    long[] tally = seen.computeIfAbsent(
                            List.of(signal.ordinal(), layer), none -> new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE});
                    for (int i = 0; i < values.size(); i++) {
                        tally[0]++;
                        tally[1] = Math.min(tally[1], values.integer(i));
                        tally[2] = Math.max(tally[2], values.integer(i));
                    }
                }
            });
            long[][] after = events(network);
            for (int l = 1; task instanceof Schedule.Batch && l <= 2; l++) {
                for (Signal signal : Signal.values()) {
                    learned[l][signal.ordinal()] += after[l][signal.ordinal()] - before[l][signal.ordinal()];
                }
            }
        }
        assertEquals(Digest.of(network), run.digest());
        assertEquals(
                right(network, digits.slice(TRAINING, TRAINING + HELD)),
                run.right().get(1));
        assertEquals(right(network, digits.slice(1000, 1020)), run.testRight());
        assertEquals(run.right().get(1), run.bits().bitCount());

        assertEquals(List.of(60L, 60L), run.probes().samples());
        long saturated = 0;
        for (ProbeResult.Seen each : run.probes().signals()) {
            String name = each.signal() + " of layer " + each.layer();
            long[] tally = seen.get(List.of(each.signal().ordinal(), each.layer()));
            assertArrayEquals(tally, new long[] {sum(each.values()), each.low(), each.high()}, name);
            assertEquals(learned[each.layer()][each.signal().ordinal()], sum(each.events()), name);
            saturated += sum(each.events());
        }
        assertTrue(saturated > 100, "words of 4 bits saturate, only so often: " + saturated);
        assertTrue(
                learned[1][Signal.LEARNING_ERROR.ordinal()] != learned[2][Signal.LEARNING_ERROR.ordinal()]
                        && learned[1][Signal.LEARNING_ERROR.ordinal()] > 0,
                "layers are told apart");
        for (Signal signal : List.of(Signal.LEARNING_ERROR, Signal.WEIGHT, Signal.DENDRITE, Signal.WEIGHT_CHANGE)) {
            assertEquals(
                    learned[1][signal.ordinal()] + learned[2][signal.ordinal()],
                    sum(run.events().getOrDefault(signal, List.of())),
                    signal + " of all layers");
        }
    }

    private static long[][] events(Network network) {
        long[][] counts = new long[3][Signal.values().length];
        for (Signal signal : Signal.values()) {
            for (int l = 1; l <= 2; l++) {
                counts[l][signal.ordinal()] = network.events(l).count(signal);
            }
            // Initial weights have no layer, and do not saturate here.
            assertEquals(
                    network.events().count(signal), counts[1][signal.ordinal()] + counts[2][signal.ordinal()], "all");
        }
        return counts;
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    private static int right(Network network, DataSet samples) {
        RateCoder coder = new RateCoder(5);
        SpikeTrain input = new SpikeTrain(64, network.profile().time().steps());
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            coder.encodeTest(i, samples.intensities()[i], input);
            right += network.predict(input) == samples.labels()[i] ? 1 : 0;
        }
        return right;
    }

    @Test
    @Clause("STUDY-7")
    void probesLieEvenly() throws IOException {
        StudyResult result = run(STUDY, folder.resolve("three.jsonl"), 1);
        for (RunResult run : result.runs()) {
            assertEquals(List.of(3L, 3L), run.probes().samples());
            assertTrue(run.probes().decisions() > 0 && run.probes().energy() != null
                    || result.point(run).levels().get("update.rounding").equals("FLOOR"));
        }
        StudyResult bare = run(STUDY.replace("probes     = 3", "probes = 0"), folder.resolve("bare.jsonl"), 1);
        assertEquals(
                result.runs().stream().map(RunResult::digest).toList(),
                bare.runs().stream().map(RunResult::digest).toList());
        assertTrue(bare.runs().stream().allMatch(run -> run.probes() == null));
    }

    @Test
    @Clause("STUDY-10")
    void saysWhatItsReaderShouldKnow() throws IOException {
        String text = STUDY.replace("eligibility.bits  = 4, 8", "eligibility.bits = 4, 8, 12")
                .replace("seeds      = 1, 2", "seeds = 1");
        StudyResult result = run(text, folder.resolve("remarks.jsonl"), 2);
        List<String> remarks = Remarks.of(result, PointSummary.of(result));
        assertTrue(
                remarks.contains("The same bits: eligibility.bits = 8, 12 give the same weights with every seed."),
                remarks.toString());
        assertNotEquals(result.runs().get(1).digest(), result.runs().get(3).digest());
        // Traces of 50, 80, 98 ... spiking in each of 10 steps, shifted by 5: 1 + 2 + 8 times 3 is 27, 6 bits.
        assertEquals(27, Remarks.largestEligibility(base()));
        assertEquals(57, Remarks.largestEligibility(Profiles.loihi()));
        assertTrue(
                remarks.stream()
                        .anyMatch(line -> line.matches("Bits that are never used: of eligibility.bits = 12, E "
                                + "used [1-6] at most in the probed samples; no sample could use more than 6\\.")),
                remarks.toString());
        String untrained = STUDY.replace("seeds      = 1, 2", "seeds = 1") + "couple update.hiddenMultiplier = 0\n"
                + "couple update.outputMultiplier = 0\n";
        StudyResult none = run(untrained, folder.resolve("none.jsonl"), 2);
        List<String> lines = Remarks.of(none, PointSummary.of(none));
        assertTrue(lines.get(0).startsWith("At chance, so that nothing else about them says much: the base; point 1"));
        assertTrue(
                lines.contains(
                        "The axis changes nothing: eligibility.bits = 4, 8 give the same weights with every seed."),
                lines.toString());
    }

    @Test
    @Clause("STUDY-8")
    void logsFromOutsideAreNotTrusted() throws IOException {
        Path log = folder.resolve("log.jsonl");
        String whole = log(run(STUDY, log, 2));
        String head = whole.lines().findFirst().orElseThrow() + "\n";
        String first = whole.lines().skip(1).findFirst().orElseThrow() + "\n";
        for (String[] bad : new String[][] {
            {"{}\n", "log.jsonl:1: not a line of a study's log"},
            {head + "[1]\n", "log.jsonl:2: not a line of a study's log"},
            {head + first + first, "log.jsonl:3: run 0 is that of another part, or stands there before"},
            {head + first.replace("\"run\":0", "\"run\":99"), "log.jsonl:2: field run: 0..9 is needed"},
            {head + first.replaceAll("\"right\":\\[\\d+,", "\"right\":[31,"), "log.jsonl:2: field right: a number"},
            {head + first.replaceAll("\"right\":\\[\\d+,", "\"right\":["), "log.jsonl:2: field right: a number"},
            {head + first.replaceAll("\"correct\":\"", "\"correct\":\"f"), "log.jsonl:2: field correct: as many set"},
            {head + first.replaceAll("\"digest\":\"..", "\"digest\":\"XY"), "log.jsonl:2: field digest: 64 hexad"},
            {head + first.replaceAll("\"probes\":.*", "\"probes\":null}"), "log.jsonl:2: field probes: an object"},
            {head + first.replaceAll("\"testRight\":null", "\"testRight\":3"), "log.jsonl:2: field testRight: null"},
            {head.replace("digits", "other"), "log.jsonl:1: the log of another study: another data"},
            {head.replace("epochs = 2", "epochs = 3"), "log.jsonl:1: the log of another study: another study file"},
        }) {
            Files.writeString(log, bad[0]);
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> run(STUDY, log, 1), bad[1]);
            assertTrue(refused.getMessage().contains(bad[1]), refused.getMessage());
            assertEquals(bad[0], Files.readString(log), "nothing is lost");
        }
        assertFalse(whole.isEmpty());
    }
}
