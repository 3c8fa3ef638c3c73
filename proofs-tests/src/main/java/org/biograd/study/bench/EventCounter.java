package org.biograd.study.bench;

import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;

/**
 * Counts synaptic events: one spike that arrives at one synapse. Every layer is fully connected to the next, so a spike
 * counts once a neuron of the layer above; the spike of an error neuron counts once a feedback weight of it. Biases,
 * which no spike feeds, and the link of an error neuron to its own output, which has no weight, do not count.
 */
public final class EventCounter implements Observer {

    private final Shape shape;
    private final boolean learning;
    private final int feedbackTargets;
    private int samples;
    private long events;
    private int withError;
    private boolean errorFound;

    /**
     * No events yet.
     *
     * @param shape of the network that it watches
     * @param path where the spikes of error neurons go
     * @param learning whether what errors do counts; it does not where a network that learns stands for one that
     *     predicts
     */
    public EventCounter(Shape shape, FeedbackPath path, boolean learning) {
        this.shape = shape;
        this.learning = learning;
        int targets = 0;
        for (int l = path == FeedbackPath.DIRECT ? 1 : shape.layers(); l < shape.layers(); l++) {
            targets += shape.size(l);
        }
        this.feedbackTargets = targets;
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        switch (signal) {
            case SPIKE -> {
                if (layer == 0 && step == 0) {
                    samples++;
                    errorFound = false;
                }
                if (layer < shape.layers()) {
                    events += (long) notZero(values) * shape.size(layer + 1);
                }
            }
            case POSITIVE_ERROR_SPIKE, NEGATIVE_ERROR_SPIKE ->
                events += learning ? (long) notZero(values) * feedbackTargets : 0;
            case LEARNING_ERROR -> {
                if (learning && !errorFound && notZero(values) > 0) {
                    errorFound = true;
                    withError++;
                }
            }
            default -> {}
        }
    }

    private static int notZero(Values values) {
        int count = 0;
        for (int i = 0; i < values.size(); i++) {
            count += values.integer(i) != 0 ? 1 : 0;
        }
        return count;
    }

    /** What has been counted. */
    public Counts counts() {
        return new Counts(samples, events, withError);
    }
}
