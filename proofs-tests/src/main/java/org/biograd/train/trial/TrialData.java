package org.biograd.train.trial;

import java.util.HashMap;
import java.util.Map;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.run.InputSource;

/** The training set, with its last samples held out for validation. Every thread gets copies of its own. */
public final class TrialData {

    private final Samples training;
    private final Samples validation;
    private final long seed;
    private final Map<Integer, InputSource> trainingSources = new HashMap<>();
    private final Map<Integer, InputSource> validationSources = new HashMap<>();

    /**
     * A split.
     *
     * @param samples the training set
     * @param held how many of its samples are held out, fewer than there are
     * @param seed of the draws that code them
     */
    public TrialData(Samples samples, int held, long seed) {
        this.training = samples.slice(0, samples.size() - held);
        this.validation = samples.slice(training.size(), samples.size());
        this.seed = seed;
    }

    /** The number of samples to learn from. */
    public int trainingSize() {
        return training.size();
    }

    /** Their classes. */
    public int[] trainingLabels() {
        return training.labels();
    }

    /** The classes of the samples held out. */
    public int[] validationLabels() {
        return validation.labels();
    }

    /** A copy of the samples to learn from, for trains of so many steps. */
    // Made once for each number of steps: some samples are read from files.
    public synchronized InputSource training(int steps) {
        return trainingSources
                .computeIfAbsent(steps, t -> training.source(t, seed))
                .copy();
    }

    /** A copy of the samples held out. */
    public synchronized InputSource validation(int steps) {
        return validationSources
                .computeIfAbsent(steps, t -> validation.source(t, seed))
                .copy();
    }
}
