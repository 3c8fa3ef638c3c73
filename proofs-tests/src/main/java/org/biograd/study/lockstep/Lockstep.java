package org.biograd.study.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Angles;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * Repeats one task of a training run, beside the reference. Because every draw is a pure function of what it is for,
 * any task can be repeated alone, at any time and on any thread, from the weights before it. Not for use by two threads
 * at once.
 */
public final class Lockstep {

    private final Shape shape;
    private final Profile profile;
    private final InputSource source;
    private final int[] labels;
    private final Network integers;
    private final RealNetwork reals;
    private final SleepNoise noise;
    private final SpikeTrain input;
    private final Bounds bounds;
    private Observer also = Observer.NONE;

    /**
     * A lock-step of two networks.
     *
     * @param shape their layer sizes
     * @param profile of the integer one
     * @param seed of its draws
     * @param intensities the training set, shape [samples][inputs], unsigned bytes
     * @param labels its classes
     */
    public Lockstep(Shape shape, Profile profile, long seed, byte[][] intensities, int[] labels) {
        this(shape, profile, seed, new RateCoded(intensities, seed), labels);
    }

    /**
     * The same with samples of any form.
     *
     * @param source the training set; the lock-step uses this very object
     */
    public Lockstep(Shape shape, Profile profile, long seed, InputSource source, int[] labels) {
        this.shape = shape;
        this.profile = profile;
        this.source = source;
        this.labels = labels;
        integers = new Network(shape, profile, seed);
        reals = new RealNetwork(shape, RealParameters.of(profile));
        noise = new SleepNoise(seed);
        input = new SpikeTrain(shape.inputs(), profile.time().steps());
        bounds = new Bounds(profile, shape);
    }

    /**
     * Repeats a task.
     *
     * @param task what to do
     * @param before the weights before it
     * @param after the weights that the training run had after it
     */
    public LockstepResult repeat(Schedule.Task task, WeightSnapshot before, WeightSnapshot after) {
        return repeat(task, before, after, Observer.NONE);
    }

    /**
     * The same, watched.
     *
     * @param also sees every signal of the integer network
     */
    public LockstepResult repeat(Schedule.Task task, WeightSnapshot before, WeightSnapshot after, Observer also) {
        this.also = also;
        LockstepResult found = new LockstepResult(shape.layers());
        before.restore(integers);
        before.restore(reals, profile);
        if (task instanceof Schedule.Sleep sleep) {
            for (int l = 1; l < shape.layers(); l++) {
                sleep(sleep.number(), l, found);
            }
        } else {
            learn((Schedule.Batch) task, found);
        }
        if (!after.equalsThoseOf(integers)) {
            found.countUnreproduced();
        }
        return found;
    }

    /**
     * Runs the first sample of a batch on both networks, to look at; the integers are then updated by it alone.
     *
     * @param batch the batch
     * @param before the weights before it
     */
    public SampleRun watch(Schedule.Batch batch, WeightSnapshot before) {
        before.restore(integers);
        before.restore(reals, profile);
        int index = batch.indices()[0];
        source.training(batch.firstSample(), index, input);
        Recording recording = new Recording();
        integers.learn(batch.firstSample(), input, labels[index], recording);
        integers.update(recording);
        SampleRun run = new SampleRun(shape, profile, batch.firstSample(), labels[index], recording);
        reals.learn(
                input,
                labels[index],
                new RecordedDecisions(profile, shape, false, batch.firstSample(), recording),
                run.recorder());
        return run;
    }

    private void learn(Schedule.Batch batch, LockstepResult found) {
        List<long[]> gradients = new ArrayList<>();
        for (int l = 1; l <= shape.layers(); l++) {
            gradients.add(new long[shape.synapses(l)]);
        }
        for (int b = 0; b < batch.indices().length; b++) {
            int index = batch.indices()[b];
            long sample = batch.firstSample() + b;
            source.training(sample, index, input);
            Recording recording = new Recording();
            long[] events = Comparer.counts(integers.events());
            integers.learn(sample, input, labels[index], both(recording));
            Comparer comparer = comparer(recording, events, found);
            RecordedDecisions decisions = new RecordedDecisions(profile, shape, false, sample, recording);
            reals.learn(input, labels[index], decisions, comparer);
            addDecisions(decisions, comparer, found);
            boolean dead = accumulate(recording, gradients);
            found.countSample(dead);
        }
        for (int l = 1; l <= shape.layers(); l++) {
            compareGradient(l, gradients.get(l - 1), found.productAngle(l));
        }
        Recording recording = new Recording();
        long[] events = Comparer.counts(integers.events());
        integers.update(both(recording));
        Comparer comparer = comparer(recording, events, found);
        long lastSample = batch.firstSample() + batch.indices().length - 1;
        reals.update(Units.rateFactor(profile, lastSample), (signal, layer, step, values) -> {
            comparer.observe(signal, layer, step, values);
            if (signal == Signal.WEIGHT_CHANGE) {
                int[] change = recording.get(signal, layer, step);
                for (int s = 0; s < change.length; s++) {
                    found.updateAngle(layer).add(change[s], values.real(s));
                }
            }
        });
    }

    /** Adds q E of a sample to the gradients; returns whether the sample had no error at all. */
    private boolean accumulate(Recording recording, List<long[]> gradients) {
        int last = profile.time().steps() - 1;
        boolean dead = true;
        for (int l = 1; l <= shape.layers(); l++) {
            int[] q = recording.get(Signal.LEARNING_ERROR, l, last);
            int[] e = recording.get(Signal.ELIGIBILITY, l, last);
            long[] gradient = gradients.get(l - 1);
            for (int s = 0; s < e.length; s++) {
                gradient[s] += (long) q[s % q.length] * e[s];
            }
            for (int error : q) {
                dead &= error == 0;
            }
        }
        return dead;
    }

    private void compareGradient(int layer, long[] gradient, Angles angle) {
        int pre = shape.size(layer - 1);
        int post = shape.size(layer);
        for (int i = 0; i < post; i++) {
            for (int j = 0; j < pre; j++) {
                angle.add(gradient[j * post + i], reals.gradient(layer)[i][j]);
            }
            angle.add(gradient[pre * post + i], reals.biasGradient(layer)[i]);
        }
    }

    private void sleep(long number, int layer, LockstepResult found) {
        Recording recording = new Recording();
        long[] events = Comparer.counts(integers.events());
        integers.sleep(layer, number, both(recording));
        Comparer comparer = comparer(recording, events, found);
        RecordedDecisions decisions = new RecordedDecisions(profile, shape, true, number, recording);
        reals.sleep(
                layer, profile.sleep().trajectories(), profile.sleep().steps(), noise.of(number), decisions, comparer);
        addDecisions(decisions, comparer, found);
    }

    private Observer both(Recording recording) {
        return (signal, layer, step, values) -> {
            recording.observe(signal, layer, step, values);
            also.observe(signal, layer, step, values);
        };
    }

    /**
     * The events of all that the integer network of this lock-step has done in one layer.
     *
     * @param layer 1..L
     */
    public Events events(int layer) {
        return integers.events(layer);
    }

    private Comparer comparer(Recording recording, long[] eventsBefore, LockstepResult found) {
        boolean[] overflowed = Comparer.overflowedSince(eventsBefore, integers.events());
        return new Comparer(profile, shape, bounds, recording, overflowed, found);
    }

    private void addDecisions(RecordedDecisions decisions, Comparer comparer, LockstepResult found) {
        found.add(
                decisions,
                comparer.bounded(Signal.MEMBRANE_VOLTAGE) && comparer.bounded(Signal.POSITIVE_POTENTIAL)
                        ? bounds
                        : null);
    }
}
