package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.Synapses;

/** Equality of fractions, and small linear algebra on them. */
final class Exactly {

    private Exactly() {}

    static void assertEqual(BigFraction[] expected, BigFraction[] actual, String what) {
        assertEquals(expected.length, actual.length, "size of " + what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], what + " [" + i + "]");
        }
    }

    static void assertEqual(BigFraction[][] expected, BigFraction[][] actual, String what) {
        assertEquals(expected.length, actual.length, "rows of " + what);
        for (int i = 0; i < expected.length; i++) {
            assertEqual(expected[i], actual[i], what + " [" + i + "]");
        }
    }

    static void assertEqual(Synapses expected, Synapses actual, String what) {
        assertEqual(expected.weights(), actual.weights(), what + ", weights");
        assertEqual(expected.biases(), actual.biases(), what + ", biases");
    }

    /** [post][pre + 1], the bias last, taken apart. */
    static Synapses synapses(BigFraction[][] withBias) {
        int pre = withBias[0].length - 1;
        BigFraction[][] weights = new BigFraction[withBias.length][];
        BigFraction[] biases = new BigFraction[withBias.length];
        for (int i = 0; i < biases.length; i++) {
            weights[i] = Arrays.copyOf(withBias[i], pre);
            biases[i] = withBias[i][pre];
        }
        return new Synapses(weights, biases);
    }

    /** f_i E_ij. */
    static Synapses scaledRows(BigFraction[] factors, Synapses synapses) {
        BigFraction[][] weights = new BigFraction[factors.length][synapses.pre()];
        BigFraction[] biases = new BigFraction[factors.length];
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] = factors[i].multiply(synapses.weights()[i][j]);
            }
            biases[i] = factors[i].multiply(synapses.biases()[i]);
        }
        return new Synapses(weights, biases);
    }

    /** Gives a network the feedback weights that its forward weights are. */
    static void align(ExactNetwork network) {
        for (int l = 1; l < network.shape().layers(); l++) {
            BigFraction[][] aligned = network.aligned(l);
            for (int i = 0; i < aligned.length; i++) {
                System.arraycopy(aligned[i], 0, network.feedback(l)[i], 0, aligned[i].length);
            }
        }
    }

    static boolean isZero(Synapses gradient) {
        return Arrays.stream(gradient.weights()).flatMap(Arrays::stream).allMatch(BigFraction::isZero);
    }

    static BigFraction[] ones(int size) {
        BigFraction[] ones = new BigFraction[size];
        Arrays.fill(ones, BigFraction.ONE);
        return ones;
    }
}
