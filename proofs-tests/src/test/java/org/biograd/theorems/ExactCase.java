package org.biograd.theorems;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/**
 * A generated network with a sample. Voltages lie on a grid, so that some of them meet a threshold or the end of a
 * window exactly.
 *
 * @param sizes input, hidden layers if any, output
 * @param grid weights, biases, thresholds and windows are multiples of 1 / grid
 * @param neuron the constants of its neurons
 * @param steps T
 * @param softStart the first step with error feedback
 * @param function what is fed back
 * @param numbers for weights, biases and feedback weights, taken in turn, in units of 1 / grid
 * @param input for the input spikes, taken in turn
 * @param label taken modulo the outputs
 */
record ExactCase(
        List<Integer> sizes,
        int grid,
        NeuronModel neuron,
        int steps,
        int softStart,
        ErrorFunction function,
        List<Integer> numbers,
        List<Boolean> input,
        int label) {

    Shape shape() {
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    int layers() {
        return sizes.size() - 1;
    }

    int rightClass() {
        return label % shape().outputs();
    }

    /** The network with direct feedback, feedback weights as drawn. */
    ExactNetwork network(TraceMode mode) {
        return network(mode, FeedbackPath.DIRECT);
    }

    /** The network, feedback weights as drawn. */
    ExactNetwork network(TraceMode mode, FeedbackPath path) {
        BigFraction rate = BigFraction.of(3, 16);
        ExactNetwork network = new ExactNetwork(
                shape(),
                new ExactParameters(
                        neuron,
                        neuron.decay(),
                        steps,
                        softStart,
                        mode,
                        function,
                        rate,
                        rate,
                        BigFraction.of(1, 8),
                        BigFraction.of(1, 64),
                        2,
                        path,
                        BigFraction.ONE));
        int next = 0;
        for (int l = 1; l <= layers(); l++) {
            next = fill(network.synapses(l).weights(), next);
            next = fill(new BigFraction[][] {network.synapses(l).biases()}, next);
        }
        for (int l = 1; l < layers(); l++) {
            next = fill(network.feedback(l), next);
        }
        return network;
    }

    private int fill(BigFraction[][] matrix, int first) {
        int next = first;
        for (BigFraction[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = BigFraction.of(numbers.get(next++), grid);
            }
        }
        return next;
    }

    SpikeTrain sample() {
        SpikeTrain train = new SpikeTrain(sizes.get(0), steps);
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < sizes.get(0); j++) {
                if (input.get(t * sizes.get(0) + j)) {
                    train.add(j);
                }
            }
            train.endStep();
        }
        return train;
    }
}
