package org.biograd.fixedpoint.rule;

import java.util.function.Supplier;
import org.biograd.fixedpoint.PresynapticTraces;
import org.biograd.fixedpoint.Rounder;
import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** A network that learns by {@link Ottt}. */
final class OtttNetwork extends SpikingNetwork {

    private final boolean online;
    private final SurrogateGate[] gates;
    private final PresynapticTraces[] traces;
    private final Rounder[] rounders;

    /** L of the step, one per neuron. */
    private final int[][] error;

    /** A, one per synapse; null online. */
    private final int[][] sum;

    OtttNetwork(
            Ottt rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        online = rule.online();
        gates = new SurrogateGate[outputs + 1];
        traces = new PresynapticTraces[outputs + 1];
        rounders = new Rounder[outputs + 1];
        error = new int[outputs + 1][];
        sum = online ? null : new int[outputs + 1][];
        for (int l = 1; l <= outputs; l++) {
            gates[l] = new SurrogateGate(shape.size(l), profile.soma());
            traces[l] = new PresynapticTraces(l, shape.size(l - 1), profile.trace(), draws, events);
            states[l].adopt("g", gates[l].gates());
            states[l].adopt("z", traces[l].values());
            error[l] = states[l].ints("L", shape.size(l));
            int cut = settings.get(l == outputs ? Ottt.ERROR_SHIFT : Ottt.PATH_SHIFT);
            rounders[l] = new Rounder(
                    draws, DrawStream.LEARNING_ERROR, l, cut, profile.error().rounding());
            if (!online) {
                sum[l] = states[l].ints("A", shape.synapses(l));
            }
        }
    }

    @Override
    protected void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer) {
        for (int t = 0; t < profile.time().steps(); t++) {
            int[] x = input.dense(t);
            for (int l = 1; l <= outputs; l++) {
                forward(l, x);
                gates[l].step(neurons[l].voltages());
                trace(sample, t, l, x);
                showForward(l, t, observer);
                observer.observe("g", l, t, gates[l].gates());
                observer.observe("z", l, t, traces[l].values());
                x = neurons[l].spikes();
            }
            if (t >= profile.time().softStart()) {
                feedBack(sample, t, label, observer);
                for (int l = 1; l <= outputs; l++) {
                    learn(sample, t, l, observer);
                }
            }
        }
        for (int l = 1; !online && l <= outputs; l++) {
            long[] gradient = updates[l].gradients();
            for (int s = 0; s < gradient.length; s++) {
                gradient[s] += sum[l][s];
            }
        }
    }

    private void trace(long sample, int t, int l, int[] x) {
        int[] z = traces[l].values();
        operations.products(profile.trace().bits(), 12).add(nonzero(z), z.length);
        traces[l].step(sample, t, Synapses.withBias(x));
    }

    private void feedBack(long sample, int t, int label, RuleObserver observer) {
        outputError.clear();
        outputError.count(neurons[outputs].spikes());
        outputError.step(0, label);
        observer.observe("e", outputs, t, outputError.errors());
        outputErrors(sample, t);
        observer.observe("L", outputs, t, error[outputs]);
        for (int l = outputs - 1; l >= 1; l--) {
            hiddenErrors(sample, t, l);
            observer.observe("L", l, t, error[l]);
        }
    }

    @Clause("OTTT-1")
    private void outputErrors(long sample, int t) {
        int[] g = gates[outputs].gates();
        int[] e = outputError.errors();
        rounders[outputs].select(sample, t);
        for (int k = 0; k < g.length; k++) {
            long exact = g[k] == 1 ? rounders[outputs].shift(e[k], k) : 0;
            error[outputs][k] = (int) states[outputs].hold("L", exact);
        }
    }

    @Clause("OTTT-2")
    private void hiddenErrors(long sample, int t, int l) {
        int[] g = gates[l].gates();
        rounders[l].select(sample, t);
        for (int j = 0; j < g.length; j++) {
            long exact = g[j] == 1 ? rounders[l].shift(sentBack(l + 1, j, error[l + 1]), j) : 0;
            error[l][j] = (int) states[l].hold("L", exact);
        }
        operations
                .products(profile.weight().bits(), profile.error().learningBits())
                .add((long) nonzero(g) * nonzero(error[l + 1]), (long) g.length * error[l + 1].length);
    }

    private void learn(long sample, int t, int l, RuleObserver observer) {
        int[] z = traces[l].values();
        if (!online) {
            accumulate(l, z);
            observer.observe("A", l, t, sum[l]);
            return;
        }
        addProducts(
                l, error[l], profile.error().learningBits(), z, profile.trace().bits());
        move(sample, t, l, observer);
    }

    @Clause("OTTT-3")
    private void accumulate(int l, int[] z) {
        int post = error[l].length;
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; z[j] != 0 && i < post; i++) {
                if (error[l][i] != 0) {
                    int s = j * post + i;
                    sum[l][s] = (int) states[l].hold("A", sum[l][s] + (long) error[l][i] * z[j]);
                }
            }
        }
        operations
                .products(profile.error().learningBits(), profile.trace().bits())
                .add((long) nonzero(error[l]) * nonzero(z), sum[l].length);
    }

    @Clause("OTTT-4")
    private void move(long sample, int t, int l, RuleObserver observer) {
        int[] weight = synapses[l].weights();
        operations
                .roundings(profile.update().accumulatorFraction())
                .add((long) nonzero(error[l]) * nonzero(traces[l].values()), weight.length);
        int[] before = observer == RuleObserver.NONE ? null : weight.clone();
        updates[l].apply(sample, t, weight);
        if (before != null) {
            show(l, t, weight, before, observer);
        }
    }

    @Override
    public void update(RuleObserver observer) {
        if (!online) {
            super.update(observer);
        }
    }
}
