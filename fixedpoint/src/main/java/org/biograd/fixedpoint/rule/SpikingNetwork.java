package org.biograd.fixedpoint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.biograd.fixedpoint.OutputError;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.rule.frame.AbstractRuleNetwork;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Per;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** A feedforward network of spiking neurons with the hard or the soft reset, read out by its output spikes. */
abstract class SpikingNetwork extends AbstractRuleNetwork {

    /** The parameter that chooses the reset. */
    static final String SOFT = "neuron.soft";

    /** Of layers 1..L; index 0 is unused. */
    final Neurons[] neurons;

    final OutputError outputError;

    SpikingNetwork(
            LearningRule rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        neurons = new Neurons[outputs + 1];
        for (int l = 1; l <= outputs; l++) {
            neurons[l] = new Neurons(settings.get(SOFT) == 1, shape.size(l), profile, events);
            if (settings.get(SOFT) == 0) {
                states[l].adopt("u", neurons[l].currents());
            }
            states[l].adopt("v", neurons[l].voltages());
            states[l].adopt("s", neurons[l].spikes());
        }
        outputError = new OutputError(shape.outputs(), profile.error());
        states[outputs].adopt("o", outputError.counts());
        states[outputs].adopt("e", outputError.errors());
    }

    /** The words that all such networks have. */
    static List<StateWord> words(Profile profile) {
        List<StateWord> words = new ArrayList<>();
        words.add(StateWord.wire("u", Per.NEURON, profile.soma().currentBits()));
        words.add(StateWord.kept("v", Per.NEURON, profile.soma().voltageBits()));
        words.add(StateWord.unsigned("s", Per.NEURON, 1));
        words.add(StateWord.unsigned(
                "o", Per.OUTPUT, StateWord.bitsOf(profile.time().steps())));
        words.add(StateWord.wire("e", Per.OUTPUT, profile.error().fraction() + 2));
        return words;
    }

    static RuleParameter softParameter(int standard) {
        return new RuleParameter(SOFT, "1: soft reset (RULE-8); 0: hard reset (SOMA-3)", 0, 1, standard);
    }

    static String neuronText(RuleSettings settings) {
        return settings.get(SOFT) == 1 ? "leaky, soft reset" : "leaky, hard reset";
    }

    /** A step of a layer. */
    final void forward(int l, int[] x) {
        int[] all = Synapses.withBias(x);
        operations
                .products(profile.soma().voltageBits(), 12)
                .add(nonzero(neurons[l].voltages()), neurons[l].voltages().length);
        neurons[l].step(synapses[l].sum(all));
        long post = shape.size(l);
        operations.additions(profile.soma().currentBits()).add(nonzero(all) * post, all.length * post);
    }

    final void showForward(int l, int t, RuleObserver observer) {
        observer.observe("v", l, t, neurons[l].voltages());
        observer.observe("s", l, t, neurons[l].spikes());
    }

    @Override
    @Clause("RULE-9")
    public final int predict(SpikeTrain input) {
        requireInput(input);
        for (int l = 1; l <= outputs; l++) {
            neurons[l].clear();
        }
        outputError.clear();
        for (int t = 0; t < profile.time().steps(); t++) {
            int[] x = input.dense(t);
            for (int l = 1; l <= outputs; l++) {
                forward(l, x);
                x = neurons[l].spikes();
            }
            outputError.count(x);
        }
        return outputError.predicted();
    }
}
