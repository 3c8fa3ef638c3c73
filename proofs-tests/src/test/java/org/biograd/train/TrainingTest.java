package org.biograd.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.io.ProgressListener;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.model.EpochRow;
import org.biograd.model.Model;
import org.biograd.model.ModelFile;
import org.biograd.model.ModelReader;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Angles;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop: what it trains, what it logs, when it ends, and that it goes on where it was stopped. */
class TrainingTest {

    private static final int EPOCHS = 3;

    @TempDir
    private Path folder;

    private final List<Model> kept = new ArrayList<>();
    private final List<Boolean> best = new ArrayList<>();

    private TrainResult train(TrainSettings settings, TrainingAndTest data, Optional<Model> checkpoint) {
        kept.clear();
        best.clear();
        try {
            return new Training(settings, data, checkpoint)
                    .run(
                            (model, log, isBest) -> {
                                Path file = folder.resolve("checkpoint");
                                ModelFile.write(file, model);
                                kept.add(ModelReader.read(file));
                                best.add(isBest);
                            },
                            ProgressListener.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Equal weights are equal files: no time is in them, however often the training was stopped. */
    @Test
    @Clause("FILE-4")
    void aFileHasNoTimes() throws IOException {
        train(SmallData.settings(SmallData.ONLINE, 2, 1));
        Path first = Files.write(folder.resolve("first"), Files.readAllBytes(folder.resolve("checkpoint")));
        train(SmallData.settings(SmallData.ONLINE, 1, 1));
        train(SmallData.settings(SmallData.ONLINE, 2, 1), SmallData.data(), Optional.of(kept.get(kept.size() - 1)));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(folder.resolve("checkpoint")));
    }

    private TrainResult train(TrainSettings settings) {
        return train(settings, SmallData.data(), Optional.empty());
    }

    private static List<List<Object>> results(TrainResult result) {
        return result.log().rows().stream()
                .map(row -> List.<Object>of(row.validationRight(), row.testRight(), row.feedbackAngles()))
                .toList();
    }

    static Stream<Profile> profiles() {
        return Stream.of(
                SmallData.ONLINE, SmallData.BATCHES, ProfileChange.of(SmallData.BATCHES, "feedback.path", "LAYERWISE"));
    }

    /** Step by step with network and trainer alone. */
    @ParameterizedTest
    @MethodSource("profiles")
    void trainsAndMeasuresWhatThePartsDoWithoutIt(Profile profile) {
        TrainSettings settings = SmallData.settings(profile, EPOCHS, 1);
        DataSet training = SmallData.set(SmallData.TRAINING, 1);
        DataSet learned = training.slice(0, 42);
        Network network = new Network(settings.shape(), profile, 5);
        Trainer trainer = new Trainer(network, learned.source(20, 5), learned.labels());
        new Schedule(profile, 5, 42, EPOCHS).forEachRemaining(task -> trainer.perform(task, Observer.NONE));

        TrainResult result = train(settings);

        assertEquals(Digest.of(network), result.digest());
        assertEquals(
                right(network, training.slice(42, 50)),
                result.log().rows().get(EPOCHS - 1).validationRight());
        assertEquals(right(network, SmallData.set(SmallData.TEST, 2)), result.testRight());
        assertEquals(result.testRight(), result.log().rows().get(EPOCHS - 1).testRight());
        RealNetwork real = new RealNetwork(settings.shape(), RealParameters.of(profile));
        WeightSnapshot.of(network).restore(real, profile);
        for (int l = 1; l <= 2; l++) {
            assertEquals(
                    Angles.degrees(real.feedback(l), real.forwardProduct(l)),
                    result.log().rows().get(EPOCHS - 1).feedbackAngles().get(l - 1),
                    1e-9);
        }
    }

    private static int right(Network network, DataSet set) {
        RateCoder coder = new RateCoder(5);
        SpikeTrain input = new SpikeTrain(set.inputs(), 20);
        int right = 0;
        for (int i = 0; i < set.size(); i++) {
            coder.encodeTest(i, set.intensities()[i], input);
            right += network.predict(input) == set.labels()[i] ? 1 : 0;
        }
        return right;
    }

    static Stream<Arguments> runs() {
        return profiles()
                .flatMap(
                        profile -> Stream.of(Arithmetic.values()).map(arithmetic -> Arguments.of(arithmetic, profile)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    @Clause("FILE-8")
    void goesOnToTheSameBitsFromEveryEpochWithAnyThreads(Arithmetic arithmetic, Profile profile) {
        TrainResult whole = train(SmallData.settings(arithmetic, profile, EPOCHS, 1));
        List<Model> checkpoints = List.copyOf(kept);
        assertEquals(EPOCHS + 1, checkpoints.size());

        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            Model checkpoint = checkpoints.get(epoch);
            assertEquals(epoch, checkpoint.run().orElseThrow().log().size());
            TrainResult continued = train(
                    SmallData.settings(arithmetic, profile, EPOCHS, 1 + epoch),
                    SmallData.data(),
                    Optional.of(checkpoint));
            assertEquals(whole.digest(), continued.digest(), "from epoch " + epoch);
            assertEquals(results(whole), results(continued));
            assertEquals(
                    whole.model().run().orElseThrow().state(),
                    continued.model().run().orElseThrow().state());
        }
        // More epochs may be asked for, too.
        TrainResult longer = train(SmallData.settings(arithmetic, profile, EPOCHS + 1, 2));
        assertEquals(
                longer.digest(),
                train(
                                SmallData.settings(arithmetic, profile, EPOCHS + 1, 3),
                                SmallData.data(),
                                Optional.of(checkpoints.get(2)))
                        .digest());
        assertNotEquals(longer.digest(), whole.digest());
    }

    @Test
    void theFirstCheckpointIsTheNetworkBeforeItsFirstTask() {
        train(SmallData.settings(SmallData.ONLINE, 0, 1));
        Model first = kept.get(0);
        Schedule.State state = first.run().orElseThrow().state();
        assertEquals(new Schedule.State(0, 0, 0, 0, 0, 2), state);
        assertEquals(1, kept.size());
    }

    @Test
    void endsEarlyWithoutABetterEpochAndSaysWhichWasBest() {
        TrainSettings s = SmallData.settings(SmallData.ONLINE, 40, 1);
        TrainSettings patient = new TrainSettings(
                s.arithmetic(), s.shape(), s.profile(), s.seed(), s.epochs(), s.validation(), 3, false, 1);
        TrainResult result = train(patient);

        List<Integer> right =
                result.log().rows().stream().map(EpochRow::validationRight).toList();
        int bestEpoch = right.indexOf(right.stream().max(Integer::compare).orElseThrow()) + 1;
        assertTrue(result.stoppedEarly() && right.size() < 40, right.toString());
        assertEquals(bestEpoch, result.log().best());
        assertEquals(bestEpoch + 3, right.size());
        for (int e = 1; e <= right.size(); e++) {
            int before = right.subList(0, e - 1).stream().max(Integer::compare).orElse(-1);
            assertEquals(right.get(e - 1) > before, best.get(e), "epoch " + e);
        }
        assertEquals(EpochRow.NONE, result.log().rows().get(0).testRight());
        // Continued from its end it is over; continued from before that it ends at the same place.
        Model before = kept.get(kept.size() - 3);
        assertEquals(
                result.digest(),
                train(patient, SmallData.data(), Optional.of(result.model())).digest());
        assertEquals(List.of(), kept);
        assertEquals(
                result.digest(),
                train(patient, SmallData.data(), Optional.of(before)).digest());
        assertEquals(2, kept.size());
    }

    @Test
    void whatTheTestSetSaysDecidesNothing() {
        TrainingAndTest other =
                new TrainingAndTest(SmallData.data().training(), SmallData.set(SmallData.TEST, 99), "other");
        TrainSettings s = SmallData.settings(SmallData.ONLINE, 6, 1);
        TrainSettings patient =
                new TrainSettings(s.arithmetic(), s.shape(), s.profile(), s.seed(), 6, s.validation(), 1, true, 1);
        assertEquals(
                train(patient).digest(), train(patient, other, Optional.empty()).digest());
    }

    @Test
    @Clause("FILE-8")
    void anotherTrainingIsRefusedByWhatDiffers() {
        TrainSettings s = SmallData.settings(SmallData.ONLINE, 2, 1);
        train(s);
        Model checkpoint = kept.get(1);
        refused(
                "another seed: 5, not 6",
                new TrainSettings(s.arithmetic(), s.shape(), s.profile(), 6, 2, 8, 0, true, 1),
                checkpoint);
        refused(
                "another shape: 12-9-6-3, not 12-9-3",
                new TrainSettings(s.arithmetic(), Shape.of(12, 9, 3), s.profile(), 5, 2, 8, 0, true, 1),
                checkpoint);
        refused(
                "another number of validation samples: 8, not 9",
                new TrainSettings(s.arithmetic(), s.shape(), s.profile(), 5, 2, 9, 0, true, 1),
                checkpoint);
        refused(
                "another profile: update.shift = 4, not 5",
                new TrainSettings(
                        s.arithmetic(),
                        s.shape(),
                        ProfileChange.of(s.profile(), "update.shift", 5),
                        5,
                        2,
                        8,
                        0,
                        true,
                        1),
                checkpoint);
        refused(
                "is 1 epochs old already",
                new TrainSettings(s.arithmetic(), s.shape(), s.profile(), 5, 0, 8, 0, true, 1),
                checkpoint);
        refused(
                "another arithmetic: INTEGER, not FLOAT",
                SmallData.settings(Arithmetic.FLOAT, s.profile(), 2, 1),
                checkpoint);
        refused("is no checkpoint", s, checkpoint.withoutRun());

        DataSet changed = SmallData.set(SmallData.TRAINING, 1);
        changed.intensities()[49][11] ^= 1;
        TrainingAndTest other = new TrainingAndTest(changed, SmallData.data().test(), "other");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Training(s, other, Optional.of(checkpoint)))
                .getMessage();
        assertTrue(message.contains("another fingerprint of the training data: "), message);
    }

    private static void refused(String why, TrainSettings settings, Model checkpoint) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Training(settings, SmallData.data(), Optional.of(checkpoint)))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void validationThatLeavesNothingIsRefused() {
        TrainSettings s = SmallData.settings(SmallData.ONLINE, 2, 1);
        TrainSettings all = new TrainSettings(s.arithmetic(), s.shape(), s.profile(), 5, 2, 50, 0, true, 1);
        assertEquals(
                "validation: 50 of 50 training samples leave none to learn from",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Training(all, SmallData.data(), Optional.empty()))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainSettings(s.arithmetic(), s.shape(), s.profile(), 5, 2, 0, 1, true, 1));
    }

    @Test
    void aTestFindsTheSameAsTheTrainingAndSaysWhere() {
        TrainResult result = train(SmallData.settings(SmallData.BATCHES, EPOCHS, 2));
        TestResult test = Evaluation.of(result.model(), SmallData.data(), 3);

        assertEquals(result.testRight(), test.right());
        assertEquals(result.digest(), test.digest());
        assertEquals(30, test.samples());
        int[] labels = SmallData.data().test().labels();
        for (int c = 0; c < 3; c++) {
            int of = c;
            assertEquals(Arrays.stream(labels).filter(label -> label == of).count(), test.samples(c));
        }
        TestResult byHand =
                new TestResult(result.model(), "by hand", new int[][] {{3, 1, 0}, {2, 4, 0}, {0, 0, 0}}, List.of(), "");
        assertEquals(70.0, byHand.accuracy());
        assertEquals(60.0, byHand.precision(0));
        assertEquals(75.0, byHand.recall(0));
        assertEquals(80.0, byHand.precision(1));
        assertEquals(Double.NaN, byHand.recall(2));
        assertFalse(byHand.precision(2) == 0);
    }
}
