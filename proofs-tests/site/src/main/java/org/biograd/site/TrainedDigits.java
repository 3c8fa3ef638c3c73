package org.biograd.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.data.DataSet;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/** The network that {@code ./biograd verify} trains, trained while the site is built. */
final class TrainedDigits {

    /** As many as the command trains by default. */
    private static final int EPOCHS = 20;

    private static final long SEED = 1;

    private TrainedDigits() {}

    /** Its weights: "weights" a layer each in the order of SYN-1, "feedback" a hidden layer each. */
    static Map<String, List<int[]>> weights(DataSet digits) {
        Profile loihi = Profiles.loihi();
        FastNetwork network = new FastNetwork(Shape.of(digits.inputs(), 64, 10), loihi, SEED);
        InputSource source = digits.source(loihi.time().steps(), SEED);
        Schedule schedule = new Schedule(loihi, SEED, digits.size(), EPOCHS);
        try (ParallelTrainer trainer = new ParallelTrainer(network, source, digits.labels(), 1)) {
            while (schedule.hasNext()) {
                trainer.perform(schedule.next());
            }
        }
        List<int[]> weights = new ArrayList<>();
        List<int[]> feedback = new ArrayList<>();
        for (int l = 1; l <= network.shape().layers(); l++) {
            weights.add(network.weights(l));
        }
        for (int l = 1; l < network.shape().layers(); l++) {
            feedback.add(network.feedback(l));
        }
        return Map.of("weights", weights, "feedback", feedback);
    }
}
