package org.biograd.kit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Limits;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;

/**
 * What a case of sleep gives; hidden layer l at index l-1.
 *
 * @param positive [hidden layer][trajectory][step][neuron]
 * @param negative likewise
 */
record SleepInput(
        Neuron neuron,
        int steps,
        int batch,
        int power,
        double rate,
        Layers layers,
        double[][][] feedback,
        int[][][][] positive,
        int[][][][] negative) {

    static SleepInput of(JsonNode params, JsonNode in, Arithmetic arithmetic) throws BadCaseException {
        Neuron neuron = Neuron.of(params);
        int steps = Fields.integer(params.path("Ts"), "params.Ts", 1, Limits.STEPS);
        int batch = Fields.integer(params.path("batch"), "params.batch", 1, Limits.STEPS);
        int power = Fields.integer(params.path("power"), "params.power", 1, RunLimits.POWER);
        double rate = Fields.notNegative(params.path("lrs"), "params.lrs", Double.POSITIVE_INFINITY);
        Shape shape = Layers.shape(in);
        RunLimits.requireRun(shape, (long) steps * batch);
        Layers layers = Layers.of(in, shape);
        int hidden = shape.layers() - 1;
        JsonNode b = Fields.array(in.path("B"), "in.B", hidden, "matrix a hidden layer");
        JsonNode spikes = Fields.array(in.path("spikes"), "in.spikes", hidden, "object a hidden layer");
        double[][][] feedback = new double[hidden][][];
        int[][][][] positive = new int[hidden][][][];
        int[][][][] negative = new int[hidden][][][];
        for (int l = 0; l < hidden; l++) {
            feedback[l] = Fields.matrix(b.get(l), "in.B[" + l + "]", shape.size(l + 1), shape.outputs());
            String path = "in.spikes[" + l + "]";
            JsonNode noise = Fields.object(spikes.get(l), path);
            positive[l] = trajectories(noise.path("pos"), path + ".pos", batch, steps, shape.size(l + 1));
            negative[l] = trajectories(noise.path("neg"), path + ".neg", batch, steps, shape.size(l + 1));
            if (arithmetic == Arithmetic.EXACT) {
                RunLimits.requireDigits(shape, neuron, steps, batch, false, Rows.of(new double[] {rate}, feedback[l]));
            }
        }
        if (arithmetic == Arithmetic.EXACT) {
            RunLimits.requireDigits(shape, neuron, steps, batch, false, layers.rows());
        }
        return new SleepInput(neuron, steps, batch, power, rate, layers, feedback, positive, negative);
    }

    private static int[][][] trajectories(JsonNode node, String path, int batch, int steps, int size)
            throws BadCaseException {
        Fields.array(node, path, batch, "array a trajectory");
        int[][][] trajectories = new int[batch][][];
        for (int m = 0; m < batch; m++) {
            trajectories[m] = Fields.spikes(node.get(m), path + "[" + m + "]", steps, size);
        }
        return trajectories;
    }

    NoiseSource noise() {
        return (layer, trajectory, plus, minus) -> {
            fill(plus, positive[layer - 1][trajectory]);
            fill(minus, negative[layer - 1][trajectory]);
        };
    }

    private static void fill(SpikeTrain train, int[][] spikes) {
        train.clear();
        for (int[] step : spikes) {
            for (int j = 0; j < step.length; j++) {
                if (step[j] == 1) {
                    train.add(j);
                }
            }
            train.endStep();
        }
    }
}
