package org.biograd.theorems;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.SoftReset;

/** Draws networks for the theorems about learning rules; everything is a multiple of a small fraction. */
final class RuleDraws {

    private static final int LARGEST = 4;

    private final Random random;

    RuleDraws(long seed) {
        random = new Random(seed);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    BigFraction fraction(int low, int high, int denominator) {
        return BigFraction.of(between(low, high), denominator);
    }

    BigFraction[] vector(int size, int low, int high, int denominator) {
        BigFraction[] drawn = new BigFraction[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = fraction(low, high, denominator);
        }
        return drawn;
    }

    BigFraction[][] matrix(int rows, int columns, int low, int high, int denominator) {
        BigFraction[][] drawn = new BigFraction[rows][];
        for (int r = 0; r < rows; r++) {
            drawn[r] = vector(columns, low, high, denominator);
        }
        return drawn;
    }

    Synapses synapses(int pre, int post, int low, int high, int denominator) {
        return new Synapses(matrix(post, pre, low, high, denominator), vector(post, low, high, denominator));
    }

    int[][] spikes(int steps, int size) {
        int[][] x = new int[steps][size];
        for (int[] step : x) {
            for (int j = 0; j < size; j++) {
                step[j] = random.nextInt(2);
            }
        }
        return x;
    }

    NeuronModel neuron(BigFraction decay) {
        return new NeuronModel(decay, fraction(1, 8, 8), fraction(1, 12, 8), fraction(1, 3, 2));
    }

    BigFraction decay() {
        return fraction(0, 4, 4);
    }

    /**
     * A run of layers, from the bottom to the top.
     *
     * @param hidden layers below the top
     * @param soft whether neurons have the soft reset
     * @param topDecay of the top layer; null: that of all others
     */
    List<LayerRun> run(int hidden, int steps, boolean soft, NeuronModel neuron, BigFraction topDecay) {
        List<LayerRun> layers = new ArrayList<>();
        int pre = between(1, LARGEST);
        int[][] x = spikes(steps, pre);
        for (int l = 0; l <= hidden; l++) {
            int post = between(1, LARGEST);
            NeuronModel own = l == hidden && topDecay != null
                    ? new NeuronModel(topDecay, neuron.theta(), neuron.win(), neuron.amp())
                    : neuron;
            Synapses drawn = synapses(pre, post, -5, 9, 8);
            layers.add(soft ? SoftReset.of(own, drawn, x) : LayerRun.of(own, drawn, x));
            x = layers.get(l).s();
            pre = post;
        }
        return layers;
    }
}
