package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.words.WordModel;

/** What must hold of the network whatever the model says. */
class NetworkLawsTest {

    private static final int TRIES = 150;

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(NetworkCase::of);
    }

    private static Rounding withoutDraw(Rounding rounding) {
        return rounding == Rounding.STOCHASTIC ? Rounding.NEAREST_EVEN : rounding;
    }

    /** The profile with no draw in its rounding, so that which neuron is which cannot matter. */
    private static Profile deterministic(Profile p, int batch) {
        int product = p.error().learningBits()
                - 1
                + p.eligibility().bits()
                - 1
                + 32
                - Integer.numberOfLeadingZeros(batch)
                + 32
                - Integer.numberOfLeadingZeros(
                        Math.max(p.update().hiddenMultiplier(), p.update().outputMultiplier()));
        Assume.that(product <= 62);
        TraceParameters z = p.trace();
        ErrorParameters e = p.error();
        UpdateParameters w = p.update();
        return new Profile(
                p.name(),
                p.time(),
                p.weight(),
                p.soma(),
                new TraceParameters(z.mode(), z.bits(), z.impulse(), z.keep(), withoutDraw(z.rounding())),
                p.eligibility(),
                new ErrorParameters(
                        e.function(),
                        e.fraction(),
                        e.potentialBits(),
                        e.dendriteBits(),
                        e.learningBits(),
                        e.hiddenShift(),
                        e.outputShift(),
                        withoutDraw(e.rounding())),
                new UpdateParameters(
                        w.hiddenMultiplier(),
                        w.outputMultiplier(),
                        w.shift(),
                        w.accumulatorBits(),
                        w.accumulatorFraction(),
                        withoutDraw(w.rounding()),
                        batch,
                        w.halveEvery()),
                p.feedback(),
                p.sleep());
    }

    private static Network network(NetworkCase of) {
        return new Network(of.shape(), of.profile(), of.seed());
    }

    private static SpikeTrain spikes(NetworkCase of, int sample) {
        SpikeTrain train = new SpikeTrain(of.sizes()[0], of.profile().time().steps());
        new RateCoder(of.seed()).encodeTraining(sample, of.intensities()[sample], train);
        return train;
    }

    private static Network trained(NetworkCase of, Observer observer, boolean testing) {
        Network network = network(of);
        Trainer trainer = new Trainer(network, new RateCoded(of.intensities(), network.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), observer);
            if (testing) {
                network.predict(spikes(of, 0));
            }
        }
        return network;
    }

    private static List<Long> events(Network network) {
        List<Long> counts = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            counts.add(network.events().count(signal));
        }
        return counts;
    }

    private static void sameWeights(Network expected, Network actual) {
        for (int l = 1; l <= expected.shape().layers(); l++) {
            assertArrayEquals(expected.weights(l), actual.weights(l), "weights of layer " + l);
        }
        for (int l = 1; l < expected.shape().layers(); l++) {
            assertArrayEquals(expected.feedback(l), actual.feedback(l), "feedback of layer " + l);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"SOMA-3", "SOMA-4"})
    void aNeuronThatSpikedStartsFromZero(@ForAll("cases") NetworkCase of) {
        Log log = new Log();
        network(of).learn(0, spikes(of, 0), of.labels()[0], log);
        Map<List<Object>, long[]> shown = new HashMap<>();
        log.all().forEach(s -> shown.put(List.of(s.signal(), s.layer(), s.step()), s.values()));
        for (int l = 1; l < of.sizes().length; l++) {
            for (int t = 0; t < of.profile().time().steps(); t++) {
                long[] u = shown.get(List.of(Signal.SYNAPTIC_INPUT, l, t));
                long[] v = shown.get(List.of(Signal.MEMBRANE_VOLTAGE, l, t));
                for (int i = 0; i < u.length; i++) {
                    if (t == 0 || shown.get(List.of(Signal.SPIKE, l, t - 1))[i] == 1) {
                        BigInteger alone = WordModel.saturate(
                                BigInteger.valueOf(u[i]), of.profile().soma().voltageBits());
                        assertEquals(alone.longValueExact(), v[i], "neuron " + i + " of layer " + l + " at step " + t);
                    }
                }
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"ELIG-1", "ELIG-2", "ELIG-3"})
    void tracesAndEligibilitiesStayWithinTheirWidths(@ForAll("cases") NetworkCase of) {
        long largestTrace = (1L << of.profile().trace().bits()) - 1;
        long lowestTrace = of.profile().trace().mode() == TraceMode.PRE_ONLY ? 0 : -largestTrace;
        long largest = (1L << (of.profile().eligibility().bits() - 1)) - 1;
        trained(
                of,
                (signal, layer, step, values) -> {
                    for (int i = 0; i < values.size(); i++) {
                        long value = values.integer(i);
                        assertTrue(
                                signal != Signal.TRACE || value >= lowestTrace && value <= largestTrace,
                                "trace " + value);
                        assertTrue(signal != Signal.ELIGIBILITY || Math.abs(value) <= largest, "eligibility " + value);
                    }
                },
                false);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    @Clause({"ELIG-1", "PROF-3"})
    void tracesOfTheChipHaveSevenBits(@ForAll long seed, @ForAll Random random) {
        Profile loihi = Profiles.loihi();
        int[] sizes = {12, 8, 4};
        byte[][] intensities = new byte[4][sizes[0]];
        for (byte[] sample : intensities) {
            Arrays.fill(sample, (byte) (192 + random.nextInt(64)));
        }
        long[] most = {0};
        trained(
                new NetworkCase(loihi, sizes, seed, intensities, new int[] {0, 1, 2, 3}, 1),
                (signal, layer, step, values) -> {
                    for (int i = 0; signal == Signal.TRACE && i < values.size(); i++) {
                        assertTrue(values.integer(i) >= 0 && values.integer(i) <= 127, "trace " + values.integer(i));
                        most[0] = Math.max(most[0], values.integer(i));
                    }
                },
                false);
        assertTrue(most[0] > 64, "the traces use their seven bits");
    }

    /** Permutes the neurons of layer l (0: the inputs) in everything that a network holds. */
    private static void permute(Network network, int l, int[] to) {
        Shape shape = network.shape();
        int size = shape.size(l);
        if (l > 0) {
            int[] w = network.weights(l);
            int[] old = w.clone();
            for (int j = 0; j <= shape.size(l - 1); j++) {
                for (int i = 0; i < size; i++) {
                    w[j * size + to[i]] = old[j * size + i];
                }
            }
            permuteRows(network.feedback(l), network.feedback(l).length / size, to);
            if (l > 1 && network.profile().feedback().path() == FeedbackPath.LAYERWISE) {
                permuteColumns(network.feedback(l - 1), to);
            }
        }
        permuteRows(network.weights(l + 1), shape.size(l + 1), to);
    }

    private static void permuteRows(int[] rows, int width, int[] to) {
        int[] old = rows.clone();
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(old, i * width, rows, to[i] * width, width);
        }
    }

    private static void permuteColumns(int[] rows, int[] to) {
        int[] old = rows.clone();
        for (int s = 0; s < rows.length; s++) {
            int k = s % to.length;
            rows[s - k + to[k]] = old[s];
        }
    }

    private static SpikeTrain permuted(SpikeTrain train, int[] to) {
        int[][] dense = new int[train.steps()][train.size()];
        for (int t = 0; t < train.steps(); t++) {
            for (int e = train.begin(t); e < train.end(t); e++) {
                dense[t][to[train.neuron(e)]] = 1;
            }
        }
        return SpikeTrain.of(dense);
    }

    private static int[] permutation(int size, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"SYN-1", "SOMA-1", "ERR-6", "ERR-8", "ERR-9", "NET-1"})
    void permutingNeuronsPermutesTheResultsAndNothingElse(@ForAll("cases") NetworkCase drawn, @ForAll Random random) {
        int batch = 1 + random.nextInt(2);
        NetworkCase of = drawn.with(deterministic(drawn.profile(), batch));
        int layer = random.nextInt(of.sizes().length - 1);
        int[] to = permutation(of.sizes()[layer], random);
        Network plain = network(of);
        Network permuted = network(of);
        permute(permuted, layer, to);
        for (int sample = 0; sample < of.labels().length; sample++) {
            SpikeTrain input = spikes(of, sample);
            plain.learn(sample, input, of.labels()[sample], Observer.NONE);
            permuted.learn(sample, layer == 0 ? permuted(input, to) : input, of.labels()[sample], Observer.NONE);
            if (batch == 1 || sample % batch == 0) {
                plain.update(Observer.NONE);
                permuted.update(Observer.NONE);
            }
            assertEquals(plain.predict(input), permuted.predict(layer == 0 ? permuted(input, to) : input));
        }
        permute(plain, layer, to);
        sameWeights(plain, permuted);
        assertEquals(events(plain), events(permuted));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"LEARN-1", "LEARN-4"})
    void theOrderOfTheSamplesOfABatchCannotChangeABit(@ForAll("cases") NetworkCase drawn, @ForAll Random random) {
        NetworkCase of = drawn.with(deterministic(drawn.profile(), 4));
        Network one = network(of);
        Network other = network(of);
        int[] order = permutation(of.labels().length, random);
        for (int s = 0; s < order.length; s++) {
            one.learn(s, spikes(of, s), of.labels()[s], Observer.NONE);
            other.learn(s, spikes(of, order[s]), of.labels()[order[s]], Observer.NONE);
        }
        one.update(Observer.NONE);
        other.update(Observer.NONE);
        sameWeights(one, other);
    }

    /**
     * An input of weight a + b is two inputs of weights a and b that spike together: sums have no order and no parts.
     */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"SOMA-1", "SYN-1"})
    void splittingAnInputCannotChangeABit(@ForAll("cases") NetworkCase drawn, @ForAll Random random) {
        NetworkCase of = drawn.with(
                deterministic(drawn.profile(), drawn.profile().update().batch()));
        int inputs = of.sizes()[0];
        int[] sizes = of.sizes().clone();
        sizes[0]++;
        Assume.that((inputs + 2L) << of.profile().weight().bits() < 1L << 31);
        Network whole = network(of);
        Network split = new Network(Shape.of(sizes), of.profile(), of.seed());
        int chosen = random.nextInt(inputs);
        int post = sizes[1];
        int[] from = whole.weights(1);
        int[] into = split.weights(1);
        System.arraycopy(from, 0, into, 0, inputs * post);
        System.arraycopy(from, inputs * post, into, (inputs + 1) * post, post);
        for (int i = 0; i < post; i++) {
            int part = from[chosen * post + i] == 0 ? 0 : random.nextInt(Math.abs(from[chosen * post + i]));
            into[inputs * post + i] = part;
            into[chosen * post + i] -= part;
        }
        for (int l = 1; l < sizes.length; l++) {
            if (l > 1) {
                System.arraycopy(whole.weights(l), 0, split.weights(l), 0, whole.weights(l).length);
            }
            if (l < sizes.length - 1) {
                System.arraycopy(whole.feedback(l), 0, split.feedback(l), 0, whole.feedback(l).length);
            }
        }
        int[][] wide = new int[of.profile().time().steps()][inputs + 1];
        SpikeTrain input = spikes(of, 0);
        for (int t = 0; t < wide.length; t++) {
            for (int e = input.begin(t); e < input.end(t); e++) {
                wide[t][input.neuron(e)] = 1;
            }
            wide[t][inputs] = wide[t][chosen];
        }
        Log expected = new Log();
        Log actual = new Log();
        whole.learn(0, input, of.labels()[0], neurons(expected));
        split.learn(0, SpikeTrain.of(wide), of.labels()[0], neurons(actual));
        SideBySide.requireEqual(expected, actual, of);
    }

    /** Shows what neurons do, which is as wide in both networks; synapses and inputs are not. */
    private static Observer neurons(Log log) {
        Set<Signal> synaptic = EnumSet.of(Signal.TRACE, Signal.ELIGIBILITY);
        return (signal, layer, step, values) -> {
            if (layer > 0 && !synaptic.contains(signal)) {
                log.observe(signal, layer, step, values);
            }
        };
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"OBS-1", "OBS-2"})
    void lookingChangesNothing(@ForAll("cases") NetworkCase of) {
        Network seen = trained(of, new Log(), false);
        Network unseen = trained(of, Observer.NONE, false);
        assertEquals(Digest.of(seen), Digest.of(unseen));
        assertEquals(events(seen), events(unseen));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause({"NET-7", "SLEEP-4"})
    void layersSleepInAnyOrder(@ForAll("cases") NetworkCase of, @ForAll Random random) {
        Network whole = network(of);
        Network apart = network(of);
        for (int q = 0; q < 2; q++) {
            whole.sleep(q, Observer.NONE);
            for (int hidden : permutation(of.sizes().length - 2, random)) {
                apart.sleep(hidden + 1, q, Observer.NONE);
            }
        }
        sameWeights(whole, apart);
        assertEquals(events(whole), events(apart));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause("NET-3")
    void testingChangesNothing(@ForAll("cases") NetworkCase of) {
        assertEquals(Digest.of(trained(of, Observer.NONE, false)), Digest.of(trained(of, Observer.NONE, true)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    @Clause("NET-8")
    void oneBitAnywhereChangesTheDigest(@ForAll("cases") NetworkCase of, @ForAll Random random) {
        Network network = network(of);
        String before = Digest.of(network);
        boolean forward = of.sizes().length == 2 || random.nextBoolean();
        int[] weights = forward
                ? network.weights(1 + random.nextInt(of.sizes().length - 1))
                : network.feedback(1 + random.nextInt(of.sizes().length - 2));
        weights[random.nextInt(weights.length)] ^= 1 << random.nextInt(32);
        assertTrue(!before.equals(Digest.of(network)));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    @Clause({"NET-1", "OBS-2"})
    void aCopyGoesOnAsTheOriginalAndItsEventsStartAtZero(@ForAll("cases") NetworkCase of) {
        Network original = trained(of, Observer.NONE, false);
        Network copy = original.copy();
        assertEquals(0, copy.events().wraps() + copy.events().saturations(), "events of a copy");
        sameWeights(original, copy);
        for (Network network : List.of(original, copy)) {
            network.sleep(77, Observer.NONE);
            network.learn(99, spikes(of, 0), of.labels()[0], Observer.NONE);
            network.update(Observer.NONE);
        }
        assertEquals(Digest.of(original), Digest.of(copy));
    }
}
