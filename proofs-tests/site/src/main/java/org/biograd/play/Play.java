package org.biograd.play;

import java.util.List;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.check.Recalculation;
import org.teavm.jso.JSExport;

/** What the page to play with calls. Errors come back as text, since exceptions would be lost on the way. */
public final class Play {

    private static Game game;
    private static FastNetwork trained;
    private static Schedule schedule;
    private static RateCoded source;
    private static int[] labels;

    private Play() {}

    /** Needed by the compiler; does nothing. */
    public static void main(String[] arguments) {}

    /** Makes a network; returns what is wrong with the settings, or nothing. */
    @JSExport
    public static String create(String profile, int[] sizes, int seed) {
        try {
            game = new Game(profile, sizes, seed);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Learns a sample of intensities 0..255. */
    @JSExport
    public static void learn(int[] intensities, int label) {
        game.learn(bytes(intensities), label);
    }

    /** Learns a sample of spikes, step by step. */
    @JSExport
    public static void learnSpikes(int[] spikes, int label) {
        game.learnSpikes(spikes, label);
    }

    /** Reads a sample without learning. */
    @JSExport
    public static int read(int[] intensities) {
        return game.read(bytes(intensities));
    }

    /** Sleeps once. */
    @JSExport
    public static void sleep() {
        game.sleep();
    }

    /** A signal of the last sample. */
    @JSExport
    public static int[] signal(String symbol, int layer, int step) {
        return game.signal(symbol, layer, step);
    }

    /** The forward weights of a layer. */
    @JSExport
    public static int[] weights(int layer) {
        return game.network.weights(layer).clone();
    }

    /** The feedback weights of a hidden layer. */
    @JSExport
    public static int[] feedback(int layer) {
        return game.network.feedback(layer).clone();
    }

    /** Explains a neuron and one of its synapses at a step, a line a value; a fault where a line does not hold. */
    @JSExport
    public static String[] explain(int layer, int neuron, int pre, int step) {
        List<Line> lines = game.explain(layer, neuron, pre, step);
        List<String> faults = Recalculation.faults(lines);
        String[] text = new String[lines.size() + faults.size()];
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            text[n] = line.clause() + "\t" + line.place().name() + "\t" + line.symbol() + "\t" + line.formula() + "\t"
                    + line.arithmetic() + "\t" + line.words();
        }
        for (int n = 0; n < faults.size(); n++) {
            text[lines.size() + n] = "FAULT\t\t\t\t" + faults.get(n) + "\t";
        }
        return text;
    }

    /** Answers a case of the kit. */
    @JSExport
    public static String[] answer(String op, String[] parameters, String[] x, String[] draws) {
        return Kit.answer(op, parameters, x, draws);
    }

    /** The digest of the network's weights (NET-8). */
    @JSExport
    public static String digest() {
        return digest(game.network);
    }

    /** Begins a training on samples of intensities, as the command does. */
    @JSExport
    public static void beginTraining(
            String profileText, int[] sizes, int seed, int epochs, int[] intensities, int[] classes) {
        Profile profile = Profiles.read(profileText);
        trained = new FastNetwork(Shape.of(sizes), profile, seed);
        byte[][] samples = new byte[classes.length][sizes[0]];
        for (int n = 0; n < samples.length; n++) {
            for (int j = 0; j < sizes[0]; j++) {
                samples[n][j] = (byte) intensities[n * sizes[0] + j];
            }
        }
        source = new RateCoded(samples, seed);
        labels = classes;
        schedule = new Schedule(profile, seed, samples.length, epochs);
    }

    /** Goes on with the training for so many tasks; returns the samples that were learned, or -1 where it is over. */
    @JSExport
    public static int train(int tasks) {
        SpikeTrain input =
                new SpikeTrain(source.inputs(), trained.profile().time().steps());
        for (int n = 0; n < tasks && schedule.hasNext(); n++) {
            Schedule.Task task = schedule.next();
            if (task instanceof Schedule.Sleep sleep) {
                trained.sleep(sleep.number());
            } else {
                Schedule.Batch batch = (Schedule.Batch) task;
                for (int b = 0; b < batch.indices().length; b++) {
                    long sample = batch.firstSample() + b;
                    source.training(sample, batch.indices()[b], input);
                    trained.learn(sample, input, labels[batch.indices()[b]]);
                }
                trained.update();
            }
        }
        return schedule.hasNext() ? (int) schedule.state().samples() : -1;
    }

    /** The digest of the trained network's weights. */
    @JSExport
    public static String trainedDigest() {
        return digest(trained);
    }

    /** Gives the network to play with the weights of the trained one; they must have one shape. */
    @JSExport
    public static void adopt() {
        game.network.copyWeights(trained);
    }

    /** Gives the network to play with the forward weights of a layer, in the order of SYN-1. */
    @JSExport
    public static void takeWeights(int layer, int[] weights) {
        take(weights, game.network.weights(layer));
    }

    /** Gives the network to play with the feedback weights of a hidden layer. */
    @JSExport
    public static void takeFeedback(int layer, int[] feedback) {
        take(feedback, game.network.feedback(layer));
    }

    private static void take(int[] from, int[] live) {
        System.arraycopy(from, 0, live, 0, live.length);
    }

    private static String digest(IntegerNetwork network) {
        Sha256 digest = new Sha256();
        for (int l = 1; l <= network.shape().layers(); l++) {
            digest.update(network.weights(l));
        }
        for (int l = 1; l < network.shape().layers(); l++) {
            digest.update(network.feedback(l));
        }
        return digest.hex();
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
