package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/** How a network begins. */
final class InitialWeights {

    private static final int DRAW_BITS = 32;

    private final Shape shape;
    private final Profile profile;
    private final DrawSource draws;
    private final Events events;

    InitialWeights(Shape shape, Profile profile, DrawSource draws, Events events) {
        this.shape = shape;
        this.profile = profile;
        this.draws = draws;
        this.events = events;
    }

    /** Fills the forward weights of a layer. */
    @Clause("NET-4")
    void fillForward(int layer, int[] weight) {
        long spread = profile.weight().spread();
        long largest = (1L << (profile.weight().bits() - 1)) - 1;
        long radius = Math.min(Words.isqrt(spread * spread / shape.size(layer - 1)), largest);
        fillUniform(DrawStream.INITIAL_WEIGHT, layer, radius, weight);
    }

    /**
     * Fills the feedback weights of a hidden layer.
     *
     * @param layers all layers, their forward weights already there
     */
    @Clause("NET-5")
    void fillFeedback(int layer, Layer[] layers, int[] feedback) {
        if (profile.feedback().start() == FeedbackStart.RANDOM) {
            fillUniform(DrawStream.INITIAL_FEEDBACK, layer, profile.feedback().spread(), feedback);
            return;
        }
        long[] product = forwardProduct(layer, profile.feedback().path().source(layer, shape.layers()), layers);
        for (int s = 0; s < feedback.length; s++) {
            long scaled =
                    Math.multiplyExact(product[s], 1L << profile.feedback().fraction());
            long exact = Words.quotient(scaled, profile.soma().voltageOne());
            long held = Words.saturate(exact, profile.feedback().bits());
            if (held != exact) {
                events.add(Signal.FEEDBACK_WEIGHT, 1);
            }
            feedback[s] = (int) held;
        }
    }

    /**
     * The transposed product of the forward matrices from a layer up to another, in units of voltage: M_ik at i * (its
     * neurons) + k.
     */
    @Clause("NET-5")
    private long[] forwardProduct(int layer, int source, Layer[] layers) {
        int neurons = shape.size(source);
        int size = shape.size(layer);
        int above = shape.size(layer + 1);
        int[] weight = layers[layer + 1].synapses.weight;
        long[] product = new long[size * neurons];
        long[] next = layer + 1 < source ? forwardProduct(layer + 1, source, layers) : null;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < neurons; k++) {
                if (next == null) {
                    product[i * neurons + k] = voltage(weight[i * above + k]);
                    continue;
                }
                long sum = 0;
                for (int j = 0; j < above; j++) {
                    sum = Math.addExact(sum, Math.multiplyExact(voltage(weight[i * above + j]), next[j * neurons + k]));
                }
                product[i * neurons + k] = Words.quotient(sum, profile.soma().voltageOne());
            }
        }
        return product;
    }

    private long voltage(int weight) {
        return (long) weight << profile.weight().shift();
    }

    private void fillUniform(DrawStream stream, int layer, long radius, int[] out) {
        draws.select(stream, layer, 0, 0, DRAW_BITS);
        for (int s = 0; s < out.length; s++) {
            out[s] = (int) ((draws.at(s) * (2 * radius + 1) >>> DRAW_BITS) - radius);
        }
    }
}
