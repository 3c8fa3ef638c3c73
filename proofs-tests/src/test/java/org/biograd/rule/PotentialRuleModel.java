package org.biograd.rule;

import java.math.BigInteger;
import java.util.Map;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;
import org.biograd.words.WordModel;

/**
 * Times to first spikes, SPIDE and IDE, from the text. Times are not stepped here: this is the network of rectified
 * linear units that they are equal to.
 */
final class PotentialRuleModel {

    private static final BigInteger ZERO = BigInteger.ZERO;

    private final RuleSpecModel m;
    private final Profile profile;
    private final int steps;
    private final boolean spiking;
    private final BigInteger threshold;
    private final BigInteger reset;

    /** R from j to i at [j][i]; null of a network without. */
    private BigInteger[][] recurrent;

    private BigInteger[][] recurrentGradient;

    PotentialRuleModel(String rule, int[] sizes, Profile profile, Map<String, Integer> parameters, long seed) {
        m = new RuleSpecModel(sizes, profile, parameters, seed);
        this.profile = profile;
        this.steps = profile.time().steps();
        this.spiking = rule.equals("spide");
        this.threshold = RuleSpecModel.big(profile.soma().threshold());
        this.reset = spiking ? threshold.shiftLeft(1) : threshold;
        if (!rule.equals("ttfs")) {
            BigInteger spread = RuleSpecModel.big(profile.weight().spread() >> m.parameter("recurrent.spread"));
            recurrent = m.initial("INITIAL_FEEDBACK", 1, sizes[1], sizes[1], spread, sizes[1]);
            recurrentGradient = RuleSpecModel.zeros(sizes[1], sizes[1]);
            bound();
        }
    }

    /** G of the layers since the last update. */
    BigInteger[][][] gradients() {
        return m.gradient;
    }

    BigInteger[][][] weights() {
        return m.weight;
    }

    BigInteger[][] recurrent() {
        return recurrent;
    }

    void update(long sample) {
        m.update(sample);
        if (recurrent != null) {
            m.update(recurrent, recurrentGradient, 1, m.multiplier(1), sample, 1);
            bound();
        }
    }

    /** Activations of the input, 0 .. T. */
    private BigInteger[] leads(int[][] x) {
        BigInteger[] leads = RuleSpecModel.zeros(x[0].length);
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < leads.length; j++) {
                leads[j] = x[t][j] == 1 ? RuleSpecModel.big(steps - t) : leads[j];
            }
        }
        return leads;
    }

    private BigInteger[] potentials(int l, BigInteger[] x, BigInteger bias) {
        BigInteger[] v = RuleSpecModel.zeros(m.size[l]);
        for (int i = 0; i < v.length; i++) {
            v[i] = m.weight[l][x.length][i].multiply(bias);
            for (int j = 0; j < x.length; j++) {
                v[i] = v[i].add(m.weight[l][j][i].multiply(x[j]));
            }
        }
        return v;
    }

    private BigInteger[] readout(BigInteger[] potential) {
        BigInteger[] y = potential.clone();
        for (int k = 0; k < y.length; k++) {
            y[k] = y[k].shiftLeft(profile.weight().shift());
        }
        return y;
    }

    /** Activations of layers 0..L-1, then the potentials of the outputs. */
    private BigInteger[][] rectified(int[][] x) {
        BigInteger bias = RuleSpecModel.big(m.parameter("ttfs.bias"));
        BigInteger window = RuleSpecModel.big(m.parameter("ttfs.window"));
        BigInteger[][] all = new BigInteger[m.top + 1][];
        all[0] = leads(x);
        for (int l = 1; l <= m.top; l++) {
            all[l] = potentials(l, all[l - 1], bias);
            for (int i = 0; l < m.top && i < all[l].length; i++) {
                BigInteger units = all[l][i].shiftRight(
                        m.parameter("ttfs.slope") - profile.weight().shift());
                all[l][i] = units.max(ZERO).min(window);
            }
        }
        all[m.top] = readout(all[m.top]);
        return all;
    }

    /** TTFS-1 to TTFS-4. */
    void ttfs(long sample, int[][] x, int label) {
        BigInteger[][] all = rectified(x);
        BigInteger bias = RuleSpecModel.big(m.parameter("ttfs.bias"));
        BigInteger[] delta = m.errorsOf(all[m.top], label);
        for (int l = m.top; l >= 1; l--) {
            addOuter(m.gradient[l], delta, all[l - 1], bias);
            BigInteger[] below = RuleSpecModel.zeros(m.size[l - 1]);
            for (int j = 0; l > 1 && j < below.length; j++) {
                if (all[l - 1][j].signum() > 0) {
                    below[j] = WordModel.saturate(
                            m.rounded(m.sentBack(l, j, delta), m.parameter("path.shift"), l - 1, sample, 0, j),
                            m.parameter("error.bits"));
                }
            }
            delta = below;
        }
    }

    private static void addOuter(BigInteger[][] g, BigInteger[] post, BigInteger[] pre, BigInteger bias) {
        for (int j = 0; j < g.length; j++) {
            for (int i = 0; i < post.length; i++) {
                g[j][i] = g[j][i].add(post[i].multiply(j < pre.length ? pre[j] : bias));
            }
        }
    }

    int predict(int[][] x) {
        BigInteger[] y = recurrent == null ? rectified(x)[m.top] : run(x).y;
        int best = 0;
        for (int k = 1; k < y.length; k++) {
            best = y[k].compareTo(y[best]) > 0 ? k : best;
        }
        return best;
    }

    private record Run(BigInteger[] n, BigInteger[] c, BigInteger[] v, int[] last, BigInteger[] y) {}

    private Run run(int[][] x) {
        int size = m.size[1];
        BigInteger[] v = RuleSpecModel.zeros(size);
        int[] s = new int[size];
        BigInteger[] n = RuleSpecModel.zeros(x[0].length);
        BigInteger[] c = RuleSpecModel.zeros(size);
        for (int t = 0; t < steps; t++) {
            BigInteger[] a = m.sums(1, x[t]);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    a[i] = s[j] == 1 ? a[i].add(recurrent[j][i]) : a[i];
                }
            }
            for (int i = 0; i < size; i++) {
                v[i] = m.voltage(a[i], v[i], s[i], true, 4096, reset);
                s[i] = m.spike(v[i], true);
                c[i] = c[i].add(RuleSpecModel.big(s[i]));
            }
            for (int j = 0; j < n.length; j++) {
                n[j] = n[j].add(RuleSpecModel.big(x[t][j]));
            }
        }
        return new Run(n, c, v, s, readout(potentials(2, c, RuleSpecModel.big(steps))));
    }

    /** SPIDE-1 to SPIDE-6, IDE-1 and IDE-2. */
    void equilibrium(long sample, int[][] x, int label) {
        Run run = run(x);
        BigInteger[] e = m.errorsOf(run.y, label);
        BigInteger[] grad = RuleSpecModel.zeros(m.size[1]);
        BigInteger[] q = RuleSpecModel.zeros(m.size[1]);
        for (int i = 0; i < grad.length; i++) {
            BigInteger exact = m.rounded(m.sentBack(2, i, e), m.parameter("gradient.shift"), 1, sample, 0, i);
            grad[i] = WordModel.saturate(exact, m.parameter("gradient.bits"));
        }
        boolean[] mask = mask(run);
        BigInteger[] beta = spiking ? spikes(mask, grad) : sweeps(mask, grad);
        for (int i = 0; i < q.length; i++) {
            q[i] = mask[i] ? beta[i] : ZERO;
        }
        BigInteger all = RuleSpecModel.big(steps);
        addOuter(m.gradient[1], q, run.n, all);
        addOuter(m.gradient[2], e, run.c, all);
        addOuter(recurrentGradient, q, run.c, ZERO);
    }

    private boolean[] mask(Run run) {
        boolean[] mask = new boolean[run.c.length];
        BigInteger all = RuleSpecModel.big(steps);
        for (int i = 0; i < mask.length; i++) {
            if (spiking) {
                mask[i] = run.c[i].signum() > 0 && run.c[i].compareTo(all) < 0;
                continue;
            }
            BigInteger sent = ZERO;
            for (int j = 0; j < mask.length; j++) {
                sent = run.last[j] == 1 ? sent.add(recurrent[j][i]) : sent;
            }
            BigInteger drive = threshold
                    .multiply(run.c[i])
                    .add(run.v[i])
                    .subtract(run.last[i] == 1 ? threshold : ZERO)
                    .add(sent.shiftLeft(profile.weight().shift()));
            mask[i] = drive.signum() > 0 && drive.compareTo(threshold.multiply(all)) < 0;
        }
        return mask;
    }

    private BigInteger back(int j, boolean[] mask, BigInteger[] y) {
        BigInteger sum = ZERO;
        for (int i = 0; i < mask.length; i++) {
            sum = mask[i] ? sum.add(recurrent[j][i].multiply(y[i])) : sum;
        }
        return sum.shiftLeft(profile.weight().shift());
    }

    private BigInteger[] spikes(boolean[] mask, BigInteger[] grad) {
        BigInteger[] u = RuleSpecModel.zeros(grad.length);
        BigInteger[] o = RuleSpecModel.zeros(grad.length);
        BigInteger[] beta = RuleSpecModel.zeros(grad.length);
        int bits = profile.soma().voltageBits();
        for (int t = 0; t < m.parameter("phase.steps"); t++) {
            BigInteger[] before = o.clone();
            for (int j = 0; j < u.length; j++) {
                BigInteger risen =
                        WordModel.saturate(u[j].add(back(j, mask, before)).add(grad[j]), bits);
                o[j] = risen.compareTo(threshold) >= 0
                        ? BigInteger.ONE
                        : risen.compareTo(threshold.negate()) <= 0 ? BigInteger.ONE.negate() : ZERO;
                u[j] = WordModel.saturate(risen.subtract(threshold.shiftLeft(1).multiply(o[j])), bits);
                beta[j] = beta[j].add(o[j]);
            }
        }
        return beta;
    }

    private BigInteger[] sweeps(boolean[] mask, BigInteger[] grad) {
        BigInteger[] beta = RuleSpecModel.zeros(grad.length);
        int log = threshold.bitLength() - 1;
        for (int k = 0; k < m.parameter("phase.steps"); k++) {
            BigInteger[] next = new BigInteger[beta.length];
            for (int j = 0; j < beta.length; j++) {
                BigInteger arriving = WordModel.shift(back(j, mask, beta), log, Rounding.NEAREST_EVEN, () -> ZERO);
                next[j] = WordModel.saturate(arriving.add(grad[j]), m.parameter("gradient.bits"));
            }
            beta = next;
        }
        return beta;
    }

    /** SPIDE-9. */
    private void bound() {
        BigInteger limit = reset.multiply(RuleSpecModel.big(m.parameter("recurrent.bound")))
                .shiftRight(8 + profile.weight().shift());
        for (int i = 0; i < recurrent.length; i++) {
            BigInteger sum = ZERO;
            for (BigInteger[] row : recurrent) {
                sum = sum.add(row[i].abs());
            }
            for (BigInteger[] row : recurrent) {
                row[i] = sum.compareTo(limit) > 0 ? WordModel.quotient(row[i].multiply(limit), sum) : row[i];
            }
        }
    }
}
