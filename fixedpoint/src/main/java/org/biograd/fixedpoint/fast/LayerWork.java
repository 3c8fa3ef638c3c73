package org.biograd.fixedpoint.fast;

import org.biograd.spec.SpikeTrain;

/** Serves {@link ParallelTrainer}: who does the work of a layer, the thread that asks or several. */
interface LayerWork {

    /** All forward steps of a sample: {@link FastLayer#forward(SpikeTrain)}. */
    void forward(int l, SpikeTrain in);

    /** The eligibilities of the sample that {@link #forward} was given last: {@link FastLayer#computeEligibility}. */
    void computeEligibility(int l, long sample);

    /** The weight update: {@link FastWeightUpdate#apply}. */
    void update(int l, long sample);
}
