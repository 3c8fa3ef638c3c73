package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.SleepRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.WeightMirror;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.WeightParameters;

/**
 * Sleep counts the same in integers and in fractions, and what it counts is, over all noise, a multiple of the
 * transposed weights.
 */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T8SleepTest {

    private static final int TRAJECTORIES = 4;
    private static final int[] KEEPS = {0, 1024, 2048, 3072, 4096};

    // ---- Integer and exact

    /** Where no decay has a remainder and no word is too narrow, the integer network is the exact one. */
    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"SLEEP-1", "SLEEP-2", "SLEEP-3", "SLEEP-4", "REAL-1"})
    void integersAndFractionsCountTheSame(
            @ForAll @Size(min = 3, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 8) int steps,
            @ForAll @IntRange(min = 0, max = 4) int keep,
            @ForAll @IntRange(min = 0, max = 12) int threshold,
            @ForAll boolean decimal,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Shape shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
        Profile profile = profile(steps, KEEPS[keep], threshold, decimal ? 1000 : 1 << 20);
        Network integer = new Network(shape, profile, seed);
        ExactNetwork exact = new ExactNetwork(shape, ExactParameters.of(profile));
        draw(new Random(seed), integer, exact);

        boolean awake = false;
        for (int l = 1; l < shape.layers(); l++) {
            Map<Signal, double[][]> counted = new HashMap<>();
            integer.sleep(l, 0, (signal, layer, step, values) -> {
                if (signal == Signal.NOISE_COUNT || signal == Signal.SLEEP_COUNT) {
                    double[] copy = new double[values.size()];
                    values.copyTo(copy);
                    counted.computeIfAbsent(signal, s -> new double[TRAJECTORIES][])[step / steps] = copy;
                }
            });
            SleepRun run = exact.sleep(l, TRAJECTORIES, steps, new SleepNoise(seed).of(0));
            assertEqual(fractions(counted.get(Signal.NOISE_COUNT)), run.noise(), "H of layer " + l);
            assertEqual(fractions(counted.get(Signal.SLEEP_COUNT)), run.output(), "O, layer " + l + " asleep");
            BigFraction[][] feedback = exact.feedback(l);
            for (int i = 0; i < feedback.length; i++) {
                for (int k = 0; k < shape.outputs(); k++) {
                    BigFraction held = BigFraction.of(
                            integer.feedback(l)[i * shape.outputs() + k],
                            1 << profile.feedback().fraction());
                    assertEquals(held, feedback[i][k], "B of layer " + l);
                }
            }
            awake |= Arrays.stream(run.output()).anyMatch(o -> !o[0].isZero());
        }
        assertEquals(0, integer.events().wraps() + integer.events().saturations(), "stored values that were not exact");
        Statistics.collect(awake);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= 40));
    }

    /** Every voltage is a multiple of 4^steps before it first decays, and every decay divides by 1, 2 or 4. */
    private static Profile profile(int steps, int keep, int threshold, int one) {
        Profile wide = Profiles.wide();
        int shift = 2 * steps;
        SleepParameters sleep = wide.sleep();
        return new Profile(
                "exactly",
                wide.time(),
                new WeightParameters(wide.weight().bits(), shift, 0),
                new SomaParameters(
                        wide.soma().currentBits(),
                        wide.soma().voltageBits(),
                        one,
                        keep,
                        threshold << shift,
                        wide.soma().window()),
                wide.trace(),
                wide.eligibility(),
                wide.error(),
                wide.update(),
                wide.feedback(),
                new SleepParameters(0, 0, TRAJECTORIES, steps, 3, 0, sleep.rounding()));
    }

    private static void draw(Random random, Network integer, ExactNetwork exact) {
        Shape shape = integer.shape();
        Profile profile = integer.profile();
        for (int l = 1; l <= shape.layers(); l++) {
            int[] w = integer.weights(l);
            for (int s = 0; s < w.length; s++) {
                w[s] = random.nextInt(31) - 10;
                BigFraction real = BigFraction.of(
                        (long) w[s] << profile.weight().shift(), profile.soma().voltageOne());
                int j = s / shape.size(l);
                int i = s % shape.size(l);
                if (j < shape.size(l - 1)) {
                    exact.synapses(l).weights()[i][j] = real;
                } else {
                    exact.synapses(l).biases()[i] = real;
                }
            }
        }
        for (int l = 1; l < shape.layers(); l++) {
            int[] b = integer.feedback(l);
            for (int s = 0; s < b.length; s++) {
                b[s] = random.nextInt(41) - 20;
                exact.feedback(l)[s / shape.outputs()][s % shape.outputs()] =
                        BigFraction.of(b[s], 1 << profile.feedback().fraction());
            }
        }
    }

    private static BigFraction[][] fractions(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).mapToObj(BigFraction::from).toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new);
    }

    // ---- All noise

    /**
     * Each neuron's positive and negative spikes are independent: what is left of sum H_i O_k is the neuron's own path
     * to the output.
     */
    @Property(tries = 200)
    @Clause({"SLEEP-3", "SLEEP-4", "NET-5"})
    void allNoiseTogetherIsTheTransposedForwardProduct(
            @ForAll ExactCase drawn,
            @ForAll @IntRange(min = 1, max = 2) int steps,
            @ForAll @IntRange(min = 0, max = 256) int intensity) {
        if (drawn.layers() == 1) {
            return;
        }
        ExactNetwork network = drawn.network(TraceMode.PRE_ONLY);
        int layer = drawn.layers() - 1 - drawn.label() % (drawn.layers() - 1);
        int size = drawn.sizes().get(layer);
        int spikes = 2 * size * Math.min(steps, Math.max(1, 5 / size));
        int stepsTaken = spikes / (2 * size);
        BigFraction p = BigFraction.of(intensity, 256);

        BigFraction[][] noise = new BigFraction[1 << spikes][];
        BigFraction[][] output = new BigFraction[1 << spikes][];
        BigFraction[][] weighted = new BigFraction[1 << spikes][];
        for (int pattern = 0; pattern < noise.length; pattern++) {
            noise[pattern] = noiseCounts(pattern, size, stepsTaken);
            output[pattern] = throughLinearLayers(network, layer, noise[pattern]);
            BigFraction probability = p.pow(Integer.bitCount(pattern))
                    .multiply(BigFraction.ONE.subtract(p).pow(spikes - Integer.bitCount(pattern)));
            weighted[pattern] =
                    Arrays.stream(output[pattern]).map(probability::multiply).toArray(BigFraction[]::new);
        }
        BigFraction half = BigFraction.of((long) noise.length * stepsTaken, 2);
        assertEqual(times(half, network.aligned(layer)), WeightMirror.hebb(noise, output), "sum over all noise");
        BigFraction variance = p.multiply(BigFraction.ONE.subtract(p)).multiply(2 * stepsTaken);
        assertEqual(
                times(variance, network.aligned(layer)),
                WeightMirror.hebb(noise, weighted),
                "mean over noise of intensity p");
    }

    /** H of one pattern of positive and negative spikes, a bit each. */
    private static BigFraction[] noiseCounts(int pattern, int size, int steps) {
        BigFraction[] h = new BigFraction[size];
        for (int i = 0; i < size; i++) {
            int count = 0;
            for (int t = 0; t < steps; t++) {
                int bits = pattern >> 2 * (t * size + i);
                count += (bits & 1) - (bits >> 1 & 1);
            }
            h[i] = BigFraction.of(count);
        }
        return h;
    }

    /** W(L) ... W(layer + 1) h, one layer after the other. */
    private static BigFraction[] throughLinearLayers(ExactNetwork network, int layer, BigFraction[] h) {
        BigFraction[] x = h;
        for (int l = layer + 1; l <= network.shape().layers(); l++) {
            Synapses synapses = network.synapses(l);
            BigFraction[] y = new BigFraction[synapses.post()];
            for (int i = 0; i < y.length; i++) {
                y[i] = BigFraction.ZERO;
                for (int j = 0; j < x.length; j++) {
                    y[i] = y[i].add(synapses.weights()[i][j].multiply(x[j]));
                }
            }
            x = y;
        }
        return x;
    }

    private static BigFraction[][] times(BigFraction factor, BigFraction[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(factor::multiply).toArray(BigFraction[]::new))
                .toArray(BigFraction[][]::new);
    }
}
