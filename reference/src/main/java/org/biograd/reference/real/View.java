package org.biograd.reference.real;

import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** Values for an observer, read from live arrays; made once, so that observing allocates nothing. */
interface View extends Values {

    /** Shows the values to an observer, if there is one. */
    default void show(Observer observer, Signal signal, int layer, int step) {
        if (observer != null) {
            observer.observe(signal, layer, step, this);
        }
    }

    /** A whole vector. */
    static View of(double[] vector) {
        return of(vector, vector.length);
    }

    /** The first {@code size} values of a vector. */
    static View of(double[] vector, int size) {
        return new Vector(vector, size);
    }

    /** A matrix row by row, as feedback weights are numbered. */
    static View rows(double[][] matrix) {
        return new Rows(matrix);
    }

    /** A matrix column by column: [post][pre + 1] in the order of synapses. */
    static View synapses(double[][] matrix) {
        return new Columns(matrix);
    }

    /** Weights [post][pre] and the biases behind them, in the order of synapses, each times a factor. */
    static View synapses(double[][] weights, double[] biases, double factor) {
        return new Weights(weights, biases, factor);
    }

    /** The first values of a vector. */
    record Vector(double[] vector, int size) implements View {

        @Override
        public double real(int index) {
            return vector[index];
        }
    }

    /** A matrix row by row. */
    record Rows(double[][] matrix) implements View {

        @Override
        public int size() {
            return matrix.length * matrix[0].length;
        }

        @Override
        public double real(int index) {
            return matrix[index / matrix[0].length][index % matrix[0].length];
        }
    }

    /** A matrix column by column. */
    @Clause("SYN-1")
    record Columns(double[][] matrix) implements View {

        @Override
        public int size() {
            return matrix.length * matrix[0].length;
        }

        @Override
        public double real(int index) {
            return matrix[index % matrix.length][index / matrix.length];
        }

        @Override
        public void copyTo(double[] target) {
            for (int i = 0; i < matrix.length; i++) {
                double[] row = matrix[i];
                for (int j = 0; j < row.length; j++) {
                    target[j * matrix.length + i] = row[j];
                }
            }
        }
    }

    /** Weights column by column, then the biases. */
    @Clause("SYN-1")
    record Weights(double[][] weights, double[] biases, double factor) implements View {

        @Override
        public int size() {
            return biases.length * (weights[0].length + 1);
        }

        @Override
        public double real(int index) {
            int i = index % biases.length;
            int j = index / biases.length;
            return factor * (j < weights[i].length ? weights[i][j] : biases[i]);
        }
    }
}
