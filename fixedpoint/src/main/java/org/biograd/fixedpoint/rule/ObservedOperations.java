package org.biograd.fixedpoint.rule;

import java.util.Arrays;
import org.biograd.fixedpoint.rule.frame.Operations;
import org.biograd.fixedpoint.rule.frame.State;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** Counts what BioGrad computes, and adds up its gradient, from the signals of its samples. */
final class ObservedOperations {

    private static final int DECAY_BITS = 12;

    private final Shape shape;
    private final Profile profile;
    private final State state;
    private final Operations operations = new Operations();
    private final boolean direct;

    /** G of layers 1..L; index 0 is unused. */
    private final long[][] gradient;

    /** E of each layer at the last step. */
    private final int[][] eligibility;

    private int openGates;
    private int netSpikes;

    ObservedOperations(Shape shape, Profile profile, State state) {
        this.shape = shape;
        this.profile = profile;
        this.state = state;
        this.direct = profile.feedback().path() == FeedbackPath.DIRECT;
        this.gradient = new long[shape.layers() + 1][];
        this.eligibility = new int[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            gradient[l] = new long[shape.synapses(l)];
        }
    }

    /** Whether a signal is of any use here. */
    boolean reads(Signal signal, int step) {
        return switch (signal) {
            case SPIKE,
                    MEMBRANE_VOLTAGE,
                    GATE,
                    TRACE,
                    POSITIVE_POTENTIAL,
                    POSITIVE_ERROR_SPIKE,
                    NEGATIVE_ERROR_SPIKE,
                    FED_BACK_ERROR,
                    LEARNING_ERROR -> true;
            case ELIGIBILITY -> step == profile.time().steps() - 1;
            default -> false;
        };
    }

    /** Takes in a signal. */
    void observe(Signal signal, int l, int step, int[] values) {
        switch (signal) {
            case SPIKE -> spikes(l, values);
            case MEMBRANE_VOLTAGE ->
                operations.products(profile.soma().voltageBits(), DECAY_BITS).add(nonzero(values), values.length);
            case GATE -> openGates = nonzero(values);
            case TRACE -> trace(l, values);
            case ELIGIBILITY -> eligibility[l] = step == profile.time().steps() - 1 ? values : null;
            case POSITIVE_POTENTIAL ->
                operations.additions(profile.error().potentialBits()).add(2L * values.length, 2L * values.length);
            case POSITIVE_ERROR_SPIKE -> netSpikes = nonzero(values);
            case NEGATIVE_ERROR_SPIKE -> errorSpikes(netSpikes + nonzero(values), values.length);
            case FED_BACK_ERROR -> fedBack(l, values);
            case LEARNING_ERROR -> gather(l, values);
            default -> {}
        }
    }

    private void spikes(int l, int[] s) {
        if (l < shape.layers()) {
            long post = shape.size(l + 1);
            operations.additions(profile.soma().currentBits()).add((nonzero(s) + 1) * post, (s.length + 1) * post);
        }
    }

    private void trace(int l, int[] z) {
        long post = shape.size(l);
        int shifted = 0;
        for (int value : z) {
            shifted += value >> profile.eligibility().shift() != 0 ? 1 : 0;
        }
        boolean shared = profile.trace().mode() == TraceMode.PRE_ONLY;
        operations
                .products(profile.trace().bits() + (shared ? 0 : 1), DECAY_BITS)
                .add(nonzero(z), z.length);
        long synapses = shared ? (long) shifted * openGates : (long) shifted * openGates / post;
        operations.additions(profile.eligibility().bits()).add(synapses, shape.synapses(l));
    }

    private void errorSpikes(int net, int outputs) {
        operations.additions(profile.error().dendriteBits()).add(net, outputs);
        for (int l = 1; direct && l < shape.layers(); l++) {
            operations
                    .additions(profile.error().dendriteBits())
                    .add((long) net * shape.size(l), (long) outputs * shape.size(l));
        }
    }

    private void fedBack(int l, int[] c) {
        operations
                .products(profile.error().learningBits(), profile.eligibility().bits())
                .add(nonzero(c), c.length);
        operations
                .products(profile.feedback().bits(), profile.error().learningBits())
                .add((long) nonzero(c) * shape.size(l - 1), (long) c.length * shape.size(l - 1));
    }

    private void gather(int l, int[] q) {
        long done = 0;
        for (int s = 0; s < gradient[l].length; s++) {
            long product = (long) q[s % q.length] * eligibility[l][s];
            gradient[l][s] += product;
            done += product != 0 ? 1 : 0;
        }
        operations
                .products(profile.error().learningBits(), profile.eligibility().bits())
                .add(done, gradient[l].length);
    }

    private static int nonzero(int[] values) {
        int count = 0;
        for (int value : values) {
            count += value != 0 ? 1 : 0;
        }
        return count;
    }

    /** Begins a batch. */
    void forgetGradients() {
        for (int l = 1; l < gradient.length; l++) {
            Arrays.fill(gradient[l], 0);
        }
    }

    Operations operations() {
        return operations;
    }

    long[] gradients(int layer) {
        return gradient[layer];
    }

    State state() {
        return state;
    }
}
