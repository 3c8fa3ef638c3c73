package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.Join;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** Compartments against a model in unbounded integers, in every variant, inside the ranges and at their ends. */
class CompartmentsTest {

    private static final int EDGE = 1 << 23;

    /** Decays with both ends often. */
    private static Arbitrary<Integer> decays() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0, 1, 2048, 4095, 4096)),
                Tuple.of(1, Arbitraries.integers().between(0, 4096)));
    }

    @Provide
    Arbitrary<CompartmentParameters> parameters() {
        return Combinators.combine(
                        decays(),
                        decays(),
                        Arbitraries.integers().between(-4096, 4095),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 131_071), Arbitraries.of(0, 1, 131_071)),
                        Arbitraries.of(1, 1, 2, 3, 64))
                .as((u, v, mantissa, exponent, threshold, r) -> CompartmentParameters.of(u, v, threshold)
                        .withBias(mantissa, exponent)
                        .withRefractory(r));
    }

    /** Small values, values of every size, and values that bring a sum to the ends of the ranges. */
    @Provide
    Arbitrary<List<Long>> inputs() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-5000, 5000),
                        Arbitraries.longs().between(-2L * EDGE, 2L * EDGE),
                        Arbitraries.longs()
                                .between(-3, 3)
                                .flatMap(near -> Arbitraries.of(0, EDGE / 4, EDGE / 2, EDGE, 2 * EDGE)
                                        .flatMap(end -> Arbitraries.of(end + near, -end + near))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    @Clause({"CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5", "CHIP-6", "CHIP-11"})
    void equalTheModelInEveryVariant(
            @ForAll RangeHandling range,
            @ForAll("parameters") CompartmentParameters parameters,
            @ForAll("inputs") List<Long> inputs) {
        // The second compartment gets the inputs in another order: a population is not one compartment.
        Compartments pair = new Compartments(2, parameters, range);
        CompartmentModel[] models = {new CompartmentModel(parameters, range), new CompartmentModel(parameters, range)};
        for (int t = 0; t < inputs.size(); t++) {
            long[] a = {inputs.get(t), inputs.get(inputs.size() - 1 - t)};
            System.arraycopy(a, 0, pair.input(), 0, 2);
            pair.step();
            int spikes = 0;
            for (int i = 0; i < 2; i++) {
                CompartmentModel model = models[i];
                model.step(a[i], BigInteger.ZERO);
                assertEquals(model.u, BigInteger.valueOf(pair.current()[i]), "u of step " + t);
                assertEquals(model.peak, BigInteger.valueOf(pair.voltage()[i]), "v before the reset of step " + t);
                assertEquals(
                        model.v, BigInteger.valueOf(pair.voltageAfterReset()[i]), "v after the reset of step " + t);
                assertEquals(model.spike ? 1 : 0, pair.spike()[i], "s of step " + t);
                assertEquals(0, pair.input()[i], "what is left of the input of step " + t);
                if (model.spike) {
                    assertEquals(i, pair.spiking()[spikes++]);
                }
            }
            assertEquals(spikes, pair.spikes());
        }
        assertEquals(models[0].wraps + models[1].wraps, pair.wraps());
        assertEquals(models[0].saturations + models[1].saturations, pair.saturations());
    }

    @Test
    @Clause("CHIP-6")
    void variantsAgreeWhereNothingLeavesItsRange() {
        SplittableRandom random = new SplittableRandom(6);
        BigInteger largest = BigInteger.valueOf(EDGE - 1);
        int agreed = 0;
        for (int run = 0; run < 500; run++) {
            CompartmentParameters parameters = CompartmentParameters.of(
                            random.nextInt(4097), random.nextInt(4097), random.nextInt(131_072))
                    .withBias(random.nextInt(-4096, 4096), random.nextInt(8))
                    .withRefractory(random.nextInt(1, 65));
            Compartments[] all = Arrays.stream(RangeHandling.values())
                    .map(range -> new Compartments(1, parameters, range))
                    .toArray(Compartments[]::new);
            CompartmentModel exact = new CompartmentModel(parameters, RangeHandling.BRIAN2LOIHI);
            int scale = 1 << random.nextInt(6, 22);
            for (int t = 0; t < 100; t++) {
                long a = random.nextInt(-scale, scale);
                exact.step(a, BigInteger.ZERO);
                BigInteger x = exact.u.add(BigInteger.valueOf(parameters.bias()));
                if (exact.u.abs().max(x.abs()).max(exact.peak.abs()).compareTo(largest) > 0) {
                    break;
                }
                for (Compartments one : all) {
                    one.input()[0] = a;
                    one.step();
                    assertEquals(exact.u.longValueExact(), one.current()[0]);
                    assertEquals(exact.peak.longValueExact(), one.voltage()[0]);
                    assertEquals(exact.spike ? 1 : 0, one.spike()[0]);
                    assertEquals(0, one.wraps() + one.saturations());
                }
                agreed++;
            }
        }
        assertTrue(agreed > 30_000, agreed + " steps inside the ranges");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Clause({"CHIP-1", "CHIP-4", "CHIP-7", "CHIP-11"})
    void aJoinAddsTheVoltageBeforeTheReset(
            @ForAll("parameters") CompartmentParameters soma,
            @ForAll("parameters") CompartmentParameters joined,
            @ForAll("inputs") List<Long> inputs) {
        CompartmentParameters narrow = joined.withVoltageBits(20);
        Compartments below = new Compartments(1, soma, RangeHandling.NORMATIVE);
        Compartments adding = Compartments.joinedTo(below, Join.ADD, narrow);
        Compartments alone = Compartments.joinedTo(below, Join.NONE, narrow);
        CompartmentModel source = new CompartmentModel(soma, RangeHandling.NORMATIVE);
        CompartmentModel added = new CompartmentModel(narrow, RangeHandling.NORMATIVE);
        CompartmentModel apart = new CompartmentModel(narrow, RangeHandling.NORMATIVE);
        for (long a : inputs) {
            below.input()[0] = a;
            adding.input()[0] = -a;
            alone.input()[0] = -a;
            below.step();
            adding.step();
            alone.step();
            source.step(a, BigInteger.ZERO);
            added.step(-a, source.peak);
            apart.step(-a, BigInteger.ZERO);
            assertEquals(added.peak, BigInteger.valueOf(adding.voltage()[0]));
            assertEquals(added.spike ? 1 : 0, adding.spike()[0]);
            assertEquals(apart.peak, BigInteger.valueOf(alone.voltage()[0]));
        }
        assertEquals(added.saturations, adding.saturations());
    }

    @Test
    @Clause("CHIP-5")
    void theThresholdIsStrictAndTheRefractoryPeriodIsCounted() {
        Compartments one =
                new Compartments(1, CompartmentParameters.of(4096, 4096, 1).withRefractory(3), RangeHandling.NORMATIVE);
        long[] a = {64, 65, 900, 900, 900, 64};
        int[] s = {0, 1, 0, 0, 1, 0};
        for (int t = 0; t < a.length; t++) {
            one.input()[0] = a[t];
            one.step();
            assertEquals(s[t], one.spike()[0], "step " + t);
            assertEquals(a[t], one.current()[0], "step " + t);
        }
    }

    @Test
    void clearIsAFreshStart() {
        CompartmentParameters parameters =
                CompartmentParameters.of(100, 100, 10).withRefractory(5);
        Compartments used = new Compartments(3, parameters, RangeHandling.NORMATIVE);
        Compartments fresh = new Compartments(3, parameters, RangeHandling.NORMATIVE);
        for (int t = 0; t < 3; t++) {
            Arrays.fill(used.input(), 3L * EDGE + 500);
            used.step();
        }
        assertNotEquals(0, used.wraps());
        used.input()[1] = 7;
        used.clear();
        for (Compartments both : List.of(used, fresh)) {
            Arrays.fill(both.input(), 700);
            both.step();
        }
        assertTrue(Arrays.equals(fresh.voltage(), used.voltage()) && Arrays.equals(fresh.current(), used.current()));
        assertEquals(3, used.spikes());
    }

    @Test
    void whatTheRegistersCannotHoldIsRefused() {
        CompartmentParameters fine = CompartmentParameters.of(0, 0, 0);
        refused("currentDecay: 4097; 0..4096 is possible", () -> CompartmentParameters.of(4097, 0, 0));
        refused("voltageDecay: -1; 0..4096 is possible", () -> CompartmentParameters.of(0, -1, 0));
        refused("thresholdMantissa: 131072; 0..131071 is possible", () -> CompartmentParameters.of(0, 0, 131_072));
        refused("biasMantissa: 4096; -4096..4095 is possible", () -> fine.withBias(4096, 0));
        refused("biasExponent: 8; 0..7 is possible", () -> fine.withBias(0, 8));
        refused("refractory: 0; 1..64 is possible", () -> fine.withRefractory(0));
        refused("voltageBits: 25; 2..24 is possible", () -> fine.withVoltageBits(25));
        refused("size: 0; at least 1 is needed", () -> new Compartments(0, fine, RangeHandling.LAVA));
        refused(
                "voltageBits: 16; LAVA has 24",
                () -> new Compartments(1, fine.withVoltageBits(16), RangeHandling.LAVA));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }

    @Test
    void stepsAndDeliveryAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Compartments soma = new Compartments(100, CompartmentParameters.of(4096, 1000, 5), RangeHandling.NORMATIVE);
        Compartments gate = Compartments.joinedTo(soma, Join.ADD, CompartmentParameters.of(4096, 4096, 0));
        SynapseGroup synapses = new SynapseGroup(100, 100, new WeightFormat(SignMode.MIXED, 9, 1));
        synapses.set(3, 4, 200);
        int[] spiking = {3, 50};
        Runnable work = () -> {
            for (int t = 0; t < 1000; t++) {
                synapses.deliver(spiking, 2, soma.input());
                soma.step();
                gate.step();
            }
        };
        work.run();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
        assertFalse(Arrays.stream(soma.current()).allMatch(u -> u == 0));
    }
}
