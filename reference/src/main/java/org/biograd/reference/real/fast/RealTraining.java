package org.biograd.reference.real.fast;

import java.util.Objects;
import java.util.function.IntFunction;
import org.biograd.reference.real.NetworkArguments;
import org.biograd.reference.real.RealNetwork;
import org.biograd.spec.Clause;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.SpikeTrain;

/**
 * Trains a {@link RealNetwork} as its own methods do, to the same doubles, but faster: nobody watches, so that a sample
 * need not go through the network step by step.
 *
 * <p>Each layer runs through all steps at once, a few neurons at a time; then the batch is learned neuron by neuron,
 * its samples in their order, and each neuron's weights move as soon as its gradient is complete. Every sum has its
 * addends in the order in which {@link RealNetwork#learn} and {@link RealNetwork#update} add them, however many workers
 * there are. Addends of 0 are left out.
 *
 * <p>Equals: {@link RealNetwork#learn}, {@link RealNetwork#update}, {@link RealNetwork#predict(SpikeTrain)} and {@link
 * RealNetwork#sleep}.
 * <br>Condition: nobody watches, and the network decides for itself.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
public final class RealTraining {

    private static final int ROWS = 32;

    /** Fills a train with a sample. */
    public interface Reader {

        /**
         * Fills a train.
         *
         * @param worker who asks; no worker asks twice at once
         * @param index which sample
         * @param out receives all of its steps
         */
        void read(int worker, int index, SpikeTrain out);
    }

    private final RealNetwork network;
    private final Workers workers;
    private final SpikeTrain[] trains;
    private final RowUpdate[] updates;
    private final FanOut[] weights;
    private SampleRun[] samples = {};

    /**
     * A training of a network.
     *
     * @param network its weights are trained; the gradient that it may have gathered itself is not looked at
     * @param workers who works
     * @throws NullPointerException where either is null
     */
    public RealTraining(RealNetwork network, Workers workers) {
        this.network = Objects.requireNonNull(network, "network");
        this.workers = Objects.requireNonNull(workers, "workers");
        trains = new SpikeTrain[workers.count()];
        updates = new RowUpdate[workers.count()];
        for (int w = 0; w < trains.length; w++) {
            trains[w] = new SpikeTrain(
                    network.shape().inputs(), network.parameters().steps());
            updates[w] = new RowUpdate(network, ROWS);
        }
        weights = new FanOut[network.shape().layers()];
        for (int l = 1; l <= weights.length; l++) {
            weights[l - 1] = new FanOut(network.weights(l), network.biases(l));
        }
        reserve(workers.count());
    }

    /**
     * Learns a batch: {@link RealNetwork#learn} for each of its samples, then {@link RealNetwork#update}.
     *
     * @param labels the right classes, one per sample
     * @param reader knows the samples, 0..labels-1
     * @param factor what is left of the learning rates, 0 or more
     * @throws IllegalArgumentException where a sample or a label does not fit the network, or the factor is
     *     negative or not finite
     */
    @Clause(value = "NET-1", form = Clause.Form.FAST)
    public void learn(int[] labels, Reader reader, double factor) {
        NetworkArguments.requireFactor(factor);
        for (int label : labels) {
            NetworkArguments.requireLabel(network.shape(), label);
        }
        reserve(labels.length);
        turn(1, weights.length);
        workers.each(labels.length, (worker, b) -> samples[b].learn(weights, read(worker, b, reader), labels[b]));
        each(1, weights.length, ROWS, (worker, layer, first) -> {
            int end = Math.min(first + ROWS, network.shape().size(layer));
            updates[worker].learn(layer, first, end, samples, labels.length, factor * network.rate(layer));
        });
    }

    /**
     * Predicts classes: {@link RealNetwork#predict(SpikeTrain)} for each sample.
     *
     * @param count how many samples
     * @param reader knows the samples, 0..count-1
     * @return the classes, one per sample
     * @throws IllegalArgumentException where a sample does not fit the network
     */
    @Clause(value = "NET-3", form = Clause.Form.FAST)
    public int[] predict(int count, Reader reader) {
        int[] classes = new int[count];
        turn(1, weights.length);
        workers.each(
                count,
                (worker, index) -> classes[index] = samples[worker].predict(weights, read(worker, index, reader)));
        return classes;
    }

    /**
     * Lets one hidden layer sleep, as {@link RealNetwork#sleep} does.
     *
     * @param layer the hidden layer, 1..L-1
     * @param trajectories how many runs of noise, at least 1
     * @param steps the steps of a run, at least 1
     * @param noise the noise, for each worker an object of its own
     * @throws IllegalArgumentException where a number is out of range, or a source leaves steps unfilled
     */
    @Clause(
            value = {"SLEEP-2", "SLEEP-4"},
            form = Clause.Form.FAST)
    public void sleep(int layer, int trajectories, int steps, IntFunction<? extends NoiseSource> noise) {
        NetworkArguments.requireHidden(network.shape(), layer);
        NetworkArguments.requireTrajectories(trajectories, steps);
        int source = network.parameters().feedbackPath().source(layer, weights.length);
        double[][] noiseCounts = new double[trajectories][network.shape().size(layer)];
        double[][] sourceCounts = new double[trajectories][network.shape().size(source)];
        turn(layer + 1, source);
        SleepRun[] runs = new SleepRun[workers.count()];
        workers.each(trajectories, (worker, m) -> {
            if (runs[worker] == null) {
                runs[worker] = new SleepRun(network, layer, steps);
            }
            runs[worker].run(weights, m, noise.apply(worker), noiseCounts[m], sourceCounts[m]);
        });
        network.align(layer, noiseCounts, sourceCounts);
    }

    /** The weights may have been changed by anybody since they were last looked at. */
    private void turn(int lowest, int highest) {
        each(lowest, highest, FanOut.BLOCK, (worker, layer, first) -> weights[layer - 1].refresh(first / FanOut.BLOCK));
    }

    /** What is done with some neurons of a layer. */
    private interface Rows {
        void run(int worker, int layer, int first);
    }

    /** Has all neurons of some layers worked on, so many at a time. */
    private void each(int lowest, int highest, int rows, Rows work) {
        int pieces = 0;
        for (int l = lowest; l <= highest; l++) {
            pieces += pieces(l, rows);
        }
        workers.each(pieces, (worker, piece) -> {
            int layer = lowest;
            int left = piece;
            while (left >= pieces(layer, rows)) {
                left -= pieces(layer++, rows);
            }
            work.run(worker, layer, left * rows);
        });
    }

    private int pieces(int layer, int rows) {
        return (network.shape().size(layer) + rows - 1) / rows;
    }

    private SpikeTrain read(int worker, int index, Reader reader) {
        SpikeTrain train = trains[worker];
        reader.read(worker, index, train);
        NetworkArguments.requireSample(network.shape(), network.parameters().steps(), train);
        return train;
    }

    private void reserve(int count) {
        SampleRun[] before = samples;
        if (before.length >= count) {
            return;
        }
        samples = new SampleRun[count];
        System.arraycopy(before, 0, samples, 0, before.length);
        for (int b = before.length; b < count; b++) {
            samples[b] = new SampleRun(network);
        }
    }
}
