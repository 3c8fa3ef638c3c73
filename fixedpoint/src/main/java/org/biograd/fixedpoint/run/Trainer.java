package org.biograd.fixedpoint.run;

import java.util.Objects;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Observer;
import org.biograd.spec.SpikeTrain;

/**
 * Takes a plain network through the tasks of a {@link Schedule}. {@code fast.ParallelTrainer} takes a fast one. Not for
 * use by two threads at once.
 */
public final class Trainer {

    private final Network network;
    private final InputSource source;
    private final int[] labels;
    private final SpikeTrain input;

    /**
     * Makes a trainer.
     *
     * @param network learns
     * @param source what it learns from; the trainer uses this very object, so no other thread may
     * @param labels the classes, one per sample
     * @throws IllegalArgumentException where there are not as many labels as samples, or a sample has not as many
     *     inputs as the network
     */
    public Trainer(Network network, InputSource source, int[] labels) {
        this.network = Objects.requireNonNull(network, "network");
        requireFits(network, source, labels);
        this.source = source;
        this.labels = labels;
        this.input = new SpikeTrain(
                network.shape().inputs(), network.profile().time().steps());
    }

    /**
     * Requires samples that a network can learn from.
     *
     * @throws IllegalArgumentException where there are not as many labels as samples, or a sample has not as many
     *     inputs as the network
     */
    public static void requireFits(IntegerNetwork network, InputSource source, int[] labels) {
        if (source.size() != labels.length) {
            throw new IllegalArgumentException(source.size() + " samples have " + labels.length + " labels");
        }
        if (source.inputs() != network.shape().inputs()) {
            throw new IllegalArgumentException("samples of " + source.inputs() + " inputs do not fit a network of "
                    + network.shape().inputs());
        }
    }

    /**
     * Performs a task.
     *
     * @param task what to do
     * @param observer sees every signal
     */
    public void perform(Schedule.Task task, Observer observer) {
        if (task instanceof Schedule.Sleep sleep) {
            network.sleep(sleep.number(), observer);
            return;
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        for (int b = 0; b < batch.indices().length; b++) {
            int index = batch.indices()[b];
            long sample = batch.firstSample() + b;
            source.training(sample, index, input);
            network.learn(sample, input, labels[index], observer);
        }
        network.update(observer);
    }
}
