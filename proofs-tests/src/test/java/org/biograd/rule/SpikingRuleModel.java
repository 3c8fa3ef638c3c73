package org.biograd.rule;

import java.math.BigInteger;
import java.util.Map;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;
import org.biograd.words.WordModel;

/** OTTT, desire backpropagation and backpropagation through time, from the text. */
final class SpikingRuleModel {

    private final RuleSpecModel m;
    private final Profile profile;
    private final int steps;

    /** [l][t][i], made by a forward pass. */
    private BigInteger[][][] v;

    private int[][][] s;
    private BigInteger[][][] z;

    SpikingRuleModel(int[] sizes, Profile profile, Map<String, Integer> parameters, long seed) {
        m = new RuleSpecModel(sizes, profile, parameters, seed);
        this.profile = profile;
        this.steps = profile.time().steps();
    }

    /** G of the layers since the last update. */
    BigInteger[][][] gradients() {
        return m.gradient;
    }

    BigInteger[][][] weights() {
        return m.weight;
    }

    void update(long sample) {
        m.update(sample);
    }

    /** One step of all layers; s[0] is the input. */
    private void forward(long sample, int t, boolean traces) {
        boolean soft = m.parameter("neuron.soft") == 1;
        for (int l = 1; l <= m.top; l++) {
            BigInteger[] a = m.sums(l, s[l - 1][t]);
            for (int i = 0; i < a.length; i++) {
                BigInteger before = t == 0 ? RuleSpecModel.ZERO : v[l][t - 1][i];
                int spiked = t == 0 ? 0 : s[l][t - 1][i];
                v[l][t][i] = m.voltage(
                        a[i],
                        before,
                        spiked,
                        soft,
                        profile.soma().keep(),
                        RuleSpecModel.big(profile.soma().threshold()));
                s[l][t][i] = m.spike(v[l][t][i], soft);
            }
            if (traces) {
                z[l][t] = t == 0 ? RuleSpecModel.zeros(m.size[l - 1] + 1) : z[l][t - 1].clone();
                m.trace(z[l][t], l, sample, t, s[l - 1][t]);
            }
        }
    }

    private void begin(int[][] x) {
        v = new BigInteger[m.top + 1][steps][];
        s = new int[m.top + 1][steps][];
        z = new BigInteger[m.top + 1][steps][];
        s[0] = x;
        for (int l = 1; l <= m.top; l++) {
            for (int t = 0; t < steps; t++) {
                v[l][t] = RuleSpecModel.zeros(m.size[l]);
                s[l][t] = new int[m.size[l]];
            }
        }
    }

    private int[] counts(int l) {
        int[] c = new int[m.size[l]];
        for (int[] step : s[l]) {
            for (int i = 0; i < c.length; i++) {
                c[i] += step[i];
            }
        }
        return c;
    }

    int predict(int[][] x) {
        begin(x);
        for (int t = 0; t < steps; t++) {
            forward(0, t, false);
        }
        int[] c = counts(m.top);
        int best = 0;
        for (int k = 1; k < c.length; k++) {
            best = c[k] > c[best] ? k : best;
        }
        return best;
    }

    /** OTTT-1 to OTTT-4. */
    void ottt(long sample, int[][] x, int label, boolean online) {
        begin(x);
        int bits = profile.error().learningBits();
        BigInteger[][][] sum = new BigInteger[m.top + 1][][];
        for (int l = 1; l <= m.top; l++) {
            sum[l] = RuleSpecModel.zeros(m.size[l - 1] + 1, m.size[l]);
        }
        for (int t = 0; t < steps; t++) {
            forward(sample, t, true);
            if (t < profile.time().softStart()) {
                continue;
            }
            BigInteger[][] error = new BigInteger[m.top + 1][];
            for (int l = m.top; l >= 1; l--) {
                error[l] = RuleSpecModel.zeros(m.size[l]);
                BigInteger[] e = l == m.top ? m.errors(s[l][t], 0, label) : null;
                int cut = m.parameter(l == m.top ? "error.shift" : "path.shift");
                for (int i = 0; i < error[l].length; i++) {
                    if (m.gate(v[l][t][i]) == 1) {
                        BigInteger exact = l == m.top ? e[i] : m.sentBack(l + 1, i, error[l + 1]);
                        error[l][i] = WordModel.saturate(m.rounded(exact, cut, l, sample, t, i), bits);
                    }
                }
            }
            for (int l = 1; l <= m.top; l++) {
                for (int j = 0; j < z[l][t].length; j++) {
                    for (int i = 0; i < error[l].length; i++) {
                        BigInteger product = error[l][i].multiply(z[l][t][j]);
                        sum[l][j][i] = online
                                ? product
                                : WordModel.saturate(sum[l][j][i].add(product), m.parameter("sum.bits"));
                    }
                }
                if (online) {
                    m.update(m.weight[l], sum[l], l, m.multiplier(l), sample, t);
                }
            }
        }
        for (int l = 1; !online && l <= m.top; l++) {
            addAll(l, sum[l]);
        }
    }

    private void addAll(int l, BigInteger[][] g) {
        for (int j = 0; j < g.length; j++) {
            for (int i = 0; i < g[j].length; i++) {
                m.add(l, j, i, g[j][i]);
            }
        }
    }

    /** DESIRE-1 to DESIRE-4. */
    void desire(long sample, int[][] x, int label) {
        begin(x);
        BigInteger[][][] sum = new BigInteger[m.top + 1][][];
        for (int l = 1; l <= m.top; l++) {
            sum[l] = RuleSpecModel.zeros(m.size[l - 1] + 1, m.size[l]);
        }
        int cut = profile.eligibility().shift();
        for (int t = 0; t < steps; t++) {
            forward(sample, t, true);
            for (int l = 1; l <= m.top; l++) {
                for (int j = 0; j < z[l][t].length; j++) {
                    BigInteger more = WordModel.shift(z[l][t][j], cut, Rounding.FLOOR, () -> RuleSpecModel.ZERO);
                    for (int i = 0; i < m.size[l]; i++) {
                        BigInteger exact = sum[l][j][i].add(s[l][t][i] == 1 ? more : RuleSpecModel.ZERO);
                        sum[l][j][i] =
                                WordModel.saturate(exact, profile.eligibility().bits());
                    }
                }
            }
        }
        int full = steps - m.parameter("desire.margin");
        BigInteger[] above = null;
        for (int l = m.top; l >= 1; l--) {
            int[] c = counts(l);
            BigInteger[] y = RuleSpecModel.zeros(c.length);
            for (int i = 0; i < c.length; i++) {
                BigInteger wish = l == m.top ? null : m.sentBack(l + 1, i, above);
                boolean want = l == m.top ? i == label : wish.signum() > 0;
                int off = Math.abs((want ? full : 0) - c[i]);
                boolean active = l == m.top
                        ? off > m.parameter("desire.output")
                        : wish.abs().compareTo(RuleSpecModel.big(m.parameter("desire.hidden"))) >= 0;
                y[i] = active ? RuleSpecModel.big(want ? off : -off) : RuleSpecModel.ZERO;
                for (int j = 0; active && j < sum[l].length; j++) {
                    m.add(l, j, i, want ? sum[l][j][i].negate() : sum[l][j][i]);
                }
            }
            above = y;
        }
    }

    /** BPTT-1 to BPTT-3. */
    void bptt(long sample, int[][] x, int label) {
        begin(x);
        for (int t = 0; t < steps; t++) {
            forward(sample, t, false);
        }
        int bits = m.parameter("error.bits");
        BigInteger[] e = m.errors(counts(m.top), steps - 1, label);
        BigInteger[][] later = new BigInteger[m.top + 1][];
        for (int l = 1; l <= m.top; l++) {
            later[l] = RuleSpecModel.zeros(m.size[l]);
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int l = m.top; l >= 1; l--) {
                for (int i = 0; i < m.size[l]; i++) {
                    BigInteger arriving = l == m.top
                            ? e[i].shiftLeft(m.parameter("error.shift"))
                            : WordModel.shift(
                                    m.sentBack(l + 1, i, later[l + 1]),
                                    m.parameter("path.shift"),
                                    Rounding.NEAREST_EVEN,
                                    () -> RuleSpecModel.ZERO);
                    BigInteger spikeError = WordModel.saturate(arriving, bits);
                    int g = m.gate(v[l][t][i]);
                    BigInteger decayed =
                            WordModel.decay(later[l][i], profile.soma().keep());
                    BigInteger kept = WordModel.scale(decayed, m.factor(v[l][t][i], s[l][t][i], g));
                    later[l][i] = WordModel.saturate(g == 1 ? kept.add(spikeError) : kept, bits);
                }
                for (int j = 0; j <= m.size[l - 1]; j++) {
                    for (int i = 0; i < m.size[l]; i++) {
                        if (j == m.size[l - 1] || s[l - 1][t][j] == 1) {
                            m.add(l, j, i, later[l][i]);
                        }
                    }
                }
            }
        }
    }
}
