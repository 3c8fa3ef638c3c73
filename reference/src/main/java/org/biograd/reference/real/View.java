package org.biograd.reference.real;

import java.util.function.IntToDoubleFunction;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** Values for an observer, read from live arrays; made once, so that observing allocates nothing. */
record View(int size, IntToDoubleFunction value) implements Values {

    @Override
    public double real(int index) {
        return value.applyAsDouble(index);
    }

    /** The first {@code size} values of a vector. */
    static View of(double[] vector, int size) {
        return new View(size, index -> vector[index]);
    }

    /** A whole vector. */
    static View of(double[] vector) {
        return of(vector, vector.length);
    }

    /** A matrix row by row, as feedback weights are numbered. */
    static View rows(double[][] matrix) {
        int width = matrix[0].length;
        return new View(matrix.length * width, index -> matrix[index / width][index % width]);
    }

    /** A matrix column by column: [post][pre + 1] in the order of synapses. */
    @Clause("SYN-1")
    static View synapses(double[][] matrix) {
        int post = matrix.length;
        return new View(post * matrix[0].length, index -> matrix[index % post][index / post]);
    }

    /** Weights [post][pre] and the biases behind them, in the order of synapses. */
    @Clause("SYN-1")
    static View synapses(double[][] weights, double[] biases) {
        int post = biases.length;
        int pre = weights[0].length;
        return new View(post * (pre + 1), index -> {
            int j = index / post;
            return j < pre ? weights[index % post][j] : biases[index % post];
        });
    }

    /** Shows the values to an observer, if there is one. */
    void show(Observer observer, Signal signal, int layer, int step) {
        if (observer != null) {
            observer.observe(signal, layer, step, this);
        }
    }
}
