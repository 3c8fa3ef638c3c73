package org.biograd.fixedpoint.rule.frame;

import java.util.function.Supplier;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.InitialWeights;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** What all rules' networks have: forward weights, and behind every rule the same update. */
public abstract class AbstractRuleNetwork implements RuleNetwork {

    private static final int MOST_PRODUCT_BITS = 62;

    protected final Shape shape;
    protected final Profile profile;
    protected final RuleSettings settings;
    protected final Supplier<? extends DrawSource> drawing;
    protected final DrawSource draws;
    protected final Events events = new Events();
    protected final Operations operations = new Operations();

    /** L, the number of layers. */
    protected final int outputs;

    /** Of layers 1..L; index 0 is unused. */
    protected final Synapses[] synapses;

    protected final WeightUpdate[] updates;
    protected final State[] states;

    private final LearningRule rule;
    private final RuleCard card;
    private final long seed;
    private long lastSample;

    protected AbstractRuleNetwork(
            LearningRule rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        profile.requireFits(shape);
        this.rule = rule;
        this.shape = shape;
        this.profile = profile;
        this.settings = settings;
        this.seed = seed;
        this.drawing = drawing;
        this.draws = drawing.get();
        this.card = rule.card(shape, profile, settings);
        requireGradientFits();
        requireSumsFit();
        this.outputs = shape.layers();
        this.synapses = new Synapses[outputs + 1];
        this.updates = new WeightUpdate[outputs + 1];
        this.states = new State[outputs + 1];
        InitialWeights initial = new InitialWeights(shape, profile, draws, events);
        for (int l = 1; l <= outputs; l++) {
            synapses[l] = new Synapses(shape.size(l - 1), shape.size(l));
            updates[l] = new WeightUpdate(l, l == outputs, shape.synapses(l), profile, draws, events);
            states[l] = new State(card.state());
            initial.copyForwardTo(l, synapses[l].weights());
        }
    }

    private void requireGradientFits() {
        int batch = profile.update().batch();
        int multiplier =
                Math.max(profile.update().hiddenMultiplier(), profile.update().outputMultiplier());
        int bits = card.gradientBits() + bitsOf(batch) + bitsOf(multiplier);
        if (bits > MOST_PRODUCT_BITS) {
            throw new IllegalArgumentException("update.batch: gradients of " + card.gradientBits()
                    + " bits, the batch and the multiplier need " + bits + " bits for a product; at most "
                    + MOST_PRODUCT_BITS + " are there");
        }
    }

    private void requireSumsFit() {
        int most = 0;
        for (int l = 0; l <= shape.layers(); l++) {
            most = Math.max(most, shape.size(l) + 1);
        }
        int bits = bitsOf(most) + profile.weight().bits() - 1 + profile.weight().shift() + card.sentBits();
        if (card.sentBits() > 0 && bits > MOST_PRODUCT_BITS) {
            throw new IllegalArgumentException(
                    "weight.bits, weight.shift: a sum over " + most + " weights times values of " + card.sentBits()
                            + " bits needs " + bits + " bits; at most " + MOST_PRODUCT_BITS + " are there");
        }
    }

    private static int bitsOf(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    @Override
    @Clause("RULE-1")
    public final void learn(long sample, SpikeTrain input, int label, RuleObserver observer) {
        requireSample(sample, input, label);
        lastSample = sample;
        for (int l = 1; l <= outputs; l++) {
            states[l].clear();
        }
        learnSample(sample, input, label, observer);
    }

    /** The sample, from rest. */
    protected abstract void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer);

    @Override
    @Clause("RULE-1")
    public void update(RuleObserver observer) {
        for (int l = 1; l <= outputs; l++) {
            int[] weight = synapses[l].weights();
            int[] change = weight.clone();
            updates[l].apply(lastSample, 0, weight);
            show(l, profile.time().steps() - 1, weight, change, observer);
        }
    }

    /** Shows what an update has done at a step. */
    protected final void show(int l, int step, int[] weight, int[] before, RuleObserver observer) {
        for (int s = 0; s < before.length; s++) {
            before[s] = weight[s] - before[s];
        }
        observer.observe("dW", l, step, before);
        observer.observe("w", l, step, weight);
    }

    /** Adds q_i E_ij to the gradient of a layer (LEARN-1); of each kind of operand the width is given. */
    protected final void addProducts(int l, int[] error, int errorBits, int[] pre, int preBits) {
        long[] gradient = updates[l].gradients();
        int post = error.length;
        long done = 0;
        for (int j = 0; j < pre.length; j++) {
            if (pre[j] == 0) {
                continue;
            }
            for (int i = 0; i < post; i++) {
                gradient[j * post + i] += (long) error[i] * pre[j];
                done += error[i] != 0 ? 1 : 0;
            }
        }
        operations.products(errorBits, preBits).add(done, gradient.length);
    }

    /**
     * 2^weight.shift sum_i w_ij y_i: what the neurons of a layer send back to one below.
     *
     * @param l the layer
     * @param j the neuron of the layer below
     * @param y one value per neuron of the layer
     */
    @Clause("RULE-7")
    protected final long sentBack(int l, int j, int[] y) {
        int[] weight = synapses[l].weights();
        int row = synapses[l].index(j, 0);
        long sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (long) weight[row + i] * y[i];
        }
        return sum << profile.weight().shift();
    }

    public static int nonzero(int[] values) {
        int count = 0;
        for (int value : values) {
            count += value != 0 ? 1 : 0;
        }
        return count;
    }

    /** The index of the largest value, of several the smallest. */
    public static int largest(long[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    @Override
    public final RuleNetwork copy() {
        RuleNetwork copy = rule.open(shape, profile, settings, seed, drawing);
        copy.copyWeights(this);
        copy.events().clear();
        copy.operations().clear();
        return copy;
    }

    @Override
    public final RuleCard card() {
        return card;
    }

    @Override
    public final RuleSettings settings() {
        return settings;
    }

    @Override
    public final Shape shape() {
        return shape;
    }

    @Override
    public final Profile profile() {
        return profile;
    }

    @Override
    public final long seed() {
        return seed;
    }

    @Override
    public final Events events() {
        return events;
    }

    @Override
    public final Operations operations() {
        return operations;
    }

    @Override
    public final int[] weights(int layer) {
        return synapses[layer].weights();
    }

    @Override
    public int[] feedback(int layer) {
        return new int[0];
    }

    @Override
    public final long[] gradients(int layer) {
        return updates[layer].gradients();
    }

    @Override
    public final State state(int layer) {
        return states[layer];
    }
}
