package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.fixedpoint.Events;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SomaParameters;
import org.junit.jupiter.api.Test;

/** SOMA-2 to SOMA-4, of any form. */
@Clause({"SOMA-2", "SOMA-3", "SOMA-4", "OBS-2"})
public abstract class SomaContract {

    private static final int CASES = 400;

    /** Neurons of the form at hand. */
    public interface Neurons {

        /** One step on the sums of weights, one per neuron. */
        void step(int[] sum);

        /** v before the reset, one per neuron. */
        int[] voltages();

        /** s, one per neuron. */
        int[] spikes();
    }

    /** Makes neurons at rest. */
    protected abstract Neurons neurons(int size, SomaParameters parameters, int weightShift, Events events);

    @Test
    void everyStepIsThatOfTheModel() {
        long wraps = 0;
        long saturations = 0;
        for (int n = 0; n < CASES; n++) {
            ModelledSample sample = ModelledSample.number(n);
            Events events = new Events();
            for (int l = 1; l <= sample.layers(); l++) {
                Neurons neurons = neurons(
                        sample.size(l),
                        sample.profile().soma(),
                        sample.profile().weight().shift(),
                        events);
                for (int t = 0; t < sample.steps(); t++) {
                    neurons.step(sample.sums(l, t));
                    String where = "layer " + l + ", step " + t + " of " + sample;
                    assertArrayEquals(sample.values(Signal.MEMBRANE_VOLTAGE, l, t), neurons.voltages(), where);
                    assertArrayEquals(sample.values(Signal.SPIKE, l, t), neurons.spikes(), where);
                }
            }
            assertEquals(sample.events(Signal.SYNAPTIC_INPUT), events.wraps(), "wraps of " + sample);
            assertEquals(
                    sample.events(Signal.MEMBRANE_VOLTAGE),
                    events.count(Signal.MEMBRANE_VOLTAGE),
                    "saturations of " + sample);
            wraps += events.wraps();
            saturations += events.count(Signal.MEMBRANE_VOLTAGE);
        }
        assertTrue(wraps > 100 && saturations > 100, wraps + " wraps, " + saturations + " saturations");
    }
}
