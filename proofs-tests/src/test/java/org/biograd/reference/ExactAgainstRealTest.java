package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.SampleRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.real.BackpropagationThroughTime;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** Two texts of one network, in doubles and in fractions: equal where doubles do not round, close where they do. */
class ExactAgainstRealTest {

    private static final Shape SHAPE = RandomNetworks.SHAPE;
    private static final int LAST = SHAPE.layers();
    private static final int END = RandomNetworks.STEPS - 1;
    private static final double TOLERANCE = 1e-12;

    @Property(tries = 200)
    @Clause({
        "SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-1", "ERR-2",
        "ERR-3", "ERR-4", "ERR-5", "ERR-6", "ERR-8", "ERR-9", "LEARN-1", "LEARN-3", "NET-1", "NET-2", "NET-3", "NET-5"
    })
    void learningIsTheSame(
            @ForAll long seed, @ForAll TraceMode mode, @ForAll ErrorFunction function, @ForAll FeedbackPath path) {
        RealNetwork real = RandomNetworks.network(seed, RandomNetworks.parameters(mode, function, path));
        ExactNetwork exact = exact(real);
        SpikeTrain sample = RandomNetworks.sample(seed);
        int label = (int) Math.floorMod(seed, 3L);
        for (int l = 1; l < LAST; l++) {
            same(flat(real.forwardProduct(l)), flat(exact.aligned(l)), 0, "aligned feedback");
        }
        assertEquals(real.predict(sample), exact.predict(sample), "prediction");

        Recorder recorder = new Recorder();
        SampleRun run = exact.learn(sample, label);
        real.learn(sample, label, withErrorSpikesOf(run), recorder);
        // In FULL the voltages enter the traces, which soon have more than 53 bits.
        double tolerance = mode == TraceMode.FULL ? TOLERANCE : 0;
        for (int t = 0; t <= END; t++) {
            for (int l = 1; l <= LAST; l++) {
                LayerRun layer = run.layers().get(l - 1);
                String at = " of layer " + l + " at " + t;
                same(recorder.get(Signal.MEMBRANE_VOLTAGE, l, t), layer.v()[t], 0, "v" + at);
                same(recorder.get(Signal.SPIKE, l, t), fractions(layer.s()[t]), 0, "s" + at);
                same(recorder.get(Signal.GATE, l, t), layer.g()[t], 0, "g" + at);
                BigFraction[][] z = run.eligibilities().get(l - 1).z()[t];
                same(
                        recorder.get(Signal.TRACE, l, t),
                        mode == TraceMode.PRE_ONLY ? z[0] : synapses(z),
                        tolerance,
                        "z" + at);
                same(
                        recorder.get(Signal.ELIGIBILITY, l, t),
                        synapses(run.eligibilities().get(l - 1).e()[t]),
                        tolerance,
                        "E" + at);
                boolean hears = path == FeedbackPath.DIRECT || l == LAST;
                if (hears ? t >= RandomNetworks.SOFT_START : t == END) {
                    // A T of twelve steps divides no double evenly.
                    same(
                            recorder.get(Signal.DENDRITE, l, t),
                            run.dendrites().get(l - 1)[t],
                            hears ? 0 : TOLERANCE,
                            "D" + at);
                } else {
                    assertTrue(Arrays.stream(run.dendrites().get(l - 1)[t]).allMatch(BigFraction::isZero), "no D" + at);
                }
            }
            if (t >= RandomNetworks.SOFT_START) {
                same(recorder.get(Signal.ERROR, LAST, t), run.errors()[t], TOLERANCE, "e at " + t);
                same(
                        recorder.get(Signal.POSITIVE_POTENTIAL, LAST, t),
                        run.errorNeurons().p()[t],
                        TOLERANCE,
                        "p at " + t);
                same(
                        recorder.get(Signal.NEGATIVE_POTENTIAL, LAST, t),
                        run.errorNeurons().n()[t],
                        TOLERANCE,
                        "n at " + t);
            }
        }

        real.update(null);
        exact.update(run.gradient());
        tolerance = path == FeedbackPath.DIRECT ? tolerance : TOLERANCE;
        for (int l = 1; l <= LAST; l++) {
            same(flat(real.weights(l)), flat(exact.synapses(l).weights()), tolerance, "w after the update");
            same(real.biases(l), exact.synapses(l).biases(), tolerance, "b after the update");
        }
    }

    /**
     * The network's own decisions, but for the error neurons those of the exact run: the errors of silent outputs are
     * thirds, and three of them are 1 in fractions, but not always in doubles. Anywhere else the two have to agree.
     */
    private static Decisions withErrorSpikesOf(SampleRun run) {
        return new Decisions() {
            @Override
            public boolean spike(int layer, int step, int neuron, double margin) {
                return OWN.spike(layer, step, neuron, margin);
            }

            @Override
            public boolean gate(int layer, int step, int neuron, double margin) {
                return OWN.gate(layer, step, neuron, margin);
            }

            @Override
            public boolean errorSpike(boolean positive, int step, int output, double margin) {
                int[][] spikes =
                        positive ? run.errorNeurons().sp() : run.errorNeurons().sn();
                BigFraction[][] potentials =
                        positive ? run.errorNeurons().p() : run.errorNeurons().n();
                boolean decided = spikes[step][output] == 1;
                if (margin > 0 != decided) {
                    assertTrue(
                            Math.abs(potentials[step][output].subtract(1).doubleValue()) < TOLERANCE,
                            "a tie at the threshold");
                }
                return decided;
            }
        };
    }

    @Property(tries = 200)
    void gradientsAreTheSame(@ForAll long seed, @ForAll TraceMode reset) {
        RealNetwork real =
                RandomNetworks.network(seed, RandomNetworks.parameters(TraceMode.FULL, ErrorFunction.SOFTMAX));
        ExactNetwork exact = exact(real);
        SpikeTrain sample = RandomNetworks.sample(seed);
        double[] e = {0.75, -1.5, 0.375};
        BackpropagationThroughTime gradient = new BackpropagationThroughTime(real, reset);
        // Twice, because nothing of a first sweep may be left in a second.
        gradient.differentiateCrossEntropy(sample, 0);
        gradient.differentiateCounts(sample, e);
        var expected =
                org.biograd.reference.exact.BackpropagationThroughTime.of(exact.forward(sample), fractions(e), reset);
        for (int l = 1; l <= LAST; l++) {
            same(flat(gradient.weights(l)), flat(expected.layer(l).weights()), TOLERANCE, "weights of layer " + l);
            same(gradient.biases(l), expected.layer(l).biases(), TOLERANCE, "biases of layer " + l);
        }
    }

    @Property(tries = 100)
    @Clause({"SLEEP-2", "SLEEP-3", "SLEEP-4"})
    void sleepIsTheSame(@ForAll long seed, @ForAll FeedbackPath path) {
        RealNetwork real = RandomNetworks.network(
                seed, RandomNetworks.parameters(TraceMode.PRE_ONLY, ErrorFunction.SOFTMAX, path));
        ExactNetwork exact = exact(real);
        for (int l = 1; l < LAST; l++) {
            real.sleep(l, 4, 9, RandomNetworks.noise(seed), Decisions.OWN, null);
            exact.sleep(l, 4, 9, RandomNetworks.noise(seed));
            same(flat(real.feedback(l)), flat(exact.feedback(l)), 0, "B of layer " + l);
        }
    }

    private static ExactNetwork exact(RealNetwork real) {
        RealParameters p = real.parameters();
        ExactNetwork exact = new ExactNetwork(
                real.shape(),
                new ExactParameters(
                        new NeuronModel(
                                BigFraction.from(p.decay()),
                                BigFraction.from(p.theta()),
                                BigFraction.from(p.win()),
                                BigFraction.from(p.amp())),
                        BigFraction.from(p.traceDecay()),
                        p.steps(),
                        p.softStart(),
                        p.traceMode(),
                        p.errorFunction(),
                        BigFraction.from(p.hiddenRate()),
                        BigFraction.from(p.outputRate()),
                        BigFraction.from(p.hebb()),
                        BigFraction.from(p.oja()),
                        p.ojaPower(),
                        p.feedbackPath(),
                        BigFraction.from(p.hiddenRateRatio())));
        for (int l = 1; l <= LAST; l++) {
            Synapses synapses = exact.synapses(l);
            for (int i = 0; i < synapses.post(); i++) {
                System.arraycopy(fractions(real.weights(l)[i]), 0, synapses.weights()[i], 0, synapses.pre());
            }
            System.arraycopy(fractions(real.biases(l)), 0, synapses.biases(), 0, synapses.post());
        }
        for (int l = 1; l < LAST; l++) {
            for (int i = 0; i < SHAPE.size(l); i++) {
                System.arraycopy(
                        fractions(real.feedback(l)[i]), 0, exact.feedback(l)[i], 0, exact.feedback(l)[i].length);
            }
        }
        return exact;
    }

    private static BigFraction[] fractions(double[] values) {
        return Arrays.stream(values).mapToObj(BigFraction::from).toArray(BigFraction[]::new);
    }

    private static BigFraction[] fractions(int[] values) {
        return Arrays.stream(values).mapToObj(BigFraction::of).toArray(BigFraction[]::new);
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static BigFraction[] flat(BigFraction[][] matrix) {
        return Arrays.stream(matrix).flatMap(Arrays::stream).toArray(BigFraction[]::new);
    }

    /** [post][pre + 1] in the order of synapses. */
    private static BigFraction[] synapses(BigFraction[][] matrix) {
        BigFraction[] vector = new BigFraction[matrix.length * matrix[0].length];
        Arrays.setAll(vector, s -> matrix[s % matrix.length][s / matrix.length]);
        return vector;
    }

    private static void same(double[] expected, BigFraction[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            double value = actual[i].doubleValue();
            if (!(Math.abs(expected[i] - value) <= tolerance * Math.max(1, Math.abs(value)))) {
                assertEquals(expected[i], value, what + " [" + i + "]");
            }
        }
    }
}
