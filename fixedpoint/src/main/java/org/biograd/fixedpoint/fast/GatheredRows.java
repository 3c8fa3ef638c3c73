package org.biograd.fixedpoint.fast;

import org.biograd.spec.Clause;

/**
 * Equals the sum of {@link org.biograd.fixedpoint.Synapses#sum}, while the weights stand still: the rows of weights
 * that a sample needs, each in an array of its own. Held equal by {@code NetworkContract}; benchmark: {@code
 * NetworkBenchmark.predict}.
 *
 * <p>Loops over whole arrays become vector code, those over a part of the one long array of the synapses do not.
 * Each row is copied once a sample and read in every step in which its neuron spikes; nothing else is touched.
 */
final class GatheredRows {

    private final int post;
    private final int[][] row;

    GatheredRows(int pre, int post) {
        this.post = post;
        this.row = new int[pre][];
    }

    /** Copies the rows of a sample but that of the biases. */
    void copyRows(int[] weight, SampleRows rows) {
        int last = rows.hasBias() ? rows.count - 1 : rows.count;
        for (int r = 0; r < last; r++) {
            copyRow(weight, rows.row[r]);
        }
    }

    /** Copies all rows but that of the biases. */
    void copyAllRows(int[] weight) {
        for (int j = 0; j < row.length; j++) {
            copyRow(weight, j);
        }
    }

    private void copyRow(int[] weight, int j) {
        if (row[j] == null) {
            row[j] = new int[post];
        }
        System.arraycopy(weight, j * post, row[j], 0, post);
    }

    /**
     * Adds the rows of some neurons, four in a pass.
     *
     * @param sum one value a postsynaptic neuron
     * @param neuron the neurons; the first {@code count} entries count
     */
    @Clause(value = "SOMA-1", form = Clause.Form.FAST)
    void add(int[] sum, int[] neuron, int count) {
        int s = 0;
        for (; s + 4 <= count; s += 4) {
            add(sum, row[neuron[s]], row[neuron[s + 1]], row[neuron[s + 2]], row[neuron[s + 3]]);
        }
        for (; s < count; s++) {
            add(sum, row[neuron[s]]);
        }
    }

    private static void add(int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void add(int[] sum, int[] a) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i];
        }
    }
}
