package org.biograd.study.angles.rule;

/**
 * The feedback weights of all hidden layers of a network.
 *
 * @param direct B_ik from output k to neuron i, [hidden layer - 1][neuron][output]
 * @param layerwise B_im from neuron m of the layer above to neuron i, [hidden layer - 1][neuron][neuron above]; in
 *     the last hidden layer the direct ones
 */
public record FeedbackWeights(double[][][] direct, double[][][] layerwise) {

    /** B_ik of a hidden layer. */
    public double[][] direct(int layer) {
        return direct[layer - 1];
    }

    /** B_im of a hidden layer. */
    public double[][] layerwise(int layer) {
        return layerwise[layer - 1];
    }
}
