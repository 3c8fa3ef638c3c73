package org.biograd.train;

import org.biograd.data.Samples;
import org.biograd.fixedpoint.run.InputSource;

/** Counts right predictions. */
final class Accuracy {

    private final Samples samples;
    private final InputSource source;

    /** Of some samples, coded as test samples. */
    Accuracy(Samples samples, int steps, long seed) {
        this.samples = samples;
        this.source = samples.size() == 0 ? null : samples.source(steps, seed);
    }

    /** How many of the samples a learner predicts right. */
    int right(Learner learner) {
        if (source == null) {
            return 0;
        }
        int[] predicted = learner.predict(source, 0, samples.size());
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == samples.labels()[i] ? 1 : 0;
        }
        return right;
    }
}
