package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.SpikeTrain;

/**
 * The spikes of one population in one step: x_j for every neuron, and a list of those that are not 0.
 *
 * <p>The bias stands behind the last neuron, as in SYN-1: a neuron that spikes at every step, or, where noise is
 * injected (SLEEP-2), at none.
 */
final class Spikes {

    /** x_j, length size + 1: 0 or 1, or -1 for a negative noise spike; the bias last. */
    final double[] x;

    private final int size;
    private final int[] active;
    private int count;

    /** Makes a population of silent neurons; {@code bias}, 1 or 0, is x of the bias. */
    Spikes(int size, double bias) {
        this.size = size;
        this.x = new double[size + 1];
        this.active = new int[size];
        x[size] = bias;
    }

    /** How many neurons have an x other than 0, the bias not counted. */
    int count() {
        return count;
    }

    /** The neuron of entry 0..count-1, ascending. */
    int neuron(int entry) {
        return active[entry];
    }

    void clear() {
        Arrays.fill(x, 0, size, 0);
        count = 0;
    }

    /** Lets neuron j spike; j must ascend from one call to the next. */
    void add(int j) {
        x[j] = 1;
        active[count++] = j;
    }

    /** Takes over one step of a train. */
    void read(SpikeTrain train, int step) {
        clear();
        for (int event = train.begin(step); event < train.end(step); event++) {
            add(train.neuron(event));
        }
    }

    /** pos - neg of one step: a neuron that spikes in both trains is silent. */
    void readDifference(SpikeTrain positive, SpikeTrain negative, int step) {
        clear();
        for (int event = positive.begin(step); event < positive.end(step); event++) {
            x[positive.neuron(event)] += 1;
        }
        for (int event = negative.begin(step); event < negative.end(step); event++) {
            x[negative.neuron(event)] -= 1;
        }
        for (int j = 0; j < size; j++) {
            if (x[j] != 0) {
                active[count++] = j;
            }
        }
    }
}
