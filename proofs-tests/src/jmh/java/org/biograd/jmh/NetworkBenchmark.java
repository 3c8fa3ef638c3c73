package org.biograd.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The parts of a training, the coding of the input as spikes left out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkBenchmark {

    /** The forward pass of all layers. */
    @Benchmark
    public int predict(TrainedNetwork state) {
        state.next();
        return state.network().predict(state.spikes());
    }

    /**
     * Learning a sample that the network knows soon, so that few or no neurons have an error, and the update after a
     * batch.
     */
    @Benchmark
    public void learnKnown(TrainedNetwork state) {
        state.next();
        state.network().learn(state.sample(), state.spikes(), state.label());
        state.updateAfterBatch();
    }

    /** Learning a sample of a wrong class: eligibilities and gradient of every layer, and the update after a batch. */
    @Benchmark
    public void learnWithErrors(TrainedNetwork state) {
        state.next();
        state.network().learn(state.sample(), state.spikes(), state.wrongLabel());
        state.updateAfterBatch();
    }

    /** A sleep of all hidden layers. */
    @Benchmark
    public void sleep(TrainedNetwork state) {
        state.next();
        state.network().sleep(state.sample());
    }
}
