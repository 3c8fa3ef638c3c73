package org.biograd.model;

import java.util.Objects;
import java.util.Optional;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * A network with its weights, trained or not, and how far its training has come.
 *
 * @param shape the layer sizes
 * @param profile what drives the network
 * @param seed of every draw
 * @param weights all weights
 * @param run where it can be trained on
 */
@Clause(value = "FILE-3", form = Clause.Form.PART)
public record Model(Shape shape, Profile profile, long seed, ModelWeights weights, Optional<Run> run) {

    /**
     * Checks that weights and run are those of such a network.
     *
     * @throws IllegalArgumentException where they are not; the message names field and value
     */
    public Model {
        Objects.requireNonNull(run, "run");
        profile.requireFits(shape);
        weights.requireFits(shape, profile.feedback().path());
        for (int a = 0; a < weights.arrays(); a++) {
            int bits = a < shape.layers()
                    ? profile.weight().bits()
                    : profile.feedback().bits();
            requireRange(weights, a, bits, shape.layers());
        }
        if (run.isPresent()) {
            Run r = run.get();
            // The schedule knows which states there are.
            new Schedule(profile, seed, r.samples(), 0, r.state());
            for (EpochRow row : r.log()) {
                if (row.feedbackAngles().size() != shape.layers() - 1) {
                    throw new IllegalArgumentException(
                            "feedbackAngles: " + row.feedbackAngles().size() + " are not the " + (shape.layers() - 1)
                                    + " of the hidden layers");
                }
            }
        }
    }

    private static void requireRange(ModelWeights weights, int array, int bits, int layers) {
        boolean integers = weights instanceof ModelWeights.Integers;
        double most = integers ? (1 << (bits - 1)) - 1 : Double.MAX_VALUE;
        for (int i = 0; i < weights.length(array); i++) {
            double value = weights.value(array, i);
            if (!(Math.abs(value) <= most)) {
                throw new IllegalArgumentException(
                        ModelWeights.name(array, layers) + "[" + i + "]: " + (integers ? (int) value + "" : value + "")
                                + (integers ? " is not within -" + (int) most + ".." + (int) most : " is not finite"));
            }
        }
    }

    /** Whether another is of the same training, as far as can be told: arithmetic, shape, profile and seed. */
    public boolean isOfSameNetwork(Model other) {
        return weights.getClass() == other.weights.getClass()
                && shape.equals(other.shape)
                && profile.equals(other.profile)
                && seed == other.seed;
    }

    /** The same without what only further training needs. */
    public Model withoutRun() {
        return new Model(shape, profile, seed, weights, Optional.empty());
    }
}
