package org.biograd.spec;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sizes of a network's layers, input first, output last. Immutable. */
public final class Shape {

    /** The most layers, input included, that a network may have. */
    public static final int MAX_LAYERS = 64;

    /** The most neurons that a layer may have. */
    public static final int MAX_NEURONS = 65_535;

    /**
     * The most synapses, bias included, between two layers, and the most feedback weights to one: draws have indices
     * for them.
     */
    public static final int MAX_SYNAPSES = 1 << 28;

    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /**
     * The shape with the given layer sizes.
     *
     * @param sizes input, hidden layers if any, output
     * @throws IllegalArgumentException where there are fewer than two layers, or a size is out of range
     */
    public static Shape of(int... sizes) {
        if (sizes.length < 2 || sizes.length > MAX_LAYERS) {
            throw new IllegalArgumentException("a network has 2.." + MAX_LAYERS + " layers, not " + sizes.length);
        }
        for (int size : sizes) {
            if (size < 1 || size > MAX_NEURONS) {
                throw new IllegalArgumentException("a layer has 1.." + MAX_NEURONS + " neurons, not " + size);
            }
        }
        for (int layer = 1; layer < sizes.length; layer++) {
            if ((sizes[layer - 1] + 1L) * sizes[layer] > MAX_SYNAPSES) {
                throw new IllegalArgumentException("layers of " + sizes[layer - 1] + " and " + sizes[layer]
                        + " neurons need more than " + MAX_SYNAPSES + " synapses");
            }
            if (layer < sizes.length - 1 && (long) sizes[layer] * sizes[sizes.length - 1] > MAX_SYNAPSES) {
                throw new IllegalArgumentException("a layer of " + sizes[layer] + " neurons needs more than "
                        + MAX_SYNAPSES + " feedback weights from " + sizes[sizes.length - 1] + " outputs");
            }
        }
        return new Shape(sizes.clone());
    }

    /** L: the number of layers of neurons, the input not counted. */
    public int layers() {
        return sizes.length - 1;
    }

    /** The number of neurons of layer 0..L; layer 0 is the input. */
    public int size(int layer) {
        return sizes[layer];
    }

    /** The number of inputs. */
    public int inputs() {
        return sizes[0];
    }

    /** The number of outputs, which is the number of classes. */
    public int outputs() {
        return sizes[sizes.length - 1];
    }

    /** The number of synapses into layer 1..L, those of the bias included. */
    public int synapses(int layer) {
        return (sizes[layer - 1] + 1) * sizes[layer];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape && Arrays.equals(sizes, ((Shape) other).sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** For example {@code 64-64-10}. */
    @Override
    public String toString() {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }
}
