package org.biograd.study.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.io.ProgressListener;
import org.biograd.model.ModelWeights;
import org.biograd.spec.profile.Profile;
import org.biograd.train.Learner;

/**
 * Measures how long learning and predicting take.
 *
 * <p>A network is first trained for a while: one that has learned little or nothing errs more often than one in use,
 * and the virtual machine has not compiled its loops. Then the same pass is timed again and again, every time from the
 * same weights, so that all runs do the very same work; what that was is counted in one more pass, which is not timed.
 * Passes without sleep leave the sleeps out and nothing else: the network has slept before, as far as its profile asks
 * for it.
 */
public final class Bench {

    /** Finds the samples of a network. */
    @FunctionalInterface
    public interface Data {

        /** Training and test set, of the network's inputs and classes. */
        TrainingAndTest of(NamedNetwork network);
    }

    private final BenchSettings settings;
    private final Data data;
    private ProgressListener progress;
    private long done;

    /** Measurements to be made. */
    public Bench(BenchSettings settings, Data data) {
        this.settings = settings;
        this.data = data;
    }

    /**
     * Makes them all.
     *
     * @throws IllegalArgumentException where samples do not fit their network
     */
    public BenchResult run(ProgressListener listener) {
        progress = listener;
        Machine machine = Machine.now();
        int networks = settings.networks().size();
        long passes = (settings.training().size() + 1L) * (settings.runs() + 1L);
        progress.started(networks * (settings.warmUp() + passes * settings.samples()));
        List<Measurement> measurements = new ArrayList<>();
        for (NamedNetwork network : settings.networks()) {
            measure(network, measurements);
        }
        progress.finished();
        return new BenchResult(settings, machine, measurements);
    }

    private void measure(NamedNetwork network, List<Measurement> measurements) {
        TrainingAndTest both = data.of(network);
        Profile profile = network.profile();
        Samples training = both.training();
        InputSource source = training.source(profile.time().steps(), settings.seed());
        try (Learner learner = settings.arithmetic()
                .learner(network.shape(), profile, settings.seed(), source, training.labels(), settings.threads())) {
            int epochs = (int) ((settings.warmUp() + (long) settings.samples()) / training.size()) + 2;
            Schedule schedule = new Schedule(profile, settings.seed(), training.size(), epochs);
            take(schedule, settings.warmUp()).forEach(learner::perform);
            advance(settings.warmUp(), network);
            List<Schedule.Task> pass = take(schedule, settings.samples());
            for (Activity activity : settings.training()) {
                List<Schedule.Task> tasks = new ArrayList<>(pass);
                if (activity == Activity.TRAINING_WITHOUT_SLEEP) {
                    tasks.removeIf(task -> task instanceof Schedule.Sleep);
                }
                measurements.add(training(network, activity, both, learner, tasks));
            }
            measurements.add(test(network, both, learner));
        }
    }

    /** The next tasks, up to the sleep that belongs to the update after so many samples. */
    private static List<Schedule.Task> take(Schedule schedule, int samples) {
        long end = schedule.state().samples() + samples;
        List<Schedule.Task> tasks = new ArrayList<>();
        while (schedule.state().samples() < end || schedule.state().sleepsDue() > 0) {
            tasks.add(schedule.next());
        }
        return tasks;
    }

    private Measurement training(
            NamedNetwork network, Activity activity, TrainingAndTest both, Learner learner, List<Schedule.Task> tasks) {
        ModelWeights start = learner.weights();
        List<Long> nanos = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            learner.restore(start);
            long begin = System.nanoTime();
            for (Schedule.Task task : tasks) {
                learner.perform(task);
            }
            nanos.add(System.nanoTime() - begin);
            advance(settings.samples(), network);
        }
        Optional<Counts> counts = Optional.empty();
        if (start instanceof ModelWeights.Integers from && learner.weights() instanceof ModelWeights.Integers to) {
            counts = Optional.of(new CountedPass(network, settings.seed(), from).training(tasks, both.training(), to));
        }
        learner.restore(start);
        advance(settings.samples(), network);
        int samples = 0;
        int sleeps = 0;
        for (Schedule.Task task : tasks) {
            if (task instanceof Schedule.Batch batch) {
                samples += batch.indices().length;
            } else {
                sleeps++;
            }
        }
        return new Measurement(network, both.name(), activity, samples, sleeps, nanos, counts);
    }

    private Measurement test(NamedNetwork network, TrainingAndTest both, Learner learner) {
        int samples = Math.min(settings.samples(), both.test().size());
        InputSource source = both.test().source(network.profile().time().steps(), settings.seed());
        List<Long> nanos = new ArrayList<>();
        learner.predict(source, 0, samples);
        for (int run = 0; run < settings.runs(); run++) {
            long begin = System.nanoTime();
            learner.predict(source, 0, samples);
            nanos.add(System.nanoTime() - begin);
            advance(settings.samples(), network);
        }
        Optional<Counts> counts = Optional.empty();
        if (learner.weights() instanceof ModelWeights.Integers weights) {
            counts = Optional.of(new CountedPass(network, settings.seed(), weights).test(both.test(), samples));
        }
        advance(settings.samples(), network);
        return new Measurement(network, both.name(), Activity.TEST, samples, 0, nanos, counts);
    }

    private void advance(int samples, NamedNetwork network) {
        done += samples;
        progress.advanced(done, network.name());
    }
}
