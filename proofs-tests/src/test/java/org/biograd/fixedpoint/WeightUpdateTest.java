package org.biograd.fixedpoint;

import org.biograd.fixedpoint.word.Draws;
import org.biograd.network.ModelledSample;
import org.biograd.network.WeightUpdateContract;

/** The plain form. */
class WeightUpdateTest extends WeightUpdateContract {

    @Override
    protected void update(
            ModelledSample sample,
            int layer,
            int[] weight,
            int[] learningError,
            int[] eligibility,
            Draws draws,
            Events events) {
        boolean output = layer == sample.layers();
        WeightUpdate update = new WeightUpdate(layer, output, weight.length, sample.profile(), draws, events);
        update.accumulate(learningError, eligibility);
        update.apply(ModelledSample.NUMBER, weight);
    }
}
