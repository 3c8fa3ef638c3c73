package org.biograd.fixedpoint.rule;

import java.util.function.Supplier;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Operations;
import org.biograd.fixedpoint.rule.frame.RuleCard;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.State;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * The network of the specification behind the frame. It is not computed anew here: what the frame asks for is read off
 * the signals that the network shows. Operations of sleep are not counted.
 */
final class BioGradNetwork implements RuleNetwork {

    private final LearningRule rule;
    private final RuleSettings settings;
    private final Supplier<? extends DrawSource> drawing;
    private final Network network;
    private final RuleCard card;
    private final ObservedOperations operations;

    BioGradNetwork(
            LearningRule rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        this.rule = rule;
        this.settings = settings;
        this.drawing = drawing;
        this.network = new Network(shape, profile, seed, drawing);
        this.card = rule.card(shape, profile, settings);
        this.operations = new ObservedOperations(shape, profile, new State(card.state()));
    }

    private Observer both(RuleObserver observer) {
        return (signal, layer, step, values) -> {
            if (observer == RuleObserver.NONE && !operations.reads(signal, step)) {
                return;
            }
            int[] shown = new int[values.size()];
            values.copyTo(shown);
            operations.observe(signal, layer, step, shown);
            observer.observe(signal.symbol(), layer, step, shown);
        };
    }

    @Override
    public void learn(long sample, SpikeTrain input, int label, RuleObserver observer) {
        network.learn(sample, input, label, both(observer));
    }

    @Override
    public void update(RuleObserver observer) {
        network.update(both(observer));
        operations.forgetGradients();
    }

    @Override
    public void sleep(long number) {
        network.sleep(number, Observer.NONE);
    }

    @Override
    public int predict(SpikeTrain input) {
        return network.predict(input);
    }

    @Override
    public RuleNetwork copy() {
        RuleNetwork copy = rule.open(shape(), profile(), settings, seed(), drawing);
        copy.copyWeights(this);
        copy.events().clear();
        return copy;
    }

    @Override
    public RuleCard card() {
        return card;
    }

    @Override
    public RuleSettings settings() {
        return settings;
    }

    @Override
    public Shape shape() {
        return network.shape();
    }

    @Override
    public Profile profile() {
        return network.profile();
    }

    @Override
    public long seed() {
        return network.seed();
    }

    @Override
    public Events events() {
        return network.events();
    }

    @Override
    public Operations operations() {
        return operations.operations();
    }

    @Override
    public int[] weights(int layer) {
        return network.weights(layer);
    }

    @Override
    public int[] feedback(int layer) {
        return network.feedback(layer);
    }

    @Override
    public long[] gradients(int layer) {
        return operations.gradients(layer);
    }

    @Override
    public State state(int layer) {
        return operations.state();
    }
}
