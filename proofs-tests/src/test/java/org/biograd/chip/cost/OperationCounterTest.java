package org.biograd.chip.cost;

import static org.biograd.loihi.cost.Phase.SLEEP;
import static org.biograd.loihi.cost.Phase.TEST;
import static org.biograd.loihi.cost.Phase.TRAINING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.loihi.Basis;
import org.biograd.loihi.cost.OperationCounter;
import org.biograd.loihi.cost.Phase;
import org.biograd.loihi.cost.Price;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Placement;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** Counts of signals that are made by hand, on one core. */
class OperationCounterTest {

    /** Layers of 4 x 2 and 4 x 1 compartments and 4 of error neurons: 16. */
    private final Shape shape = Shape.of(2, 2, 1);

    private final Profile profile = Profiles.loihi();
    private final OperationCounter counter = counter(Blueprint.Sleep.CHIP);

    private OperationCounter counter(Blueprint.Sleep sleep) {
        return new OperationCounter(
                new Placement(new Blueprint(shape, profile, sleep), Chip.loihi(1)), Prices.published());
    }

    private static Values values(double... of) {
        return new Values() {
            @Override
            public int size() {
                return of.length;
            }

            @Override
            public double real(int index) {
                return of[index];
            }
        };
    }

    private void show(Signal signal, int layer, int step, double... of) {
        counter.observe(signal, layer, step, values(of));
    }

    private void assertCount(long expected, Phase phase, Term term) {
        assertEquals(expected, counter.count(phase, term), phase + ", " + term);
    }

    /** A step in which both inputs and one hidden neuron spike. */
    private void forward(int step) {
        show(Signal.SPIKE, 0, step, 1, 1);
        show(Signal.MEMBRANE_VOLTAGE, 1, step, 20_000, 0);
        show(Signal.SPIKE, 1, step, 1, 0);
        show(Signal.TRACE, 1, step, 50, 50, step == 0 ? 50 : 0);
        show(Signal.MEMBRANE_VOLTAGE, 2, step, -3);
        show(Signal.SPIKE, 2, step, 0);
        show(Signal.TRACE, 2, step, 50, 0, 50);
    }

    @Test
    @Clause({"COST-6", "COST-7"})
    void aTrainingSampleIsCountedAsByHand() {
        counter.training();
        forward(0);
        forward(1);
        show(Signal.ERROR, 2, 1, -256);
        show(Signal.POSITIVE_POTENTIAL, 2, 1, -256);
        show(Signal.NEGATIVE_POTENTIAL, 2, 1, 256);
        show(Signal.POSITIVE_ERROR_SPIKE, 2, 1, 0);
        show(Signal.NEGATIVE_ERROR_SPIKE, 2, 1, 1);
        show(Signal.DENDRITE, 1, 1, 0, -5);
        show(Signal.DENDRITE, 2, 1, -1);
        show(Signal.LEARNING_ERROR, 1, 1, 1, 2);
        show(Signal.LEARNING_ERROR, 2, 1, 3);
        show(Signal.WEIGHT, 1, 1, 0, 0, 0, 0, 0, 0);
        show(Signal.WEIGHT, 2, 1, 0, 0, 0);

        // Each step: inputs 2 x 2, biases 2 + 1, the hidden spike 1. Then the error spike: 2 hidden dendrites, 1 of the
        // output, itself.
        assertCount(2 * (4 + 3 + 1) + 4, TRAINING, Term.SYNAPTIC_EVENT);
        // Step 0: 3 x 2 + 2 x 1, step 1: 2 x 2 + 2; at the end 3 x 2 + 2.
        assertCount(8 + 6 + 8, TRAINING, Term.SYNAPTIC_UPDATE);
        // Each step: 3 somata, the gates of two of them. Then 3 dendrites, and 2 compartments of each error neuron.
        assertCount(2 * (3 + 4) + 3 + 4, TRAINING, Term.ACTIVE_UPDATE);
        assertCount(2 * 16 - 21, TRAINING, Term.INACTIVE_UPDATE);
        assertCount(2 + 1, TRAINING, Term.SPIKE_WITHIN_TILE);
        assertCount(2 * (2 + 2), TRAINING, Term.INJECTED_SPIKE);
        // A draw a trace and step: 5 + 4; a draw a synapse at the end: 8.
        assertCount(9 + 8, TRAINING, Term.RANDOM_NUMBER);
        assertCount(1 + 3, TRAINING, Term.HOST_READ);
        assertCount(2 + 3, TRAINING, Term.HOST_WRITE);
        assertCount(2, TRAINING, Term.BARRIER);
        assertEquals(1, counter.finished(TRAINING));
        assertEquals(20, counter.slowest(TRAINING, Term.SYNAPTIC_EVENT), "one core is always the slowest");
    }

    /**
     * What was integrated cancels: p is 0, but its compartment received an error, or its own spike of the step before.
     */
    @Test
    @Clause("COST-7")
    void anErrorNeuronThatReceivesIsActiveEvenAtZero() {
        counter.training();
        for (int step = 0; step < 2; step++) {
            show(Signal.SPIKE, 0, step, 0, 0);
            show(Signal.ERROR, 2, step, step == 0 ? 7 : 0);
            show(Signal.POSITIVE_POTENTIAL, 2, step, 0);
            show(Signal.NEGATIVE_POTENTIAL, 2, step, 0);
            show(Signal.POSITIVE_ERROR_SPIKE, 2, step, step == 0 ? 1 : 0);
            show(Signal.NEGATIVE_ERROR_SPIKE, 2, step, 0);
        }

        assertCount(2 + 1, TRAINING, Term.ACTIVE_UPDATE);
    }

    @Test
    @Clause("COST-6")
    void aTestSampleDoesNotLearn() {
        counter.test();
        forward(0);
        show(Signal.ERROR, 2, 0, -256);
        show(Signal.NEGATIVE_POTENTIAL, 2, 0, 256);
        show(Signal.NEGATIVE_ERROR_SPIKE, 2, 0, 1);
        show(Signal.DENDRITE, 1, 0, 1, 1);
        show(Signal.LEARNING_ERROR, 1, 0, 1, 2);
        show(Signal.LEARNING_ERROR, 2, 0, 3);

        assertCount(4 + 3 + 1, TEST, Term.SYNAPTIC_EVENT);
        assertCount(0, TEST, Term.SYNAPTIC_UPDATE);
        assertCount(3 + 4, TEST, Term.ACTIVE_UPDATE);
        assertCount(16 - 7, TEST, Term.INACTIVE_UPDATE);
        assertCount(0, TEST, Term.RANDOM_NUMBER);
        assertCount(1, TEST, Term.HOST_READ);
        assertCount(0, TEST, Term.HOST_WRITE);
        assertCount(0, TRAINING, Term.BARRIER);
        assertEquals(1, counter.finished(TEST));
    }

    @Test
    @Clause("COST-6")
    void whereTheHostSleepsTheChipDoesNothing() {
        OperationCounter host = counter(Blueprint.Sleep.HOST);
        host.sleep(new SleepNoise(1));
        new Network(shape, profile, 1).sleep(0, host);

        for (Term term : Term.values()) {
            // Reads 2 weights and a bias, writes B and -B of 2 neurons and 1 output.
            long expected = term == Term.HOST_READ ? 3 : term == Term.HOST_WRITE ? 4 : 0;
            assertEquals(expected, host.count(SLEEP, term), term.toString());
        }
    }

    @Test
    void otherNoiseThanThatOfTheSleepIsRefused() {
        counter.sleep(new SleepNoise(2));
        Network network = new Network(shape, profile, 1);

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> network.sleep(0, counter));

        assertEquals("neuron 0 of layer 1 slept on other noise than the counter was given", refusal.getMessage());
    }

    @Test
    void aPhaseComesFirst() {
        assertEquals(
                "say first what comes: training, test or sleep",
                assertThrows(IllegalStateException.class, () -> show(Signal.SPIKE, 0, 0, 0, 0))
                        .getMessage());
    }

    @Test
    void countsAreNotReadBetweenASampleAndItsUpdate() {
        counter.training();
        forward(0);
        counter.count(TRAINING, Term.BARRIER);

        assertThrows(IllegalStateException.class, () -> show(Signal.WEIGHT, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    /**
     * Without times all cores are equally slow: the first, which holds one hidden neuron, sets the pace, not the last.
     */
    @Test
    @Clause("COST-10")
    void ofEquallySlowCoresTheLowestCounts() {
        List<Price> free = Arrays.stream(Term.values())
                .map(term -> new Price(term, OptionalLong.of(0), OptionalLong.of(0), Basis.OURS, "test"))
                .toList();
        Chip chip = new Chip(1, 9, 4, 99, 99, 99_999, 1, 1);
        OperationCounter spread = new OperationCounter(
                new Placement(new Blueprint(shape, profile, Blueprint.Sleep.CHIP), chip), new Prices(free));
        spread.training();
        spread.observe(Signal.SPIKE, 0, 0, values(1, 1));

        assertEquals(2 * 3 + 1, spread.count(TRAINING, Term.SYNAPTIC_EVENT), "all cores");
        assertEquals(3, spread.slowest(TRAINING, Term.SYNAPTIC_EVENT), "core 0: two inputs and a bias");
    }

    /** All its weights are 0, and its one output is always right: biases alone are at work. */
    @Test
    @Clause("COST-6")
    void aRealNetworkIsCountedToo() {
        SpikeTrain input = SpikeTrain.of(new int[profile.time().steps()][2]);
        RealNetwork real = new RealNetwork(shape, RealParameters.of(profile));
        counter.training();
        real.learn(input, 0, Decisions.OWN, counter);

        assertCount(profile.time().steps() * 3L, TRAINING, Term.SYNAPTIC_EVENT);
        assertEquals(1, counter.finished(TRAINING));
    }
}
