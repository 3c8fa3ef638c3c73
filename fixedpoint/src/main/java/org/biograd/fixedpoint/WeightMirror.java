package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;

/** Sleep: a Hebbian rule on noise spikes aligns a hidden layer's feedback weights with the forward weights above it. */
final class WeightMirror {

    private final int layer;
    private final int source;
    private final SleepParameters parameters;
    private final SpikeTrain positives;
    private final SpikeTrain negatives;
    private final int[] noiseCount;
    private final int[] sourceCount;
    private final FeedbackUpdate update;

    /** B_ik at i * K + k, K the neurons of the layer that the feedback comes from. */
    final int[] feedback;

    /**
     * Makes feedback weights of 0.
     *
     * @param layer the hidden layer, 1..L-1
     */
    WeightMirror(int layer, Shape shape, Profile profile, DrawSource draws, Events events) {
        this.layer = layer;
        this.source = profile.feedback().path().source(layer, shape.layers());
        this.parameters = profile.sleep();
        int size = shape.size(layer);
        int counted = shape.size(source);
        positives = new SpikeTrain(size, parameters.steps());
        negatives = new SpikeTrain(size, parameters.steps());
        noiseCount = new int[size];
        sourceCount = new int[counted];
        update = new FeedbackUpdate(
                layer, size, counted, parameters, profile.feedback().bits(), draws, events);
        feedback = new int[size * counted];
    }

    /**
     * One sleep.
     *
     * @param number its number, for the draws
     * @param layers all layers of the network; index 0 is unused
     */
    void sleep(long number, Layer[] layers, SleepNoise noise, Observer observer) {
        update.clear();
        for (int m = 0; m < parameters.trajectories(); m++) {
            noise.of(number).fill(layer, m, positives, negatives);
            run(m, layers, observer);
            update.correlate(noiseCount, sourceCount);
        }
        update.apply(number, feedback);
        observer.observe(Signal.FEEDBACK_WEIGHT, layer, 0, Values.of(feedback));
    }

    private void run(int trajectory, Layer[] layers, Observer observer) {
        Arrays.fill(noiseCount, 0);
        Arrays.fill(sourceCount, 0);
        for (int l = layer + 1; l <= source; l++) {
            layers[l].soma.clear();
        }
        int first = trajectory * parameters.steps();
        for (int t = 0; t < parameters.steps(); t++) {
            int[] net = net(t);
            inject(net, layers);
            count(net, layers[source].soma.spikes());
            for (int l = layer + 1; l <= source; l++) {
                Network.showForward(observer, l, first + t, layers[l].soma);
            }
        }
        int last = first + parameters.steps() - 1;
        observer.observe(Signal.NOISE_COUNT, layer, last, Values.of(noiseCount));
        observer.observe(Signal.SLEEP_COUNT, source, last, Values.of(sourceCount));
    }

    /** pos - neg of a step, -1, 0 or 1, one per neuron of the sleeping layer. */
    private int[] net(int step) {
        int[] net = positives.dense(step);
        int[] negative = negatives.dense(step);
        for (int i = 0; i < net.length; i++) {
            net[i] -= negative[i];
        }
        return net;
    }

    @Clause("SLEEP-2")
    private void inject(int[] net, Layer[] layers) {
        Layer first = layers[layer + 1];
        int[] withoutBias = Arrays.copyOf(net, net.length + 1);
        first.soma.step(first.synapses.sum(withoutBias));
        for (int l = layer + 2; l <= source; l++) {
            layers[l].forward(layers[l - 1].soma.spikes());
        }
    }

    @Clause("SLEEP-3")
    private void count(int[] net, int[] spike) {
        for (int i = 0; i < net.length; i++) {
            noiseCount[i] += net[i];
        }
        for (int k = 0; k < spike.length; k++) {
            sourceCount[k] += spike[k];
        }
    }
}
