package org.biograd.play;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Choice;
import org.biograd.study.explain.Explanation;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.Place;
import org.biograd.study.explain.Shown;
import org.biograd.study.lockstep.Recording;

/** One network, and the sample that it saw last. */
final class Game {

    final Network network;
    private final RateCoder coder;
    private final SpikeTrain train;
    private long samples;
    private long sleeps;
    private int label;
    private Recording recording = new Recording();
    private Shown shown;

    /**
     * A network with its initial weights.
     *
     * @throws IllegalArgumentException where the profile or the shape is none, or they do not fit
     */
    Game(String profileText, int[] sizes, int seed) {
        Profile profile = Profiles.read(profileText);
        network = new Network(Shape.of(sizes), profile, seed);
        coder = new RateCoder(seed);
        train = new SpikeTrain(sizes[0], profile.time().steps());
    }

    /** Learns a sample of intensities 0..255, and remembers all that it saw. */
    void learn(byte[] intensities, int ofClass) {
        coder.encodeTraining(samples, intensities, train);
        learnTrain(ofClass);
    }

    /** Learns a sample of spikes, step by step, input by input. */
    void learnSpikes(int[] spikes, int ofClass) {
        train.clear();
        for (int t = 0; t < train.steps(); t++) {
            for (int j = 0; j < train.size(); j++) {
                if (spikes[t * train.size() + j] == 1) {
                    train.add(j);
                }
            }
            train.endStep();
        }
        learnTrain(ofClass);
    }

    private void learnTrain(int ofClass) {
        label = ofClass;
        recording = new Recording();
        shown = new Shown(samples, false, network, recording);
        network.learn(samples, train, label, recording);
        network.update(recording);
        samples++;
    }

    /** Reads a sample without learning: the class. */
    int read(byte[] intensities) {
        coder.encodeTest(0, intensities, train);
        return network.predict(train);
    }

    /** Sleeps once. */
    void sleep() {
        network.sleep(sleeps++, Observer.NONE);
    }

    /** A signal of the last sample at a step; empty where it was not shown. */
    int[] signal(String symbol, int layer, int step) {
        for (Signal signal : Signal.values()) {
            if (signal.symbol().equals(symbol)) {
                int[] values = recording.get(signal, layer, step);
                return values == null ? new int[0] : values;
            }
        }
        throw new IllegalArgumentException("no signal " + symbol);
    }

    /** The explanation of a neuron and of its synapses from one other, of one step and of the end. */
    List<Line> explain(int layer, int neuron, int pre, int step) {
        List<Line> lines = new ArrayList<>();
        if (shown == null) {
            return lines;
        }
        Shown fresh = shown.again();
        Choice choice = new Choice(List.of(Place.of(layer, neuron, 0)), List.of(pre), step, step);
        lines.addAll(Explanation.sample(fresh, label, choice, true));
        return lines;
    }

    /** How many samples were learned. */
    int samples() {
        return (int) samples;
    }

    /** How many sleeps there were. */
    int sleeps() {
        return (int) sleeps;
    }
}
