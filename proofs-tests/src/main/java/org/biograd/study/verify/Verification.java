package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.biograd.data.DataSet;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.io.ProgressListener;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Angles;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.study.lockstep.Crew;
import org.biograd.study.lockstep.Lockstep;
import org.biograd.study.lockstep.LockstepResult;
import org.biograd.study.lockstep.SampleRun;
import org.biograd.study.verify.VerifyResult.EpochPoint;

/**
 * Trains an integer network with one hidden layer and repeats every task of the training in lock-step with the
 * reference.
 *
 * <p>The result is a pure function of profile, data and settings, the number of threads left out.
 */
public final class Verification {

    private final Profile profile;
    private final DataSet training;
    private final DataSet test;
    private final VerifySettings settings;
    private final Shape shape;

    /**
     * A verification.
     *
     * @param profile of the integer network
     * @param training what it learns
     * @param test what it is tested with
     * @param settings seed, epochs, threads, size of the hidden layer
     * @throws IllegalArgumentException where the data sets differ in their numbers of inputs or classes, or the
     *     profile cannot drive such a network
     */
    public Verification(Profile profile, DataSet training, DataSet test, VerifySettings settings) {
        if (training.inputs() != test.inputs() || training.classes() != test.classes()) {
            throw new IllegalArgumentException("the training set has " + training.inputs() + " inputs and "
                    + training.classes() + " classes, the test set " + test.inputs() + " and " + test.classes());
        }
        this.profile = profile;
        this.training = training;
        this.test = test;
        this.settings = settings;
        this.shape = Shape.of(training.inputs(), settings.hidden(), training.classes());
        profile.requireFits(shape);
    }

    /** Does it all. */
    public VerifyResult run(ProgressListener progress) {
        FastNetwork network = new FastNetwork(shape, profile, settings.seed());
        Schedule schedule = new Schedule(profile, settings.seed(), training.size(), settings.epochs());
        List<EpochPoint> curve = new ArrayList<>();
        List<Double> angles = new ArrayList<>();
        angles.add(feedbackAngle(network));
        SampleRun watched = null;
        LockstepResult found;

        progress.started((long) settings.epochs() * training.size());
        try (ParallelTrainer trainer = new ParallelTrainer(
                        network, FastRateCoder.source(training.intensities(), network.seed()), training.labels(), 1);
                Crew crew = new Crew(settings.threads(), shape.layers(), this::lockstep)) {
            WeightSnapshot before = WeightSnapshot.of(network);
            while (schedule.hasNext()) {
                Schedule.Task task = schedule.next();
                trainer.perform(task);
                WeightSnapshot after = WeightSnapshot.of(network);
                crew.repeat(task, before, after);
                if (task instanceof Schedule.Batch batch) {
                    long done = batch.firstSample() + batch.indices().length;
                    boolean late = done > training.size() / 2 && batch.epoch() == 0;
                    if (late && (watched == null || !Portraits.learns(watched))) {
                        watched = lockstep().watch(batch, before);
                    }
                    if (batch.endsEpoch()) {
                        curve.add(new EpochPoint(batch.epoch() + 1, testAccuracy(network), feedbackAngle(network)));
                    }
                    progress.advanced(done, note(curve));
                } else {
                    angles.add(feedbackAngle(network));
                }
                before = after;
            }
            found = crew.finish();
        }
        progress.finished();
        angles.add(feedbackAngle(network));
        double accuracy = testAccuracy(network);
        Events events = network.events();
        return new VerifyResult(
                profile,
                shape,
                settings.seed(),
                settings.epochs(),
                training.size(),
                test.size(),
                accuracy,
                curve,
                List.of(angles),
                found.updateDegrees(),
                found.productDegrees(),
                found.deviations(),
                found.decisions(),
                found.differing(),
                found.firstDifference(),
                counts(events, true),
                counts(events, false),
                found.presentations(),
                found.deadZone(),
                watched == null ? null : Portraits.of(watched),
                VerifyChecks.of(profile, settings, found, accuracy, angles.get(angles.size() - 1)),
                Digest.of(network));
    }

    private static String note(List<EpochPoint> curve) {
        return curve.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, "test %.1f %%", curve.get(curve.size() - 1).testAccuracy());
    }

    private Lockstep lockstep() {
        return new Lockstep(shape, profile, settings.seed(), training.intensities(), training.labels());
    }

    private double feedbackAngle(FastNetwork network) {
        RealNetwork real = new RealNetwork(shape, RealParameters.of(profile));
        WeightSnapshot.of(network).restore(real, profile);
        return Angles.degrees(real.feedback(1), real.forwardProduct(1));
    }

    /**
     * Percent of the test set that the network predicts right. Runs on a copy, so that the training run's events stay
     * its own.
     */
    private double testAccuracy(FastNetwork network) {
        FastNetwork copy = FastNetwork.copyOf(network);
        RateCoder coder = new RateCoder(settings.seed());
        SpikeTrain input = new SpikeTrain(shape.inputs(), profile.time().steps());
        int right = 0;
        for (int i = 0; i < test.size(); i++) {
            coder.encodeTest(i, test.intensities()[i], input);
            right += copy.predict(input) == test.labels()[i] ? 1 : 0;
        }
        return 100.0 * right / test.size();
    }

    private static Map<Signal, Long> counts(Events events, boolean wraps) {
        Map<Signal, Long> counts = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            if ((signal == Signal.SYNAPTIC_INPUT) == wraps && events.count(signal) > 0) {
                counts.put(signal, events.count(signal));
            }
        }
        return counts;
    }
}
