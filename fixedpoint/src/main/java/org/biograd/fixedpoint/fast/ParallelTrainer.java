package org.biograd.fixedpoint.fast;

import java.util.Objects;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.SpikeTrain;

/**
 * Equals {@link Trainer} on a plain network, always: takes a fast network through the tasks of a {@link Schedule} with
 * several threads. The weights are the same bits for any number of them (theorem T9): every sum that is split is one of
 * integers, every draw depends on its place alone. Held equal by {@code T9AnyNumberOfThreadsTest}; {@code biograd
 * bench} times it.
 *
 * <p>A batch is split over its samples, the layers of an online sample over their presynaptic neurons, a sleep over its
 * trajectories. A trainer is not for use by two threads at once; it ends its own at {@link #close}.
 */
public final class ParallelTrainer implements AutoCloseable {

    /** A layer of fewer synapses is done sooner than shared. */
    private static final int LEAST_SHARED = 16_384;

    private final FastNetwork network;
    private final int[] labels;
    private final Team team;

    /** A network per thread, all with the same weights; the first is the one that learns. */
    private final FastNetwork[] networks;

    private final int leastShared;
    private final InputSource[] sources;
    private final SpikeTrain[] inputs;

    /** Layers 1..L of all networks, and their updates; index 0 is unused. */
    private final FastLayer[][] layers;

    private final FastWeightUpdate[][] updates;

    /**
     * A trainer.
     *
     * @param network learns; events are counted as it is set to when the trainer is made
     * @param source what it learns from; the trainer uses this very object, so no other thread may
     * @param labels the classes, one per sample
     * @param threads how many threads work, the caller's among them, at least 1
     * @throws IllegalArgumentException where there are not as many labels as samples, a sample has not as many
     *     inputs as the network, or there is no thread
     */
    public ParallelTrainer(FastNetwork network, InputSource source, int[] labels, int threads) {
        this(network, source, labels, threads, LEAST_SHARED);
    }

    /**
     * A trainer that is told which layers are worth sharing.
     *
     * @param leastShared in online learning, a layer of so many synapses or more is shared by all threads
     */
    public ParallelTrainer(FastNetwork network, InputSource source, int[] labels, int threads, int leastShared) {
        this.leastShared = leastShared;
        this.network = Objects.requireNonNull(network, "network");
        Trainer.requireFits(network, source, labels);
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is not at least 1");
        }
        this.labels = labels;
        networks = new FastNetwork[threads];
        sources = new InputSource[threads];
        inputs = new SpikeTrain[threads];
        for (int w = 0; w < threads; w++) {
            networks[w] = w == 0 ? network : network.helper();
            sources[w] = w == 0 ? source : source.copy();
            inputs[w] = new SpikeTrain(
                    network.shape().inputs(), network.profile().time().steps());
        }
        int last = network.shape().layers();
        layers = new FastLayer[last + 1][threads];
        updates = new FastWeightUpdate[last + 1][threads];
        for (int l = 1; l <= last; l++) {
            for (int w = 0; w < threads; w++) {
                layers[l][w] = networks[w].layer(l);
                updates[l][w] = layers[l][w].update;
            }
        }
        team = new Team(threads);
        if (threads > 1 && network.profile().update().batch() == 1) {
            network.setWork(new SharedWork());
        }
    }

    /** The threads, for work between two tasks. */
    public Team team() {
        return team;
    }

    /** Performs a task: batches in the order of NET-1, sleeps in that of NET-7. */
    public void perform(Schedule.Task task) {
        if (task instanceof Schedule.Sleep sleep) {
            sleep(sleep.number());
        } else {
            learn((Schedule.Batch) task);
        }
        for (int w = 1; w < networks.length; w++) {
            network.events().addAll(networks[w].events());
            networks[w].events().clear();
        }
    }

    private void learn(Schedule.Batch batch) {
        if (network.profile().update().batch() == 1 || team.size() == 1) {
            learnPart(batch, 0, 1);
            network.update();
            return;
        }
        team.run(w -> learnPart(batch, w, team.size()));
        long last = batch.firstSample() + batch.indices().length - 1;
        team.run(w -> {
            for (int l = 1; l < layers.length; l++) {
                updates[l][w].applyPart(last, updates[l], w, team.size());
            }
        });
        for (int l = 1; l < layers.length; l++) {
            for (FastWeightUpdate update : updates[l]) {
                update.forgetRows();
            }
        }
    }

    private void learnPart(Schedule.Batch batch, int part, int parts) {
        for (int b = part; b < batch.indices().length; b += parts) {
            int index = batch.indices()[b];
            long sample = batch.firstSample() + b;
            sources[part].training(sample, index, inputs[part]);
            networks[part].learn(sample, inputs[part], labels[index]);
        }
    }

    private void sleep(long number) {
        int trajectories = network.profile().sleep().trajectories();
        int parts = team.size();
        for (int l = 1; l < network.shape().layers(); l++) {
            int layer = l;
            team.run(w -> networks[w].runTrajectories(layer, number, (int) ((long) trajectories * w / parts), (int)
                    ((long) trajectories * (w + 1) / parts)));
            for (int w = 1; w < parts; w++) {
                network.mirror(l).addAll(networks[w].mirror(l));
            }
            network.mirror(l).apply(number);
        }
    }

    /** Ends the threads. The network goes on alone. */
    @Override
    public void close() {
        network.setWork(null);
        team.close();
    }

    /** The layers of one sample are shared by all threads, each of which has some of the presynaptic neurons. */
    private final class SharedWork implements LayerWork {

        private boolean shared(int l) {
            return layers[l][0].synapses.weights().length >= leastShared;
        }

        @Override
        public void forward(int l, SpikeTrain in) {
            if (shared(l)) {
                team.run(w -> layers[l][w].sumPart(in, w, team.size()));
                layers[l][0].joinParts(layers[l]);
            } else {
                layers[l][0].forward(in);
            }
        }

        @Override
        public void computeEligibility(int l, long sample) {
            if (shared(l)) {
                team.run(w -> layers[l][w].computeEligibilityPart(sample, layers[l][0]));
            } else {
                layers[l][0].computeEligibility(sample);
            }
        }

        @Override
        public void update(int l, long sample) {
            FastLayer whole = layers[l][0];
            if (shared(l)) {
                boolean pending = whole.update.pending();
                team.run(w -> {
                    FastLayer part = layers[l][w];
                    part.update.accumulate(
                            part.eligibility.rows, part.eligibility.value, whole.dendrite.learningErrors(), pending);
                    part.update.apply(
                            sample, part.eligibility.rows, part.eligibility.value, whole.dendrite.learningErrors());
                });
            } else {
                whole.update.apply(
                        sample, whole.eligibility.rows, whole.eligibility.value, whole.dendrite.learningErrors());
            }
        }
    }
}
