package org.biograd.fixedpoint.fast;

import org.biograd.spec.SpikeTrain;

/**
 * Serves {@link FastEligibility}: the spikes of a sample by presynaptic neuron: which neurons spike at all, ascending,
 * and in which steps. The bias comes last and spikes in every step.
 *
 * <p>Where several threads share a layer, each sees its own part of the neurons: stripes of {@value #STRIPE}, so that
 * draws of neighbours stay together; the bias is in the first part.
 */
final class SampleRows {

    private static final int STRIPE_LOG = 4;
    private static final int STRIPE = 1 << STRIPE_LOG;

    private final int bias;
    private final int[] spikesOf;
    private final int[] end;

    /** How often a row spikes. */
    private final int[] spikesIn;

    /** The neurons that spike, ascending, the bias last; the first {@link #count} entries count. */
    final int[] row;

    /** Place of a neuron within {@link #row}; of one that is not there, anything. */
    private final int[] place;

    /** The steps of all spikes, row by row, ascending within a row. */
    private int[] step = new int[64];

    int count;

    private boolean hasBias;

    SampleRows(int pre) {
        bias = pre;
        spikesOf = new int[pre + 1];
        end = new int[pre + 1];
        spikesIn = new int[pre + 1];
        row = new int[pre + 1];
        place = new int[pre + 1];
    }

    /**
     * Takes in which neurons spike in a sample; in which steps, only {@link #readSteps} tells.
     *
     * @param part which part of the neurons, 0..parts-1
     * @param parts how many parts there are; 1 for all neurons
     */
    void read(SpikeTrain train, int part, int parts) {
        for (int e = 0; e < train.events(); e++) {
            spikesOf[train.neuron(e)]++;
        }
        count = 0;
        for (int j = 0; j < bias; j++) {
            int spikes = spikesOf[j];
            if (spikes > 0) {
                spikesOf[j] = 0;
                if (parts == 1 || (j >> STRIPE_LOG) % parts == part) {
                    open(j, spikes);
                }
            }
        }
        hasBias = part == 0;
        if (hasBias) {
            open(bias, train.steps());
        }
    }

    private void open(int j, int spikes) {
        place[j] = count;
        spikesIn[count] = spikes;
        row[count++] = j;
    }

    /** Lists the steps in which each neuron spikes, in the sample that has been read. */
    void readSteps(SpikeTrain train) {
        int total = 0;
        for (int r = 0; r < count; r++) {
            end[r] = total;
            total += spikesIn[r];
        }
        if (step.length < total) {
            step = new int[2 * total];
        }
        for (int t = 0; t < train.steps(); t++) {
            for (int e = train.begin(t); e < train.end(t); e++) {
                int r = find(train.neuron(e));
                if (r >= 0) {
                    step[end[r]++] = t;
                }
            }
            if (hasBias) {
                step[end[count - 1]++] = t;
            }
        }
    }

    /** Place of a neuron within {@link #row}, or -1. */
    int find(int j) {
        int r = place[j];
        return r < count && row[r] == j ? r : -1;
    }

    /** Keeps, of a list of neurons, those that are here; returns how many. */
    int keep(int[] neuron, int length) {
        int kept = 0;
        for (int s = 0; s < length; s++) {
            neuron[kept] = neuron[s];
            kept += find(neuron[s]) >= 0 ? 1 : 0;
        }
        return kept;
    }

    /** Whether the last row is the bias. */
    boolean hasBias() {
        return hasBias;
    }

    /** Where the steps of a row begin, for {@link #step}. */
    int begin(int r) {
        return r == 0 ? 0 : end[r - 1];
    }

    /** Where the steps of a row end (exclusive). */
    int end(int r) {
        return end[r];
    }

    /** The step of a spike. */
    int step(int spike) {
        return step[spike];
    }
}
