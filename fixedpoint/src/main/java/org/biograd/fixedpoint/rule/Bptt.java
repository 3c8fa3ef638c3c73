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

/** Backpropagation through time with the surrogate gradient: what the other rules of class A avoid or approach. */
record Bptt() implements LearningRule {

    static final String ERROR_SHIFT = "error.shift";
    static final String PATH_SHIFT = "path.shift";
    static final String ERROR_BITS = "error.bits";

    @Override
    public String name() {
        return "bptt";
    }

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                new RuleParameter(SpikingNetwork.SOFT, "0: hard reset (SOMA-3)", 0, 0, 0),
                new RuleParameter(ERROR_SHIFT, "left shift of e to what an output spike is worth", 0, 8, 3),
                new RuleParameter(PATH_SHIFT, "right shift of what is sent back", 0, 32, 15),
                new RuleParameter(ERROR_BITS, "width of an error of voltage or spike", 2, 16, 16));
    }

    @Override
    public Map<String, String> profile() {
        return Map.of(
                "soma.window",
                "32768",
                "update.shift",
                "8",
                "update.hiddenMultiplier",
                "2",
                "update.outputMultiplier",
                "2",
                "sleep.first",
                "0",
                "sleep.every",
                "0");
    }

    @Override
    public RuleCard card(Shape shape, Profile profile, RuleSettings settings) {
        List<StateWord> words = new ArrayList<>(SpikingNetwork.words(profile));
        words.add(StateWord.unsigned("x", Per.NEURON_AND_STEP, 1));
        words.add(StateWord.wire("g", Per.NEURON, 2));
        words.add(StateWord.unsigned("h", Per.NEURON_AND_STEP, 1));
        words.add(StateWord.kept("f", Per.NEURON_AND_STEP, 14));
        words.add(StateWord.kept("vbar", Per.NEURON, settings.get(ERROR_BITS)));
        words.add(StateWord.wire("sbar", Per.NEURON, settings.get(ERROR_BITS)));
        return new RuleCard(
                name(),
                "BPTT",
                "surrogate gradient, derivative of the reset by trace.mode",
                RuleClass.A,
                "leaky, hard reset",
                Coding.RATE,
                words,
                settings.get(ERROR_BITS) - 1 + StateWord.bitsOf(profile.time().steps()),
                settings.get(ERROR_BITS) - 1,
                EnumSet.copyOf(
                        Set.of(Need.TRANSPOSED_WEIGHTS, Need.LABEL_AT_END, Need.SECOND_PHASE, Need.STEPS_STORED)),
                List.of());
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new BpttNetwork(this, shape, profile, settings, seed, drawing);
    }
}
