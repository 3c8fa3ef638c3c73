package org.biograd.fixedpoint.rule;

import java.util.Arrays;
import java.util.function.Supplier;
import org.biograd.fixedpoint.OutputError;
import org.biograd.fixedpoint.Rounder;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.WeightUpdate;
import org.biograd.fixedpoint.rule.frame.AbstractRuleNetwork;
import org.biograd.fixedpoint.rule.frame.Readout;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.SoftSoma;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** A network that learns by SPIDE or IDE: one hidden layer with feedback connections, and a linear readout. */
final class FeedbackNetwork extends AbstractRuleNetwork {

    private static final int HIDDEN = 1;
    private static final int NO_DECAY = 4096;

    private final Recurrent recurrent;
    private final ErrorPhase phase;
    private final WeightUpdate recurrentUpdate;
    private final SoftSoma soma;
    private final OutputError outputError;
    private final Readout readout;
    private final Rounder rounder;
    private final boolean spiking;

    /** n: spikes of each input, the bias last, which spikes in every step. */
    private final int[] inputCount;

    /** c of the hidden neurons, and T for the bias of the readout. */
    private final int[] count;

    private final int[] mask;
    private final long[] potential;
    private final int[] gradient;
    private final int[] error;
    private long lastSample;

    FeedbackNetwork(
            Feedback rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        int size = shape.size(HIDDEN);
        spiking = rule.spiking();
        long reset = (long) rule.resetThresholds() * profile.soma().threshold();
        recurrent = new Recurrent(size, reset, profile, settings, draws, operations);
        recurrentUpdate = new WeightUpdate(HIDDEN, false, size * size, profile, draws, events);
        soma = new SoftSoma(size, profile, NO_DECAY, reset, events);
        outputError = new OutputError(shape.outputs(), profile.error());
        readout = new Readout(outputError, settings.get(Feedback.READOUT));
        rounder = new Rounder(
                draws,
                DrawStream.LEARNING_ERROR,
                HIDDEN,
                settings.get(Feedback.GRADIENT_SHIFT),
                profile.error().rounding());
        states[HIDDEN].adopt("v", soma.voltages());
        states[HIDDEN].adopt("s", soma.spikes());
        inputCount = states[HIDDEN].ints("n", shape.inputs() + 1);
        count = states[HIDDEN].ints("c", size + 1);
        mask = states[HIDDEN].ints("mask", size);
        gradient = states[HIDDEN].ints("grad", size);
        error = states[HIDDEN].ints("q", size);
        phase = new ErrorPhase(states[HIDDEN], size, recurrent, spiking, profile, settings, operations);
        potential = states[outputs].longs("y", shape.outputs());
        states[outputs].adopt("o", outputError.counts());
        states[outputs].adopt("e", outputError.errors());
    }

    @Override
    protected void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer) {
        lastSample = sample;
        forward(input, observer);
        int step = profile.time().steps() - 1;
        readout.errors(potential, label);
        observer.observe("e", outputs, step, outputError.errors());
        findMask();
        sendBack(sample);
        observer.observe("mask", HIDDEN, step, mask);
        observer.observe("grad", HIDDEN, step, gradient);
        phase.run(mask, gradient, HIDDEN, observer);
        gather();
        observer.observe("q", HIDDEN, step, error);
    }

    @Clause("SPIDE-1")
    private void forward(SpikeTrain input, RuleObserver observer) {
        soma.clear();
        Arrays.fill(inputCount, 0);
        Arrays.fill(count, 0);
        for (int t = 0; t < profile.time().steps(); t++) {
            int[] all = Synapses.withBias(input.dense(t));
            long[] sum = synapses[HIDDEN].sum(all);
            recurrent.addTo(sum, soma.spikes());
            long post = sum.length;
            operations.additions(profile.soma().currentBits()).add(nonzero(all) * post, all.length * post);
            soma.step(sum);
            for (int j = 0; j < all.length; j++) {
                inputCount[j] += all[j];
            }
            for (int i = 0; i < sum.length; i++) {
                count[i] += soma.spikes()[i];
            }
            count[sum.length]++;
            observer.observe("v", HIDDEN, t, soma.voltages());
            observer.observe("s", HIDDEN, t, soma.spikes());
        }
        read();
        observer.observe("c", HIDDEN, profile.time().steps() - 1, count);
        observer.observe("y", outputs, profile.time().steps() - 1, potential);
    }

    @Clause("SPIDE-2")
    private void read() {
        int[] weight = synapses[outputs].weights();
        Arrays.fill(potential, 0);
        for (int j = 0; j < count.length; j++) {
            for (int k = 0; k < potential.length; k++) {
                potential[k] += (long) weight[j * potential.length + k] * count[j]
                        << profile.weight().shift();
            }
        }
        // Stepped, the readout adds a row of weights at each spike.
        long spikes = Arrays.stream(count).sum();
        operations
                .additions(profile.soma().voltageBits())
                .add(
                        spikes * potential.length,
                        (long) count.length * profile.time().steps() * potential.length);
    }

    private void findMask() {
        int steps = profile.time().steps();
        if (spiking) {
            maskOfCounts(steps);
        } else {
            maskOfDrive(steps);
        }
    }

    @Clause("SPIDE-3")
    private void maskOfCounts(int steps) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] = count[i] > 0 && count[i] < steps ? 1 : 0;
        }
    }

    @Clause("IDE-1")
    private void maskOfDrive(int steps) {
        long[] last = new long[mask.length];
        recurrent.addTo(last, soma.spikes());
        long threshold = profile.soma().threshold();
        for (int i = 0; i < mask.length; i++) {
            long left = soma.voltages()[i] - threshold * soma.spikes()[i];
            long drive =
                    threshold * count[i] + left + (last[i] << profile.weight().shift());
            mask[i] = drive > 0 && drive < threshold * steps ? 1 : 0;
        }
    }

    @Clause("SPIDE-4")
    private void sendBack(long sample) {
        rounder.select(sample, 0);
        int[] e = outputError.errors();
        for (int i = 0; i < gradient.length; i++) {
            long exact = rounder.shift(sentBack(outputs, i, e), i);
            gradient[i] = (int) states[HIDDEN].hold("grad", exact);
        }
        operations
                .products(profile.weight().bits(), profile.error().fraction() + 2)
                .add((long) gradient.length * nonzero(e), (long) gradient.length * e.length);
    }

    @Clause("SPIDE-6")
    private void gather() {
        int bits = 0;
        for (StateWord word : card().state()) {
            bits = word.name().equals("q") ? word.bits() : bits;
        }
        for (int i = 0; i < error.length; i++) {
            error[i] = mask[i] * phase.beta()[i];
        }
        int time = StateWord.bitsOf(profile.time().steps());
        addProducts(HIDDEN, error, bits, inputCount, time);
        addProducts(outputs, outputError.errors(), profile.error().fraction() + 2, count, time);
        long[] sum = recurrentUpdate.gradients();
        for (int j = 0; j < error.length; j++) {
            for (int i = 0; i < error.length; i++) {
                sum[j * error.length + i] += (long) error[i] * count[j];
            }
        }
        int spiked = nonzero(count) - 1;
        operations.products(bits, time).add((long) nonzero(error) * spiked, sum.length);
    }

    @Override
    @Clause("SPIDE-7")
    public void update(RuleObserver observer) {
        super.update(observer);
        int[] weight = recurrent.weights();
        recurrentUpdate.apply(lastSample, 1, weight);
        recurrent.bound();
        observer.observe("R", HIDDEN, profile.time().steps() - 1, weight);
    }

    @Override
    @Clause(value = "RULE-9", form = Clause.Form.PART)
    public int predict(SpikeTrain input) {
        requireInput(input);
        forward(input, RuleObserver.NONE);
        return largest(potential);
    }

    @Override
    public int[] feedback(int layer) {
        return recurrent.weights();
    }
}
