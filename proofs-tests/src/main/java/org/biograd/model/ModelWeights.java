package org.biograd.model;

import java.lang.reflect.Array;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;

/**
 * All weights of a network, in the 2L - 1 arrays that a model file has: the weights of layers 1..L, each in the order
 * of SYN-1, then the feedback weights of layers 1..L-1, each at i * K + k, K the neurons of the layer that the feedback
 * comes from.
 */
@Clause(value = "FILE-3", form = Clause.Form.PART)
public sealed interface ModelWeights {

    /**
     * The weights of an integer network.
     *
     * @param values the arrays; not copied
     */
    record Integers(int[][] values) implements ModelWeights {

        @Override
        public double value(int array, int index) {
            return values[array][index];
        }

        @Override
        public int bytes() {
            return Integer.BYTES;
        }
    }

    /**
     * The weights of a network in double precision, in units of the equations.
     *
     * @param values the arrays; not copied
     */
    record Reals(double[][] values) implements ModelWeights {

        @Override
        public double value(int array, int index) {
            return values[array][index];
        }

        @Override
        public int bytes() {
            return Double.BYTES;
        }
    }

    /** The arrays, each of numbers; not copied. */
    Object[] values();

    /** The number of arrays, 2L - 1. */
    default int arrays() {
        return values().length;
    }

    /** The number of weights in an array. */
    default int length(int array) {
        return Array.getLength(values()[array]);
    }

    /** A weight. */
    double value(int array, int index);

    /** Bytes of a weight in a file: 4 or 8. */
    int bytes();

    /** The array of the weights of layer 1..L. */
    static int forward(int layer) {
        return layer - 1;
    }

    /** The array of the feedback weights of layer 1..L-1 in a network of L layers. */
    static int feedback(int layer, int layers) {
        return layers + layer - 1;
    }

    /** The name of an array: {@code w1} to those of layer L, {@code feedback1} to those of layer L-1. */
    static String name(int array, int layers) {
        return array < layers ? "w" + (array + 1) : "feedback" + (array - layers + 1);
    }

    /** The lengths that the arrays of a network have. */
    static long[] lengths(Shape shape, FeedbackPath path) {
        int layers = shape.layers();
        long[] lengths = new long[2 * layers - 1];
        for (int l = 1; l <= layers; l++) {
            lengths[forward(l)] = shape.synapses(l);
        }
        for (int l = 1; l < layers; l++) {
            lengths[feedback(l, layers)] = (long) shape.size(l) * shape.size(path.source(l, layers));
        }
        return lengths;
    }

    /**
     * Checks that these can be the weights of a network.
     *
     * @throws IllegalArgumentException where they cannot
     */
    default void requireFits(Shape shape, FeedbackPath path) {
        long[] lengths = lengths(shape, path);
        if (lengths.length != arrays()) {
            throw new IllegalArgumentException(
                    "a network " + shape + " has " + lengths.length + " arrays of weights, not " + arrays());
        }
        for (int a = 0; a < lengths.length; a++) {
            if (lengths[a] != length(a)) {
                throw new IllegalArgumentException("a network " + shape + " has " + lengths[a] + " weights in "
                        + name(a, shape.layers()) + ", not " + length(a));
            }
        }
    }
}
