package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;

/**
 * Sleep: a Hebbian rule on noise spikes aligns the feedback weights of a hidden layer with the forward weights above
 * it.
 */
final class WeightMirror {

    private final int layer;
    private final int source;
    private final SleepParameters parameters;
    private final int[] net;
    private final int[] scratch;
    private final int[] noiseCount;
    private final int[] sourceCount;
    private final FeedbackUpdate update;
    private final IntValues view = new IntValues();

    /** B_ik at i * K + k, K the neurons of the layer that the feedback comes from. */
    final int[] feedback;

    /**
     * The sleep of a layer.
     *
     * @param layer the hidden layer
     * @param source the layer that its feedback comes from
     * @param feedback its feedback weights, which another may have too
     */
    WeightMirror(int layer, int source, Shape shape, Profile profile, DrawSource draws, Events events, int[] feedback) {
        this.layer = layer;
        this.source = source;
        this.parameters = profile.sleep();
        int size = shape.size(layer);
        int neurons = shape.size(source);
        net = new int[size];
        scratch = new int[size];
        noiseCount = new int[size];
        sourceCount = new int[neurons];
        update = new FeedbackUpdate(
                layer, size, neurons, parameters, profile.feedback().bits(), draws, events);
        this.feedback = feedback;
    }

    /**
     * One sleep.
     *
     * @param number its number, for the draws
     * @param layers all layers of the network; index 0 is unused
     */
    void sleep(long number, Layer[] layers, SleepNoise noise, Observer observer) {
        gather(number, 0, parameters.trajectories(), layers, noise, observer);
        apply(number);
        if (observer != null) {
            observer.observe(Signal.FEEDBACK_WEIGHT, layer, 0, view.show(feedback));
        }
    }

    /** Takes in what another has gathered, which ran other trajectories of the same sleep. */
    void addAll(WeightMirror other) {
        update.addAll(other.update);
    }

    /** Moves the feedback weights by what has been gathered. */
    void apply(long number) {
        update.apply(number, feedback);
    }

    /** Runs some of the trajectories of a sleep, from one up to but not including another, and counts what they do. */
    void gather(long number, int from, int to, Layer[] layers, SleepNoise noise, Observer observer) {
        update.clear();
        noise.of(number);
        for (int l = layer + 1; l <= source; l++) {
            layers[l].gatherAll();
        }
        for (int m = from; m < to; m++) {
            noise.select(layer, m, parameters.steps());
            run(m, layers, noise, observer);
            update.correlate(noiseCount, sourceCount);
        }
    }

    @Clause({"SLEEP-2", "SLEEP-3"})
    private void run(int trajectory, Layer[] layers, SleepNoise noise, Observer observer) {
        Arrays.fill(noiseCount, 0);
        Arrays.fill(sourceCount, 0);
        for (int l = layer + 1; l <= source; l++) {
            layers[l].soma.clear();
        }
        Soma top = layers[source].soma;
        for (int t = 0; t < parameters.steps(); t++) {
            noise.net(t, net, scratch);
            for (int i = 0; i < net.length; i++) {
                noiseCount[i] += net[i];
            }
            layers[layer + 1].forwardNoise(net);
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
}
