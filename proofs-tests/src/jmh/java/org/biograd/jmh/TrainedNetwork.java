package org.biograd.jmh;

import org.biograd.data.DataSet;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.SpikeTrain;
import org.biograd.study.bench.NamedNetwork;
import org.biograd.study.bench.SyntheticSamples;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A network that has learned synthetic samples for a while, and some of them as spikes. */
@State(Scope.Thread)
public class TrainedNetwork {

    private static final int TRAINED = 2_000;
    private static final int SHOWN = 64;

    /** Which network. */
    @Param({"784-100-10 loihi", "784-500-100-10 wide-mnist"})
    private String network;

    private FastNetwork learner;
    private int[] labels;
    private final SpikeTrain[] trains = new SpikeTrain[SHOWN];
    private long sample = TRAINED;

    /** Trains it. */
    @Setup(Level.Trial)
    public void train() {
        NamedNetwork named = NamedNetwork.ALL.stream()
                .filter(each -> each.name().equals(network))
                .findFirst()
                .orElseThrow();
        DataSet samples = SyntheticSamples.of(1, 1, TRAINED);
        labels = samples.labels();
        InputSource source = FastRateCoder.source(samples.intensities(), 1);
        learner = new FastNetwork(named.shape(), named.profile(), 1);
        learner.countAllEvents(false);
        try (ParallelTrainer trainer = new ParallelTrainer(learner, source, labels, 1)) {
            new Schedule(named.profile(), 1, TRAINED, 1).forEachRemaining(trainer::perform);
        }
        for (int i = 0; i < SHOWN; i++) {
            trains[i] = new SpikeTrain(
                    named.shape().inputs(), named.profile().time().steps());
            source.training(i, i, trains[i]);
        }
    }

    /** The network. */
    FastNetwork network() {
        return learner;
    }

    /** Goes to the next sample. */
    void next() {
        sample++;
    }

    /** The number of the sample at hand. */
    long sample() {
        return sample;
    }

    /** Its spikes. */
    SpikeTrain spikes() {
        return trains[(int) (sample % SHOWN)];
    }

    /** Its class. */
    int label() {
        return labels[(int) (sample % SHOWN)];
    }

    /** A class that it is not: another one each time, so that the network cannot learn it and keeps making errors. */
    int wrongLabel() {
        int outputs = learner.shape().outputs();
        return (int) ((label() + 1 + sample / SHOWN % (outputs - 1)) % outputs);
    }

    /** Updates the weights where a batch is full. */
    void updateAfterBatch() {
        if (sample % learner.profile().update().batch() == 0) {
            learner.update();
        }
    }
}
