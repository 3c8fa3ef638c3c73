package org.biograd.train;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** The integer network as a learner. */
public final class IntegerLearner implements Learner {

    private final FastNetwork network;
    private final ParallelTrainer trainer;
    private final List<FastNetwork> copies = new ArrayList<>();

    /**
     * A network with its initial weights.
     *
     * @param shape the layer sizes
     * @param profile widths, constants and rounding
     * @param seed of every draw
     * @param source the training samples; the learner uses this very object
     * @param labels their classes
     * @param threads how many threads may work, at least 1
     * @throws IllegalArgumentException where the profile cannot drive this shape, or the samples do not fit it
     */
    public IntegerLearner(Shape shape, Profile profile, long seed, InputSource source, int[] labels, int threads) {
        this.network = new FastNetwork(shape, profile, seed);
        network.countAllEvents(false);
        this.trainer = new ParallelTrainer(network, source, labels, threads);
    }

    @Override
    public Shape shape() {
        return network.shape();
    }

    @Override
    public void perform(Schedule.Task task) {
        trainer.perform(task);
    }

    /** By copies of the network, one a thread: the events of the training stay its own. */
    @Override
    public int[] predict(InputSource tests, int from, int to) {
        int parts = trainer.team().size();
        while (copies.size() < parts) {
            copies.add(FastNetwork.copyOf(network));
        }
        int[] classes = new int[to - from];
        trainer.team().run(part -> {
            FastNetwork copy = copies.get(part);
            copy.copyWeights(network);
            InputSource source = tests.copy();
            SpikeTrain input = new SpikeTrain(
                    network.shape().inputs(), network.profile().time().steps());
            for (int i = part; i < classes.length; i += parts) {
                source.test(from + i, input);
                classes[i] = copy.predict(input);
            }
        });
        return classes;
    }

    @Override
    public ModelWeights weights() {
        int[][] values = arrays();
        for (int a = 0; a < values.length; a++) {
            values[a] = values[a].clone();
        }
        return new ModelWeights.Integers(values);
    }

    @Override
    public void restore(ModelWeights weights) {
        if (!(weights instanceof ModelWeights.Integers integers)) {
            throw new IllegalArgumentException("weights in double precision are not those of an integer network");
        }
        integers.requireFits(shape(), network.profile().feedback().path());
        int[][] live = arrays();
        for (int a = 0; a < live.length; a++) {
            System.arraycopy(integers.values()[a], 0, live[a], 0, live[a].length);
        }
    }

    private int[][] arrays() {
        int layers = network.shape().layers();
        int[][] arrays = new int[2 * layers - 1][];
        for (int l = 1; l <= layers; l++) {
            arrays[ModelWeights.forward(l)] = network.weights(l);
        }
        for (int l = 1; l < layers; l++) {
            arrays[ModelWeights.feedback(l, layers)] = network.feedback(l);
        }
        return arrays;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
