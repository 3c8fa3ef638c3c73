package org.biograd.fixedpoint.rule;

import java.util.Arrays;
import java.util.function.Supplier;
import org.biograd.fixedpoint.OutputError;
import org.biograd.fixedpoint.Rounder;
import org.biograd.fixedpoint.rule.frame.AbstractRuleNetwork;
import org.biograd.fixedpoint.rule.frame.Readout;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** A network that learns by {@link Ttfs}. Forward it only adds: no step multiplies. */
final class TtfsNetwork extends AbstractRuleNetwork {

    private final int window;
    private final long ownSlope;
    private final int bias;
    private final OutputError outputError;
    private final Readout readout;
    private final Rounder[] rounders;

    /** x: how long before the end of its window a neuron of the layer below spikes, the bias last. */
    private final int[][] lead;

    private final int[][] slope;
    private final long[][] voltage;
    private final int[][] delta;

    TtfsNetwork(
            Ttfs rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        window = settings.get(Ttfs.WINDOW);
        ownSlope = 1L << (settings.get(Ttfs.SLOPE) - profile.weight().shift());
        bias = settings.get(Ttfs.BIAS);
        outputError = new OutputError(shape.outputs(), profile.error());
        readout = new Readout(outputError, settings.get(Ttfs.READOUT));
        rounders = new Rounder[outputs + 1];
        lead = new int[outputs + 1][];
        slope = new int[outputs + 1][];
        voltage = new long[outputs + 1][];
        delta = new int[outputs + 1][];
        for (int l = 1; l <= outputs; l++) {
            lead[l] = states[l].ints("x", shape.size(l - 1) + 1);
            slope[l] = states[l].ints("m", shape.size(l));
            voltage[l] = states[l].longs("v", shape.size(l));
            delta[l] = l < outputs ? states[l].ints("delta", shape.size(l)) : outputError.errors();
            rounders[l] = new Rounder(
                    draws,
                    DrawStream.LEARNING_ERROR,
                    l,
                    settings.get(Ttfs.PATH_SHIFT),
                    profile.error().rounding());
        }
        states[outputs].adopt("o", outputError.counts());
        states[outputs].adopt("e", outputError.errors());
    }

    @Override
    protected void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer) {
        forward(input, observer);
        int step = profile.time().steps() - 1;
        readout.errors(potentials(), label);
        observer.observe("e", outputs, step, outputError.errors());
        for (int l = outputs - 1; l >= 1; l--) {
            sendBack(sample, l);
            observer.observe("delta", l, step, delta[l]);
        }
        for (int l = 1; l <= outputs; l++) {
            int bits = l == outputs ? profile.error().fraction() + 2 : settings.get(Ttfs.ERROR_BITS);
            addProducts(
                    l,
                    delta[l],
                    bits,
                    lead[l],
                    StateWord.bitsOf(l == 1 ? profile.time().steps() : window));
        }
    }

    private void forward(SpikeTrain input, RuleObserver observer) {
        readInput(input);
        observer.observe("x", 0, 0, lead[1]);
        for (int l = 1; l <= outputs; l++) {
            listen(l, l == 1 ? profile.time().steps() : window);
            observer.observe("m", l, 0, slope[l]);
            observer.observe("v", l, 0, voltage[l]);
            if (l < outputs) {
                spike(l);
                observer.observe("x", l, 0, lead[l + 1]);
            }
        }
    }

    @Clause("TTFS-1")
    private void readInput(SpikeTrain input) {
        Arrays.fill(lead[1], 0);
        for (int t = 0; t < input.steps(); t++) {
            for (int event = input.begin(t); event < input.end(t); event++) {
                int j = input.neuron(event);
                if (lead[1][j] != 0) {
                    throw new IllegalArgumentException("input " + j + " spikes at step " + t
                            + " again: a time to the first spike needs trains of one spike per input at most");
                }
                lead[1][j] = input.steps() - t;
            }
        }
        lead[1][input.size()] = bias;
    }

    /** The window of the layer below, step by step: a spike raises the slope, the slope the voltage. */
    @Clause("TTFS-2")
    private void listen(int l, int steps) {
        int post = shape.size(l);
        int[] weight = synapses[l].weights();
        int[][] spiking = spikingAt(lead[l], steps);
        Arrays.fill(slope[l], 0);
        Arrays.fill(voltage[l], 0);
        long spikes = 0;
        for (int t = 0; t < steps; t++) {
            for (int j : spiking[t]) {
                spikes++;
                for (int i = 0; i < post; i++) {
                    slope[l][i] += weight[j * post + i];
                }
            }
            for (int i = 0; spikes > 0 && i < post; i++) {
                voltage[l][i] += slope[l][i];
            }
        }
        int slopeBits = StateWord.bitsOf(slope[l].length) + profile.weight().bits();
        operations.additions(slopeBits).add(spikes * post, (long) lead[l].length * post);
        operations.additions(32).add((long) steps * post, (long) steps * post);
    }

    /** The neurons that spike at each step of a window, ascending. */
    private static int[][] spikingAt(int[] leads, int steps) {
        int[] many = new int[steps];
        for (int x : leads) {
            if (x > 0) {
                many[steps - x]++;
            }
        }
        int[][] spiking = new int[steps][];
        for (int t = 0; t < steps; t++) {
            spiking[t] = new int[many[t]];
        }
        for (int j = leads.length - 1; j >= 0; j--) {
            if (leads[j] > 0) {
                int t = steps - leads[j];
                spiking[t][--many[t]] = j;
            }
        }
        return spiking;
    }

    /** The layer's own window: the voltage rises by the same in each step, until it meets the threshold. */
    @Clause("TTFS-3")
    private void spike(int l) {
        long threshold = ownSlope * window;
        long steps = 0;
        for (int i = 0; i < voltage[l].length; i++) {
            long v = voltage[l][i];
            if (v >= threshold + ownSlope) {
                // The time would be before the window: a value that x cannot hold.
                states[l + 1].saturated("x");
            }
            int n = 0;
            while (n < window && v < threshold) {
                v += ownSlope;
                n++;
            }
            steps += n;
            lead[l + 1][i] = window - n;
        }
        lead[l + 1][voltage[l].length] = bias;
        operations.additions(32).add(steps, (long) window * voltage[l].length);
    }

    @Clause("TTFS-4")
    private void sendBack(long sample, int l) {
        rounders[l].select(sample, 0);
        long done = 0;
        for (int j = 0; j < delta[l].length; j++) {
            long exact = 0;
            if (lead[l + 1][j] > 0) {
                exact = rounders[l].shift(sentBack(l + 1, j, delta[l + 1]), j);
                done++;
            }
            delta[l][j] = (int) states[l].hold("delta", exact);
        }
        operations
                .products(profile.weight().bits(), settings.get(Ttfs.ERROR_BITS))
                .add(done * nonzero(delta[l + 1]), (long) delta[l].length * delta[l + 1].length);
    }

    /** y of the outputs, in units of voltage times steps. */
    private long[] potentials() {
        long[] y = new long[shape.outputs()];
        for (int k = 0; k < y.length; k++) {
            y[k] = voltage[outputs][k] << profile.weight().shift();
        }
        return y;
    }

    @Override
    @Clause(value = "RULE-9", form = Clause.Form.PART)
    public int predict(SpikeTrain input) {
        requireInput(input);
        forward(input, RuleObserver.NONE);
        return largest(potentials());
    }
}
