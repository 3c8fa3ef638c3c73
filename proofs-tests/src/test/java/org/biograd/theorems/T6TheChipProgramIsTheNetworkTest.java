package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.loihi.program.ChipNetwork;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.refine.Disagreement;
import org.biograd.study.refine.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T6: the chip-level program computes, bit by bit, what the integer network computes. */
class T6TheChipProgramIsTheNetworkTest {

    private static final int CASES = 600;

    /** Where the random numbers begin; any other number would do, this one stays. */
    private static final long START = 20_221_122;

    @Test
    @Clause({"PROG-1", "PROG-2", "PROG-3", "PROG-4", "PROG-5", "PROG-6", "PROG-7", "PROG-8", "PROG-9"})
    void drawnNetworksAgreeInEveryValueOfEverySignal() {
        Map<Signal, Long> compared = new EnumMap<>(Signal.class);
        Map<Signal, Long> events = new EnumMap<>(Signal.class);
        for (int number = 0; number < CASES; number++) {
            ChipCase drawn = ChipCase.of(new Random(START + number));
            Network network = drawn.network();
            Refinement refinement = drawn.refinement(network);
            Schedule schedule = drawn.schedule();
            while (schedule.hasNext()) {
                assertEquals(Optional.empty(), refinement.perform(schedule.next()), "case " + number);
            }
            refinement.compared().forEach((signal, count) -> compared.merge(signal, count, Long::sum));
            for (Signal signal : Signal.values()) {
                events.merge(signal, network.events().count(signal), Long::sum);
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(Signal.FED_BACK_ERROR)), compared.keySet());
        // Equality where nothing ever saturates would not show what a saturation does.
        Set<Signal> quiet = EnumSet.of(
                Signal.TRACE,
                Signal.ELIGIBILITY,
                Signal.POSITIVE_POTENTIAL,
                Signal.NEGATIVE_POTENTIAL,
                Signal.DENDRITE,
                Signal.LEARNING_ERROR,
                Signal.WEIGHT,
                Signal.FEEDBACK_WEIGHT);
        quiet.removeIf(signal -> events.get(signal) > 0);
        assertEquals(Set.of(), quiet, "never saturated");
    }

    @Test
    @Clause("PROG-9")
    void anEpochOfDigitsInTheChipProfileAgrees() throws IOException {
        DataSet digits = Digits.training(Digits.load());
        Profile profile = Profiles.loihi();
        Network network = new Network(Shape.of(digits.inputs(), 64, digits.classes()), profile, 1);
        String before = Digest.of(network);
        Refinement refinement = new Refinement(network, digits.intensities(), digits.labels());
        Schedule schedule = new Schedule(profile, 1, digits.size(), 1);
        while (schedule.hasNext()) {
            assertEquals(Optional.empty(), refinement.perform(schedule.next()));
        }
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Signal.FED_BACK_ERROR)),
                refinement.compared().keySet());
        assertTrue(!before.equals(Digest.of(network)), "the run has learned something");
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 2, 1, 3", "ELIGIBILITY, 1, 4, 7", "WEIGHT, 2, 11, 5"})
    void aPlantedBitIsFoundWhereItWasPlanted(Signal signal, int layer, int step, int index) {
        ChipCase drawn = new ChipCase(
                ProfileChange.of(Profiles.loihi(), "time.steps", 12),
                Shape.of(6, 5, 3),
                9,
                new byte[][] {{1, -1, 100, 50, -56, 9}},
                new int[] {1});
        Refinement refinement = drawn.refinement(drawn.network());
        Schedule schedule = drawn.schedule();
        Optional<Disagreement> found = Optional.empty();
        while (found.isEmpty() && schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            found = refinement.perform(task, (shown, l, t, values) -> {
                boolean here = task instanceof Schedule.Batch batch
                        && batch.epoch() == 1
                        && shown == signal
                        && l == layer
                        && t == step;
                if (here) {
                    words(refinement.chip(), signal, layer)[index] ^= 1;
                }
            });
        }
        Disagreement disagreement = found.orElseThrow();
        assertEquals(signal, disagreement.signal());
        assertEquals(layer, disagreement.layer());
        assertEquals(step, disagreement.step());
        assertEquals(index, disagreement.index());
        assertEquals(disagreement.expected() ^ 1, disagreement.got());
        assertTrue(disagreement.task().endsWith("sample 1"), disagreement.toString());
    }

    private static int[] words(ChipNetwork chip, Signal signal, int layer) {
        return switch (signal) {
            case TRACE -> chip.traces(layer);
            case ELIGIBILITY -> chip.tags(layer);
            case WEIGHT -> chip.weights(layer);
            default -> throw new IllegalArgumentException(signal.toString());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "soma.threshold, 16385, soma.threshold: 16385 is not a multiple of 64",
        "trace.mode, FULL, trace.mode: FULL needs a trace per synapse",
        "update.batch, 2, update.batch: 2 needs gradient sums",
        "trace.rounding, FLOOR, trace.rounding: FLOOR; the program rounds STOCHASTIC",
        "trace.bits, 6, trace.bits: 6; the program needs 7",
        "weight.shift, 14, weight.shift: 14; the program needs 0..13",
        "soma.window, 16776960, soma.window: 16776960 around 16384 has an end",
        "error.potentialBits, 24, error.potentialBits: 24; the program needs 2..23",
        "error.rounding, NEAREST_EVEN, error.rounding: NEAREST_EVEN; the program rounds STOCHASTIC",
        "sleep.rounding, FLOOR, sleep.rounding: FLOOR; the program rounds STOCHASTIC",
    })
    @Clause({"PROG-1", "PROG-3", "PROG-6", "PROG-7"})
    void whatTheProgramCannotDoIsRefused(String key, String value, String why) {
        Network network = new Network(Shape.of(3, 2, 2), ProfileChange.of(Profiles.loihi(), key, value), 1);
        String message = assertThrows(IllegalArgumentException.class, () -> new ChipNetwork(network))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
