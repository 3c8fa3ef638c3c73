package org.biograd.jmh;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.fast.RealTraining;
import org.biograd.reference.real.fast.Workers;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.study.bench.NamedNetwork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the package {@code reference.real.fast} is for: the time of a training sample in doubles, 784-100-10 {@code
 * loihi} from random weights, step by step in the readable network and by its fast training; both end with the same
 * bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RealTrainingBenchmark {

    private static final int SHOWN = 64;

    private RealNetwork plain;
    private RealTraining fast;
    private final int[] labels = new int[SHOWN];
    private final SpikeTrain[] trains = new SpikeTrain[SHOWN];

    /** Makes two equal networks, and samples that light a fifth of the inputs, as MNIST does. */
    @Setup(Level.Trial)
    public void make() {
        Random random = new Random(1);
        NamedNetwork named = NamedNetwork.ALL.get(0);
        Shape shape = named.shape();
        RealParameters parameters = RealParameters.of(named.profile());
        for (int i = 0; i < SHOWN; i++) {
            trains[i] = train(random, shape.inputs(), parameters.steps());
            labels[i] = random.nextInt(shape.outputs());
        }
        plain = network(shape, parameters);
        fast = new RealTraining(network(shape, parameters), Workers.CALLER);
    }

    private static SpikeTrain train(Random random, int inputs, int steps) {
        int[] lit = random.ints(inputs, 0, 5).toArray();
        SpikeTrain train = new SpikeTrain(inputs, steps);
        train.clear();
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < inputs; j++) {
                if (lit[j] == 0 && random.nextBoolean()) {
                    train.add(j);
                }
            }
            train.endStep();
        }
        return train;
    }

    private static RealNetwork network(Shape shape, RealParameters parameters) {
        Random random = new Random(2);
        RealNetwork network = new RealNetwork(shape, parameters);
        for (int l = 1; l <= shape.layers(); l++) {
            for (double[] row : network.weights(l)) {
                fill(random, row);
            }
        }
        for (int l = 1; l < shape.layers(); l++) {
            for (double[] row : network.feedback(l)) {
                fill(random, row);
            }
        }
        return network;
    }

    private static void fill(Random random, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() / 4 - 0.1;
        }
    }

    /** Online learning, step by step. */
    @Benchmark
    @OperationsPerInvocation(SHOWN)
    public void plain() {
        for (int i = 0; i < SHOWN; i++) {
            plain.learn(trains[i], labels[i], Decisions.OWN, null);
            plain.update(null);
        }
    }

    /** The same, layer by layer and neuron by neuron. */
    @Benchmark
    @OperationsPerInvocation(SHOWN)
    public void fast() {
        for (int i = 0; i < SHOWN; i++) {
            SpikeTrain train = trains[i];
            fast.learn(new int[] {labels[i]}, (worker, index, out) -> copy(train, out), 1);
        }
    }

    private static void copy(SpikeTrain from, SpikeTrain to) {
        to.clear();
        for (int t = 0; t < from.steps(); t++) {
            for (int event = from.begin(t); event < from.end(t); event++) {
                to.add(from.neuron(event));
            }
            to.endStep();
        }
    }
}
