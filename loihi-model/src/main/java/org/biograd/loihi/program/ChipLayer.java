package org.biograd.loihi.program;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.loihi.learning.BioGradRules;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningFormats;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.TraceStep;
import org.biograd.loihi.learning.Variable;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.Join;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.spec.Clause;
import org.biograd.spec.Decay;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;

/**
 * One layer on the chip: neurons of four compartments (soma, two that compare the soma's voltage with the ends of the
 * surrogate window, error dendrite), the synapses that lead to them, and the rules by which these learn.
 */
final class ChipLayer {

    /** Empties a tag: what it holds is taken off it. */
    private static final LearningRule FORGET = LearningRule.parse("dt = -1*u0*t");

    private final int number;
    private final boolean output;
    private final Profile profile;

    private final Compartments soma;
    private final Compartments aboveBottom;
    private final Compartments aboveTop;
    final Compartments dendrite;

    private final LearningWords words;
    private final SynapseGroup forward;
    private final int[] biasAxon;

    private final TraceStep traceDynamics;
    private final Draws traceDraws;
    private final IntToLongFunction traceDraw;
    private final Draws weightDraws;
    private final IntToLongFunction weightDraw;
    private final LearningFormats formats;
    private final LearningEngine tagRule;
    private final LearningEngine forgetRule;
    private LearningEngine weightRule;
    private long halvings = -1;

    ChipLayer(int number, Shape shape, Profile profile, long seed) {
        this.number = number;
        this.output = number == shape.layers();
        this.profile = profile;
        int post = shape.size(number);
        int axons = shape.size(number - 1) + 1;
        int threshold = profile.soma().threshold();
        int window = profile.soma().window();
        soma = new Compartments(post, CompartmentParameters.soma(profile.soma()), RangeHandling.NORMATIVE);
        aboveBottom = Compartments.joinedTo(soma, Join.ADD, CompartmentParameters.comparator(threshold - window));
        aboveTop = Compartments.joinedTo(soma, Join.ADD, CompartmentParameters.comparator(threshold + window - 1));
        dendrite = new Compartments(
                post, CompartmentParameters.dendrite(profile.error().dendriteBits()), RangeHandling.NORMATIVE);

        words = new LearningWords(axons, post);
        forward = SynapseGroup.over(
                words.of(Variable.W),
                axons,
                post,
                Formats.signedWithShift(profile.weight().shift()));
        biasAxon = new int[] {axons - 1};
        words.of(Variable.X0)[axons - 1] = 1;

        traceDynamics = BioGradRules.trace(profile);
        traceDraws = new Draws(seed);
        traceDraw = traceDraws::at;
        weightDraws = new Draws(seed);
        weightDraw = weightDraws::at;
        formats = BioGradRules.formats(profile);
        tagRule = new LearningEngine(words, formats, List.of(BioGradRules.tag(profile)));
        forgetRule = new LearningEngine(words, formats, List.of(FORGET));
    }

    /** Before a sample: no compartment, trace or tag remembers another. */
    @Clause(value = "PROG-4", form = Clause.Form.PART)
    void clear() {
        clearSoma();
        aboveBottom.clear();
        aboveTop.clear();
        dendrite.clear();
        Arrays.fill(words.of(Variable.X1), 0);
        forgetRule.run(1, weightDraw);
    }

    void clearSoma() {
        soma.clear();
    }

    /** Spikes of the layer below, and of the axon that always spikes, reach the somata. */
    @Clause("PROG-1")
    void forward(int[] spiking, int spikes) {
        forward.deliver(spiking, spikes, soma.input());
        forward.deliver(biasAxon, 1, soma.input());
        soma.step();
    }

    /**
     * Noise reaches the somata in place of the layer below: negative spikes through a copy of the synapses with the
     * signs turned, which the host writes for the sleep.
     */
    @Clause(value = "PROG-8", form = Clause.Form.PART)
    void forwardNoise(int[] positive, int positives, SynapseGroup turned, int[] negative, int negatives) {
        forward.deliver(positive, positives, soma.input());
        turned.deliver(negative, negatives, soma.input());
        soma.step();
    }

    /** A copy of the forward synapses with the signs turned. */
    @Clause(value = "PROG-8", form = Clause.Form.PART)
    SynapseGroup turned() {
        SynapseGroup turned = new SynapseGroup(forward.pre(), forward.post(), forward.format());
        for (int s = 0; s < turned.weights().length; s++) {
            turned.weights()[s] = -forward.weights()[s];
        }
        return turned;
    }

    /**
     * The gate opens where the lower comparator spikes and the upper one does not, the traces take up the step's
     * spikes, and the tags what the gate lets through.
     */
    @Clause({"PROG-2", "PROG-3"})
    void remember(long sample, int step, int[] spiking, int spikes) {
        aboveBottom.step();
        aboveTop.step();
        int[] gate = gate();
        int[] bottom = aboveBottom.spike();
        int[] top = aboveTop.spike();
        for (int i = 0; i < gate.length; i++) {
            gate[i] = bottom[i] & ~top[i];
        }
        int[] x0 = words.of(Variable.X0);
        for (int s = 0; s < spikes; s++) {
            x0[spiking[s]] = 1;
        }
        traceDraws.select(DrawStream.TRACE, number, sample, step, Decay.BITS);
        traceDynamics.step(trace(), x0, traceDraw, traceDraw);
        tagRule.run(step + 1, weightDraw);
        for (int s = 0; s < spikes; s++) {
            x0[spiking[s]] = 0;
        }
    }

    /** The rule of the weights, at the end of a sample. */
    @Clause(value = "PROG-6", form = Clause.Form.PART)
    void learn(long sample) {
        int every = profile.update().halveEvery();
        long now = every == 0 ? 0 : sample / every;
        if (now != halvings) {
            halvings = now;
            weightRule = new LearningEngine(words, formats, List.of(BioGradRules.weight(profile, output, sample)));
        }
        weightDraws.select(
                DrawStream.WEIGHT, number, sample, 0, profile.update().accumulatorFraction());
        weightRule.run(1, weightDraw);
    }

    long[] current() {
        return soma.current();
    }

    long[] voltage() {
        return soma.voltage();
    }

    int[] spike() {
        return soma.spike();
    }

    int[] spiking() {
        return soma.spiking();
    }

    int spikes() {
        return soma.spikes();
    }

    int[] gate() {
        return words.of(Variable.Y0);
    }

    int[] trace() {
        return words.of(Variable.X1);
    }

    int[] tag() {
        return words.of(Variable.T);
    }

    int[] learningError() {
        return words.of(Variable.Q);
    }

    int[] weights() {
        return words.of(Variable.W);
    }
}
