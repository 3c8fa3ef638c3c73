package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.model.WeightBytes;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.train.Arithmetic;
import org.biograd.train.FeedbackAngle;
import org.biograd.train.Learner;
import org.biograd.train.trial.TrialData;

/**
 * The training of one candidate up to a rung, and what it is worth there. What is found is a function of profile, data,
 * seed and rung alone.
 */
final class Trial {

    /** A training between two tasks. */
    record Paused(ModelWeights weights, Schedule.State state) {}

    /** What a training came to. */
    record Outcome(int right, List<Double> feedbackAngles, String digest, Paused paused) {}

    private final TrialData data;
    private final Shape shape;
    private final Profile profile;
    private final long seed;
    private final int epochs;

    /**
     * The training of a candidate.
     *
     * @param epochs the most epochs that it may last
     */
    Trial(TrialData data, Shape shape, Profile profile, long seed, int epochs) {
        this.data = data;
        this.shape = shape;
        this.profile = profile;
        this.seed = seed;
        this.epochs = epochs;
    }

    /**
     * Trains on, until so many samples were shown and the update and the sleep that are due then are done, and
     * validates.
     *
     * @param from where to go on; null: from the initial weights
     * @param samples how many samples shall have been shown
     * @throws IllegalArgumentException where no network has this profile
     */
    Outcome reach(Paused from, long samples) {
        int steps = profile.time().steps();
        InputSource source = data.training(steps);
        try (Learner learner = Arithmetic.INTEGER.learner(shape, profile, seed, source, data.trainingLabels(), 1)) {
            Schedule schedule = from == null
                    ? new Schedule(profile, seed, source.size(), epochs)
                    : new Schedule(profile, seed, source.size(), epochs, from.state);
            if (from != null) {
                learner.restore(from.weights);
            }
            while (schedule.hasNext()
                    && (schedule.state().samples() < samples || schedule.state().sleepsDue() > 0)) {
                learner.perform(schedule.next());
            }
            InputSource validation = data.validation(steps);
            int[] predicted = learner.predict(validation, 0, validation.size());
            int right = 0;
            for (int i = 0; i < predicted.length; i++) {
                right += predicted[i] == data.validationLabels()[i] ? 1 : 0;
            }
            ModelWeights weights = learner.weights();
            List<Double> angles = new ArrayList<>();
            for (double angle : FeedbackAngle.of(shape, profile.feedback().path(), weights)) {
                angles.add(angle);
            }
            return new Outcome(right, angles, WeightBytes.digest(weights), new Paused(weights, schedule.state()));
        }
    }
}
