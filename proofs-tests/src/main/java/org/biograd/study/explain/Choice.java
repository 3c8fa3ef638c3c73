package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.Signal;

/**
 * Which neurons and synapses an explanation tells of.
 *
 * @param neurons the neurons, of any layers 1..L, in ascending order
 * @param presynaptic the presynaptic neurons of whose synapses it tells, the bias as the number behind the last; empty:
 *     all where there are few, else the two with the largest eligibility and the bias
 * @param first the first step that is told
 * @param last the last step that is told
 */
public record Choice(List<Place> neurons, List<Integer> presynaptic, int first, int last) {

    /** So many neurons, or synapses of a neuron, are all told of. */
    private static final int FEW = 4;

    /** Checks the neurons against a network's shape. */
    void requireFits(Shown shown) {
        for (Place neuron : neurons) {
            if (neuron.layer() < 1
                    || neuron.layer() > shown.shape.layers()
                    || neuron.neuron() >= shown.shape.size(neuron.layer())) {
                throw new IllegalArgumentException(
                        "there is no neuron " + neuron.name() + " in a network " + shown.shape);
            }
        }
        for (int j : presynaptic) {
            boolean somewhere = neurons.isEmpty();
            for (Place neuron : neurons) {
                somewhere |= j <= shown.shape.size(neuron.layer() - 1);
            }
            if (!somewhere) {
                throw new IllegalArgumentException("no neuron that is told of has an input " + j);
            }
        }
    }

    /** The chosen neurons, or where none was chosen, those that have the most to tell. */
    List<Place> neurons(Shown shown) {
        if (!neurons.isEmpty()) {
            return neurons;
        }
        List<Place> found = new ArrayList<>();
        for (int l = 1; l <= shown.shape.layers(); l++) {
            if (shown.shape.size(l) <= FEW) {
                for (int i = 0; i < shown.shape.size(l); i++) {
                    found.add(Place.of(l, i, 0));
                }
            } else {
                found.add(Place.of(l, shown.asleep ? 0 : mostTelling(shown, l), 0));
            }
        }
        return found;
    }

    private static int mostTelling(Shown shown, int layer) {
        int steps = shown.profile.time().steps();
        int best = 0;
        long bestScore = -1;
        for (int i = 0; i < shown.shape.size(layer); i++) {
            long spikes = 0;
            long gates = 0;
            for (int t = 0; t < steps; t++) {
                spikes += shown.at(Signal.SPIKE, layer, t, i);
                gates += shown.at(Signal.GATE, layer, t, i);
            }
            long q = Math.abs(shown.at(Signal.LEARNING_ERROR, layer, steps - 1, i));
            long score = (16 * q + 1) * (1 + Math.min(gates, 8)) * (1 + Math.min(spikes, 3));
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    /** The presynaptic neurons whose synapses onto a neuron are told of, the bias last. */
    List<Integer> presynaptic(Shown shown, Place neuron) {
        int pre = shown.shape.size(neuron.layer() - 1);
        List<Integer> found = new ArrayList<>();
        for (int j = 0; j <= pre; j++) {
            if (presynaptic.isEmpty() ? pre <= FEW || j == pre : presynaptic.contains(j)) {
                found.add(j);
            }
        }
        if (presynaptic.isEmpty() && pre > FEW) {
            int strongest = strongest(shown, neuron, -1);
            int second = strongest(shown, neuron, strongest);
            found.add(0, Math.max(strongest, second));
            found.add(0, Math.min(strongest, second));
        }
        return found;
    }

    private static int strongest(Shown shown, Place neuron, int butNot) {
        int last = shown.profile.time().steps() - 1;
        int best = butNot == 0 ? 1 : 0;
        long most = -1;
        for (int j = 0; j < shown.shape.size(neuron.layer() - 1); j++) {
            long e = Math.abs(shown.at(
                    Signal.ELIGIBILITY, neuron.layer(), last, shown.synapse(neuron.layer(), j, neuron.neuron())));
            if (j != butNot && e > most) {
                best = j;
                most = e;
            }
        }
        return best;
    }

    /** Whether a step is told. */
    boolean tells(int step) {
        return step >= first && step <= last;
    }
}
