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
 * Learning at the equilibrium of a hidden layer with feedback connections: SPIDE (Xiao and others, arXiv 2302.00232),
 * which solves the equation of the errors by spikes, and IDE (Xiao and others, arXiv 2109.14247), which iterates it.
 *
 * @param name its name
 * @param spiking whether errors are spikes
 */
record Feedback(String name, boolean spiking) implements LearningRule {

    static final String PHASE = "phase.steps";
    static final String GRADIENT_SHIFT = "gradient.shift";
    static final String GRADIENT_BITS = "gradient.bits";
    static final String READOUT = "readout.shift";
    static final String BOUND = "recurrent.bound";
    static final String SPREAD = "recurrent.spread";

    @Override
    public List<RuleParameter> parameters() {
        return List.of(
                new RuleParameter(
                        PHASE,
                        spiking ? "T_B, steps of the errors' phase" : "K, sweeps of the errors' phase",
                        1,
                        4096,
                        spiking ? 100 : 30),
                new RuleParameter(GRADIENT_SHIFT, "right shift of what the outputs send back", 0, 32, spiking ? 6 : 9),
                new RuleParameter(GRADIENT_BITS, "width of what the outputs send back, and of an error", 2, 24, 16),
                new RuleParameter(
                        READOUT, "2^this units of a potential are 1.0 of the softmax", 0, 48, spiking ? 16 : 20),
                new RuleParameter(BOUND, "largest row sum of |J|, in units of 1/256", 0, 255, 230),
                new RuleParameter(SPREAD, "initial R are drawn from weight.spread / 2^this", 0, 24, 2));
    }

    @Override
    public Map<String, String> profile() {
        return Map.of(
                "time.steps",
                "32",
                "time.softStart",
                "0",
                "update.shift",
                spiking ? "5" : "7",
                "update.hiddenMultiplier",
                spiking ? "4" : "1",
                "update.outputMultiplier",
                spiking ? "1" : "4",
                "sleep.first",
                "0",
                "sleep.every",
                "0");
    }

    /** What a spike takes off, in thresholds: from V down to -V, or to 0. */
    int resetThresholds() {
        return spiking ? 2 : 1;
    }

    @Override
    public RuleCard card(Shape shape, Profile profile, RuleSettings settings) {
        Readout.requireSoftmax(name, profile);
        requireFits(shape, profile);
        int time = StateWord.bitsOf(profile.time().steps());
        int spikes = StateWord.bitsOf(settings.get(PHASE)) + 1;
        List<StateWord> words = new ArrayList<>();
        words.add(StateWord.kept("v", Per.NEURON, profile.soma().voltageBits()));
        words.add(StateWord.unsigned("s", Per.NEURON, 1));
        words.add(StateWord.kept("R", Per.FEEDBACK, profile.weight().bits()));
        words.add(StateWord.unsigned("n", Per.PRE, time));
        words.add(StateWord.unsigned("c", Per.NEURON, time));
        words.add(StateWord.unsigned("mask", Per.NEURON, 1));
        words.add(StateWord.wire("y", Per.OUTPUT, 63));
        words.add(StateWord.wire("o", Per.OUTPUT, 5));
        words.add(StateWord.kept("e", Per.OUTPUT, profile.error().fraction() + 2));
        words.add(StateWord.kept("grad", Per.NEURON, settings.get(GRADIENT_BITS)));
        if (spiking) {
            words.add(StateWord.kept("ub", Per.NEURON, profile.soma().voltageBits()));
            words.add(StateWord.kept("ob", Per.NEURON, 2));
            words.add(StateWord.kept("beta", Per.NEURON, spikes));
        } else {
            words.add(StateWord.kept("beta", Per.NEURON, settings.get(GRADIENT_BITS)));
        }
        words.add(StateWord.kept("q", Per.NEURON, spiking ? spikes : settings.get(GRADIENT_BITS)));
        return new RuleCard(
                name,
                spiking ? "SPIDE" : "IDE",
                spiking ? "arXiv 2302.00232" : "arXiv 2109.14247",
                RuleClass.B,
                "integrate and fire, soft reset by " + (spiking ? "2 V" : "V") + ", recurrent",
                Coding.EVEN,
                words,
                Math.max(
                                spiking ? spikes - 1 : settings.get(GRADIENT_BITS) - 1,
                                profile.error().fraction() + 1)
                        + time,
                Math.max(
                        time,
                        Math.max(
                                spiking ? 1 : settings.get(GRADIENT_BITS) - 1,
                                profile.error().fraction() + 1)),
                EnumSet.copyOf(
                        Set.of(Need.TRANSPOSED_WEIGHTS, Need.RECURRENT_WEIGHTS, Need.LABEL_AT_END, Need.SECOND_PHASE)),
                List.of(
                        "one hidden layer, fully connected, without normalisation and dropout",
                        "each row of R is bounded by the sum of its sizes, where the authors bound the "
                                + (spiking ? "Frobenius" : "spectral") + " norm of R",
                        spiking
                                ? "errors enter the second phase at a fixed scale"
                                : "the errors' equation is solved by plain iteration, not by Broyden's method",
                        "plain stochastic gradient descent without momentum",
                        "the softmax is that of ERR-2, on potentials rounded down to whole units"));
    }

    private void requireFits(Shape shape, Profile profile) {
        if (shape.layers() != 2) {
            throw new IllegalArgumentException("a network " + shape + " has " + (shape.layers() - 1)
                    + " hidden layers; " + name + " is defined for 1");
        }
        long most = (1L << (profile.soma().voltageBits() - 1)) - 1;
        if (2L * resetThresholds() * profile.soma().threshold() > most) {
            throw new IllegalArgumentException(
                    "soma.threshold: " + profile.soma().threshold()
                            + " is too large for a reset by " + resetThresholds() + " thresholds in voltages of "
                            + profile.soma().voltageBits() + " bits");
        }
        int threshold = profile.soma().threshold();
        if (threshold < 1 || Integer.bitCount(threshold) != 1) {
            throw new IllegalArgumentException(
                    "soma.threshold: " + threshold + " is no power of two; " + name + " divides by it with a shift");
        }
    }

    @Override
    public RuleNetwork open(
            Shape shape, Profile profile, RuleSettings settings, long seed, Supplier<? extends DrawSource> drawing) {
        return new FeedbackNetwork(this, shape, profile, settings, seed, drawing);
    }
}
