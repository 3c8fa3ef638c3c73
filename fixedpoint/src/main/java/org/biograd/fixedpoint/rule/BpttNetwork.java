package org.biograd.fixedpoint.rule;

import java.util.Arrays;
import java.util.function.Supplier;
import org.biograd.fixedpoint.SurrogateGate;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** A network that learns by {@link Bptt}. */
final class BpttNetwork extends SpikingNetwork {

    private static final int ONE = 4096;
    private static final int FACTOR_BITS = 14;

    private final SurrogateGate[] gates;
    private final int errorBits;

    /** x_j(t) of layer l at t * (pre + 1) + j, the bias last. */
    private final int[][] heard;

    /** g_i(t) and f_i(t) of layer l at t * post + i. */
    private final int[][] gate;

    private final int[][] factor;

    /** vbar of the step after, then of this one. */
    private final int[][] later;

    /** sbar of the step. */
    private final int[][] spikeError;

    BpttNetwork(
            Bptt rule,
            Shape shape,
            Profile profile,
            RuleSettings settings,
            long seed,
            Supplier<? extends DrawSource> drawing) {
        super(rule, shape, profile, settings, seed, drawing);
        errorBits = settings.get(Bptt.ERROR_BITS);
        int steps = profile.time().steps();
        gates = new SurrogateGate[outputs + 1];
        heard = new int[outputs + 1][];
        gate = new int[outputs + 1][];
        factor = new int[outputs + 1][];
        later = new int[outputs + 1][];
        spikeError = new int[outputs + 1][];
        for (int l = 1; l <= outputs; l++) {
            gates[l] = new SurrogateGate(shape.size(l), profile.soma());
            states[l].adopt("g", gates[l].gates());
            heard[l] = states[l].ints("x", steps * (shape.size(l - 1) + 1));
            gate[l] = states[l].ints("h", steps * shape.size(l));
            factor[l] = states[l].ints("f", steps * shape.size(l));
            later[l] = states[l].ints("vbar", shape.size(l));
            spikeError[l] = states[l].ints("sbar", shape.size(l));
        }
    }

    @Override
    protected void learnSample(long sample, SpikeTrain input, int label, RuleObserver observer) {
        int steps = profile.time().steps();
        for (int t = 0; t < steps; t++) {
            int[] x = input.dense(t);
            for (int l = 1; l <= outputs; l++) {
                forward(l, x);
                record(l, t, x);
                showForward(l, t, observer);
                observer.observe("g", l, t, gates[l].gates());
                if (observer != RuleObserver.NONE) {
                    int post = shape.size(l);
                    observer.observe("f", l, t, Arrays.copyOfRange(factor[l], t * post, (t + 1) * post));
                }
                x = neurons[l].spikes();
            }
            outputError.count(x);
        }
        outputError.step(steps - 1, label);
        observer.observe("e", outputs, steps - 1, outputError.errors());
        for (int t = steps - 1; t >= 0; t--) {
            for (int l = outputs; l >= 1; l--) {
                stepBack(l, t);
                observer.observe("sbar", l, t, spikeError[l]);
                observer.observe("vbar", l, t, later[l]);
                gather(l, t);
            }
        }
    }

    @Clause("BPTT-1")
    private void record(int l, int t, int[] x) {
        gates[l].step(neurons[l].voltages());
        int[] all = Synapses.withBias(x);
        System.arraycopy(all, 0, heard[l], t * all.length, all.length);
        int post = shape.size(l);
        System.arraycopy(gates[l].gates(), 0, gate[l], t * post, post);
        for (int i = 0; i < post; i++) {
            factor[l][t * post + i] =
                    factor(neurons[l].voltages()[i], neurons[l].spikes()[i], gates[l].gates()[i]);
        }
    }

    private int factor(int v, int s, int g) {
        TraceMode mode = profile.trace().mode();
        if (mode == TraceMode.PRE_ONLY) {
            return ONE;
        }
        long kept = ONE * (1L - s);
        long moved = mode == TraceMode.FULL && g == 1
                ? Words.quotient((long) ONE * v, profile.soma().voltageOne())
                : 0;
        return (int) Words.saturate(kept - moved, FACTOR_BITS);
    }

    @Clause("BPTT-2")
    private void stepBack(int l, int t) {
        int post = shape.size(l);
        for (int i = 0; i < post; i++) {
            spikeError[l][i] = (int) states[l].hold("sbar", spikeError(l, i));
            long open = gate[l][t * post + i] == 1 ? spikeError[l][i] : 0;
            long decayed = Words.decay(later[l][i], profile.soma().keep());
            long exact = open + Words.scale(decayed, factor[l][t * post + i]);
            later[l][i] = (int) states[l].hold("vbar", exact);
        }
        operations.products(errorBits, 12).add(nonzero(later[l]), post);
        if (l < outputs) {
            operations
                    .products(profile.weight().bits(), errorBits)
                    .add((long) post * nonzero(later[l + 1]), (long) post * later[l + 1].length);
        }
    }

    private long spikeError(int l, int i) {
        if (l == outputs) {
            return (long) outputError.errors()[i] << settings.get(Bptt.ERROR_SHIFT);
        }
        return Words.shift(sentBack(l + 1, i, later[l + 1]), settings.get(Bptt.PATH_SHIFT), Rounding.NEAREST_EVEN, 0);
    }

    @Clause("BPTT-3")
    private void gather(int l, int t) {
        long[] gradient = updates[l].gradients();
        int post = later[l].length;
        int pre = shape.size(l - 1) + 1;
        long added = 0;
        for (int j = 0; j < pre; j++) {
            if (heard[l][t * pre + j] == 0) {
                continue;
            }
            for (int i = 0; i < post; i++) {
                gradient[j * post + i] += later[l][i];
                added += later[l][i] != 0 ? 1 : 0;
            }
        }
        operations.additions(profile.update().accumulatorBits()).add(added, (long) pre * post);
    }
}
