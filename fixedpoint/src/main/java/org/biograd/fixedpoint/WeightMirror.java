package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.SleepParameters;

/** Sleep: a Hebbian rule on noise spikes aligns the feedback weights of a hidden layer with the forward weights above it. */
final class WeightMirror {

    private final int layer;
    private final int source;
    private final SleepParameters parameters;
    private final SpikeTrain positive;
    private final SpikeTrain negative;
    private final int[] positiveNow;
    private final int[] negativeNow;
    private final int[] noiseCount;
    private final int[] sourceCount;
    private final FeedbackUpdate update;
    private final IntValues view = new IntValues();

    /** B_ik at i * K + k, K the neurons of the layer that the feedback comes from. */
    final int[] feedback;

    /**
     * The feedback weights of a layer, all 0.
     *
     * @param layer the hidden layer
     * @param source the layer that its feedback comes from
     */
    WeightMirror(int layer, int source, Shape shape, SleepParameters parameters, int feedbackBits, DrawSource draws, Events events) {
        this.layer = layer;
        this.source = source;
        this.parameters = parameters;
        int size = shape.size(layer);
        int neurons = shape.size(source);
        positive = new SpikeTrain(size, parameters.steps());
        negative = new SpikeTrain(size, parameters.steps());
        positiveNow = new int[size];
        negativeNow = new int[size];
        noiseCount = new int[size];
        sourceCount = new int[neurons];
        update = new FeedbackUpdate(layer, size, neurons, parameters, feedbackBits, draws, events);
        feedback = new int[size * neurons];
    }

    /**
     * One sleep.
     *
     * @param number its number, for the draws
     * @param layers all layers of the network; index 0 is unused
     */
    void sleep(long number, Layer[] layers, SleepNoise noise, Observer observer) {
        update.clear();
        noise.of(number);
        for (int m = 0; m < parameters.trajectories(); m++) {
            noise.fill(layer, m, positive, negative);
            run(m, layers, observer);
            update.correlate(noiseCount, sourceCount);
        }
        update.apply(number, feedback);
        if (observer != null) {
            observer.observe(Signal.FEEDBACK_WEIGHT, layer, 0, view.show(feedback));
        }
    }

    @Clause({"SLEEP-2", "SLEEP-3"})
    private void run(int trajectory, Layer[] layers, Observer observer) {
        Arrays.fill(noiseCount, 0);
        Arrays.fill(sourceCount, 0);
        for (int l = layer + 1; l <= source; l++) {
            layers[l].soma.clear();
        }
        Soma top = layers[source].soma;
        for (int t = 0; t < parameters.steps(); t++) {
            int positives = take(positive, t, positiveNow, 1);
            int negatives = take(negative, t, negativeNow, -1);
            layers[layer + 1].forwardNoise(positiveNow, positives, negativeNow, negatives);
            for (int l = layer + 2; l <= source; l++) {
                Soma below = layers[l - 1].soma;
                layers[l].forward(below.spiking, below.spikes);
            }
            for (int s = 0; s < top.spikes; s++) {
                sourceCount[top.spiking[s]]++;
            }
            if (observer != null) {
                int step = trajectory * parameters.steps() + t;
                for (int l = layer + 1; l <= source; l++) {
                    Network.showForward(observer, view, l, step, layers[l].soma);
                }
            }
        }
        if (observer != null) {
            int last = trajectory * parameters.steps() + parameters.steps() - 1;
            observer.observe(Signal.NOISE_COUNT, layer, last, view.show(noiseCount));
            observer.observe(Signal.SLEEP_COUNT, source, last, view.show(sourceCount));
        }
    }

    /** Copies the noise spikes of a step and counts them with their sign. */
    private int take(SpikeTrain train, int step, int[] now, int sign) {
        int begin = train.begin(step);
        int spikes = train.end(step) - begin;
        for (int s = 0; s < spikes; s++) {
            now[s] = train.neuron(begin + s);
            noiseCount[now[s]] += sign;
        }
        return spikes;
    }
}
