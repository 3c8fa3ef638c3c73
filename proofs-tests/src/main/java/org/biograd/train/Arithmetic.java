package org.biograd.train;

import org.biograd.fixedpoint.run.InputSource;
import org.biograd.model.ModelWeights;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/** What a learner computes in. */
public enum Arithmetic {

    /** The integers of the profile. */
    INTEGER("integer") {
        @Override
        public Learner learner(Shape shape, Profile profile, long seed, InputSource source, int[] labels, int threads) {
            return new IntegerLearner(shape, profile, seed, source, labels, threads);
        }
    },

    /** Doubles, with nothing rounded but what a double rounds. */
    FLOAT("float") {
        @Override
        public Learner learner(Shape shape, Profile profile, long seed, InputSource source, int[] labels, int threads) {
            return new RealLearner(shape, profile, seed, source, labels, threads);
        }
    };

    private final String option;

    Arithmetic(String option) {
        this.option = option;
    }

    /** Its name on the command line. */
    public String option() {
        return option;
    }

    /** That of a model's weights. */
    public static Arithmetic of(ModelWeights weights) {
        return weights instanceof ModelWeights.Reals ? FLOAT : INTEGER;
    }

    /**
     * A learner with its initial weights.
     *
     * @param shape the layer sizes
     * @param profile what drives the network
     * @param seed of every draw
     * @param source the training samples; the learner uses this very object
     * @param labels their classes
     * @param threads how many threads may work, at least 1
     * @throws IllegalArgumentException where the profile cannot drive this shape, or the samples do not fit it
     */
    public abstract Learner learner(
            Shape shape, Profile profile, long seed, InputSource source, int[] labels, int threads);
}
