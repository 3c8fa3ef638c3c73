package org.biograd.fixedpoint.run;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;

/** What a training run does, in order: batches and sleeps. A pure function of profile, seed and sizes. */
@Clause({"NET-7", "LEARN-4"})
public final class Schedule implements Iterator<Schedule.Task> {

    /** One thing to do. */
    public sealed interface Task permits Batch, Sleep {}

    /**
     * Learn some samples, then update the weights.
     *
     * @param epoch the epoch they belong to, from 0
     * @param firstSample number n of the first of them, counted over the whole run; the others follow
     * @param indices which samples of the training set, in order
     * @param endsEpoch whether the epoch is over after them
     */
    public record Batch(int epoch, long firstSample, int[] indices, boolean endsEpoch) implements Task {}

    /**
     * Sleep once.
     *
     * @param number number q of the sleep, counted over the whole run
     */
    public record Sleep(long number) implements Task {}

    /**
     * How far a run has come: all that a schedule needs to go on.
     *
     * @param epoch the epoch that is running, from 0
     * @param position samples of it that have been shown
     * @param samples samples that have been shown in the whole run
     * @param updates weight updates in the whole run
     * @param sleeps sleeps in the whole run
     * @param sleepsDue sleeps that come before the next sample
     */
    public record State(int epoch, int position, long samples, long updates, long sleeps, int sleepsDue) {}

    private final Profile profile;
    private final long seed;
    private final int samples;
    private final int epochs;

    private int epoch;
    private int position;
    private int[] order;
    private long seen;
    private long updates;
    private long sleeps;
    private int sleepsDue;

    /**
     * The schedule of a run.
     *
     * @param profile says how large batches are and when to sleep
     * @param seed the seed of the run
     * @param samples size of the training set, at least 1
     * @param epochs how often each sample is shown, 0 or more
     * @throws IllegalArgumentException where a size is out of range
     */
    public Schedule(Profile profile, long seed, int samples, int epochs) {
        if (samples < 1) {
            throw new IllegalArgumentException("a training set has at least one sample, not " + samples);
        }
        if (epochs < 0) {
            throw new IllegalArgumentException("the number of epochs is 0 or more, not " + epochs);
        }
        this.profile = profile;
        this.seed = seed;
        this.samples = samples;
        this.epochs = epochs;
        this.sleepsDue = profile.sleep().first();
    }

    /**
     * The rest of a run that has been stopped.
     *
     * @param profile as it was
     * @param seed as it was
     * @param samples as it was
     * @param epochs how often each sample is shown, those that have passed counted too
     * @param state what {@link #state} gave when the run was stopped
     * @throws IllegalArgumentException where a run of this profile and size never is in such a state
     */
    public Schedule(Profile profile, long seed, int samples, int epochs, State state) {
        this(profile, seed, samples, epochs);
        int batch = profile.update().batch();
        require("epoch", state.epoch, 0, Integer.MAX_VALUE);
        require("position", state.position, 0, samples - 1);
        if (state.position % batch != 0) {
            throw new IllegalArgumentException(
                    "position: " + state.position + " is no multiple of the batch, " + batch);
        }
        require("samples", state.samples, (long) state.epoch * samples + state.position);
        long batches = (samples + (long) batch - 1) / batch;
        require("updates", state.updates, state.epoch * batches + state.position / batch);
        int every = profile.sleep().every();
        boolean justUpdated = every > 0 && state.updates > 0 && state.updates % every == 0;
        require(
                "sleepsDue",
                state.sleepsDue,
                0,
                state.updates == 0 ? profile.sleep().first() : justUpdated ? 1 : 0);
        require(
                "sleeps",
                state.sleeps,
                profile.sleep().first() + (every == 0 ? 0 : state.updates / every) - state.sleepsDue);
        this.epoch = state.epoch;
        this.position = state.position;
        this.order = position == 0 ? null : SampleOrder.of(seed, epoch, samples);
        this.seen = state.samples;
        this.updates = state.updates;
        this.sleeps = state.sleeps;
        this.sleepsDue = state.sleepsDue;
    }

    private static void require(String what, long value, long right) {
        if (value != right) {
            throw new IllegalArgumentException(
                    what + ": " + value + " is not the " + right + " that a run has at this place");
        }
    }

    private static void require(String what, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + ": " + value + " is not within " + low + ".." + high);
        }
    }

    /** How far the run has come. */
    public State state() {
        return new State(epoch, position, seen, updates, sleeps, sleepsDue);
    }

    /** Whether an epoch is over, with the sleep that belongs to its last update, and the next has not begun. */
    public boolean betweenEpochs() {
        return position == 0 && sleepsDue == 0;
    }

    @Override
    public boolean hasNext() {
        return sleepsDue > 0 || epoch < epochs;
    }

    @Override
    public Task next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the run is over");
        }
        if (sleepsDue > 0) {
            sleepsDue--;
            return new Sleep(sleeps++);
        }
        if (position == 0) {
            order = SampleOrder.of(seed, epoch, samples);
        }
        int size = Math.min(profile.update().batch(), samples - position);
        int[] indices = new int[size];
        System.arraycopy(order, position, indices, 0, size);
        boolean endsEpoch = position + size == samples;
        Batch batch = new Batch(epoch, seen, indices, endsEpoch);
        seen += size;
        position = endsEpoch ? 0 : position + size;
        epoch += endsEpoch ? 1 : 0;
        updates++;
        int every = profile.sleep().every();
        if (every > 0 && updates % every == 0) {
            sleepsDue = 1;
        }
        return batch;
    }
}
