package org.biograd.study.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.loihi.placement.Placement;
import org.biograd.model.ModelWeights;
import org.biograd.model.WeightSnapshot;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.study.sweep.plan.Study;
import org.biograd.train.FeedbackAngle;
import org.biograd.train.trial.TrialData;

/** One training of one point. What it comes to is a function of point, seed, study and data alone. */
@Clause("STUDY-6")
final class PointTraining {

    /** How often progress is told, in samples. */
    private static final int TOLD_EVERY = 64;

    private final Study study;
    private final Shape shape;
    private final Profile profile;
    private final long seed;
    private final TrialData data;
    private final Optional<Samples> test;
    private final FastNetwork network;
    private final FastNetwork reader;
    private final SpikeTrain input;

    /**
     * A training.
     *
     * @param data what it learns from, coded with the same seed, and is compared on
     * @param test the test set; empty where it is not used
     */
    PointTraining(Study study, Shape shape, Profile profile, long seed, TrialData data, Optional<Samples> test) {
        this.study = study;
        this.shape = shape;
        this.profile = profile;
        this.seed = seed;
        this.data = data;
        this.test = test;
        network = new FastNetwork(shape, profile, seed);
        network.countAllEvents(false);
        reader = FastNetwork.copyOf(network);
        input = new SpikeTrain(shape.inputs(), profile.time().steps());
    }

    /**
     * Trains and measures.
     *
     * @param run the number of the training
     * @param placement where the network is on the chip; empty where it does not fit
     * @param progress hears of samples shown
     */
    RunResult run(int run, Optional<Placement> placement, LongConsumer progress) {
        int steps = profile.time().steps();
        int samples = data.trainingSize();
        Probe probe = study.probes() == 0
                ? null
                : new Probe(
                        shape, profile, seed, data.training(steps), data.trainingLabels(), study.epochs(), placement);
        InputSource held = data.validation(steps);
        List<Integer> right = new ArrayList<>();
        Map<Signal, List<Long>> events = new EnumMap<>(Signal.class);
        boolean[] correct = new boolean[0];
        long told = 0;
        Schedule schedule = new Schedule(profile, seed, samples, study.epochs());
        try (ParallelTrainer trainer = new ParallelTrainer(network, data.training(steps), data.trainingLabels(), 1)) {
            while (schedule.hasNext()) {
                Schedule.Task task = schedule.next();
                boolean probed = probe != null && task instanceof Schedule.Batch batch && chosen(batch, samples);
                WeightSnapshot before = probed ? WeightSnapshot.of(network) : null;
                trainer.perform(task);
                if (probed) {
                    probe.see((Schedule.Batch) task, before, WeightSnapshot.of(network));
                }
                long shown = schedule.state().samples();
                if (schedule.betweenEpochs() && schedule.state().epoch() > right.size()) {
                    correct = correct(held, data.validationLabels());
                    right.add(count(correct));
                    addEvents(events, right.size());
                }
                if (shown - told >= TOLD_EVERY) {
                    progress.accept(shown - told);
                    told = shown;
                }
            }
        }
        progress.accept(schedule.state().samples() - told);
        Integer tested = test.isEmpty()
                ? null
                : count(correct(test.get().source(steps, seed), test.get().labels()));
        return new RunResult(
                run,
                Digest.of(network),
                right,
                bits(correct).toString(16),
                tested,
                events,
                angles(),
                probe == null ? null : probe.result());
    }

    /** Whether a batch is one of those that are probed: they lie evenly over the epoch. */
    private boolean chosen(Schedule.Batch batch, int samples) {
        long batches =
                (samples + profile.update().batch() - 1L) / profile.update().batch();
        long number = (batch.firstSample() - (long) batch.epoch() * samples)
                / profile.update().batch();
        long probes = Math.min(study.probes(), batches);
        return (number + 1) * probes / batches > number * probes / batches;
    }

    private boolean[] correct(InputSource source, int[] labels) {
        reader.copyWeights(network);
        boolean[] correct = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            source.test(i, input);
            correct[i] = reader.predict(input) == labels[i];
        }
        return correct;
    }

    private static int count(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }

    private static BigInteger bits(boolean[] values) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = values.length - 1; i >= 0; i--) {
            bits = values[i] ? bits.setBit(i) : bits;
        }
        return bits;
    }

    /** Adds what was counted since the epoch before; a signal without any is left out. */
    private void addEvents(Map<Signal, List<Long>> events, int epoch) {
        for (Signal signal : Signal.values()) {
            long count = network.events().count(signal);
            boolean counted = signal != Signal.TRACE && signal != Signal.ELIGIBILITY;
            if (counted && (count > 0 || events.containsKey(signal))) {
                List<Long> epochs = events.computeIfAbsent(signal, none -> new ArrayList<>());
                while (epochs.size() < epoch - 1) {
                    epochs.add(0L);
                }
                epochs.add(count - epochs.stream().mapToLong(Long::longValue).sum());
            }
        }
    }

    private List<BigDecimal> angles() {
        int layers = shape.layers();
        int[][] arrays = new int[2 * layers - 1][];
        for (int l = 1; l <= layers; l++) {
            arrays[ModelWeights.forward(l)] = network.weights(l);
        }
        for (int l = 1; l < layers; l++) {
            arrays[ModelWeights.feedback(l, layers)] = network.feedback(l);
        }
        List<BigDecimal> angles = new ArrayList<>();
        for (double angle : FeedbackAngle.of(shape, profile.feedback().path(), new ModelWeights.Integers(arrays))) {
            angles.add(Probe.rounded(angle));
        }
        return angles;
    }
}
