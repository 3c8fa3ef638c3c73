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
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** BioGrad, as all of this specification but the chapter on rules has it. */
record BioGrad() implements LearningRule {

    @Override
    public String name() {
        return "biograd";
    }

    @Override
    public List<RuleParameter> parameters() {
        return List.of();
    }

    @Override
    public Map<String, String> profile() {
        return Map.of();
    }

    @Override
    public RuleCard card(Shape shape, Profile profile, RuleSettings settings) {
        int trace = profile.trace().bits();
        List<StateWord> words = new ArrayList<>(SpikingNetwork.words(profile));
        words.add(StateWord.unsigned("g", Per.NEURON, 1));
        if (profile.trace().mode() == TraceMode.PRE_ONLY) {
            words.add(StateWord.unsigned("z", Per.PRE, trace));
        } else {
            words.add(StateWord.kept("z", Per.SYNAPSE, trace + 1));
        }
        words.add(StateWord.kept("E", Per.SYNAPSE, profile.eligibility().bits()));
        words.add(StateWord.kept("p", Per.OUTPUT, profile.error().potentialBits()));
        words.add(StateWord.kept("n", Per.OUTPUT, profile.error().potentialBits()));
        words.add(StateWord.unsigned("sp", Per.OUTPUT, 1));
        words.add(StateWord.unsigned("sn", Per.OUTPUT, 1));
        words.add(StateWord.kept("D", Per.NEURON, profile.error().dendriteBits()));
        words.add(StateWord.wire("q", Per.NEURON, profile.error().learningBits()));
        words.add(StateWord.kept("B", Per.FEEDBACK, profile.feedback().bits()));
        if (profile.feedback().path() == FeedbackPath.LAYERWISE) {
            words.add(StateWord.wire("c", Per.NEURON, profile.error().learningBits()));
        }
        return new RuleCard(
                name(),
                "BioGrad",
                "arXiv 2110.14092",
                RuleClass.A,
                "leaky, hard reset",
                Coding.RATE,
                words,
                profile.error().learningBits() + profile.eligibility().bits() - 2,
                0,
                EnumSet.copyOf(Set.of(Need.OWN_FEEDBACK, Need.LABEL_EACH_STEP)),
                List.of());
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new BioGradNetwork(this, shape, profile, settings, seed, drawing);
    }
}
