package org.biograd.fixedpoint.fast;

import java.util.stream.IntStream;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.network.ModelledSample;
import org.biograd.network.WeightUpdateContract;

/** The fast form: narrow where it fits, online or by a batch, on the rows that have an eligibility. */
class FastWeightUpdateTest extends WeightUpdateContract {

    @Override
    protected void update(
            ModelledSample sample,
            int layer,
            int[] weight,
            int[] learningError,
            int[] eligibility,
            Draws draws,
            Events events) {
        int pre = sample.size(layer - 1);
        int post = sample.size(layer);
        Synapses synapses = new Synapses(pre, post);
        System.arraycopy(weight, 0, synapses.weights(), 0, weight.length);
        ActiveRows rows = new ActiveRows(pre);
        int[] spiking = IntStream.range(0, pre)
                .filter(j -> IntStream.range(j * post, (j + 1) * post).anyMatch(s -> eligibility[s] != 0))
                .toArray();
        rows.add(spiking, spiking.length);
        FastWeightUpdate update =
                new FastWeightUpdate(layer, layer == sample.layers(), synapses, sample.profile(), draws, events);
        update.accumulate(rows, eligibility, learningError, SparseErrors.any(learningError));
        update.apply(ModelledSample.NUMBER, rows, eligibility, learningError);
        System.arraycopy(synapses.weights(), 0, weight, 0, weight.length);
    }
}
