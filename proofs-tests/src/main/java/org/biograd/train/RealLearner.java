package org.biograd.train;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.fast.Team;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.reference.real.fast.RealTraining;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * The network in double precision as a learner: it begins with the integer network's weights, in units of the
 * equations, has its constants (REAL-1), its input spikes and its noise, and rounds nothing.
 */
public final class RealLearner implements Learner {

    private final Profile profile;
    private final RealNetwork network;
    private final RealTraining training;
    private final int[] labels;
    private final Team team;

    /** The training samples, once a thread. */
    private final List<InputSource> sources;

    /** The noise, once a thread. */
    private final List<SleepNoise> noise = new ArrayList<>();

    /**
     * A network with its initial weights.
     *
     * @param shape the layer sizes
     * @param profile the integer network's
     * @param seed of every draw
     * @param source the training samples; the learner uses this very object
     * @param labels their classes
     * @param threads how many threads may work, at least 1
     * @throws IllegalArgumentException where the profile cannot drive this shape, or the samples do not fit it
     */
    @Clause("REAL-1")
    public RealLearner(Shape shape, Profile profile, long seed, InputSource source, int[] labels, int threads) {
        this.profile = profile;
        if (source.size() != labels.length) {
            throw new IllegalArgumentException(source.size() + " samples have " + labels.length + " labels");
        }
        if (source.inputs() != shape.inputs()) {
            throw new IllegalArgumentException(
                    "samples of " + source.inputs() + " inputs do not fit a network " + shape);
        }
        this.labels = labels;
        network = new RealNetwork(shape, RealParameters.of(profile));
        WeightSnapshot.of(new Network(shape, profile, seed)).restore(network, profile);
        this.team = new Team(threads);
        training = new RealTraining(network, new ThreadWorkers(team));
        sources = copies(source);
        for (int worker = 0; worker < threads; worker++) {
            noise.add(new SleepNoise(seed));
        }
    }

    private List<InputSource> copies(InputSource source) {
        List<InputSource> copies = new ArrayList<>(List.of(source));
        while (copies.size() < team.size()) {
            copies.add(source.copy());
        }
        return copies;
    }

    @Override
    public Shape shape() {
        return network.shape();
    }

    @Override
    public void perform(Schedule.Task task) {
        if (task instanceof Schedule.Sleep sleep) {
            for (int l = 1; l < shape().layers(); l++) {
                training.sleep(
                        l,
                        profile.sleep().trajectories(),
                        profile.sleep().steps(),
                        worker -> noise.get(worker).of(sleep.number()));
            }
            return;
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        int[] indices = batch.indices();
        int[] classes = new int[indices.length];
        for (int b = 0; b < classes.length; b++) {
            classes[b] = labels[indices[b]];
        }
        long last = batch.firstSample() + indices.length - 1;
        training.learn(
                classes,
                (worker, b, out) -> sources.get(worker).training(batch.firstSample() + b, indices[b], out),
                Units.rateFactor(profile, last));
    }

    @Override
    public int[] predict(InputSource tests, int from, int to) {
        List<InputSource> copies = copies(tests);
        return training.predict(
                to - from, (worker, index, out) -> copies.get(worker).test(from + index, out));
    }

    @Override
    public ModelWeights weights() {
        Shape shape = shape();
        double[][] arrays = new double[2 * shape.layers() - 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            arrays[ModelWeights.forward(l)] = new double[shape.synapses(l)];
        }
        for (int l = 1; l < shape.layers(); l++) {
            arrays[ModelWeights.feedback(l, shape.layers())] =
                    new double[shape.size(l) * network.feedback(l)[0].length];
        }
        exchange(arrays, false);
        return new ModelWeights.Reals(arrays);
    }

    @Override
    public void restore(ModelWeights weights) {
        if (!(weights instanceof ModelWeights.Reals reals)) {
            throw new IllegalArgumentException("integer weights are not those of a network in double precision");
        }
        reals.requireFits(shape(), profile.feedback().path());
        exchange(reals.values(), true);
    }

    /** Copies all weights from the network to arrays in the order of a model file, or back. */
    @Clause("SYN-1")
    private void exchange(double[][] arrays, boolean back) {
        int layers = shape().layers();
        for (int l = 1; l <= layers; l++) {
            double[] array = arrays[ModelWeights.forward(l)];
            int post = shape().size(l);
            int pre = shape().size(l - 1);
            for (int i = 0; i < post; i++) {
                double[] w = network.weights(l)[i];
                for (int j = 0; j < pre; j++) {
                    exchange(w, j, array, j * post + i, back);
                }
                exchange(network.biases(l), i, array, pre * post + i, back);
            }
        }
        for (int l = 1; l < layers; l++) {
            double[] array = arrays[ModelWeights.feedback(l, layers)];
            for (int i = 0; i < shape().size(l); i++) {
                double[] row = network.feedback(l)[i];
                for (int k = 0; k < row.length; k++) {
                    exchange(row, k, array, i * row.length + k, back);
                }
            }
        }
    }

    private static void exchange(double[] network, int at, double[] array, int index, boolean back) {
        if (back) {
            network[at] = array[index];
        } else {
            array[index] = network[at];
        }
    }

    @Override
    public void close() {
        team.close();
    }
}
