package org.biograd.fixedpoint;

import org.biograd.spec.SpikeTrain;

/** Who does the work of a layer in a sample that nobody watches: the thread that asks, or several. */
interface LayerWork {

    /** All forward steps of a sample: {@link Layer#forward(SpikeTrain)}. */
    void forward(int l, SpikeTrain in);

    /** The eligibilities of the sample that {@link #forward} was given last: {@link Layer#remember}. */
    void remember(int l, long sample);

    /** The weight update: {@link WeightUpdate#apply}. */
    void update(int l, long sample);
}
