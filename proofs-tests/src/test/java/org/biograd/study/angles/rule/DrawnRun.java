package org.biograd.study.angles.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** A small network with dyadic weights and one sample, functions of a seed; what it did, as recorded and as shown. */
final class DrawnRun {

    static final int STEPS = 12;
    static final int SOFT_START = 3;
    static final Shape SHAPE = Shape.of(5, 4, 4, 3);

    final RealNetwork network;
    final SpikeTrain input = new SpikeTrain(SHAPE.inputs(), STEPS);
    final RecordedRun run = new RecordedRun(SHAPE, STEPS, SOFT_START);
    final int label;
    private final Map<String, double[]> shown = new HashMap<>();

    DrawnRun(long seed, TraceMode mode) {
        Random random = new Random(seed);
        network = new RealNetwork(
                SHAPE,
                new RealParameters(
                        0.5,
                        0.5,
                        0.75,
                        1,
                        0.5,
                        STEPS,
                        SOFT_START,
                        mode,
                        ErrorFunction.DIFFERENCE,
                        0.125,
                        0.25,
                        0.0625,
                        0.03125,
                        2));
        for (int l = 1; l <= SHAPE.layers(); l++) {
            fill(random, network.weights(l));
            fill(random, new double[][] {network.biases(l)});
        }
        for (int l = 1; l < SHAPE.layers(); l++) {
            fill(random, network.feedback(l));
        }
        for (int t = 0; t < STEPS; t++) {
            for (int j = 0; j < SHAPE.inputs(); j++) {
                if (random.nextInt(3) == 0) {
                    input.add(j);
                }
            }
            input.endStep();
        }
        label = random.nextInt(SHAPE.outputs());
        network.learn(input, label, Decisions.OWN, (signal, layer, step, values) -> {
            run.observe(signal, layer, step, values);
            double[] copy = new double[values.size()];
            values.copyTo(copy);
            shown.put(key(signal, layer, step), copy);
        });
    }

    private static void fill(Random random, double[][] matrix) {
        for (double[] row : matrix) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (random.nextInt(33) - 13) / 16.0;
            }
        }
    }

    private static String key(Signal signal, int layer, int step) {
        return signal + " " + layer + " " + step;
    }

    /** What an observer saw; zeros where the signal was not shown. */
    double[] shown(Signal signal, int layer, int step) {
        return shown.getOrDefault(key(signal, layer, step), new double[SHAPE.size(layer)]);
    }

    /** B of the network, and for the way layer by layer the transposed forward weights. */
    FeedbackWeights feedback() {
        double[][][] direct = new double[SHAPE.layers() - 1][][];
        double[][][] layerwise = new double[SHAPE.layers() - 1][][];
        for (int l = 1; l < SHAPE.layers(); l++) {
            direct[l - 1] = network.feedback(l);
            layerwise[l - 1] = new double[SHAPE.size(l)][SHAPE.size(l + 1)];
            for (int i = 0; i < SHAPE.size(l); i++) {
                for (int m = 0; m < SHAPE.size(l + 1); m++) {
                    layerwise[l - 1][i][m] = network.weights(l + 1)[m][i];
                }
            }
        }
        return new FeedbackWeights(direct, layerwise);
    }

    /** The network's own gradient of the sample, [neuron][neuron below, then the bias]. */
    double[][] ownGradient(int layer) {
        return joined(network.gradient(layer), network.biasGradient(layer));
    }

    /** Weights and biases as one matrix, the bias last in a row. */
    static double[][] joined(double[][] weights, double[] biases) {
        double[][] joined = new double[biases.length][];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = Arrays.copyOf(weights[i], weights[i].length + 1);
            joined[i][weights[i].length] = biases[i];
        }
        return joined;
    }
}
