package org.biograd.fixedpoint;

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
    private long sleepsDue;

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
