package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.Draws;
import org.biograd.network.EligibilityContract;
import org.biograd.network.ModelledSample;
import org.biograd.spec.Signal;

/** The plain form. */
class EligibilityTest extends EligibilityContract {

    @Override
    protected int[] eligibilities(ModelledSample sample, int layer, Draws draws, Events events) {
        Eligibility eligibility =
                new Eligibility(layer, sample.size(layer - 1), sample.size(layer), sample.profile(), draws, events);
        int[][] x = sample.spikesInto(layer);
        for (int t = 0; t < sample.steps(); t++) {
            eligibility.step(
                    ModelledSample.NUMBER,
                    t,
                    Synapses.withBias(x[t]),
                    sample.values(Signal.MEMBRANE_VOLTAGE, layer, t),
                    sample.values(Signal.SPIKE, layer, t),
                    sample.values(Signal.GATE, layer, t));
        }
        return eligibility.values();
    }
}
