package org.biograd.study.angles;

import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/** Counts the spikes of every layer. */
final class SpikeRates implements Observer {

    private final double[] spikes;
    private final long[] places;

    SpikeRates(Shape shape) {
        spikes = new double[shape.layers() + 1];
        places = new long[shape.layers() + 1];
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        if (signal == Signal.SPIKE) {
            for (int i = 0; i < values.size(); i++) {
                spikes[layer] += values.real(i);
            }
            places[layer] += values.size();
        }
    }

    /** Adds the counts of others. */
    void addAll(SpikeRates other) {
        for (int l = 0; l < spikes.length; l++) {
            spikes[l] += other.spikes[l];
            places[l] += other.places[l];
        }
    }

    /** Mean spikes a neuron and step of a layer 0..L; NaN where nothing was counted. */
    double of(int layer) {
        return spikes[layer] / places[layer];
    }
}
