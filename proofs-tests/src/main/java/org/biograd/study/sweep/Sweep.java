package org.biograd.study.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.fast.Team;
import org.biograd.io.ProgressListener;
import org.biograd.report.Numbers;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.study.sweep.plan.Plan;
import org.biograd.study.sweep.plan.Planner;
import org.biograd.study.sweep.plan.Point;
import org.biograd.study.sweep.plan.Study;
import org.biograd.train.Fingerprint;
import org.biograd.train.trial.SharedWork;
import org.biograd.train.trial.TrialData;

/**
 * Makes a study: trains every point with every seed. What comes of it is a function of study and data alone, however
 * often it was stopped and begun again, in however many parts, and the number of threads left out.
 */
@Clause(
        value = {"STUDY-6", "STUDY-8"},
        form = Clause.Form.PART)
public final class Sweep {

    private final Study study;
    private final TrainingAndTest data;
    private final Shape shape;
    private final Plan plan;
    private final StudyHead head;
    private final Map<Integer, TrialData> bySeed = new HashMap<>();

    /**
     * A study on data.
     *
     * @param study what to try
     * @param data what networks learn from; of the test set nothing is used unless the study says so
     * @param part which part of the trainings this is, 1..parts
     * @param parts how many parts there are
     * @throws IllegalArgumentException where study and data do not fit together, or points are impossible
     */
    public Sweep(Study study, TrainingAndTest data, int part, int parts) {
        Samples training = data.training();
        if (study.validation() >= training.size()) {
            throw new IllegalArgumentException(study.source() + ": validation: " + study.validation() + " of "
                    + training.size() + " training samples leave none to learn from");
        }
        this.study = study;
        this.data = data;
        this.shape = study.shape(training.inputs(), training.classes());
        this.plan = Planner.plan(study, shape);
        int samples = training.size() - study.validation();
        if ((long) plan.points().size() * study.seeds().size() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(study.source() + ": more than 2^31 trainings");
        }
        int[] classes = new int[training.classes()];
        for (int label : training.slice(samples, training.size()).labels()) {
            classes[label]++;
        }
        this.head = new StudyHead(
                StudyHead.FORMAT,
                Path.of(study.source()).getFileName().toString(),
                study.text(),
                ProfileReader.write(study.base()),
                data.name(),
                Fingerprint.of(training, study.base().time().steps()),
                training.inputs(),
                training.classes(),
                samples,
                IntStream.of(classes).max().orElse(0),
                study.testing() ? data.test().size() : 0,
                part,
                parts);
    }

    /** Its points. */
    public Plan plan() {
        return plan;
    }

    /** How many trainings there are, in all parts. */
    public int runs() {
        return plan.points().size() * study.seeds().size();
    }

    /**
     * Does it all, or what is left to do.
     *
     * @param log the file of the log
     * @param threads how many trainings are made at a time, at least 1
     * @param progress hears of samples
     * @return the result; empty where this is a part
     * @throws IllegalArgumentException where the log is that of another study
     * @throws IOException where the log cannot be read or written
     */
    public Optional<StudyResult> run(Path log, int threads, ProgressListener progress) throws IOException {
        Map<Integer, RunResult> done = new TreeMap<>();
        try (RunLog kept = RunLog.open(log, head, run -> add(done, run));
                Team workers = new Team(threads)) {
            List<Integer> left = IntStream.range(0, runs())
                    .filter(run -> run % head.parts() == head.part() - 1 && !done.containsKey(run))
                    .boxed()
                    .toList();
            SweepProgress told = new SweepProgress(progress, left.size(), (long) study.epochs() * head.samples());
            SharedWork.perform(workers, left.size(), i -> {
                RunResult found = RunLog.reread(train(left.get(i), told));
                kept.add(found);
                synchronized (done) {
                    done.put(found.run(), found);
                }
                told.finished(words(found));
            });
        } finally {
            progress.finished();
        }
        return head.parts() > 1
                ? Optional.empty()
                : Optional.of(new StudyResult(head, study, shape, plan, List.copyOf(done.values())));
    }

    private void add(Map<Integer, RunResult> done, RunResult run) {
        run.require(runs(), study.epochs(), study.validation(), head.tests(), shape.layers() - 1, study.probes() > 0);
        if (run.run() % head.parts() != head.part() - 1 || done.put(run.run(), run) != null) {
            throw new IllegalArgumentException("run " + run.run() + " is that of another part, or stands there before");
        }
    }

    private RunResult train(int run, SweepProgress told) {
        Point point = plan.points().get(run / study.seeds().size());
        int seed = run % study.seeds().size();
        PointTraining training = new PointTraining(
                study,
                shape,
                point.profile(),
                study.seeds().get(seed),
                data(seed),
                study.testing() ? Optional.of(data.test()) : Optional.empty());
        return training.run(run, Places.of(shape, point.profile()), told::shown);
    }

    private synchronized TrialData data(int seed) {
        return bySeed.computeIfAbsent(
                seed,
                s -> new TrialData(
                        data.training(), study.validation(), study.seeds().get(s)));
    }

    private String words(RunResult found) {
        return "point " + found.run() / study.seeds().size() + " of "
                + (plan.points().size() - 1) + ": "
                + Numbers.fixed(100.0 * found.right().get(study.epochs() - 1) / study.validation(), 1)
                + " %";
    }
}
