package org.biograd.study.bench;

import java.util.Arrays;
import java.util.List;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.model.ModelWeights;
import org.biograd.spec.SpikeTrain;

/** Goes through a timed pass once more, from the same weights, and watches. */
final class CountedPass {

    private final FastNetwork network;
    private final long seed;

    /** A pass that begins with these weights. */
    CountedPass(NamedNetwork named, long seed, ModelWeights.Integers weights) {
        this.network = new FastNetwork(named.shape(), named.profile(), seed);
        this.seed = seed;
        int layers = named.shape().layers();
        for (int l = 1; l <= layers; l++) {
            copy(weights.values()[ModelWeights.forward(l)], network.weights(l));
        }
        for (int l = 1; l < layers; l++) {
            copy(weights.values()[ModelWeights.feedback(l, layers)], network.feedback(l));
        }
    }

    private static void copy(int[] from, int[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /**
     * Counts a training pass.
     *
     * @param end the weights that the timed pass ended with
     * @throws IllegalStateException where this one ends with others: it was not the same pass
     */
    Counts training(List<Schedule.Task> tasks, Samples samples, ModelWeights.Integers end) {
        EventCounter counter = counter(true);
        InputSource source = samples.source(network.profile().time().steps(), seed);
        network.observeSpikes(counter);
        try (ParallelTrainer trainer = new ParallelTrainer(network, source, samples.labels(), 1)) {
            tasks.forEach(trainer::perform);
        }
        for (int l = 1; l <= network.shape().layers(); l++) {
            if (!Arrays.equals(network.weights(l), end.values()[ModelWeights.forward(l)])) {
                throw new IllegalStateException(
                        "the counted pass ends with other weights of layer " + l + " than the timed one");
            }
        }
        return counter.counts();
    }

    /** Counts a test pass: a network that learns shows the spikes that one that predicts has. */
    Counts test(Samples samples, int count) {
        EventCounter counter = counter(false);
        int steps = network.profile().time().steps();
        InputSource source = samples.source(steps, seed);
        SpikeTrain input = new SpikeTrain(samples.inputs(), steps);
        network.observeSpikes(counter);
        for (int i = 0; i < count; i++) {
            source.test(i, input);
            network.learn(i, input, samples.labels()[i]);
        }
        return counter.counts();
    }

    private EventCounter counter(boolean learning) {
        return new EventCounter(network.shape(), network.profile().feedback().path(), learning);
    }
}
