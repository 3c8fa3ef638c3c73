package org.biograd.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample implementation in Python, written from the text of the spec alone, prints the same digest, the same number
 * of right predictions and the same events as this one. Nothing of the two is shared but the text.
 */
class PythonSampleTest {

    private static final int TRAINING = 40;
    private static final int TEST = 15;
    private static final int EPOCHS = 2;

    /** All 64 bits of it count. */
    private static final String SEED = "12345678901234567890";

    private record Case(String name, Profile profile, Shape shape) {

        @Override
        public String toString() {
            return name + " " + shape;
        }
    }

    static Stream<Case> cases() {
        Profile loihi =
                with(Profiles.loihi(), "sleep.first=1", "sleep.trajectories=6", "sleep.steps=12", "sleep.every=9");
        Profile wide = with(Profiles.wide(), "sleep.trajectories=6", "sleep.steps=12", "sleep.every=2");
        return Stream.of(
                new Case("loihi", loihi, Shape.of(16, 8, 4)),
                new Case("loihi", loihi, Shape.of(9, 6, 5, 3)),
                new Case("wide", wide, Shape.of(9, 6, 5, 3)),
                new Case(
                        "wide, detached",
                        with(
                                wide,
                                "trace.mode=DETACHED",
                                "trace.rounding=STOCHASTIC",
                                "error.function=DIFFERENCE",
                                "update.batch=7",
                                "feedback.start=ALIGNED",
                                "update.rounding=NEAREST_EVEN",
                                "error.hiddenShift=3",
                                "error.rounding=STOCHASTIC"),
                        Shape.of(9, 6, 5, 3)),
                new Case(
                        "wide, narrowed",
                        with(
                                wide,
                                "trace.rounding=STOCHASTIC",
                                "trace.bits=14",
                                "trace.impulse=9000",
                                "eligibility.bits=14",
                                "error.potentialBits=18",
                                "sleep.every=1",
                                "update.rounding=AWAY_FROM_ZERO",
                                "sleep.rounding=TOWARD_ZERO"),
                        Shape.of(9, 6, 5, 3)),
                new Case(
                        "loihi, layerwise",
                        with(loihi, "feedback.path=LAYERWISE", "feedback.pathShift=2", "error.hiddenShift=5"),
                        Shape.of(9, 6, 5, 3)),
                new Case(
                        "wide, layerwise",
                        with(
                                wide,
                                "feedback.path=LAYERWISE",
                                "feedback.pathShift=9",
                                "feedback.start=ALIGNED",
                                "error.rounding=NEAREST_EVEN"),
                        Shape.of(9, 7, 6, 5, 3)),
                new Case("tiny", Profiles.tiny(), Shape.of(9, 6, 5, 3)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Clause({"ERR-8", "ERR-9", "NET-1", "NET-3", "NET-4", "NET-5", "NET-6", "NET-7", "NET-8", "LEARN-4", "OBS-2"})
    void printsTheSame(Case subject, @TempDir Path folder) throws Exception {
        boolean python = SampleRun.runs("python3", "--version");
        if (!python) {
            System.out.println(
                    "SKIPPED: no python3 here, so the sample implementation in Python was not compared with this one.");
        }
        assumeTrue(python, "python3 is not installed");

        byte[][] intensities = new byte[TRAINING + TEST][subject.shape.inputs()];
        int[] labels = new int[TRAINING + TEST];
        Path images = folder.resolve("images.csv");
        Files.writeString(images, draw(intensities, labels, subject.shape.outputs()));
        Path profile = folder.resolve("case.profile");
        Files.writeString(profile, ProfileReader.write(subject.profile));

        assertEquals(train(subject, intensities, labels), String.join("\n", python(profile, subject.shape, images)));
    }

    private static String train(Case subject, byte[][] intensities, int[] labels) {
        long seed = Long.parseUnsignedLong(SEED);
        Network network = new Network(subject.shape, subject.profile, seed);
        Trainer trainer = new Trainer(
                network,
                new RateCoded(Arrays.copyOf(intensities, TRAINING), network.seed()),
                Arrays.copyOf(labels, TRAINING));
        Schedule schedule = new Schedule(subject.profile, seed, TRAINING, EPOCHS);
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), Observer.NONE);
        }
        RateCoder coder = new RateCoder(seed);
        SpikeTrain input =
                new SpikeTrain(subject.shape.inputs(), subject.profile.time().steps());
        int right = 0;
        for (int i = 0; i < TEST; i++) {
            coder.encodeTest(i, intensities[TRAINING + i], input);
            right += network.predict(input) == labels[TRAINING + i] ? 1 : 0;
        }
        StringBuilder text = new StringBuilder("digest " + Digest.of(network) + "\ncorrect " + right);
        for (String symbol : List.of("u", "v", "z", "E", "p", "n", "D", "q", "c", "dW", "w", "B")) {
            Signal signal = Arrays.stream(Signal.values())
                    .filter(s -> s.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow();
            long count = network.events().count(signal);
            text.append(count == 0 ? "" : "\nevents " + symbol + " " + count);
        }
        return text.toString();
    }

    private static String draw(byte[][] intensities, int[] labels, int classes) {
        SplittableRandom random = new SplittableRandom(20);
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < labels.length; s++) {
            labels[s] = random.nextInt(classes);
            text.append(labels[s]);
            for (int j = 0; j < intensities[s].length; j++) {
                int kind = random.nextInt(4);
                int intensity = kind == 0 ? 0 : kind == 1 ? 255 : random.nextInt(256);
                intensities[s][j] = (byte) intensity;
                text.append(',').append(intensity);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> python(Path profile, Shape shape, Path images)
            throws IOException, InterruptedException {
        Path output = profile.resolveSibling("output.txt");
        Process process = new ProcessBuilder(
                        "python3",
                        SampleRun.file("python/biograd.py").toString(),
                        "train",
                        "--profile",
                        profile.toString(),
                        "--shape",
                        shape.toString(),
                        "--seed",
                        SEED,
                        "--epochs",
                        "" + EPOCHS,
                        "--images",
                        images.toString(),
                        "--train",
                        "" + TRAINING,
                        "--test",
                        "" + TEST)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the sample implementation does not end");
        }
        return Files.readAllLines(output);
    }

    /** @param changes such as {@code key=value} */
    private static Profile with(Profile profile, String... changes) {
        return ProfileChange.of(
                profile,
                Arrays.stream(changes)
                        .flatMap(change -> Arrays.stream(change.split("=")))
                        .toArray());
    }
}
