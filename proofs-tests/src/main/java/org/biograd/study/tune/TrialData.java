package org.biograd.study.tune;

import java.util.HashMap;
import java.util.Map;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.run.InputSource;

/** The training set, with its last samples held out for validation. Every thread gets copies of its own. */
final class TrialData {

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
    TrialData(Samples samples, int held, long seed) {
        this.training = samples.slice(0, samples.size() - held);
        this.validation = samples.slice(training.size(), samples.size());
        this.seed = seed;
    }

    int trainingSize() {
        return training.size();
    }

    int[] trainingLabels() {
        return training.labels();
    }

    int[] validationLabels() {
        return validation.labels();
    }

    // Made once for each number of steps: some samples are read from files.
    synchronized InputSource training(int steps) {
        return trainingSources
                .computeIfAbsent(steps, t -> training.source(t, seed))
                .copy();
    }

    synchronized InputSource validation(int steps) {
        return validationSources
                .computeIfAbsent(steps, t -> validation.source(t, seed))
                .copy();
    }
}
