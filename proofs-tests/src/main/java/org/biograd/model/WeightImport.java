package org.biograd.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.biograd.fixedpoint.Network;
import org.biograd.io.array.NpyArray;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * Makes a model of arrays of weights: {@code w1}, {@code b1}, {@code w2}, ..., {@code feedback1}, ..., in the form in
 * which {@link Export} writes them. What is rounded or clipped on the way is reported.
 */
public final class WeightImport {

    /**
     * What became of an array.
     *
     * @param name of the array
     * @param values how many it has
     * @param rounded how many are no multiples of the unit
     * @param worst the largest change by rounding alone, in units
     * @param clipped how many were beyond the width
     * @param farthest the largest value before clipping, in units, without its sign
     */
    public record Line(String name, int values, int rounded, double worst, int clipped, double farthest) {}

    /**
     * A network, and what it took.
     *
     * @param model the network
     * @param lines an array a line
     * @param drawn whether its feedback weights were drawn, for want of arrays
     */
    public record Imported(Model model, List<Line> lines, boolean drawn) {}

    /** More would not be a network (PROF-2). */
    private static final int MOST_LAYERS = Shape.MAX_LAYERS;

    private final Map<String, NpyArray> arrays;
    private final Profile profile;
    private final boolean transposed;
    private final OptionalDouble scale;
    private final List<Line> lines = new ArrayList<>();

    private WeightImport(Map<String, NpyArray> arrays, Profile profile, boolean transposed, OptionalDouble scale) {
        this.arrays = new LinkedHashMap<>(arrays);
        this.profile = profile;
        this.transposed = transposed;
        this.scale = scale;
    }

    /**
     * Makes a model.
     *
     * @param arrays by name; of shape inputs x outputs, biases one per output
     * @param seed of draws, feedback weights that are missing among them
     * @param transposed whether the shape is outputs x inputs, as PyTorch has it
     * @param scale what one unit of a weight stands for in the arrays; empty where these are integers in that unit
     * @throws IllegalArgumentException where they are no network of this profile; the message names array and element
     */
    public static Imported of(
            Map<String, NpyArray> arrays, Profile profile, long seed, boolean transposed, OptionalDouble scale) {
        return new WeightImport(arrays, profile, transposed, scale).make(seed);
    }

    private Imported make(long seed) {
        List<NpyArray> matrices = new ArrayList<>();
        for (int l = 1; l < MOST_LAYERS && arrays.containsKey("w" + l); l++) {
            matrices.add(arrays.remove("w" + l));
        }
        if (matrices.size() < 2) {
            throw new IllegalArgumentException("arrays w1 and w2 at least are needed: a network has a hidden layer");
        }
        int layers = matrices.size();
        int[] sizes = new int[layers + 1];
        for (int l = 1; l <= layers; l++) {
            NpyArray w = matrices.get(l - 1);
            if (w.dimensions() != 2) {
                throw new IllegalArgumentException(w.source() + ": shape " + w.shapeText() + "; two dimensions, "
                        + (transposed ? "outputs x inputs" : "inputs x outputs") + ", are needed");
            }
            int pre = w.shape()[transposed ? 1 : 0];
            if (l > 1 && pre != sizes[l - 1]) {
                throw new IllegalArgumentException(w.source() + ": shape " + w.shapeText() + " has " + pre
                        + " inputs; layer " + (l - 1) + " has " + sizes[l - 1] + " neurons");
            }
            sizes[l - 1] = pre;
            sizes[l] = w.shape()[transposed ? 0 : 1];
        }
        Shape shape = Shape.of(sizes);
        Network network = new Network(shape, profile, seed);
        int[][] values = new int[2 * layers - 1][];
        for (int l = 1; l <= layers; l++) {
            values[ModelWeights.forward(l)] = forward(l, matrices.get(l - 1), sizes[l - 1], sizes[l]);
        }
        boolean drawn = false;
        for (int l = 1; l < layers; l++) {
            NpyArray feedback = arrays.remove("feedback" + l);
            drawn |= feedback == null;
            int columns = network.feedback(l).length / sizes[l];
            values[ModelWeights.feedback(l, layers)] =
                    feedback == null ? network.feedback(l).clone() : feedback(feedback, sizes[l], columns);
        }
        if (!arrays.isEmpty()) {
            throw new IllegalArgumentException(arrays.values().iterator().next().source()
                    + ": no weights of this network; w1, b1, ... w" + layers + ", b" + layers
                    + ", feedback1, ... are");
        }
        Model model = new Model(shape, profile, seed, new ModelWeights.Integers(values), Optional.empty());
        return new Imported(model, List.copyOf(lines), drawn);
    }

    private int[] forward(int layer, NpyArray w, int pre, int post) {
        int bits = profile.weight().bits();
        int[] values = new int[(pre + 1) * post];
        Tally tally = new Tally("w" + layer, w, bits, scale);
        for (int j = 0; j < pre; j++) {
            for (int i = 0; i < post; i++) {
                values[j * post + i] = tally.word(transposed ? i * pre + j : j * post + i);
            }
        }
        lines.add(tally.line());
        NpyArray b = arrays.remove("b" + layer);
        if (b != null) {
            if (b.dimensions() != 1 || b.size() != post) {
                throw new IllegalArgumentException(
                        b.source() + ": shape " + b.shapeText() + "; (" + post + ",), one per neuron, is needed");
            }
            Tally biases = new Tally("b" + layer, b, bits, scale);
            for (int i = 0; i < post; i++) {
                values[pre * post + i] = biases.word(i);
            }
            lines.add(biases.line());
        }
        return values;
    }

    /** In units of B where the array has integers, else in those of the equations. */
    private int[] feedback(NpyArray b, int rows, int columns) {
        if (b.dimensions() != 2 || b.shape()[0] != rows || b.shape()[1] != columns) {
            throw new IllegalArgumentException(
                    b.source() + ": shape " + b.shapeText() + "; (" + rows + ", " + columns + ") is needed");
        }
        boolean integers = b.kind() != NpyArray.Kind.FLOAT;
        double unit = Math.scalb(1.0, -profile.feedback().fraction());
        String name = b.source().replaceFirst(".*[/: ]", "").replaceFirst("\\.npy$", "");
        Tally tally = new Tally(
                name, b, profile.feedback().bits(), integers ? OptionalDouble.empty() : OptionalDouble.of(unit));
        int[] values = new int[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = tally.word(i);
        }
        lines.add(tally.line());
        return values;
    }

    /** Counts what happens to the elements of an array. */
    private static final class Tally {
        private final String name;
        private final NpyArray array;
        private final int most;
        private final OptionalDouble scale;
        private int rounded;
        private double worst;
        private int clipped;
        private double farthest;

        private Tally(String name, NpyArray array, int bits, OptionalDouble scale) {
            this.name = name;
            this.array = array;
            this.most = (1 << (bits - 1)) - 1;
            this.scale = scale;
            if (scale.isEmpty() && array.kind() == NpyArray.Kind.FLOAT) {
                throw new IllegalArgumentException(array.source() + ": numbers in floating point; what one unit of "
                        + "weight stands for in them (--scale), or the threshold that they are made for "
                        + "(--threshold), is needed");
            }
        }

        private int word(int index) {
            double value = array.real(index);
            double units = scale.isPresent() ? value / scale.getAsDouble() : value;
            if (!Double.isFinite(units)) {
                throw new IllegalArgumentException(
                        array.source() + ": element " + index + " is " + value + ", no finite number of units");
            }
            double nearest = Math.rint(units);
            if (nearest != units) {
                rounded++;
                worst = Math.max(worst, Math.abs(nearest - units));
            }
            farthest = Math.max(farthest, Math.abs(units));
            if (Math.abs(nearest) > most) {
                clipped++;
                return nearest < 0 ? -most : most;
            }
            return (int) nearest;
        }

        private Line line() {
            return new Line(name, array.size(), rounded, worst, clipped, farthest);
        }
    }
}
