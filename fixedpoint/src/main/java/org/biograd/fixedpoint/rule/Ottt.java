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
 * Online training through time (Xiao and others, arXiv 2210.04195): presynaptic traces forward in time, errors of each
 * step backward through the layers of that step alone.
 *
 * @param name its name
 * @param online whether weights move in every step (OTTT_O), not at the end of a sample (OTTT_A)
 * @param soft whether neurons have the soft reset unless told otherwise
 */
record Ottt(String name, boolean online, boolean soft) implements LearningRule {

    static final String ERROR_SHIFT = "error.shift";
    static final String PATH_SHIFT = "path.shift";
    static final String SUM_BITS = "sum.bits";

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                SpikingNetwork.softParameter(soft ? 1 : 0),
                new RuleParameter(ERROR_SHIFT, "right shift of e to L of an output", 0, 16, 1),
                new RuleParameter(PATH_SHIFT, "right shift of what is sent back, to L of a hidden neuron", 0, 32, 12),
                new RuleParameter(SUM_BITS, "width of the sum A of a synapse; of no effect online", 2, 28, 24));
    }

    @Override
    public Map<String, String> profile() {
        return Map.of(
                "soma.window",
                "32768",
                "error.function",
                "DIFFERENCE",
                "update.shift",
                "9",
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
        if (online && profile.update().batch() != 1) {
            throw new IllegalArgumentException(
                    "update.batch: " + profile.update().batch() + "; " + name
                            + " moves weights in every step, so that batches have 1 sample");
        }
        List<StateWord> words = new ArrayList<>(SpikingNetwork.words(profile));
        words.add(StateWord.unsigned("g", Per.NEURON, 1));
        words.add(StateWord.unsigned("z", Per.PRE, profile.trace().bits()));
        words.add(StateWord.wire("L", Per.NEURON, profile.error().learningBits()));
        if (!online) {
            words.add(StateWord.kept("A", Per.SYNAPSE, settings.get(SUM_BITS)));
        }
        List<String> departures = new ArrayList<>(List.of(
                "the surrogate of a spike's derivative is a window (GATE-1), not a sigmoid of slope 4",
                "the loss of a step is that of the output spikes of the step (ERR-2 or ERR-3 of them), not 0.95 times "
                        + "the cross-entropy and 0.05 times the squared error of a linear readout",
                "outputs spike, and have the neuron of all others",
                "biases are synapses and have a trace; in the authors' code they have none",
                "plain stochastic gradient descent without momentum",
                "errors begin at time.softStart"));
        if (settings.get(SpikingNetwork.SOFT) == 0) {
            departures.add("the reset is to 0, not by the threshold");
        }
        return new RuleCard(
                name,
                "OTTT_" + (online ? "O" : "A") + (settings.get(SpikingNetwork.SOFT) == 1 ? ", soft reset" : ""),
                "arXiv 2210.04195",
                RuleClass.A,
                SpikingNetwork.neuronText(settings),
                Coding.RATE,
                words,
                online ? profile.error().learningBits() - 1 + profile.trace().bits() : settings.get(SUM_BITS) - 1,
                profile.error().learningBits() - 1,
                EnumSet.copyOf(Set.of(Need.TRANSPOSED_WEIGHTS, Need.LABEL_EACH_STEP)),
                departures);
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new OtttNetwork(this, shape, profile, settings, seed, drawing);
    }
}
