package org.biograd.fixedpoint.fast;

/**
 * Serves {@link FastEligibility} and {@link FastWeightUpdate}: the presynaptic neurons that have spiked since the start
 * of the sample, ascending, the bias always among them. Only their rows of traces and eligibilities can differ from 0.
 */
public final class ActiveRows {

    private final boolean[] active;

    /** The rows; the first {@link #count} entries count. */
    final int[] row;

    int count;

    /**
     * Only the bias.
     *
     * @param pre how many presynaptic neurons there are, the bias not counted
     */
    public ActiveRows(int pre) {
        active = new boolean[pre + 1];
        row = new int[pre + 1];
        clear();
    }

    /** Only the bias is left. */
    void clear() {
        for (int r = 0; r < count; r++) {
            active[row[r]] = false;
        }
        int bias = row.length - 1;
        active[bias] = true;
        row[0] = bias;
        count = 1;
    }

    /** Whether a neuron, or the bias, is among them. */
    boolean contains(int j) {
        return active[j];
    }

    /** Nothing is left, not even the bias. */
    void clearAll() {
        clear();
        active[row[0]] = false;
        count = 0;
    }

    /**
     * Adds the neurons that spike in this step.
     *
     * @param spiking ascending; the first {@code spikes} entries count
     */
    public void add(int[] spiking, int spikes) {
        int fresh = 0;
        for (int s = 0; s < spikes; s++) {
            fresh += active[spiking[s]] ? 0 : 1;
        }
        if (fresh == 0) {
            return;
        }
        // Merges from the back, in place: both lists ascend, and the write never overtakes the read.
        int read = count - 1;
        int write = count + fresh - 1;
        count += fresh;
        for (int s = spikes - 1; s >= 0; s--) {
            int j = spiking[s];
            if (active[j]) {
                continue;
            }
            while (read >= 0 && row[read] > j) {
                row[write--] = row[read--];
            }
            row[write--] = j;
            active[j] = true;
        }
    }
}
