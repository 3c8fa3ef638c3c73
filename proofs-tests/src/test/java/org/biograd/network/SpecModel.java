package org.biograd.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.words.DrawModel;
import org.biograd.words.WordModel;

/**
 * The whole integer network, written from the clauses alone: dense, slow, in unbounded integers.
 *
 * <p>It knows no events, no active rows, no early exits and no word of 64 bits. What PROF-2 promises, that 64 bits are
 * enough, it does not use.
 */
final class SpecModel {

    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger UNIT = big(4096);
    private static final Map<Integer, BigInteger> EXPONENTIALS = new ConcurrentHashMap<>();

    final Profile profile;
    private final int[] size;
    private final int last;
    private final int outputs;
    private final DrawModel draws;
    private final Map<Signal, Long> events = new EnumMap<>(Signal.class);

    /** w of layer l from j to i at [l][j][i]; the last j is the bias. */
    private final BigInteger[][][] weight;

    /** B of layer l at [l][i][k], k in layer a(l). */
    private final BigInteger[][][] feedback;

    /** G of the batch at hand, as the weights. */
    private final BigInteger[][][] gradient;

    /** Sees everything; null where nobody looks. */
    private Log log;

    private BigInteger[][] voltage;
    private int[][] spike;
    private long newest;

    /**
     * A network with its initial weights.
     *
     * @throws ArithmeticException where NET-5 refuses it
     */
    SpecModel(int[] sizes, Profile profile, long seed) {
        this(sizes, profile, new DrawModel(seed));
    }

    /** The same with draws from elsewhere. */
    SpecModel(int[] sizes, Profile profile, DrawModel draws) {
        this.profile = profile;
        this.size = sizes.clone();
        this.last = sizes.length - 1;
        this.outputs = sizes[last];
        this.draws = draws;
        weight = new BigInteger[last + 1][][];
        gradient = new BigInteger[last + 1][][];
        feedback = new BigInteger[last][][];
        for (int l = 1; l <= last; l++) {
            weight[l] = initialWeights(l);
            gradient[l] = zeros(size[l - 1] + 1, size[l]);
        }
        for (int l = 1; l < last; l++) {
            feedback[l] = profile.feedback().start() == FeedbackStart.RANDOM ? randomFeedback(l) : alignedFeedback(l);
        }
    }

    /** Takes over weights, [l - 1][j][i], and feedback weights, [l - 1][i][k]. */
    void take(int[][][] forward, int[][][] back) {
        for (int l = 1; l <= last; l++) {
            fill(weight[l], forward[l - 1]);
        }
        for (int l = 1; l < last; l++) {
            fill(feedback[l], back[l - 1]);
        }
    }

    private static void fill(BigInteger[][] rows, int[][] values) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = big(values[r][c]);
            }
        }
    }

    void showTo(Log to) {
        log = to;
    }

    static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    private static BigInteger[][] zeros(int rows, int columns) {
        BigInteger[][] zeros = new BigInteger[rows][columns];
        for (BigInteger[] row : zeros) {
            Arrays.fill(row, ZERO);
        }
        return zeros;
    }

    private static BigInteger[] zeros(int length) {
        return zeros(1, length)[0];
    }

    // ---- initial weights
    // -------------------------------------------------------------------------------------------------------

    /** NET-4. */
    private BigInteger[][] initialWeights(int l) {
        int n = size[l - 1];
        BigInteger spread = big(profile.weight().spread());
        BigInteger radius = WordModel.isqrt(spread.multiply(spread).divide(big(n)));
        radius = radius.min(BigInteger.TWO.pow(profile.weight().bits() - 1).subtract(ONE));
        BigInteger[][] w = zeros(n + 1, size[l]);
        for (int j = 0; j <= n; j++) {
            for (int i = 0; i < size[l]; i++) {
                w[j][i] = uniform("INITIAL_WEIGHT", l, (long) j * size[l] + i, radius);
            }
        }
        return w;
    }

    private BigInteger uniform(String stream, int l, long index, BigInteger radius) {
        BigInteger choices = radius.shiftLeft(1).add(ONE);
        return draws.draw(stream, l, 0, 0, index, 32)
                .multiply(choices)
                .divide(BigInteger.TWO.pow(32))
                .subtract(radius);
    }

    /** a(l): the layer that hidden layer l is fed back from. */
    private int feedingBack(int l) {
        return layerwise() ? l + 1 : last;
    }

    private boolean layerwise() {
        return profile.feedback().path() == FeedbackPath.LAYERWISE;
    }

    /** NET-5, RANDOM. */
    private BigInteger[][] randomFeedback(int l) {
        int columns = size[feedingBack(l)];
        BigInteger[][] b = zeros(size[l], columns);
        for (int i = 0; i < size[l]; i++) {
            for (int k = 0; k < columns; k++) {
                b[i][k] = uniform(
                        "INITIAL_FEEDBACK",
                        l,
                        (long) i * columns + k,
                        big(profile.feedback().spread()));
            }
        }
        return b;
    }

    /** NET-5, ALIGNED. */
    private BigInteger[][] alignedFeedback(int l) {
        BigInteger one = big(profile.soma().voltageOne());
        BigInteger[][] product = layerwise() ? voltages(l + 1) : product(l);
        BigInteger[][] b = zeros(size[l], product[0].length);
        for (int i = 0; i < size[l]; i++) {
            for (int k = 0; k < b[i].length; k++) {
                BigInteger scaled = in64Bits(product[i][k].multiply(
                        BigInteger.TWO.pow(profile.feedback().fraction())));
                BigInteger exact = WordModel.quotient(scaled, one);
                b[i][k] = held(
                        Signal.FEEDBACK_WEIGHT,
                        exact,
                        WordModel.saturate(exact, profile.feedback().bits()));
            }
        }
        return b;
    }

    /** C(l) of NET-5, transposed: [presynaptic neuron][neuron of layer l]. */
    private BigInteger[][] voltages(int l) {
        BigInteger unit = BigInteger.TWO.pow(profile.weight().shift());
        BigInteger[][] c = zeros(size[l - 1], size[l]);
        for (int i = 0; i < size[l - 1]; i++) {
            for (int k = 0; k < size[l]; k++) {
                c[i][k] = unit.multiply(weight[l][i][k]);
            }
        }
        return c;
    }

    /** M(l) of NET-5, direct. */
    private BigInteger[][] product(int l) {
        BigInteger[][] c = voltages(l + 1);
        if (l == last - 1) {
            return c;
        }
        BigInteger[][] m = zeros(size[l], outputs);
        BigInteger[][] above = product(l + 1);
        for (int i = 0; i < size[l]; i++) {
            for (int k = 0; k < outputs; k++) {
                BigInteger sum = ZERO;
                for (int j = 0; j < size[l + 1]; j++) {
                    sum = in64Bits(sum.add(in64Bits(c[i][j].multiply(above[j][k]))));
                }
                m[i][k] = WordModel.quotient(sum, big(profile.soma().voltageOne()));
            }
        }
        return m;
    }

    private static BigInteger in64Bits(BigInteger x) {
        if (x.bitLength() > 63) {
            throw new ArithmeticException(x + " does not fit signed 64 bits");
        }
        return x;
    }

    // ---- a training run
    // --------------------------------------------------------------------------------------------------------

    /** NET-6, NET-7 and LEARN-4: everything that a run of some epochs does. */
    void train(byte[][] intensities, int[] labels, int epochs) {
        long sleeps = 0;
        for (int s = 0; s < profile.sleep().first(); s++) {
            sleep(sleeps++);
        }
        int samples = labels.length;
        long n = 0;
        long updates = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = order(epoch, samples);
            int waiting = 0;
            for (int position = 0; position < samples; position++) {
                int chosen = order[position];
                learn(n, encode("INPUT", n, intensities[chosen]), labels[chosen]);
                n++;
                waiting++;
                if (waiting == profile.update().batch() || position == samples - 1) {
                    update();
                    waiting = 0;
                    updates++;
                    if (profile.sleep().every() != 0
                            && updates % profile.sleep().every() == 0) {
                        sleep(sleeps++);
                    }
                }
            }
        }
    }

    /** NET-6. */
    int[] order(long epoch, int samples) {
        int[] order = new int[samples];
        for (int i = 0; i < samples; i++) {
            order[i] = i;
        }
        for (int i = samples - 1; i >= 1; i--) {
            int j = draws.draw("ORDER", 0, epoch, 0, i, 32)
                    .multiply(big(i + 1L))
                    .divide(BigInteger.TWO.pow(32))
                    .intValueExact();
            int kept = order[j];
            order[j] = order[i];
            order[i] = kept;
        }
        return order;
    }

    /** CODE-1: the spikes of a sample at [t][j]. */
    int[][] encode(String stream, long number, byte[] intensities) {
        int[][] x = new int[profile.time().steps()][intensities.length];
        for (int t = 0; t < x.length; t++) {
            for (int j = 0; j < intensities.length; j++) {
                x[t][j] = coded(Byte.toUnsignedInt(intensities[j]), draws.draw(stream, 0, number, t, j, 8));
            }
        }
        return x;
    }

    private static int coded(int p, BigInteger r) {
        return r.compareTo(big(p + p / 128)) < 0 ? 1 : 0;
    }

    // ---- forward
    // ---------------------------------------------------------------------------------------------------------------

    /** u, v and s of one layer at one step. */
    private BigInteger[] forward(int l, BigInteger[] sum) {
        BigInteger[] u = zeros(size[l]);
        for (int i = 0; i < size[l]; i++) {
            BigInteger input = BigInteger.TWO.pow(profile.weight().shift()).multiply(sum[i]);
            u[i] = held(
                    Signal.SYNAPTIC_INPUT,
                    input,
                    WordModel.wrap(input, profile.soma().currentBits()));
            BigInteger rest = spike[l][i] == 1 ? ZERO : voltage[l][i];
            BigInteger driven = WordModel.decay(rest, profile.soma().keep()).add(u[i]);
            voltage[l][i] = held(
                    Signal.MEMBRANE_VOLTAGE,
                    driven,
                    WordModel.saturate(driven, profile.soma().voltageBits()));
            spike[l][i] = voltage[l][i].compareTo(big(profile.soma().threshold())) > 0 ? 1 : 0;
        }
        return u;
    }

    /** SOMA-1. */
    private BigInteger[] synapticSum(int l, int[] x) {
        BigInteger[] sum = zeros(size[l]);
        for (int i = 0; i < size[l]; i++) {
            sum[i] = weight[l][size[l - 1]][i];
            for (int j = 0; j < size[l - 1]; j++) {
                sum[i] = sum[i].add(weight[l][j][i].multiply(big(x[j])));
            }
        }
        return sum;
    }

    private void rest() {
        voltage = new BigInteger[last + 1][];
        spike = new int[last + 1][];
        for (int l = 0; l <= last; l++) {
            voltage[l] = zeros(size[l]);
            spike[l] = new int[size[l]];
        }
    }

    /** NET-3 and NET-2. */
    int predict(int[][] x) {
        Log kept = log;
        log = null;
        rest();
        int[] count = new int[outputs];
        for (int[] now : x) {
            int[] below = now;
            for (int l = 1; l <= last; l++) {
                forward(l, synapticSum(l, below));
                below = spike[l];
            }
            for (int k = 0; k < outputs; k++) {
                count[k] += spike[last][k];
            }
        }
        log = kept;
        int most = 0;
        for (int o : count) {
            most = Math.max(most, o);
        }
        int k = 0;
        while (count[k] < most) {
            k++;
        }
        return k;
    }

    // ---- learning
    // --------------------------------------------------------------------------------------------------------------

    /** NET-1, up to and including LEARN-1. */
    void learn(long n, int[][] x, int label) {
        newest = n;
        rest();
        int steps = profile.time().steps();
        BigInteger[][][] trace = new BigInteger[last + 1][][];
        BigInteger[][][] eligibility = new BigInteger[last + 1][][];
        BigInteger[][] dendrite = new BigInteger[last + 1][];
        for (int l = 1; l <= last; l++) {
            trace[l] = zeros(size[l - 1] + 1, profile.trace().mode() == TraceMode.PRE_ONLY ? 1 : size[l]);
            eligibility[l] = zeros(size[l - 1] + 1, size[l]);
            dendrite[l] = zeros(size[l]);
        }
        int[] count = new int[outputs];
        BigInteger[][] error = zeros(5, outputs);

        for (int t = 0; t < steps; t++) {
            show(Signal.SPIKE, 0, t, x[t]);
            int[] below = x[t];
            for (int l = 1; l <= last; l++) {
                BigInteger[] u = forward(l, synapticSum(l, below));
                int[] gate = gate(l);
                decayTraces(n, t, l, below, trace[l]);
                accumulate(l, gate, trace[l], eligibility[l]);
                show(Signal.SYNAPTIC_INPUT, l, t, u);
                show(Signal.MEMBRANE_VOLTAGE, l, t, voltage[l]);
                show(Signal.SPIKE, l, t, spike[l]);
                show(Signal.GATE, l, t, gate);
                show(Signal.TRACE, l, t, flat(trace[l]));
                show(Signal.ELIGIBILITY, l, t, flat(eligibility[l]));
                if (t < steps - 1) {
                    reset(l, gate, trace[l]);
                }
                below = spike[l];
            }
            for (int k = 0; k < outputs; k++) {
                count[k] += spike[last][k];
            }
            show(Signal.SPIKE_COUNT, last, t, count);
            if (t >= profile.time().softStart()) {
                feedBack(t, count, label, error, dendrite);
            }
        }
        for (int place = 1; place <= last; place++) {
            int l = layerwise() ? last + 1 - place : place;
            BigInteger[] q = learningError(n, l, dendrite[l]);
            for (int j = 0; j <= size[l - 1]; j++) {
                for (int i = 0; i < size[l]; i++) {
                    gradient[l][j][i] = gradient[l][j][i].add(q[i].multiply(eligibility[l][j][i]));
                }
            }
            show(Signal.LEARNING_ERROR, l, steps - 1, q);
            if (layerwise() && l > 1) {
                hearFromAbove(n, l, q, eligibility[l][size[l - 1]], dendrite[l - 1]);
            }
        }
    }

    /** ERR-8 of layer l and ERR-9 of the layer below. */
    private void hearFromAbove(long n, int l, BigInteger[] q, BigInteger[] ofBias, BigInteger[] dendrite) {
        int k = profile.feedback().pathShift();
        BigInteger[] c = zeros(size[l]);
        for (int m = 0; m < size[l]; m++) {
            int index = m;
            BigInteger shifted = WordModel.shift(
                    q[m].multiply(ofBias[m]),
                    k,
                    profile.error().rounding(),
                    () -> draws.draw("FED_BACK_ERROR", l, n, 0, index, k));
            c[m] = held(
                    Signal.FED_BACK_ERROR,
                    shifted,
                    WordModel.saturate(shifted, profile.error().learningBits()));
        }
        for (int i = 0; i < dendrite.length; i++) {
            BigInteger sum = ZERO;
            for (int m = 0; m < size[l]; m++) {
                sum = sum.add(feedback[l - 1][i][m].multiply(c[m]));
            }
            dendrite[i] = held(
                    Signal.DENDRITE,
                    sum,
                    WordModel.saturate(sum, profile.error().dendriteBits()));
        }
        show(Signal.FED_BACK_ERROR, l, profile.time().steps() - 1, c);
        show(Signal.DENDRITE, l - 1, profile.time().steps() - 1, dendrite);
    }

    /** GATE-1. */
    private int[] gate(int l) {
        int[] gate = new int[size[l]];
        for (int i = 0; i < gate.length; i++) {
            BigInteger distance =
                    voltage[l][i].subtract(big(profile.soma().threshold())).abs();
            gate[i] = distance.compareTo(big(profile.soma().window())) < 0 ? 1 : 0;
        }
        return gate;
    }

    /** ELIG-1 and ELIG-2. In PRE_ONLY a row has one column, which serves all postsynaptic neurons. */
    private void decayTraces(long n, int t, int l, int[] below, BigInteger[][] trace) {
        boolean shared = profile.trace().mode() == TraceMode.PRE_ONLY;
        for (int j = 0; j <= size[l - 1]; j++) {
            boolean spikes = j == size[l - 1] || below[j] == 1;
            for (int i = 0; i < trace[j].length; i++) {
                long index = shared ? j : (long) j * size[l] + i;
                BigInteger kept = WordModel.shift(
                        trace[j][i].multiply(big(profile.trace().keep())),
                        12,
                        profile.trace().rounding(),
                        () -> draws.draw("TRACE", l, n, t, index, 12));
                BigInteger driven = kept.add(spikes ? big(profile.trace().impulse()) : ZERO);
                int bits = profile.trace().bits();
                trace[j][i] = held(
                        Signal.TRACE,
                        driven,
                        shared ? WordModel.saturateUnsigned(driven, bits) : WordModel.saturate(driven, bits + 1));
            }
        }
    }

    /** ELIG-3. */
    private void accumulate(int l, int[] gate, BigInteger[][] trace, BigInteger[][] eligibility) {
        boolean shared = profile.trace().mode() == TraceMode.PRE_ONLY;
        for (int j = 0; j <= size[l - 1]; j++) {
            for (int i = 0; i < size[l]; i++) {
                BigInteger z = trace[j][shared ? 0 : i];
                BigInteger part = WordModel.shift(z, profile.eligibility().shift(), Rounding.FLOOR, null);
                BigInteger sum = eligibility[j][i].add(big(gate[i]).multiply(part));
                eligibility[j][i] = held(
                        Signal.ELIGIBILITY,
                        sum,
                        WordModel.saturate(sum, profile.eligibility().bits()));
            }
        }
    }

    /** ELIG-4. */
    private void reset(int l, int[] gate, BigInteger[][] trace) {
        TraceMode mode = profile.trace().mode();
        if (mode == TraceMode.PRE_ONLY) {
            return;
        }
        for (int i = 0; i < size[l]; i++) {
            BigInteger factor = UNIT.multiply(big(1 - spike[l][i]));
            if (mode == TraceMode.FULL) {
                BigInteger slope = WordModel.quotient(
                        UNIT.multiply(voltage[l][i]), big(profile.soma().voltageOne()));
                factor = WordModel.saturate(factor.subtract(big(gate[i]).multiply(slope)), 14);
            }
            for (int j = 0; j <= size[l - 1]; j++) {
                BigInteger scaled = WordModel.scale(trace[j][i], factor);
                trace[j][i] = held(
                        Signal.TRACE,
                        scaled,
                        WordModel.saturate(scaled, profile.trace().bits() + 1));
            }
        }
    }

    /**
     * ERR-2 to ERR-6, the latter in direct feedback.
     *
     * @param error rows e, p, n, sp, sn; the last four carry over from step to step
     */
    private void feedBack(int t, int[] count, int label, BigInteger[][] error, BigInteger[][] dendrite) {
        BigInteger one = BigInteger.TWO.pow(profile.error().fraction());
        int bits = profile.error().potentialBits();
        for (int k = 0; k < outputs; k++) {
            BigInteger e = profile.error().function() == ErrorFunction.SOFTMAX ? softmax(count, k) : rate(count[k], t);
            error[0][k] = k == label ? e.subtract(one) : e;
            BigInteger p = error[1][k].subtract(one.multiply(error[3][k])).add(error[0][k]);
            BigInteger n = error[2][k].subtract(one.multiply(error[4][k])).subtract(error[0][k]);
            error[1][k] = held(Signal.POSITIVE_POTENTIAL, p, WordModel.saturate(p, bits));
            error[2][k] = held(Signal.NEGATIVE_POTENTIAL, n, WordModel.saturate(n, bits));
            error[3][k] = error[1][k].compareTo(one) > 0 ? ONE : ZERO;
            error[4][k] = error[2][k].compareTo(one) > 0 ? ONE : ZERO;
        }
        for (int l = layerwise() ? last : 1; l <= last; l++) {
            for (int i = 0; i < size[l]; i++) {
                BigInteger arriving = ZERO;
                if (l == last) {
                    arriving = error[3][i].subtract(error[4][i]);
                } else {
                    for (int k = 0; k < outputs; k++) {
                        arriving = arriving.add(feedback[l][i][k].multiply(error[3][k].subtract(error[4][k])));
                    }
                }
                BigInteger sum = dendrite[l][i].add(arriving);
                dendrite[l][i] = held(
                        Signal.DENDRITE,
                        sum,
                        WordModel.saturate(sum, profile.error().dendriteBits()));
            }
        }
        show(Signal.ERROR, last, t, error[0]);
        show(Signal.POSITIVE_POTENTIAL, last, t, error[1]);
        show(Signal.NEGATIVE_POTENTIAL, last, t, error[2]);
        show(Signal.POSITIVE_ERROR_SPIKE, last, t, error[3]);
        show(Signal.NEGATIVE_ERROR_SPIKE, last, t, error[4]);
        for (int l = layerwise() ? last : 1; l <= last; l++) {
            show(Signal.DENDRITE, l, t, dendrite[l]);
        }
    }

    /** ERR-2, the label left out. */
    private BigInteger softmax(int[] count, int k) {
        int most = count[0];
        for (int o : count) {
            most = Math.max(most, o);
        }
        BigInteger sum = ZERO;
        for (int o : count) {
            sum = sum.add(exponential(most - o));
        }
        return toNearestHalfUp(exponential(most - count[k]), sum);
    }

    private static BigInteger exponential(int d) {
        return EXPONENTIALS.computeIfAbsent(d, SpecModel::computeExponential);
    }

    /** round(2^16 exp(-d)), from the definition of e and not from the table. */
    static BigInteger computeExponential(int d) {
        MathContext digits = new MathContext(60);
        BigDecimal e = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 50; n++) {
            e = e.add(term, digits);
            term = term.divide(BigDecimal.valueOf(n), digits);
        }
        return BigDecimal.valueOf(65_536)
                .divide(e.pow(d, digits), digits)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    /** ERR-3, the label left out. */
    private BigInteger rate(int count, int t) {
        return toNearestHalfUp(big(count), big(t + 1L));
    }

    /** F x / y, x at least 0, to the nearest, a half upwards. */
    private BigInteger toNearestHalfUp(BigInteger x, BigInteger y) {
        return WordModel.rounded(x.shiftLeft(profile.error().fraction()), y, RoundingMode.HALF_UP);
    }

    /** ERR-7. */
    private BigInteger[] learningError(long n, int l, BigInteger[] dendrite) {
        int h = l == last ? profile.error().outputShift() : profile.error().hiddenShift();
        BigInteger[] q = zeros(size[l]);
        for (int i = 0; i < size[l]; i++) {
            int index = i;
            BigInteger shifted = h < 0
                    ? dendrite[i].multiply(BigInteger.TWO.pow(-h))
                    : WordModel.shift(
                            dendrite[i],
                            h,
                            profile.error().rounding(),
                            () -> draws.draw("LEARNING_ERROR", l, n, 0, index, h));
            q[i] = held(
                    Signal.LEARNING_ERROR,
                    shifted,
                    WordModel.saturate(shifted, profile.error().learningBits()));
        }
        return q;
    }

    /** LEARN-2 and LEARN-3. */
    void update() {
        int f = profile.update().accumulatorFraction();
        int step = profile.time().steps() - 1;
        for (int l = 1; l <= last; l++) {
            int layer = l;
            long halvings = profile.update().halveEvery() == 0
                    ? 0
                    : Math.floorDiv(newest, profile.update().halveEvery());
            int right = big(profile.update().shift())
                    .add(big(halvings))
                    .min(big(62))
                    .intValueExact();
            int m = l == last
                    ? profile.update().outputMultiplier()
                    : profile.update().hiddenMultiplier();
            BigInteger[][] moved = zeros(size[l - 1] + 1, size[l]);
            for (int j = 0; j <= size[l - 1]; j++) {
                for (int i = 0; i < size[l]; i++) {
                    long index = (long) j * size[l] + i;
                    BigInteger product =
                            WordModel.shift(big(m).multiply(gradient[l][j][i]), right, Rounding.FLOOR, null);
                    BigInteger exact = weight[l][j][i].shiftLeft(f).subtract(product);
                    BigInteger c = held(
                            Signal.WEIGHT_CHANGE,
                            exact,
                            WordModel.saturate(exact, profile.update().accumulatorBits()));
                    BigInteger rounded = WordModel.shift(
                            c, f, profile.update().rounding(), () -> draws.draw("WEIGHT", layer, newest, 0, index, f));
                    BigInteger w = held(
                            Signal.WEIGHT,
                            rounded,
                            WordModel.saturate(rounded, profile.weight().bits()));
                    moved[j][i] = w.subtract(weight[l][j][i]);
                    weight[l][j][i] = w;
                }
            }
            gradient[l] = zeros(size[l - 1] + 1, size[l]);
            show(Signal.WEIGHT_CHANGE, l, step, flat(moved));
            show(Signal.WEIGHT, l, step, flat(weight[l]));
        }
    }

    // ---- sleep
    // -----------------------------------------------------------------------------------------------------------------

    /** SLEEP-1 to SLEEP-4 of every hidden layer. */
    void sleep(long q) {
        for (int l = 1; l < last; l++) {
            int columns = size[feedingBack(l)];
            BigInteger[][] hebb = zeros(size[l], columns);
            BigInteger[] square = zeros(columns);
            for (int m = 0; m < profile.sleep().trajectories(); m++) {
                BigInteger[] h = zeros(size[l]);
                BigInteger[] o = zeros(columns);
                trajectory(q, l, m, h, o);
                for (int k = 0; k < columns; k++) {
                    square[k] = square[k].add(o[k].multiply(o[k]));
                    for (int i = 0; i < size[l]; i++) {
                        hebb[i][k] = hebb[i][k].add(h[i].multiply(o[k]));
                    }
                }
            }
            align(q, l, hebb, square);
            show(Signal.FEEDBACK_WEIGHT, l, 0, flat(feedback[l]));
        }
    }

    private void trajectory(long q, int l, int m, BigInteger[] h, BigInteger[] o) {
        int steps = profile.sleep().steps();
        int p = draws.draw("SLEEP_RATE", l, q, 0, m, 8).intValueExact();
        rest();
        for (int t = 0; t < steps; t++) {
            long step = (long) m * steps + t;
            BigInteger[] injected = zeros(size[l + 1]);
            for (int i = 0; i < size[l]; i++) {
                int noise = coded(p, draws.draw("SLEEP_POSITIVE", l, q, step, i, 8))
                        - coded(p, draws.draw("SLEEP_NEGATIVE", l, q, step, i, 8));
                h[i] = h[i].add(big(noise));
                for (int above = 0; above < size[l + 1]; above++) {
                    injected[above] = injected[above].add(weight[l + 1][i][above].multiply(big(noise)));
                }
            }
            for (int above = l + 1; above <= feedingBack(l); above++) {
                BigInteger[] u = forward(above, above == l + 1 ? injected : synapticSum(above, spike[above - 1]));
                show(Signal.SYNAPTIC_INPUT, above, (int) step, u);
                show(Signal.MEMBRANE_VOLTAGE, above, (int) step, voltage[above]);
                show(Signal.SPIKE, above, (int) step, spike[above]);
            }
            for (int k = 0; k < o.length; k++) {
                o[k] = o[k].add(big(spike[feedingBack(l)][k]));
            }
        }
        int end = m * steps + steps - 1;
        show(Signal.NOISE_COUNT, l, end, h);
        show(Signal.SLEEP_COUNT, feedingBack(l), end, o);
    }

    /** SLEEP-4. */
    private void align(long q, int l, BigInteger[][] hebb, BigInteger[] square) {
        for (int i = 0; i < size[l]; i++) {
            for (int k = 0; k < square.length; k++) {
                long index = (long) i * square.length + k;
                BigInteger b = feedback[l][i][k];
                BigInteger change = WordModel.shift(
                        hebb[i][k].shiftLeft(profile.sleep().hebbShift()).subtract(square[k].multiply(b)),
                        profile.sleep().shift(),
                        profile.sleep().rounding(),
                        () -> draws.draw(
                                "SLEEP_FEEDBACK",
                                l,
                                q,
                                0,
                                index,
                                profile.sleep().shift()));
                BigInteger sum = b.add(change);
                feedback[l][i][k] = held(
                        Signal.FEEDBACK_WEIGHT,
                        sum,
                        WordModel.saturate(sum, profile.feedback().bits()));
            }
        }
    }

    // ---- results
    // ---------------------------------------------------------------------------------------------------------------

    /** OBS-2: counts where a word could not hold the value. */
    private BigInteger held(Signal signal, BigInteger exact, BigInteger stored) {
        if (!exact.equals(stored)) {
            events.merge(signal, 1L, Long::sum);
        }
        return stored;
    }

    long events(Signal signal) {
        return events.getOrDefault(signal, 0L);
    }

    /** The forward weights of layer l in the order of SYN-1. */
    int[] weights(int l) {
        return ints(flat(weight[l]));
    }

    /** The feedback weights of hidden layer l, B_ik at i * K(l) + k. */
    int[] feedback(int l) {
        return ints(flat(feedback[l]));
    }

    /** NET-8. */
    String digest() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        for (int l = 1; l <= last; l++) {
            digest.update(bytes(weights(l)));
        }
        for (int l = 1; l < last; l++) {
            digest.update(bytes(feedback(l)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return buffer.array();
    }

    private static BigInteger[] flat(BigInteger[][] rows) {
        return Arrays.stream(rows).flatMap(Arrays::stream).toArray(BigInteger[]::new);
    }

    private static int[] ints(BigInteger[] values) {
        return Arrays.stream(values).mapToInt(BigInteger::intValueExact).toArray();
    }

    private void show(Signal signal, int l, int step, BigInteger[] values) {
        if (log != null) {
            log.add(new Log.Shown(
                    signal,
                    l,
                    step,
                    Arrays.stream(values).mapToLong(BigInteger::longValueExact).toArray()));
        }
    }

    private void show(Signal signal, int l, int step, int[] values) {
        if (log != null) {
            log.add(new Log.Shown(
                    signal, l, step, Arrays.stream(values).asLongStream().toArray()));
        }
    }
}
