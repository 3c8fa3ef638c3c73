package org.biograd.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/** Models with drawn weights. */
public final class Models {

    /** Samples that are learned from, of which a batch of the profile has 1. */
    static final int SAMPLES = 7;

    private Models() {}

    /** An integer network without a run. */
    public static Model integers(Profile profile, int... sizes) {
        Shape shape = Shape.of(sizes);
        SplittableRandom random = new SplittableRandom(41);
        long[] lengths = ModelWeights.lengths(shape, profile.feedback().path());
        int[][] values = new int[lengths.length][];
        for (int a = 0; a < values.length; a++) {
            int most = (1
                            << ((a < shape.layers()
                                            ? profile.weight().bits()
                                            : profile.feedback().bits())
                                    - 1))
                    - 1;
            values[a] = random.ints(lengths[a], -most, most + 1).toArray();
            values[a][0] = a % 2 == 0 ? most : -most;
        }
        return new Model(shape, profile, 0xFEDC_BA98_7654_3210L, new ModelWeights.Integers(values), Optional.empty());
    }

    /** A network in double precision without a run. */
    public static Model reals(Profile profile, int... sizes) {
        Shape shape = Shape.of(sizes);
        SplittableRandom random = new SplittableRandom(42);
        long[] lengths = ModelWeights.lengths(shape, profile.feedback().path());
        double[][] values = new double[lengths.length][];
        for (int a = 0; a < values.length; a++) {
            values[a] = random.doubles(lengths[a], -3, 3).toArray();
        }
        values[0][0] = -0.0;
        values[0][1] = Double.MIN_VALUE;
        values[0][2] = Double.MAX_VALUE;
        return new Model(shape, profile, 3, new ModelWeights.Reals(values), Optional.empty());
    }

    /** The same with the run of some epochs, in which the tiny profile sleeps after every fourth update. */
    static Model withRun(Model model, int epochs) {
        long shown = (long) epochs * SAMPLES;
        Schedule.State state = new Schedule.State(epochs, 0, shown, shown, shown / 4, 0);
        List<EpochRow> log = new ArrayList<>();
        for (int e = 1; e <= epochs; e++) {
            List<Double> angles = new ArrayList<>();
            for (int l = 1; l < model.shape().layers(); l++) {
                angles.add(e == 1 ? Double.NaN : 10.5 * e + l);
            }
            log.add(new EpochRow(e % 3, e == 2 ? EpochRow.NONE : e, angles));
        }
        Run run = new Run("00112233445566778899aabbccddeeff".repeat(2), SAMPLES, 2, state, log);
        return new Model(model.shape(), model.profile(), model.seed(), model.weights(), Optional.of(run));
    }

    /** A small checkpoint. */
    static Model small() {
        return withRun(integers(ProfileChange.of(Profiles.tiny(), "feedback.path", "LAYERWISE"), 3, 4, 2, 2), 3);
    }

    /** The bytes of a model's file. */
    static byte[] bytes(Model model, Path folder) throws IOException {
        Path file = folder.resolve("some.model");
        ModelFile.write(file, model);
        return Files.readAllBytes(file);
    }
}
