package org.biograd.loihi.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.biograd.loihi.ChipFit;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * What a network of a shape and a profile is made of on the chip: populations and the synapses between them (COST-2):
 * those of the program of PROG-1 to PROG-8.
 */
@Clause("COST-2")
public final class Blueprint {

    /** Who does the sleeping. */
    public enum Sleep {

        /**
         * The chip runs the noise through the forward weights and through a negated copy of those above each hidden
         * layer.
         */
        CHIP,

        /** The host reads the forward weights, sleeps, and writes the feedback weights. */
        HOST
    }

    /**
     * Compartments of a neuron of a layer: soma, the two gates that compare its voltage with theta -+ win, error
     * dendrite.
     */
    public static final int COMPARTMENTS = 4;

    /** How many of them are gates. */
    public static final int GATES = 2;

    /** Compartments of an error neuron: one integrates, the other compares. */
    public static final int ERROR_COMPARTMENTS = 2;

    private final Shape shape;
    private final Profile profile;
    private final Sleep sleep;
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();

    /** Numbers of populations, by layer; index 0 of the last two is unused. */
    private final int[] layer;

    private final int[] bias;
    private final int[] noise;
    private final int positive;
    private final int negative;

    /**
     * The blueprint of a network.
     *
     * @param shape the layer sizes
     * @param profile widths and constants
     * @param sleep who sleeps
     * @throws IllegalArgumentException where the profile does not fit the chip's registers or cannot drive the
     *     shape; the message has every reason
     */
    public Blueprint(Shape shape, Profile profile, Sleep sleep) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.sleep = Objects.requireNonNull(sleep, "sleep");
        List<String> excesses = ChipFit.excesses(profile);
        if (!excesses.isEmpty()) {
            throw new IllegalArgumentException(
                    "profile " + profile.name() + " does not fit the chip: " + String.join("; ", excesses));
        }
        profile.requireFits(shape);
        int layers = shape.layers();
        layer = new int[layers + 1];
        bias = new int[layers + 1];
        noise = new int[layers];
        layer[0] = add("input", shape.inputs(), 0);
        for (int l = 1; l <= layers; l++) {
            bias[l] = add("bias of layer " + l, 1, 0);
            layer[l] = add("layer " + l, shape.size(l), COMPARTMENTS);
        }
        positive = add("positive errors", shape.outputs(), ERROR_COMPARTMENTS);
        negative = add("negative errors", shape.outputs(), ERROR_COMPARTMENTS);
        for (int l = 1; l <= layers; l++) {
            forward(l);
        }
        for (int l = 1; l < layers; l++) {
            projections.add(new Projection(positive, layer[l], false, 0));
            projections.add(new Projection(negative, layer[l], false, 0));
        }
        for (int error : new int[] {positive, negative}) {
            projections.add(new Projection(error, layer[layers], true, 0));
            projections.add(new Projection(error, error, true, 0));
        }
        if (sleep == Sleep.CHIP) {
            for (int l = 1; l < layers; l++) {
                noise[l] = add("negative noise of layer " + l, shape.size(l), 0);
                projections.add(new Projection(noise[l], layer[l + 1], false, 0));
            }
        }
    }

    private void forward(int l) {
        for (int source : new int[] {layer[l - 1], bias[l]}) {
            projections.add(new Projection(
                    source, layer[l], false, profile.eligibility().bits()));
        }
    }

    private int add(String name, int size, int compartments) {
        populations.add(new Population(name, size, compartments));
        return populations.size() - 1;
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** Who sleeps. */
    public Sleep sleep() {
        return sleep;
    }

    /** All populations; their places in this list are their numbers. */
    public List<Population> populations() {
        return List.copyOf(populations);
    }

    /** All synapses. */
    public List<Projection> projections() {
        return List.copyOf(projections);
    }

    /** The population of layer 0..L; layer 0 is the input. */
    public int layer(int l) {
        return layer[l];
    }

    /** The population of the axon that carries the biases of layer 1..L: one neuron that always spikes. */
    public int bias(int l) {
        return bias[l];
    }

    /** The population of the positive error neurons. */
    public int positiveErrors() {
        return positive;
    }

    /** The population of the negative error neurons. */
    public int negativeErrors() {
        return negative;
    }

    /**
     * The population that injects the negative noise of hidden layer 1..L-1; the positive takes the axons of the layer
     * itself.
     *
     * @throws IllegalStateException where the host sleeps
     */
    public int negativeNoise(int l) {
        if (sleep != Sleep.CHIP) {
            throw new IllegalStateException("the host sleeps: no noise enters the chip");
        }
        return noise[l];
    }
}
