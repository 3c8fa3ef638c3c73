package org.biograd.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.io.array.NpyArray;
import org.biograd.io.array.NpyReader;
import org.biograd.spec.SpikeTrain;

/**
 * Training and test set in an archive of NumPy: {@code train_x}, {@code train_y}, {@code test_x}, {@code test_y}. Of
 * shape samples x steps x inputs, x is spikes, booleans or integers of 0 and 1; of shape samples x inputs it is
 * intensities, unsigned bytes, that are coded as those of images are. y is a class per sample, from 0.
 */
public final class ArrayData {

    /** How the name of such a file ends. */
    public static final String ENDING = ".npz";

    private static final int MAX_CLASSES = 65_535;

    private ArrayData() {}

    /**
     * Reads both sets.
     *
     * @throws IOException where the file cannot be read or does not hold them; the message names array and element
     */
    static TrainingAndTest read(Path file) throws IOException {
        Map<String, NpyArray> arrays = NpyReader.readAll(file);
        for (String name : new String[] {"train_x", "train_y", "test_x", "test_y"}) {
            if (!arrays.containsKey(name)) {
                throw new InvalidDataException(
                        file + ": no array " + name + "; train_x, train_y, test_x and test_y are needed");
            }
        }
        int[] training = labels(arrays.get("train_y"), arrays.get("train_x"));
        int[] test = labels(arrays.get("test_y"), arrays.get("test_x"));
        int classes = 2;
        for (int[] labels : new int[][] {training, test}) {
            for (int label : labels) {
                classes = Math.max(classes, label + 1);
            }
        }
        return new TrainingAndTest(
                samples(arrays.get("train_x"), training, classes),
                samples(arrays.get("test_x"), test, classes),
                DataFolder.describe("NumPy", file));
    }

    /**
     * The classes of samples.
     *
     * @throws InvalidDataException where there is not one per sample
     */
    public static int[] labels(NpyArray y, NpyArray x) throws InvalidDataException {
        int samples = x.dimensions() == 0 ? 0 : x.shape()[0];
        if (y.kind() == NpyArray.Kind.FLOAT || y.dimensions() != 1 || y.size() != samples || samples == 0) {
            throw new InvalidDataException(y.source() + ": shape " + y.shapeText() + " of " + y.kind()
                    + "; integers of shape (" + samples + ",), one per sample and at least one, are needed");
        }
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            long label = y.integer(i);
            if (label < 0 || label >= MAX_CLASSES) {
                throw new InvalidDataException(
                        y.source() + ": element " + i + " is " + label + ", not a class of 0.." + (MAX_CLASSES - 1));
            }
            labels[i] = (int) label;
        }
        return labels;
    }

    private static Samples samples(NpyArray x, int[] labels, int classes) throws InvalidDataException {
        if (x.dimensions() == 3) {
            int[] shape = x.shape();
            return new SpikeArray(trains(x), labels, shape[2], shape[1], classes, x.source());
        }
        if (x.dimensions() != 2 || x.kind() != NpyArray.Kind.UNSIGNED || x.shape()[1] == 0) {
            throw new InvalidDataException(x.source() + ": shape " + x.shapeText() + " of " + x.kind()
                    + "; spikes (samples, steps, inputs), or unsigned bytes (samples, inputs) are needed");
        }
        int inputs = x.shape()[1];
        byte[][] intensities = new byte[labels.length][inputs];
        for (int i = 0; i < x.size(); i++) {
            long value = x.integer(i);
            if (value > 255) {
                throw new InvalidDataException(x.source() + ": element " + i + " is " + value + ", more than 255");
            }
            intensities[i / inputs][i % inputs] = (byte) value;
        }
        return new DataSet(intensities, labels, inputs, classes);
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

    /** Samples that are spikes already, from an array of samples x steps x inputs. */
    private record SpikeArray(SpikeTrain[] trains, int[] labels, int inputs, int steps, int classes, String source)
            implements Samples {

        @Override
        public int size() {
            return trains.length;
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
}
