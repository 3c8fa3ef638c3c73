package org.biograd.fixedpoint.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.biograd.fixedpoint.rule.frame.Coding;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Need;
import org.biograd.fixedpoint.rule.frame.Per;
import org.biograd.fixedpoint.rule.frame.RuleCard;
import org.biograd.fixedpoint.rule.frame.RuleClass;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * Desire backpropagation (Gerlinghoff and others, arXiv 2211.05412): whether a neuron should spike or not goes down
 * the layers, and a sum of spike times traces, kept at each synapse, moves the weight up or down.
 *
 * @param name its name
 * @param soft whether neurons have the soft reset unless told otherwise
 */
record Desire(String name, boolean soft) implements LearningRule {

    static final String MARGIN = "desire.margin";
    static final String OUTPUT = "desire.output";
    static final String HIDDEN = "desire.hidden";

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                SpikingNetwork.softParameter(soft ? 1 : 0),
                new RuleParameter(MARGIN, "steps that a neuron which always spikes may miss", 0, 4095, 4),
                new RuleParameter(OUTPUT, "spikes that an output may be off and still learn nothing", 0, 4096, 4),
                new RuleParameter(HIDDEN, "least |Q| of a hidden neuron that learns", 0, Integer.MAX_VALUE, 13_107));
    }

    @Override
    public Map<String, String> profile() {
        return Map.of(
                "update.shift",
                "0",
                "update.hiddenMultiplier",
                "1",
                "update.outputMultiplier",
                "1",
                "sleep.first",
                "0",
                "sleep.every",
                "0");
    }

    @Override
    public RuleCard card(Shape shape, Profile profile, RuleSettings settings) {
        if (settings.get(MARGIN) >= profile.time().steps()) {
            throw new IllegalArgumentException(MARGIN + ": " + settings.get(MARGIN) + " is not below the "
                    + profile.time().steps() + " steps");
        }
        List<StateWord> words = new ArrayList<>(SpikingNetwork.words(profile));
        int steps = profile.time().steps();
        int most = StateWord.bitsOf(steps)
                + 1
                + profile.weight().bits()
                + profile.weight().shift();
        words.add(StateWord.unsigned("z", Per.PRE, profile.trace().bits()));
        words.add(StateWord.kept("S", Per.SYNAPSE, profile.eligibility().bits()));
        words.add(StateWord.unsigned("c", Per.NEURON, StateWord.bitsOf(steps)));
        words.add(StateWord.wire("Q", Per.NEURON, Math.min(63, most + 17)));
        words.add(StateWord.wire("y", Per.NEURON, StateWord.bitsOf(steps) + 1));
        words.add(StateWord.kept("q", Per.NEURON, 2));
        List<String> departures = new ArrayList<>(List.of(
                "no dropout",
                "a constant rate, where the published one falls with the epochs",
                "sums of spikes times traces saturate at eligibility.bits"));
        if (settings.get(SpikingNetwork.SOFT) == 0) {
            departures.add("the reset is to 0, not by the threshold");
        }
        return new RuleCard(
                name,
                "Desire backpropagation" + (settings.get(SpikingNetwork.SOFT) == 0 ? ", hard reset" : ""),
                "arXiv 2211.05412",
                RuleClass.A,
                SpikingNetwork.neuronText(settings),
                settings.get(SpikingNetwork.SOFT) == 1 ? Coding.EVEN : Coding.RATE,
                words,
                profile.eligibility().bits() - 1,
                StateWord.bitsOf(steps),
                EnumSet.copyOf(Set.of(Need.TRANSPOSED_WEIGHTS, Need.LABEL_AT_END)),
                departures);
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new DesireNetwork(this, shape, profile, settings, seed, drawing);
    }
}
