package org.biograd.kit.reference;

import java.util.List;

/** What every hidden layer counts in its sleep, and the feedback weights after it. */
record SleepAnswer(List<Layer> layers) {

    /** H and O, [trajectory][neuron]; the Hebbian sum and B, [neuron][output]. */
    record Layer(int layer, int[][] noise, int[][] output, long[][] hebb, double[][] feedback) {}
}
