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
import org.biograd.fixedpoint.rule.frame.Readout;
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
 * Times to first spikes with slope 1 (Stanojevic and others, arXiv 2306.08744): a neuron spikes once, the earlier the
 * more it is driven, and its time is the activation of a rectified linear unit.
 */
record Ttfs() implements LearningRule {

    static final String WINDOW = "ttfs.window";
    static final String SLOPE = "ttfs.slope";
    static final String BIAS = "ttfs.bias";
    static final String READOUT = "readout.shift";
    static final String PATH_SHIFT = "path.shift";
    static final String ERROR_BITS = "error.bits";

    @Override
    public String name() {
        return "ttfs";
    }

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                new RuleParameter(WINDOW, "X, steps of the window of a hidden layer", 1, 65_536, 1024),
                new RuleParameter(SLOPE, "a window's own slope is 2^this units of voltage a step", 0, 30, 13),
                new RuleParameter(BIAS, "steps before its window's end at which the bias spikes", 1, 65_536, 128),
                new RuleParameter(READOUT, "2^this units of voltage times steps are 1.0 of the softmax", 0, 48, 20),
                new RuleParameter(PATH_SHIFT, "right shift of what is sent back, to delta", 0, 32, 13),
                new RuleParameter(ERROR_BITS, "width of delta of a hidden neuron", 2, 14, 12));
    }

    @Override
    public Map<String, String> profile() {
        return Map.of(
                "time.steps",
                "256",
                "time.softStart",
                "0",
                "update.shift",
                "9",
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
        Readout.requireSoftmax(name(), profile);
        if (settings.get(SLOPE) < profile.weight().shift()) {
            throw new IllegalArgumentException(SLOPE + ": " + settings.get(SLOPE) + " is below weight.shift, "
                    + profile.weight().shift() + ": a step would be worth less than one unit of weight");
        }
        int steps = profile.time().steps();
        if (settings.get(BIAS) > steps || shape.layers() > 1 && settings.get(BIAS) > settings.get(WINDOW)) {
            throw new IllegalArgumentException(
                    BIAS + ": " + settings.get(BIAS) + " is longer than a window of a layer below");
        }
        long longest = Math.max(steps, settings.get(WINDOW));
        long weight = (1L << (profile.weight().bits() - 1)) - 1;
        long slope = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            slope = Math.max(slope, weight * (shape.size(l - 1) + 1));
        }
        int voltage = StateWord.bitsOf(slope) + StateWord.bitsOf(longest) + 2;
        int own = settings.get(SLOPE) - profile.weight().shift() + StateWord.bitsOf(settings.get(WINDOW)) + 2;
        List<StateWord> words = new ArrayList<>();
        words.add(StateWord.unsigned("x", Per.PRE, StateWord.bitsOf(longest)));
        words.add(StateWord.kept("m", Per.NEURON, StateWord.bitsOf(slope) + 1));
        words.add(StateWord.kept("v", Per.NEURON, Math.max(voltage, own)));
        words.add(StateWord.wire("o", Per.OUTPUT, 5));
        words.add(StateWord.kept("e", Per.OUTPUT, profile.error().fraction() + 2));
        words.add(StateWord.kept("delta", Per.NEURON, settings.get(ERROR_BITS)));
        return new RuleCard(
                name(),
                "TTFS, slope 1",
                "arXiv 2306.08744",
                RuleClass.B,
                "one spike, exact time, slope 1",
                Coding.FIRST_SPIKE,
                words,
                Math.max(settings.get(ERROR_BITS) - 1, profile.error().fraction() + 1) + StateWord.bitsOf(longest),
                Math.max(
                        StateWord.bitsOf(longest),
                        Math.max(settings.get(ERROR_BITS) - 1, profile.error().fraction() + 1)),
                EnumSet.copyOf(Set.of(Need.TRANSPOSED_WEIGHTS, Need.LABEL_AT_END)),
                List.of(
                        "windows have a fixed length; a neuron that would spike before its window begins spikes at "
                                + "its first step, which is counted",
                        "plain stochastic gradient descent, not Adam",
                        "the softmax is that of ERR-2, on potentials rounded down to whole units",
                        "biases are synapses of a neuron that spikes at a fixed time"));
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new TtfsNetwork(this, shape, profile, settings, seed, drawing);
    }
}
