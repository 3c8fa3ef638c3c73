package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.FeedbackUpdate;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;

/**
 * Equals the plain weight mirror, always: only the rows of noisy neurons are added up, and some of the trajectories can
 * be run apart from the others. Held equal by {@code NetworkContract}; benchmark: {@code NetworkBenchmark.sleep}.
 */
final class FastWeightMirror {

    private final int layer;
    private final int source;
    private final SleepParameters parameters;
    private final int[] net;
    private final int[] scratch;
    private final int[] noiseCount;
    private final int[] sourceCount;
    private final FeedbackUpdate update;

    /** B_ik at i * K + k, K the neurons of the layer that the feedback comes from. */
    final int[] feedback;

    /**
     * Makes the sleep of a layer.
     *
     * @param layer the hidden layer
     * @param source the layer that its feedback comes from
     * @param feedback its feedback weights, which another may have too
     */
    FastWeightMirror(
            int layer, int source, Shape shape, Profile profile, DrawSource draws, Events events, int[] feedback) {
        this.layer = layer;
        this.source = source;
        this.parameters = profile.sleep();
        int size = shape.size(layer);
        int counted = shape.size(source);
        net = new int[size];
        scratch = new int[size];
        noiseCount = new int[size];
        sourceCount = new int[counted];
        update = new FeedbackUpdate(
                layer, size, counted, parameters, profile.feedback().bits(), draws, events);
        this.feedback = feedback;
    }

    /**
     * One sleep.
     *
     * @param number its number, for the draws
     * @param layers all layers of the network; index 0 is unused
     */
    void sleep(long number, FastLayer[] layers, FastSleepNoise noise) {
        runTrajectories(number, 0, parameters.trajectories(), layers, noise);
        apply(number);
    }

    /** Adds what another has counted, which ran other trajectories of the same sleep. */
    void addAll(FastWeightMirror other) {
        update.addAll(other.update);
    }

    /** Moves the feedback weights by what has been counted. */
    void apply(long number) {
        update.apply(number, feedback);
    }

    /** Runs some trajectories of a sleep, from one up to but not including another, and counts what they do. */
    void runTrajectories(long number, int from, int to, FastLayer[] layers, FastSleepNoise noise) {
        update.clear();
        for (int l = layer + 1; l <= source; l++) {
            layers[l].copyAllRows();
        }
        for (int m = from; m < to; m++) {
            noise.select(number, layer, m, parameters.steps());
            run(layers, noise);
            update.correlate(noiseCount, sourceCount);
        }
    }

    @Clause(value = "SLEEP-3", form = Clause.Form.FAST)
    private void run(FastLayer[] layers, FastSleepNoise noise) {
        Arrays.fill(noiseCount, 0);
        Arrays.fill(sourceCount, 0);
        for (int l = layer + 1; l <= source; l++) {
            layers[l].soma.clear();
        }
        FastSoma top = layers[source].soma;
        for (int t = 0; t < parameters.steps(); t++) {
            noise.net(t, net, scratch);
            for (int i = 0; i < net.length; i++) {
                noiseCount[i] += net[i];
            }
            layers[layer + 1].forwardNoise(net);
            for (int l = layer + 2; l <= source; l++) {
                FastSoma below = layers[l - 1].soma;
                layers[l].forward(below.spiking, below.spikes);
            }
            for (int s = 0; s < top.spikes; s++) {
                sourceCount[top.spiking[s]]++;
            }
        }
    }
}
