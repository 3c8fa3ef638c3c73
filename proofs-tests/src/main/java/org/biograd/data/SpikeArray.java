package org.biograd.data;

import java.util.Arrays;
import java.util.Objects;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.io.array.NpyArray;
import org.biograd.spec.SpikeTrain;

/** Samples that are spikes already, from an array of samples x steps x inputs. */
public final class SpikeArray implements Samples {

    private final SpikeTrain[] trains;
    private final int[] labels;
    private final int inputs;
    private final int steps;
    private final int classes;
    private final String source;

    private SpikeArray(SpikeTrain[] trains, int[] labels, int inputs, int steps, int classes, String source) {
        this.trains = trains;
        this.labels = labels;
        this.inputs = inputs;
        this.steps = steps;
        this.classes = classes;
        this.source = source;
    }

    /**
     * The samples of an array; one of steps x inputs is one sample.
     *
     * @param labels a class per sample
     * @throws InvalidDataException where its shape or an element is not that of spikes
     */
    public static SpikeArray of(NpyArray x, int[] labels, int classes) throws InvalidDataException {
        SpikeTrain[] trains = trains(x);
        int[] shape = x.shape();
        int inputs = shape[shape.length - 1];
        return new SpikeArray(trains, labels, inputs, shape[shape.length - 2], classes, x.source());
    }

    /**
     * The trains of an array.
     *
     * @throws InvalidDataException where its shape or an element is not that of spikes
     */
    public static SpikeTrain[] trains(NpyArray x) throws InvalidDataException {
        int[] shape = x.shape();
        boolean sized = (shape.length == 2 || shape.length == 3) && x.size() > 0;
        if (!sized || x.kind() == NpyArray.Kind.FLOAT) {
            throw new InvalidDataException(x.source() + ": shape " + x.shapeText() + " of " + x.kind()
                    + "; booleans or integers of 0 and 1 of shape (samples, steps, inputs) or (steps, inputs) are "
                    + "needed");
        }
        int inputs = shape[shape.length - 1];
        int steps = shape[shape.length - 2];
        SpikeTrain[] trains = new SpikeTrain[x.size() / (inputs * steps)];
        int at = 0;
        for (int i = 0; i < trains.length; i++) {
            trains[i] = new SpikeTrain(inputs, steps);
            for (int t = 0; t < steps; t++) {
                for (int j = 0; j < inputs; j++, at++) {
                    long value = x.integer(at);
                    if (value == 1) {
                        trains[i].add(j);
                    } else if (value != 0) {
                        throw new InvalidDataException(x.source() + ": sample " + i + ", step " + t + ", input " + j
                                + " is " + value + ", neither 0 nor 1");
                    }
                }
                trains[i].endStep();
            }
        }
        return trains;
    }

    @Override
    public int size() {
        return trains.length;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int[] labels() {
        return labels;
    }

    /** The same trains each time; no draw has a part in them. */
    @Override
    public InputSource source(int asked, long seed) {
        if (asked != steps || trains.length == 0) {
            throw new IllegalArgumentException(source + ": " + trains.length + " samples of " + steps
                    + " steps; the profile has time.steps = " + asked + " (--steps " + steps + " makes it fit)");
        }
        return new Source();
    }

    @Override
    public Samples slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new SpikeArray(
                Arrays.copyOfRange(trains, from, to),
                Arrays.copyOfRange(labels, from, to),
                inputs,
                steps,
                classes,
                source);
    }

    /** The trains are only read. */
    private final class Source implements InputSource {

        @Override
        public int size() {
            return trains.length;
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public void training(long sample, int index, SpikeTrain out) {
            test(index, out);
        }

        @Override
        public void test(int index, SpikeTrain out) {
            SpikeTrain train = trains[index];
            int[] indices = new int[inputs];
            out.clear();
            for (int t = 0; t < steps; t++) {
                int count = train.copy(t, indices);
                out.addStep(indices, count);
            }
        }

        @Override
        public InputSource copy() {
            return this;
        }
    }
}
