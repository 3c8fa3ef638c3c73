package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.junit.jupiter.api.Test;

/** ELIG-1 to ELIG-5 over a whole sample, of any form: E at its end, and the events of z and E. */
@Clause({"ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "OBS-2"})
public abstract class EligibilityContract {

    private static final int CASES = 400;

    /**
     * Computes the eligibilities of a layer.
     *
     * @param sample gives the spikes that come in, and the voltages, spikes and gates of the layer
     * @return E at the end of the sample, one per synapse in the order of SYN-1
     */
    protected abstract int[] eligibilities(ModelledSample sample, int layer, Draws draws, Events events);

    @Test
    void theEndOfASampleIsThatOfTheModel() {
        long traces = 0;
        long eligibilities = 0;
        for (int n = 0; n < CASES; n++) {
            ModelledSample sample = ModelledSample.number(n);
            Events events = new Events();
            for (int l = 1; l <= sample.layers(); l++) {
                assertArrayEquals(
                        sample.values(Signal.ELIGIBILITY, l, sample.steps() - 1),
                        eligibilities(sample, l, new Draws(sample.seed()), events),
                        "layer " + l + " of " + sample);
            }
            assertEquals(sample.events(Signal.TRACE), events.count(Signal.TRACE), "events of z in " + sample);
            assertEquals(
                    sample.events(Signal.ELIGIBILITY), events.count(Signal.ELIGIBILITY), "events of E in " + sample);
            traces += events.count(Signal.TRACE);
            eligibilities += events.count(Signal.ELIGIBILITY);
        }
        assertTrue(traces > 100 && eligibilities > 100, traces + " events of z, " + eligibilities + " of E");
    }
}
