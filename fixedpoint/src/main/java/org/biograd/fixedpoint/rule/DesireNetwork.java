package org.biograd.fixedpoint.rule;

import java.util.function.Supplier;
import org.biograd.fixedpoint.PresynapticTraces;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.rule.frame.StateWord;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** A network that learns by {@link Desire}. */
final class DesireNetwork extends SpikingNetwork {

    private final PresynapticTraces[] traces;

    /** S, one per synapse. */
    private final int[][] sum;

    /** c: spikes of the sample, one per neuron. */
    private final int[][] count;

    /** Q, one per neuron. */
    private final long[][] wish;

    /** y: how far off a neuron that learns is, with the sign of the direction. */
    private final int[][] signedError;

    /** q: -1 where the weights grow, 1 where they shrink, 0 where they stay. */
    private final int[][] error;

    DesireNetwork(
            Desire rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        traces = new PresynapticTraces[outputs + 1];
        sum = new int[outputs + 1][];
        count = new int[outputs + 1][];
        wish = new long[outputs + 1][];
        signedError = new int[outputs + 1][];
        error = new int[outputs + 1][];
        for (int l = 1; l <= outputs; l++) {
            traces[l] = new PresynapticTraces(l, shape.size(l - 1), profile.trace(), draws, events);
            states[l].adopt("z", traces[l].values());
            sum[l] = states[l].ints("S", shape.synapses(l));
            count[l] = states[l].ints("c", shape.size(l));
            wish[l] = states[l].longs("Q", shape.size(l));
            signedError[l] = states[l].ints("y", shape.size(l));
            error[l] = states[l].ints("q", shape.size(l));
        }
    }

    @Override
    protected void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer) {
        int steps = profile.time().steps();
        for (int t = 0; t < steps; t++) {
            int[] x = input.dense(t);
            for (int l = 1; l <= outputs; l++) {
                forward(l, x);
                trace(sample, t, l, x);
                accumulate(l);
                showForward(l, t, observer);
                observer.observe("z", l, t, traces[l].values());
                observer.observe("S", l, t, sum[l]);
                x = neurons[l].spikes();
            }
        }
        outputDesires(label);
        for (int l = outputs; l >= 1; l--) {
            if (l < outputs) {
                hiddenDesires(l);
                observer.observe("Q", l, steps - 1, wish[l]);
            }
            observer.observe("c", l, steps - 1, count[l]);
            observer.observe("y", l, steps - 1, signedError[l]);
            observer.observe("q", l, steps - 1, error[l]);
        }
        for (int l = 1; l <= outputs; l++) {
            gather(l);
        }
    }

    private void trace(long sample, int t, int l, int[] x) {
        int[] z = traces[l].values();
        operations.products(profile.trace().bits(), 12).add(nonzero(z), z.length);
        traces[l].step(sample, t, Synapses.withBias(x));
    }

    @Clause("DESIRE-1")
    private void accumulate(int l) {
        int[] s = neurons[l].spikes();
        int[] z = traces[l].values();
        long added = 0;
        for (int i = 0; i < s.length; i++) {
            count[l][i] += s[i];
        }
        for (int j = 0; j < z.length; j++) {
            long increment = Words.shift(z[j], profile.eligibility().shift(), Rounding.FLOOR, 0);
            for (int i = 0; increment != 0 && i < s.length; i++) {
                if (s[i] == 1) {
                    int n = j * s.length + i;
                    sum[l][n] = (int) states[l].hold("S", sum[l][n] + increment);
                    added++;
                }
            }
        }
        operations.additions(profile.eligibility().bits()).add(added, sum[l].length);
    }

    /** The steps in which a neuron that should spike would spike: R. */
    private int full() {
        return profile.time().steps() - settings.get(Desire.MARGIN);
    }

    @Clause("DESIRE-2")
    private void outputDesires(int label) {
        for (int k = 0; k < count[outputs].length; k++) {
            boolean wanted = k == label;
            int off = Math.abs((wanted ? full() : 0) - count[outputs][k]);
            desire(outputs, k, off > settings.get(Desire.OUTPUT), wanted, off);
        }
    }

    @Clause("DESIRE-3")
    private void hiddenDesires(int l) {
        for (int j = 0; j < count[l].length; j++) {
            wish[l][j] = sentBack(l + 1, j, signedError[l + 1]);
            boolean wanted = wish[l][j] > 0;
            int off = Math.abs((wanted ? full() : 0) - count[l][j]);
            desire(l, j, Math.abs(wish[l][j]) >= settings.get(Desire.HIDDEN), wanted, off);
        }
        operations
                .products(
                        profile.weight().bits(), StateWord.bitsOf(profile.time().steps()) + 1)
                .add(
                        (long) count[l].length * nonzero(signedError[l + 1]),
                        (long) count[l].length * signedError[l + 1].length);
    }

    private void desire(int l, int i, boolean active, boolean wanted, int off) {
        int sign = wanted ? 1 : -1;
        signedError[l][i] = active ? sign * off : 0;
        error[l][i] = active ? -sign : 0;
    }

    /** G += q S, which is an addition or a subtraction. */
    @Clause("DESIRE-4")
    private void gather(int l) {
        long[] gradient = updates[l].gradients();
        int post = error[l].length;
        long added = 0;
        for (int s = 0; s < gradient.length; s++) {
            int q = error[l][s % post];
            gradient[s] += q < 0 ? -sum[l][s] : q > 0 ? sum[l][s] : 0;
            added += q != 0 && sum[l][s] != 0 ? 1 : 0;
        }
        operations.additions(profile.update().accumulatorBits()).add(added, gradient.length);
    }
}
