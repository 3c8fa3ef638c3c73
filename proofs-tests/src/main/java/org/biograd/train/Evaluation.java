package org.biograd.train;

import java.util.Arrays;
import org.biograd.data.Samples;
import org.biograd.data.TrainingAndTest;
import org.biograd.model.Model;
import org.biograd.model.WeightBytes;
import org.biograd.spec.Clause;

/** Tests a network that was read from a file. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Predicts the whole test set, coded with the seed of the model.
     *
     * @param threads how many threads may work, at least 1; no result depends on it
     * @throws IllegalArgumentException where the network is not made for such samples
     */
    @Clause("NET-3")
    public static TestResult of(Model model, TrainingAndTest data, int threads) {
        Samples test = data.test();
        if (test.inputs() != model.shape().inputs()
                || test.classes() != model.shape().outputs()) {
            throw new IllegalArgumentException("a network " + model.shape() + " is not made for samples of "
                    + test.inputs() + " inputs and " + test.classes() + " classes");
        }
        int steps = model.profile().time().steps();
        try (Learner learner = Arithmetic.of(model.weights())
                .learner(
                        model.shape(),
                        model.profile(),
                        model.seed(),
                        test.source(steps, model.seed()),
                        test.labels(),
                        threads)) {
            learner.restore(model.weights());
            int[] predicted = learner.predict(test.source(steps, model.seed()), 0, test.size());
            int[][] confusion = new int[test.classes()][test.classes()];
            for (int i = 0; i < predicted.length; i++) {
                confusion[test.labels()[i]][predicted[i]]++;
            }
            double[] angles =
                    FeedbackAngle.of(model.shape(), model.profile().feedback().path(), model.weights());
            return new TestResult(
                    model,
                    data.name(),
                    confusion,
                    Arrays.stream(angles).boxed().toList(),
                    WeightBytes.digest(model.weights()));
        }
    }
}
