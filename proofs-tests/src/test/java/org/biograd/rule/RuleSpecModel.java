package org.biograd.rule;

import java.math.BigInteger;
import java.util.Map;
import org.biograd.network.Exponential;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.words.DrawModel;
import org.biograd.words.WordModel;

/**
 * The networks of the chapter on learning rules, written from its text alone: dense, in unbounded integers, without
 * counts of operations. It shares no arithmetic with the code that it judges.
 */
final class RuleSpecModel {

    static final BigInteger ZERO = BigInteger.ZERO;

    final Profile profile;
    final Map<String, Integer> parameters;
    final int[] size;
    final int top;
    final DrawModel draws;

    /** w of layer l from j to i at [l][j][i], the bias last. */
    final BigInteger[][][] weight;

    final BigInteger[][][] gradient;

    RuleSpecModel(int[] sizes, Profile profile, Map<String, Integer> parameters, long seed) {
        this.profile = profile;
        this.parameters = parameters;
        this.size = sizes;
        this.top = sizes.length - 1;
        this.draws = new DrawModel(seed);
        weight = new BigInteger[top + 1][][];
        gradient = new BigInteger[top + 1][][];
        for (int l = 1; l <= top; l++) {
            weight[l] = initial(
                    "INITIAL_WEIGHT",
                    l,
                    size[l - 1] + 1,
                    size[l],
                    big(profile.weight().spread()),
                    size[l - 1]);
            gradient[l] = zeros(size[l - 1] + 1, size[l]);
        }
    }

    static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    static BigInteger[] zeros(int length) {
        BigInteger[] zeros = new BigInteger[length];
        java.util.Arrays.fill(zeros, ZERO);
        return zeros;
    }

    static BigInteger[][] zeros(int rows, int columns) {
        BigInteger[][] zeros = new BigInteger[rows][];
        for (int r = 0; r < rows; r++) {
            zeros[r] = zeros(columns);
        }
        return zeros;
    }

    int parameter(String key) {
        return parameters.get(key);
    }

    /** NET-4, and SPIDE-8 with its own stream. */
    BigInteger[][] initial(String stream, int l, int rows, int columns, BigInteger spread, int fanIn) {
        BigInteger radius = WordModel.isqrt(spread.multiply(spread).divide(big(fanIn)));
        radius = radius.min(BigInteger.TWO.pow(profile.weight().bits() - 1).subtract(BigInteger.ONE));
        BigInteger[][] w = zeros(rows, columns);
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                BigInteger r = draws.draw(stream, l, 0, 0, (long) j * columns + i, 32);
                w[j][i] = r.multiply(radius.shiftLeft(1).add(BigInteger.ONE))
                        .shiftRight(32)
                        .subtract(radius);
            }
        }
        return w;
    }

    /** RULE-7. */
    BigInteger sentBack(int l, int j, BigInteger[] y) {
        BigInteger sum = ZERO;
        for (int i = 0; i < y.length; i++) {
            sum = sum.add(weight[l][j][i].multiply(y[i]));
        }
        return sum.shiftLeft(profile.weight().shift());
    }

    /** A rounding with the draws of learning errors. */
    BigInteger rounded(BigInteger x, int bits, int l, long sample, int t, int index) {
        return WordModel.shift(
                x, bits, profile.error().rounding(), () -> draws.draw("LEARNING_ERROR", l, sample, t, index, bits));
    }

    /** u, then v of SOMA-3 or RULE-8. */
    BigInteger voltage(BigInteger sum, BigInteger before, int spiked, boolean soft, int keep, BigInteger reset) {
        BigInteger u = WordModel.wrap(
                sum.shiftLeft(profile.weight().shift()), profile.soma().currentBits());
        BigInteger rest = soft ? before.subtract(reset.multiply(big(spiked))) : spiked == 1 ? ZERO : before;
        return WordModel.saturate(
                WordModel.decay(rest, keep).add(u), profile.soma().voltageBits());
    }

    int spike(BigInteger v, boolean soft) {
        int order = v.compareTo(big(profile.soma().threshold()));
        return order > 0 || soft && order == 0 ? 1 : 0;
    }

    int gate(BigInteger v) {
        return v.subtract(big(profile.soma().threshold()))
                                .abs()
                                .compareTo(big(profile.soma().window()))
                        < 0
                ? 1
                : 0;
    }

    /** SOMA-1. */
    BigInteger[] sums(int l, int[] x) {
        BigInteger[] a = weight[l][x.length].clone();
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; x[j] == 1 && i < a.length; i++) {
                a[i] = a[i].add(weight[l][j][i]);
            }
        }
        return a;
    }

    /** ELIG-1. */
    void trace(BigInteger[] z, int l, long sample, int t, int[] x) {
        for (int j = 0; j < z.length; j++) {
            int index = j;
            BigInteger kept = WordModel.shift(
                    z[j].multiply(big(profile.trace().keep())),
                    12,
                    profile.trace().rounding(),
                    () -> draws.draw("TRACE", l, sample, t, index, 12));
            int spikes = j == x.length ? 1 : x[j];
            z[j] = WordModel.saturateUnsigned(
                    kept.add(big((long) profile.trace().impulse() * spikes)),
                    profile.trace().bits());
        }
    }

    /** ERR-2 or ERR-3 of given counts. */
    BigInteger[] errors(int[] count, int t, int label) {
        BigInteger one = BigInteger.TWO.pow(profile.error().fraction());
        BigInteger[] e = zeros(count.length);
        for (int k = 0; k < e.length; k++) {
            BigInteger numerator;
            BigInteger denominator;
            if (profile.error().function() == ErrorFunction.SOFTMAX) {
                int most = java.util.Arrays.stream(count).max().getAsInt();
                numerator = one.multiply(Exponential.of(most - count[k]));
                denominator = ZERO;
                for (int o : count) {
                    denominator = denominator.add(Exponential.of(most - o));
                }
            } else {
                numerator = one.multiply(big(count[k]));
                denominator = big(t + 1);
            }
            e[k] = numerator.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
            e[k] = k == label ? e[k].subtract(one) : e[k];
        }
        return e;
    }

    /** RULE-10. */
    BigInteger[] errorsOf(BigInteger[] potential, int label) {
        BigInteger most = potential[0];
        for (BigInteger y : potential) {
            most = most.max(y);
        }
        int[] count = new int[potential.length];
        for (int k = 0; k < count.length; k++) {
            BigInteger below = most.subtract(potential[k]).shiftRight(parameter("readout.shift"));
            count[k] = 12 - below.min(big(12)).intValue();
        }
        return errors(count, 0, label);
    }

    /** LEARN-2 and LEARN-3 of a layer or of other weights; the gradient is 0 afterwards. */
    void update(BigInteger[][] w, BigInteger[][] g, int l, int multiplier, long sample, int step) {
        int halve = profile.update().halveEvery();
        long halvings = halve == 0 ? 0 : sample / halve;
        int shift = (int) Math.min(profile.update().shift() + halvings, 62);
        int f = profile.update().accumulatorFraction();
        for (int j = 0; j < w.length; j++) {
            for (int i = 0; i < w[j].length; i++) {
                BigInteger p = WordModel.shift(g[j][i].multiply(big(multiplier)), shift, Rounding.FLOOR, () -> ZERO);
                BigInteger c = WordModel.saturate(
                        w[j][i].shiftLeft(f).subtract(p), profile.update().accumulatorBits());
                long index = (long) j * w[j].length + i;
                BigInteger rounded = WordModel.shift(
                        c, f, profile.update().rounding(), () -> draws.draw("WEIGHT", l, sample, step, index, f));
                w[j][i] = WordModel.saturate(rounded, profile.weight().bits());
                g[j][i] = ZERO;
            }
        }
    }

    int multiplier(int l) {
        return l == top ? profile.update().outputMultiplier() : profile.update().hiddenMultiplier();
    }

    void update(long sample) {
        for (int l = 1; l <= top; l++) {
            update(weight[l], gradient[l], l, multiplier(l), sample, 0);
        }
    }

    void add(int l, int j, int i, BigInteger g) {
        gradient[l][j][i] = gradient[l][j][i].add(g);
    }

    /** The factor of the reset in BPTT-1. */
    BigInteger factor(BigInteger v, int s, int g) {
        if (profile.trace().mode() == TraceMode.PRE_ONLY) {
            return big(4096);
        }
        BigInteger f = big(4096L * (1 - s));
        if (profile.trace().mode() == TraceMode.FULL && g == 1) {
            f = f.subtract(
                    WordModel.quotient(v.multiply(big(4096)), big(profile.soma().voltageOne())));
        }
        return WordModel.saturate(f, 14);
    }
}
