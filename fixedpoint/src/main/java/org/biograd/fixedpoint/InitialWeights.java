package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** The weights that a network begins with. */
public final class InitialWeights {

    private static final int DRAW_BITS = 32;

    private final Shape shape;
    private final Profile profile;
    private final DrawSource draws;
    private final Events events;

    /** Forward weights by layer, 1..L; index 0 is unused. */
    private final int[][] forward;

    /**
     * Makes the forward weights.
     *
     * @param shape the layer sizes
     * @param profile widths, spreads and how feedback starts
     * @param draws makes the draws
     * @param events counts saturations of B
     */
    public InitialWeights(Shape shape, Profile profile, DrawSource draws, Events events) {
        this.shape = shape;
        this.profile = profile;
        this.draws = draws;
        this.events = events;
        this.forward = new int[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            forward[l] = drawForward(l);
        }
    }

    @Clause("NET-4")
    private int[] drawForward(int layer) {
        long spread = profile.weight().spread();
        long largest = (1L << (profile.weight().bits() - 1)) - 1;
        long radius = Math.min(Words.isqrt(spread * spread / shape.size(layer - 1)), largest);
        return uniform(DrawStream.INITIAL_WEIGHT, layer, radius, shape.synapses(layer));
    }

    @Clause("NET-5")
    private int[] feedback(int layer) {
        int source = profile.feedback().path().source(layer, shape.layers());
        int count = shape.size(layer) * shape.size(source);
        if (profile.feedback().start() == FeedbackStart.RANDOM) {
            return uniform(
                    DrawStream.INITIAL_FEEDBACK, layer, profile.feedback().spread(), count);
        }
        try {
            return aligned(layer, source, count);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the product of the forward weights above layer " + layer
                            + " does not fit 64 bits; start with RANDOM feedback",
                    e);
        }
    }

    private int[] uniform(DrawStream stream, int layer, long radius, int count) {
        int[] weight = new int[count];
        draws.select(stream, layer, 0, 0, DRAW_BITS);
        for (int s = 0; s < count; s++) {
            weight[s] = (int) ((draws.at(s) * (2 * radius + 1) >>> DRAW_BITS) - radius);
        }
        return weight;
    }

    private int[] aligned(int layer, int source, int count) {
        int[] feedback = new int[count];
        long[] product = product(layer, source);
        for (int s = 0; s < count; s++) {
            long scaled =
                    Math.multiplyExact(product[s], 1L << profile.feedback().fraction());
            long exact = Words.quotient(scaled, profile.soma().voltageOne());
            long held = Words.saturate(exact, profile.feedback().bits());
            feedback[s] = (int) events.stored(Signal.FEEDBACK_WEIGHT, exact, held);
        }
        return feedback;
    }

    /**
     * Gives a layer its forward weights.
     *
     * @param layer 1..L
     * @param weight receives them, in the order of SYN-1
     */
    public void copyForwardTo(int layer, int[] weight) {
        System.arraycopy(forward[layer], 0, weight, 0, weight.length);
    }

    /**
     * Gives a network of this shape all of these weights.
     *
     * @throws IllegalArgumentException where aligned feedback weights do not fit 64 bits
     */
    public void copyTo(IntegerNetwork network) {
        for (int l = 1; l <= shape.layers(); l++) {
            System.arraycopy(forward[l], 0, network.weights(l), 0, forward[l].length);
        }
        for (int l = 1; l < shape.layers(); l++) {
            int[] feedback = feedback(l);
            System.arraycopy(feedback, 0, network.feedback(l), 0, feedback.length);
        }
    }

    /** M of a layer: the transposed product of the forward matrices up to another, M_ik at i * (its neurons) + k. */
    private long[] product(int layer, int source) {
        int size = shape.size(layer);
        int above = shape.size(layer + 1);
        int neurons = shape.size(source);
        boolean last = layer + 1 == source;
        long[] next = last ? null : product(layer + 1, source);
        long[] product = new long[size * neurons];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < neurons; k++) {
                product[i * neurons + k] = last
                        ? voltage(layer + 1, i * above + k)
                        : Words.quotient(sum(layer, i, k, next), profile.soma().voltageOne());
            }
        }
        return product;
    }

    private long sum(int layer, int i, int k, long[] next) {
        int above = shape.size(layer + 1);
        int neurons = next.length / above;
        long sum = 0;
        for (int j = 0; j < above; j++) {
            sum = Math.addExact(sum, Math.multiplyExact(voltage(layer + 1, i * above + j), next[j * neurons + k]));
        }
        return sum;
    }

    /** C of a synapse: its weight in units of voltage. */
    private long voltage(int layer, int synapse) {
        return (long) forward[layer][synapse] << profile.weight().shift();
    }
}
