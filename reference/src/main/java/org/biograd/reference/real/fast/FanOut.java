package org.biograd.reference.real.fast;

import java.util.Arrays;
import org.biograd.spec.Clause;

/**
 * The weights of one layer turned round, for spikes to run through: for each neuron below, what it adds to the neurons
 * of this layer. They are a copy, in blocks of a few neurons each, so that a block's weights stay near the processor
 * through all steps of a sample.
 *
 * <p>Equals: {@code Synapses.add} of the readable package, with the same addends in the same order, those of 0 left
 * out.
 * <br>Condition: weights other than those it was refreshed from are not seen.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class FanOut {

    /** The most neurons of a block. */
    static final int BLOCK = 128;

    private final double[][] weights;
    private final double[] biases;
    private final double[][][] blocks;

    /**
     * A copy of a layer's weights, all 0 until they are {@link #refresh}ed.
     *
     * @param weights w_ij, live, [post][pre]
     * @param biases b_i, live, [post]
     */
    FanOut(double[][] weights, double[] biases) {
        this.weights = weights;
        this.biases = biases;
        int post = biases.length;
        int pre = weights[0].length;
        blocks = new double[(post + BLOCK - 1) / BLOCK][pre + 1][];
        for (int b = 0; b < blocks.length; b++) {
            for (int j = 0; j <= pre; j++) {
                blocks[b][j] = new double[Math.min(BLOCK, post - b * BLOCK)];
            }
        }
    }

    /** How many blocks there are. */
    int blocks() {
        return blocks.length;
    }

    /** How many neurons a block has; its first is that of number block times {@value #BLOCK}. */
    int size(int block) {
        return blocks[block][0].length;
    }

    /**
     * Takes over the weights of a block as they are now: four neurons at a time, so that what lies side by side is
     * written at once.
     */
    void refresh(int block) {
        double[][] rows = blocks[block];
        int first = block * BLOCK;
        int last = size(block) - 1;
        for (int r = 0; r <= last; r += 4) {
            int r1 = Math.min(r + 1, last);
            int r2 = Math.min(r + 2, last);
            int r3 = Math.min(r + 3, last);
            double[] w0 = weights[first + r];
            double[] w1 = weights[first + r1];
            double[] w2 = weights[first + r2];
            double[] w3 = weights[first + r3];
            for (int j = 0; j < w0.length; j++) {
                double[] row = rows[j];
                row[r] = w0[j];
                row[r1] = w1[j];
                row[r2] = w2[j];
                row[r3] = w3[j];
            }
        }
        System.arraycopy(biases, first, rows[rows.length - 1], 0, last + 1);
    }

    /** a_i of a block in one step. */
    void sum(int block, Raster below, int step, double[] a) {
        if (below.noise()) {
            sumNoise(block, below, step, a);
        } else {
            sumSpikes(block, below, step, a);
        }
    }

    /** a_i = b_i + sum_j w_ij, over the neurons j that spike, ascending. */
    @Clause(value = "SOMA-1", form = Clause.Form.FAST)
    private void sumSpikes(int block, Raster below, int step, double[] a) {
        double[][] rows = blocks[block];
        int[] j = below.neuron;
        int size = size(block);
        System.arraycopy(rows[rows.length - 1], 0, a, 0, size);
        int event = below.begin(step);
        int end = below.end(step);
        for (; event + 4 <= end; event += 4) {
            add(a, rows[j[event]], rows[j[event + 1]], rows[j[event + 2]], rows[j[event + 3]], size);
        }
        for (; event < end; event++) {
            add(a, rows[j[event]], size);
        }
    }

    /** a_i = sum_j w_ij x_j, j ascending: where noise is injected, the bias is silent. */
    @Clause(value = "SLEEP-2", form = Clause.Form.FAST)
    private void sumNoise(int block, Raster noise, int step, double[] a) {
        double[][] rows = blocks[block];
        int[] j = noise.neuron;
        double[] x = noise.x;
        int size = size(block);
        Arrays.fill(a, 0, size, 0);
        int event = noise.begin(step);
        int end = noise.end(step);
        for (; event + 4 <= end; event += 4) {
            add(
                    a,
                    rows[j[event]],
                    x[event],
                    rows[j[event + 1]],
                    x[event + 1],
                    rows[j[event + 2]],
                    x[event + 2],
                    rows[j[event + 3]],
                    x[event + 3],
                    size);
        }
        for (; event < end; event++) {
            add(a, rows[j[event]], x[event], rows[j[event]], 0, rows[j[event]], 0, rows[j[event]], 0, size);
        }
    }

    // Loops of their own, so that each is compiled for itself, and to instructions on several neurons at once. Four
    // addends after each other: a sum is read and written once for all of them.

    private static void add(double[] a, double[] w, int size) {
        for (int i = 0; i < size; i++) {
            a[i] += w[i];
        }
    }

    private static void add(double[] a, double[] w0, double[] w1, double[] w2, double[] w3, int size) {
        for (int i = 0; i < size; i++) {
            a[i] = a[i] + w0[i] + w1[i] + w2[i] + w3[i];
        }
    }

    private static void add(
            double[] a,
            double[] w0,
            double x0,
            double[] w1,
            double x1,
            double[] w2,
            double x2,
            double[] w3,
            double x3,
            int size) {
        for (int i = 0; i < size; i++) {
            a[i] = a[i] + w0[i] * x0 + w1[i] * x1 + w2[i] * x2 + w3[i] * x3;
        }
    }
}
