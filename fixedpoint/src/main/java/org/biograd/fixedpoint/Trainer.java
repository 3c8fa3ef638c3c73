package org.biograd.fixedpoint;

import java.util.Objects;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.SpikeTrain;

/** Takes a network through the tasks of a {@link Schedule}. Not for use by two threads at once. */
public final class Trainer {

    private final Network network;
    private final byte[][] intensities;
    private final int[] labels;
    private final RateCoder coder;
    private final SpikeTrain input;

    /**
     * A trainer.
     *
     * @param network learns
     * @param intensities shape [samples][inputs], unsigned bytes
     * @param labels the classes, one a sample
     * @throws IllegalArgumentException where there are not as many labels as samples
     */
    public Trainer(Network network, byte[][] intensities, int[] labels) {
        this.network = Objects.requireNonNull(network, "network");
        if (intensities.length != labels.length) {
            throw new IllegalArgumentException(intensities.length + " samples have " + labels.length + " labels");
        }
        this.intensities = intensities;
        this.labels = labels;
        this.coder = new RateCoder(network.seed());
        this.input = new SpikeTrain(network.shape().inputs(), network.profile().time().steps());
    }

    /**
     * Performs a task.
     *
     * @param task what to do
     * @param observer sees every signal; may be null
     */
    @Clause("NET-1")
    public void perform(Schedule.Task task, Observer observer) {
        if (task instanceof Schedule.Sleep sleep) {
            network.sleep(sleep.number(), observer);
            return;
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        for (int b = 0; b < batch.indices().length; b++) {
            int index = batch.indices()[b];
            long sample = batch.firstSample() + b;
            coder.encodeTraining(sample, intensities[index], input);
            network.learn(sample, input, labels[index], observer);
        }
        network.update(observer);
    }
}
