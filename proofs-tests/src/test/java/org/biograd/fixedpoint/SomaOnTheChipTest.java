package org.biograd.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.Join;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.SynapseGroup;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SomaParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The soma, the gate and the error dendrite of the network, and the same built of the chip's compartments: bit for bit.
 */
class SomaOnTheChipTest {

    private static final int SIZE = 40;
    private static final int STEPS = 400;

    private final SplittableRandom random = new SplittableRandom(20_261_122);

    private static int[] ints(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }

    /** Sums of weights from quiet to far beyond the range of u, of a scale of its own in every step. */
    private int[] sums() {
        int[] sums = new int[SIZE];
        int scale = 1 << random.nextInt(6, 20);
        for (int i = 0; i < SIZE; i++) {
            sums[i] = random.nextInt(-scale, scale);
        }
        return sums;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2457, 4095, 4096})
    @Clause({"CHIP-7", "CHIP-12", "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1"})
    void somaAndGateAreCompartments(int keep) {
        SomaParameters network = new SomaParameters(24, 24, 54_613, keep, 16_384, 12_000);
        Events events = new Events();
        Soma soma = new Soma(SIZE, network, 7, events);
        SurrogateGate gate = new SurrogateGate(SIZE, network);

        assertEquals(CompartmentParameters.of(4096, 4096 - keep, 256), CompartmentParameters.soma(network));
        Compartments chip = new Compartments(SIZE, CompartmentParameters.soma(network), RangeHandling.NORMATIVE);
        Compartments above = comparator(chip, network.threshold() - network.window());
        Compartments beyond = comparator(chip, network.threshold() + network.window() - 1);
        int open = 0;
        for (int t = 0; t < STEPS; t++) {
            int[] sums = sums();
            soma.step(Arrays.stream(sums).asLongStream().toArray());
            gate.step(soma.voltages());
            for (int i = 0; i < SIZE; i++) {
                chip.input()[i] = (long) sums[i] << 7;
            }
            chip.step();
            above.step();
            beyond.step();
            assertArrayEquals(soma.currents(), ints(chip.current()));
            assertArrayEquals(soma.voltages(), ints(chip.voltage()));
            assertArrayEquals(soma.spikes(), chip.spike());
            for (int i = 0; i < SIZE; i++) {
                assertEquals(gate.gates()[i], above.spike()[i] - beyond.spike()[i]);
                open += gate.gates()[i];
            }
        }
        assertEquals(events.wraps(), chip.wraps());
        assertEquals(events.count(Signal.MEMBRANE_VOLTAGE), chip.saturations());
        assertTrue(chip.wraps() > 0 && open > 0, "the inputs reach beyond the range of u, and open gates");
        assertTrue(keep < 4095 || chip.saturations() > 0, "the inputs reach the end of the range of v");
    }

    private static Compartments comparator(Compartments soma, int bound) {
        return Compartments.joinedTo(soma, Join.ADD, CompartmentParameters.comparator(bound));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {-524_160, -8190, -4095, -65, -64, -63, -1, 0, 1, 63, 64, 65, 12_287, 8_388_480, 8_388_543, 8_388_544
            })
    @Clause("CHIP-7")
    void aComparatorSpikesAboveItsBoundAlone(int bound) {
        Compartments soma = new Compartments(1, CompartmentParameters.of(4096, 4096, 131_071), RangeHandling.NORMATIVE);
        Compartments comparator = comparator(soma, bound);
        for (int v : new int[] {bound, bound + 1, -8_388_607, 8_388_607, bound - 1, bound + 1, bound}) {
            soma.input()[0] = v;
            soma.step();
            comparator.step();
            assertEquals(v > bound ? 1 : 0, comparator.spike()[0], "v = " + v);
        }
    }

    @Test
    void whatTheChipCannotBeIsRefused() {
        refused("thresholdMantissa: 131072; 0..131071 is possible", () -> CompartmentParameters.comparator(8_388_545));
        refused("biasMantissa: 4097; -4096..4095 is possible", () -> CompartmentParameters.comparator(-4097));
        refused("biasExponent: 8; 0..7 is possible", () -> CompartmentParameters.comparator(-4095 * 256));
        refused("bits: 24; 2..23 is possible", () -> CompartmentParameters.dendrite(24));
        refused(
                "soma.threshold: 65; a multiple of 64 is needed",
                () -> CompartmentParameters.soma(new SomaParameters(24, 24, 1, 0, 65, 0)));
        refused(
                "soma.currentBits: 23; 24..24 is possible",
                () -> CompartmentParameters.soma(new SomaParameters(23, 24, 1, 0, 64, 0)));
        refused(
                "soma.voltageBits: 25; 24..24 is possible",
                () -> CompartmentParameters.soma(new SomaParameters(24, 25, 1, 0, 64, 0)));
    }

    private static void refused(String message, Runnable work) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }

    @Test
    @Clause({"CHIP-1", "CHIP-7", "CHIP-10", "ERR-6"})
    void theErrorDendriteIsACompartment() {
        ErrorParameters error = Profiles.loihi().error();
        Events events = new Events();
        ErrorDendrite dendrite = new ErrorDendrite(1, SIZE, false, error, null, events);
        ErrorNeurons errors = new ErrorNeurons(3, error, events);
        Compartments chip =
                new Compartments(SIZE, CompartmentParameters.dendrite(error.dendriteBits()), RangeHandling.NORMATIVE);
        SynapseGroup positive = new SynapseGroup(3, SIZE, new WeightFormat(SignMode.MIXED, 9, -6));
        SynapseGroup negative = new SynapseGroup(3, SIZE, new WeightFormat(SignMode.MIXED, 9, -6));
        int[] feedback = new int[SIZE * 3];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < 3; k++) {
                feedback[i * 3 + k] = random.nextInt(i == 0 ? 126 : -127, 128);
                positive.set(k, i, feedback[i * 3 + k]);
                negative.set(k, i, -feedback[i * 3 + k]);
            }
        }
        int one = 1 << error.fraction();
        for (int t = 0; t < STEPS; t++) {
            errors.step(new int[] {t == 3 ? -3 * one : one, random.nextInt(-one, one), one - 7});
            dendrite.receive(feedback, errors.netSpikes());
            for (int k = 0; k < 3; k++) {
                SynapseGroup group = errors.netSpikes()[k] > 0 ? positive : negative;
                group.deliver(new int[] {k}, Math.abs(errors.netSpikes()[k]), chip.input());
            }
            chip.step();
            assertArrayEquals(dendrite.values(), ints(chip.voltage()));
            assertEquals(0, chip.spikes());
        }
        assertEquals(events.count(Signal.DENDRITE), chip.saturations());
        assertTrue(chip.saturations() > 0 && chip.wraps() == 0);
    }
}
