package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.network.EligibilityContract;
import org.biograd.network.ModelledSample;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;

/** The fast form, of a whole sample at once; before it, of another sample, whose values must not show. */
class FastEligibilityTest extends EligibilityContract {

    @Override
    protected int[] eligibilities(ModelledSample sample, int layer, Draws draws, Events events) {
        int pre = sample.size(layer - 1);
        int post = sample.size(layer);
        FastEligibility eligibility = new FastEligibility(layer, pre, post, sample.profile(), draws, events);
        Arrays.fill(eligibility.value, 1);
        SpikeTrain train = SpikeTrain.of(sample.spikesInto(layer));
        SampleRows rows = new SampleRows(pre);
        rows.read(train, 0, 1);
        rows.readSteps(train);
        LayerRecord record = new LayerRecord(sample.steps(), post);
        for (int t = 0; t < sample.steps(); t++) {
            System.arraycopy(sample.values(Signal.MEMBRANE_VOLTAGE, layer, t), 0, record.voltage[t], 0, post);
            System.arraycopy(sample.values(Signal.SPIKE, layer, t), 0, record.spike[t], 0, post);
        }
        eligibility.compute(ModelledSample.NUMBER, train, rows, record);
        int[] all = new int[(pre + 1) * post];
        for (int r = 0; r < eligibility.rows.count; r++) {
            int begin = eligibility.rows.row[r] * post;
            System.arraycopy(eligibility.value, begin, all, begin, post);
        }
        return all;
    }
}
