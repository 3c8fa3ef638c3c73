package org.biograd.reference;

import java.util.Random;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** Networks, samples and noise that are functions of a seed; all weights are dyadic. */
final class RandomNetworks {

    static final Shape SHAPE = Shape.of(5, 4, 3, 3);
    static final int STEPS = 12;
    static final int SOFT_START = 2;

    private RandomNetworks() {}

    /** d = 1/2, theta = 1/2, win = 3/4, amp = 1. */
    static RealParameters parameters(TraceMode mode, ErrorFunction function) {
        return parameters(mode, function, FeedbackPath.DIRECT);
    }

    /** The same with a feedback path, and with rates that double from a hidden layer to the one below it. */
    static RealParameters parameters(TraceMode mode, ErrorFunction function, FeedbackPath path) {
        return new RealParameters(
                0.5,
                0.5,
                0.75,
                1,
                0.5,
                STEPS,
                SOFT_START,
                mode,
                function,
                0.125,
                0.25,
                0.0625,
                0.03125,
                2,
                path,
                path == FeedbackPath.DIRECT ? 1 : 2);
    }

    static RealNetwork network(long seed, RealParameters parameters) {
        Random random = new Random(seed);
        RealNetwork network = new RealNetwork(SHAPE, parameters);
        for (int l = 1; l <= SHAPE.layers(); l++) {
            for (double[] row : network.weights(l)) {
                fill(random, row, 1);
            }
            fill(random, network.biases(l), 0.25);
        }
        for (int l = 1; l < SHAPE.layers(); l++) {
            for (double[] row : network.feedback(l)) {
                fill(random, row, 1);
            }
        }
        return network;
    }

    /** Multiples of 1/64 within +-scale, slightly more often above 0, so that the network is awake. */
    private static void fill(Random random, double[] values, double scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (random.nextInt(129) - 56) / 64;
        }
    }

    static SpikeTrain sample(long seed) {
        SpikeTrain train = new SpikeTrain(SHAPE.inputs(), STEPS);
        fill(new Random(seed), train);
        return train;
    }

    static NoiseSource noise(long seed) {
        return (layer, trajectory, positive, negative) -> {
            Random random = new Random(seed + trajectory);
            fill(random, positive);
            fill(random, negative);
        };
    }

    private static void fill(Random random, SpikeTrain train) {
        train.clear();
        for (int t = 0; t < train.steps(); t++) {
            for (int j = 0; j < train.size(); j++) {
                if (random.nextInt(3) == 0) {
                    train.add(j);
                }
            }
            train.endStep();
        }
    }
}
