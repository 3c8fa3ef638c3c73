package org.biograd.reference.exact;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.spec.Clause;

/**
 * A derivative with respect to every weight and bias, or what stands for one.
 *
 * @param layers one entry a layer, each of the shape of its synapses; layer l at index l-1
 */
public record Gradient(List<Synapses> layers) {

    /** Copies the list. */
    public Gradient {
        layers = List.copyOf(layers);
    }

    /**
     * The part of one layer.
     *
     * @param layer 1..L
     */
    public Synapses layer(int layer) {
        return layers.get(layer - 1);
    }

    /**
     * The sum of two gradients: of two samples of a batch.
     *
     * @param other of the same shape
     */
    @Clause("LEARN-1")
    public Gradient plus(Gradient other) {
        List<Synapses> sum = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            sum.add(layers.get(l).minus(BigFraction.of(-1), other.layers.get(l)));
        }
        return new Gradient(sum);
    }

    /** D_i E_ij of one layer, the bias last in a row of E. */
    @Clause("LEARN-1")
    static Synapses of(BigFraction[] dendrite, BigFraction[][] eligibility) {
        Synapses gradient = Synapses.zero(eligibility[0].length - 1, dendrite.length);
        for (int i = 0; i < dendrite.length; i++) {
            for (int j = 0; j < gradient.pre(); j++) {
                gradient.weights()[i][j] = dendrite[i].multiply(eligibility[i][j]);
            }
            gradient.biases()[i] = dendrite[i].multiply(eligibility[i][gradient.pre()]);
        }
        return gradient;
    }
}
