package org.biograd.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.io.ProgressListener;
import org.biograd.model.EpochRow;
import org.biograd.model.Model;
import org.biograd.model.ModelWeights;
import org.biograd.model.Run;
import org.biograd.model.WeightBytes;
import org.biograd.spec.Clause;

/**
 * Trains a network, from its initial weights or from a checkpoint on. The weights are a pure function of settings and
 * data, however often the training was stopped and continued, and the number of threads left out.
 */
@Clause("FILE-8")
public final class Training {

    private final TrainSettings settings;
    private final TrainingAndTest data;
    private final Samples samples;
    private final Accuracy validation;
    private final Accuracy test;
    private final String fingerprint;
    private final Learner learner;
    private final Schedule schedule;
    private final EpochLog log;
    private final boolean continued;

    /**
     * A training.
     *
     * @param settings what to do
     * @param data what the network learns from and is tested with
     * @param checkpoint where to go on from; empty: from the initial weights
     * @throws IllegalArgumentException where settings and data do not fit together, or the checkpoint is that of
     *     another training; the message names what differs
     */
    public Training(TrainSettings settings, TrainingAndTest data, Optional<Model> checkpoint) {
        this(settings, data, checkpoint, List.of());
    }

    /**
     * The same, where something is known of how long the epochs before took.
     *
     * @param seconds of the first epochs of the checkpoint, for the log
     */
    public Training(TrainSettings settings, TrainingAndTest data, Optional<Model> checkpoint, List<Double> seconds) {
        this.settings = settings;
        this.data = data;
        int size = data.training().size();
        if (settings.validation() >= size) {
            throw new IllegalArgumentException("validation: " + settings.validation() + " of " + size
                    + " training samples leave none to learn from");
        }
        int steps = settings.profile().time().steps();
        this.samples = data.training().slice(0, size - settings.validation());
        this.validation = new Accuracy(data.training().slice(samples.size(), size), steps, settings.seed());
        this.test = new Accuracy(data.test(), steps, settings.seed());
        this.continued = checkpoint.isPresent();
        this.fingerprint = Fingerprint.of(data.training(), steps);
        checkpoint.ifPresent(this::requireSame);
        this.learner = settings.arithmetic()
                .learner(
                        settings.shape(),
                        settings.profile(),
                        settings.seed(),
                        samples.source(steps, settings.seed()),
                        samples.labels(),
                        settings.threads());
        if (continued) {
            Run run = checkpoint.get().run().orElseThrow();
            learner.restore(checkpoint.get().weights());
            schedule =
                    new Schedule(settings.profile(), settings.seed(), samples.size(), settings.epochs(), run.state());
            log = new EpochLog(run.log(), seconds);
        } else {
            schedule = new Schedule(settings.profile(), settings.seed(), samples.size(), settings.epochs());
            log = new EpochLog(List.of());
        }
    }

    private void requireSame(Model model) {
        Run run = model.run()
                .orElseThrow(() -> new IllegalArgumentException("the model is no checkpoint: it cannot be trained on"));
        requireSame("arithmetic", Arithmetic.of(model.weights()), settings.arithmetic());
        requireSame("shape", model.shape(), settings.shape());
        requireSame("seed", Long.toUnsignedString(model.seed()), Long.toUnsignedString(settings.seed()));
        if (!model.profile().equals(settings.profile())) {
            throw new IllegalArgumentException("the checkpoint has another profile: "
                    + ProfileOverrides.difference(model.profile(), settings.profile()));
        }
        requireSame("number of validation samples", run.validation(), settings.validation());
        requireSame("number of samples to learn from", run.samples(), samples.size());
        requireSame("fingerprint of the training data", run.fingerprint(), fingerprint);
        if (run.log().size() > settings.epochs()) {
            throw new IllegalArgumentException("the checkpoint is " + run.log().size()
                    + " epochs old already, more than the " + settings.epochs() + " asked for");
        }
    }

    private static void requireSame(String what, Object there, Object here) {
        if (!there.equals(here)) {
            throw new IllegalArgumentException("the checkpoint has another " + what + ": " + there + ", not " + here);
        }
    }

    /**
     * Does it all.
     *
     * @param checkpoints keeps what it can be continued from
     * @param progress hears of samples
     * @throws IOException where a checkpoint cannot be kept
     */
    public TrainResult run(Checkpoints checkpoints, ProgressListener progress) throws IOException {
        try (learner) {
            long shown = schedule.state().samples();
            progress.started((long) settings.epochs() * samples.size());
            TrainNote note = new TrainNote(settings, samples.size(), shown);
            if (!continued) {
                checkpoints.keep(checkpoint(learner.weights()), log, false);
            }
            long begin = System.nanoTime();
            while (schedule.hasNext() && !log.exhausts(settings.patience())) {
                Schedule.Task task = schedule.next();
                learner.perform(task);
                if (task instanceof Schedule.Batch batch) {
                    shown = batch.firstSample() + batch.indices().length;
                }
                if (schedule.betweenEpochs()
                        && schedule.state().epoch() > log.rows().size()) {
                    double seconds = (System.nanoTime() - begin) / 1e9;
                    ModelWeights weights = learner.weights();
                    log.add(row(weights), seconds);
                    checkpoints.keep(
                            checkpoint(weights), log, log.best() == log.rows().size());
                    begin = System.nanoTime();
                }
                progress.advanced(shown, note.of(shown, log));
            }
            progress.finished();
            return result();
        }
    }

    private TrainResult result() {
        ModelWeights weights = learner.weights();
        List<EpochRow> rows = log.rows();
        boolean measured = !rows.isEmpty() && rows.get(rows.size() - 1).testRight() != EpochRow.NONE;
        int right = measured ? rows.get(rows.size() - 1).testRight() : test.right(learner);
        return new TrainResult(
                settings,
                data.name(),
                checkpoint(weights),
                log,
                rows.size() < settings.epochs(),
                right,
                data.test().size(),
                WeightBytes.digest(weights));
    }

    private EpochRow row(ModelWeights weights) {
        List<Double> angles = new ArrayList<>();
        for (double angle :
                FeedbackAngle.of(settings.shape(), settings.profile().feedback().path(), weights)) {
            angles.add(angle);
        }
        return new EpochRow(
                settings.validation() == 0 ? EpochRow.NONE : validation.right(learner),
                settings.testEachEpoch() ? test.right(learner) : EpochRow.NONE,
                angles);
    }

    private Model checkpoint(ModelWeights weights) {
        Run run = new Run(fingerprint, samples.size(), settings.validation(), schedule.state(), log.rows());
        return new Model(settings.shape(), settings.profile(), settings.seed(), weights, Optional.of(run));
    }
}
