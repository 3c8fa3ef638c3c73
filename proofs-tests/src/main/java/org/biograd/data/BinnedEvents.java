package org.biograd.data;

import java.io.IOException;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/** Recordings as trains of spikes: without draws, so a sample is the same whenever it is shown. */
@Clause("DATA-3")
final class BinnedEvents implements InputSource {

    /** Microseconds that the steps of a sample share; later events are left out. */
    static final int DURATION = 300_000;

    private final int steps;
    // Of each sample first the number of spikes of each step, then their inputs: 2 bytes a spike.
    private final char[][] samples;

    private BinnedEvents(int steps, char[][] samples) {
        this.steps = steps;
        this.samples = samples;
    }

    /** Where recordings come from. */
    interface Recordings {
        Recording get(int index) throws IOException;
    }

    /**
     * Bins some recordings.
     *
     * @param steps T, 1..4096
     * @throws IllegalArgumentException where there is no recording, or the steps are out of range
     * @throws IOException where a recording cannot be had
     */
    static BinnedEvents of(int steps, int size, Recordings recordings) throws IOException {
        if (size < 1) {
            throw new IllegalArgumentException("there is no recording; at least one is needed");
        }
        if (steps < 1 || steps > 4096) {
            throw new IllegalArgumentException("steps: " + steps + " is not within 1..4096");
        }
        char[][] samples = new char[size][];
        long[] spikes = new long[(steps * Recording.INPUTS + 63) / 64];
        for (int i = 0; i < size; i++) {
            samples[i] = bin(steps, recordings.get(i), spikes);
        }
        return new BinnedEvents(steps, samples);
    }

    /** The step of an event; steps or more where it comes too late. */
    static int step(int time, int steps) {
        return (int) ((long) time * steps / DURATION);
    }

    /** Bins a recording; the buffer has a bit an input and step, all 0 before and after. */
    private static char[] bin(int steps, Recording recording, long[] spikes) {
        int count = 0;
        for (int e = 0; e < recording.size(); e++) {
            int step = step(recording.times()[e], steps);
            if (step < steps) {
                int bit = step * Recording.INPUTS + recording.inputs()[e];
                long before = spikes[bit >> 6];
                spikes[bit >> 6] = before | 1L << bit;
                count += before == spikes[bit >> 6] ? 0 : 1;
            }
        }
        char[] binned = new char[steps + count];
        int at = steps;
        for (int word = 0; word < spikes.length; word++) {
            long left = spikes[word];
            spikes[word] = 0;
            while (left != 0) {
                int bit = (word << 6) + Long.numberOfTrailingZeros(left);
                binned[bit / Recording.INPUTS]++;
                binned[at++] = (char) (bit % Recording.INPUTS);
                left &= left - 1;
            }
        }
        return binned;
    }

    @Override
    public int size() {
        return samples.length;
    }

    @Override
    public int inputs() {
        return Recording.INPUTS;
    }

    @Override
    public void training(long sample, int index, SpikeTrain out) {
        test(index, out);
    }

    @Override
    public void test(int index, SpikeTrain out) {
        char[] sample = samples[index];
        if (out.size() != Recording.INPUTS || out.steps() != steps) {
            throw new IllegalArgumentException("a sample of " + Recording.INPUTS + " inputs and " + steps
                    + " steps does not fit a spike train of " + out.size() + " and " + out.steps());
        }
        out.clear();
        int at = steps;
        for (int t = 0; t < steps; t++) {
            for (int end = at + sample[t]; at < end; at++) {
                out.add(sample[at]);
            }
            out.endStep();
        }
    }

    /** This source itself: nothing in it ever changes. */
    @Override
    public InputSource copy() {
        return this;
    }
}
