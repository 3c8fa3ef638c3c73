package org.biograd.spec;

import java.util.Arrays;

/**
 * The spikes of a population over the steps of one sample, as a list of events per step: only neurons that spike take
 * space.
 *
 * <p>A buffer that is filled anew for each sample: {@link #clear()}, then for each step {@link #add} in ascending order
 * of the neuron and {@link #endStep()}.
 */
public final class SpikeTrain {

    private final int size;
    private final int[] end;
    private int[] neuron;
    private int step;
    private int events;

    /**
     * An empty train.
     *
     * @param size number of neurons, at least 1
     * @param steps number of steps, at least 1
     * @throws IllegalArgumentException where either is below 1
     */
    public SpikeTrain(int size, int steps) {
        if (size < 1 || steps < 1) {
            throw new IllegalArgumentException(
                    "a spike train has at least one neuron and one step, not " + size + " and " + steps);
        }
        this.size = size;
        this.end = new int[steps];
        this.neuron = new int[64];
    }

    /**
     * The train of the given spikes.
     *
     * @param spikes shape [steps][neurons], each 0 or 1
     * @throws IllegalArgumentException where rows differ in length or a value is neither 0 nor 1
     */
    public static SpikeTrain of(int[][] spikes) {
        SpikeTrain train = new SpikeTrain(spikes.length == 0 ? 0 : spikes[0].length, spikes.length);
        for (int t = 0; t < spikes.length; t++) {
            if (spikes[t].length != train.size) {
                throw new IllegalArgumentException(
                        "step " + t + " has " + spikes[t].length + " values, step 0 has " + train.size);
            }
            train.addDense(spikes[t]);
        }
        return train;
    }

    /** Forgets everything. */
    public void clear() {
        step = 0;
        events = 0;
    }

    /**
     * Adds a spike to the current step.
     *
     * @param index the neuron, above every one added to this step before
     * @throws IllegalArgumentException where the index is out of range or out of order
     */
    public void add(int index) {
        int begin = step == 0 ? 0 : end[step - 1];
        if (index < 0 || index >= size || (events > begin && neuron[events - 1] >= index)) {
            throw outOfPlace(index);
        }
        if (events == neuron.length) {
            neuron = Arrays.copyOf(neuron, 2 * events);
        }
        neuron[events++] = index;
    }

    /** Ends the current step. */
    public void endStep() {
        end[step++] = events;
    }

    /**
     * Adds the spikes of a whole step and ends it.
     *
     * @param indices the neurons, ascending; the first {@code count} entries count
     * @throws IllegalArgumentException where an index is out of range or out of order
     */
    public void addStep(int[] indices, int count) {
        if (events + count > neuron.length) {
            neuron = Arrays.copyOf(neuron, 2 * (events + count));
        }
        System.arraycopy(indices, 0, neuron, events, count);
        // Negative where a neuron is out of range, or else not above the one before; found without a branch a spike.
        int wrong = 0;
        int before = -1;
        for (int s = 0; s < count; s++) {
            int index = indices[s];
            wrong |= index | size - 1 - index | index - before - 1;
            before = index;
        }
        if (wrong < 0) {
            throw outOfPlace(indices, count);
        }
        events += count;
        endStep();
    }

    /**
     * Adds the spikes of the current step and ends it.
     *
     * @param spikes one value per neuron, 0 or 1
     * @throws IllegalArgumentException where there are not as many values as neurons, or a value is neither 0 nor 1
     */
    public void addDense(int[] spikes) {
        if (spikes.length != size) {
            throw new IllegalArgumentException(
                    "step " + step + " has " + spikes.length + " values for " + size + " neurons");
        }
        if (events + size > neuron.length) {
            neuron = Arrays.copyOf(neuron, 2 * (events + size));
        }
        // Each is written before it is known whether it spiked, so that no spike costs a branch.
        int count = events;
        int wrong = 0;
        for (int i = 0; i < size; i++) {
            neuron[count] = i;
            count += spikes[i] & 1;
            wrong |= spikes[i];
        }
        if ((wrong & ~1) != 0) {
            throw neitherZeroNorOne(spikes);
        }
        events = count;
        endStep();
    }

    private IllegalArgumentException neitherZeroNorOne(int[] spikes) {
        int i = 0;
        while ((spikes[i] & ~1) == 0) {
            i++;
        }
        return new IllegalArgumentException(
                "step " + step + ", neuron " + i + ": " + spikes[i] + " is neither 0 nor 1");
    }

    private IllegalArgumentException outOfPlace(int[] indices, int count) {
        int s = 0;
        while (s < count - 1 && indices[s] >= 0 && indices[s] < size && (s == 0 || indices[s - 1] < indices[s])) {
            s++;
        }
        return outOfPlace(indices[s]);
    }

    private IllegalArgumentException outOfPlace(int index) {
        return new IllegalArgumentException("neuron " + index + " is not within 0.." + (size - 1) + " and ascending");
    }

    /**
     * The spikes of a step as one value per neuron.
     *
     * @param atStep the step
     * @return a new array of 0 and 1
     */
    public int[] dense(int atStep) {
        int[] spikes = new int[size];
        for (int event = begin(atStep); event < end(atStep); event++) {
            spikes[neuron[event]] = 1;
        }
        return spikes;
    }

    /**
     * Copies the spikes of a step.
     *
     * @param atStep the step
     * @param out receives the neurons, ascending
     * @return how many there are
     */
    public int copy(int atStep, int[] out) {
        int begin = begin(atStep);
        int count = end(atStep) - begin;
        System.arraycopy(neuron, begin, out, 0, count);
        return count;
    }

    /** The number of neurons. */
    public int size() {
        return size;
    }

    /** The number of steps that a full train has. */
    public int steps() {
        return end.length;
    }

    /** Whether every step has been ended. */
    public boolean complete() {
        return step == end.length;
    }

    /** Where the events of a step begin. */
    public int begin(int atStep) {
        return atStep == 0 ? 0 : end[atStep - 1];
    }

    /** Where the events of a step end (exclusive). */
    public int end(int atStep) {
        return end[atStep];
    }

    /** The neuron of an event. */
    public int neuron(int event) {
        return neuron[event];
    }

    /** All spikes of all steps. */
    public int events() {
        return events;
    }
}
