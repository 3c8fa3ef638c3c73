package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.junit.jupiter.api.Test;

/** LEARN-1 to LEARN-3 after one sample, of any form. */
@Clause({"LEARN-1", "LEARN-2", "LEARN-3", "OBS-2"})
public abstract class WeightUpdateContract {

    private static final int CASES = 400;

    /**
     * Moves the weights of a layer.
     *
     * @param weight w; receives the new ones
     * @param learningError q, one per neuron
     * @param eligibility E, one per synapse
     */
    protected abstract void update(
            ModelledSample sample,
            int layer,
            int[] weight,
            int[] learningError,
            int[] eligibility,
            Draws draws,
            Events events);

    @Test
    void theNewWeightsAreThoseOfTheModel() {
        long moved = 0;
        long accumulators = 0;
        long weights = 0;
        for (int n = 0; n < CASES; n++) {
            ModelledSample sample = ModelledSample.number(n);
            int last = sample.steps() - 1;
            Events events = new Events();
            for (int l = 1; l <= sample.layers(); l++) {
                int[] weight = sample.weightsBefore(l);
                update(
                        sample,
                        l,
                        weight,
                        sample.values(Signal.LEARNING_ERROR, l, last),
                        sample.values(Signal.ELIGIBILITY, l, last),
                        new Draws(sample.seed()),
                        events);
                assertArrayEquals(sample.weightsAfter(l), weight, "layer " + l + " of " + sample);
                moved += Arrays.equals(weight, sample.weightsBefore(l)) ? 0 : 1;
            }
            assertEquals(
                    sample.events(Signal.WEIGHT_CHANGE),
                    events.count(Signal.WEIGHT_CHANGE),
                    "events of dW in " + sample);
            assertEquals(sample.events(Signal.WEIGHT), events.count(Signal.WEIGHT), "events of w in " + sample);
            accumulators += events.count(Signal.WEIGHT_CHANGE);
            weights += events.count(Signal.WEIGHT);
        }
        assertTrue(
                moved > 50 && accumulators > 50 && weights > 50,
                moved + " layers moved, " + accumulators + " events of dW, " + weights + " of w");
    }
}
