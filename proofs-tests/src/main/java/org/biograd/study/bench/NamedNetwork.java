package org.biograd.study.bench;

import java.util.List;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;

/**
 * A network that speed is stated for.
 *
 * @param shape the layer sizes
 * @param profile a shipped profile
 */
public record NamedNetwork(Shape shape, Profile profile) {

    /** All of them. */
    public static final List<NamedNetwork> ALL = List.of(
            new NamedNetwork(Shape.of(784, 100, 10), Profiles.loihi()),
            new NamedNetwork(Shape.of(784, 500, 100, 10), Profiles.shipped("wide-mnist")),
            new NamedNetwork(Shape.of(64, 64, 10), Profiles.loihi()));

    /** Layer sizes and profile, for example "64-64-10 loihi". */
    public String name() {
        return shape + " " + profile.name();
    }

    /** Neurons above the input, times the steps of a sample: neuron-steps of a sample. */
    public long neuronSteps() {
        long neurons = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            neurons += shape.size(l);
        }
        return neurons * profile.time().steps();
    }
}
