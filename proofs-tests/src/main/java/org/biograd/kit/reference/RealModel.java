package org.biograd.kit.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.biograd.reference.real.BackpropagationThroughTime;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** The network in doubles. */
final class RealModel implements Model {

    @Override
    public LayerAnswer layer(LayerInput input) {
        Shape shape = input.shape();
        int steps = input.steps();
        SpikeTrain sample = SpikeTrain.of(input.x());
        Layers layers = new Layers(shape, new double[][][] {input.weights()}, new double[][] {input.biases()});
        Map<TraceMode, double[][]> eligibility = new EnumMap<>(TraceMode.class);
        Map<TraceMode, double[][]> gradient = new EnumMap<>(TraceMode.class);
        SignalLog log = null;
        for (TraceMode mode : TraceMode.values()) {
            RealNetwork network = awake(layers, input.neuron(), steps, 0, mode, ErrorFunction.DIFFERENCE, 0);
            log = new SignalLog(steps - 1, Signal.MEMBRANE_VOLTAGE, Signal.SPIKE, Signal.GATE, Signal.ELIGIBILITY);
            network.learn(sample, 0, Decisions.OWN, log);
            eligibility.put(mode, log.eligibility(1, shape.inputs(), shape.outputs()));
            double[] ones = new double[shape.outputs()];
            Arrays.fill(ones, 1);
            BackpropagationThroughTime backward = new BackpropagationThroughTime(network, mode);
            backward.differentiateCounts(sample, ones);
            gradient.put(mode, Rows.join(backward.weights(1), backward.biases(1)));
        }
        int size = shape.outputs();
        return new LayerAnswer(
                log.steps(Signal.MEMBRANE_VOLTAGE, 1, steps, size),
                log.spikes(Signal.SPIKE, 1, steps, size),
                log.steps(Signal.GATE, 1, steps, size),
                eligibility,
                gradient);
    }

    @Override
    public NetworkAnswer network(NetworkInput input) {
        Shape shape = input.layers().shape();
        int last = shape.layers();
        SpikeTrain sample = SpikeTrain.of(input.x());
        Map<TraceMode, double[][][]> eligibility = new EnumMap<>(TraceMode.class);
        Map<ErrorFunction, NetworkAnswer.Learned> learned = new EnumMap<>(ErrorFunction.class);
        SignalLog log = null;
        for (ErrorFunction function : ErrorFunction.values()) {
            Map<TraceMode, NetworkAnswer.Change> changes = new EnumMap<>(TraceMode.class);
            for (TraceMode mode : NetworkOperation.MODES) {
                RealNetwork network = aligned(input, mode, function);
                log = new SignalLog(
                        input.steps() - 1,
                        Signal.SPIKE,
                        Signal.ELIGIBILITY,
                        Signal.DENDRITE,
                        Signal.POSITIVE_POTENTIAL,
                        Signal.NEGATIVE_POTENTIAL,
                        Signal.POSITIVE_ERROR_SPIKE,
                        Signal.NEGATIVE_ERROR_SPIKE);
                network.learn(sample, input.label(), Decisions.OWN, log);
                eligibility.put(mode, eligibility(log, shape));
                changes.put(mode, change(network, input.feedbackSteps()));
            }
            learned.put(function, learned(log, input, changes));
        }
        RealNetwork network = aligned(input, TraceMode.FULL, ErrorFunction.SOFTMAX);
        double[][][] feedback = new double[last - 1][][];
        Arrays.setAll(feedback, l -> network.feedback(l + 1));
        int[][][] spikes = new int[last][][];
        for (int l = 1; l <= last; l++) {
            spikes[l - 1] = log.spikes(Signal.SPIKE, l, input.steps(), shape.size(l));
        }
        int[] counts = counts(spikes[last - 1]);
        return new NetworkAnswer(
                spikes, counts, feedback, eligibility, gradient(network, sample, counts, input.label()), learned);
    }

    private static NetworkAnswer.FullGradient gradient(
            RealNetwork network, SpikeTrain sample, int[] counts, int label) {
        BackpropagationThroughTime backward = new BackpropagationThroughTime(network, TraceMode.FULL);
        double loss = backward.differentiateCrossEntropy(sample, label);
        double[][][] layers = new double[network.shape().layers()][][];
        Arrays.setAll(layers, l -> Rows.join(backward.weights(l + 1), backward.biases(l + 1)));
        return new NetworkAnswer.FullGradient(loss, NetworkAnswer.derivative(counts, label), layers);
    }

    private static NetworkAnswer.Change change(RealNetwork network, int feedbackSteps) {
        int last = network.shape().layers();
        double[][][] mean = new double[last][][];
        double[][][] updated = new double[last][][];
        Arrays.setAll(
                mean, l -> Rows.divide(Rows.join(network.gradient(l + 1), network.biasGradient(l + 1)), feedbackSteps));
        network.update(null);
        Arrays.setAll(updated, l -> Rows.join(network.weights(l + 1), network.biases(l + 1)));
        return new NetworkAnswer.Change(mean, updated);
    }

    private static NetworkAnswer.Learned learned(
            SignalLog log, NetworkInput input, Map<TraceMode, NetworkAnswer.Change> changes) {
        Shape shape = input.layers().shape();
        int last = shape.layers();
        int outputs = shape.outputs();
        double[][] dendrites = new double[last][];
        Arrays.setAll(dendrites, l -> log.get(Signal.DENDRITE, l + 1, input.steps() - 1));
        return new NetworkAnswer.Learned(
                log.spikes(Signal.POSITIVE_ERROR_SPIKE, last, input.steps(), outputs),
                log.spikes(Signal.NEGATIVE_ERROR_SPIKE, last, input.steps(), outputs),
                log.steps(Signal.POSITIVE_POTENTIAL, last, input.steps(), outputs),
                log.steps(Signal.NEGATIVE_POTENTIAL, last, input.steps(), outputs),
                dendrites,
                changes);
    }

    private static double[][][] eligibility(SignalLog log, Shape shape) {
        double[][][] e = new double[shape.layers()][][];
        Arrays.setAll(e, l -> log.eligibility(l + 1, shape.size(l), shape.size(l + 1)));
        return e;
    }

    private static int[] counts(int[][] spikes) {
        int[] counts = new int[spikes[0].length];
        for (int[] step : spikes) {
            for (int k = 0; k < counts.length; k++) {
                counts[k] += step[k];
            }
        }
        return counts;
    }

    @Override
    public SleepAnswer sleep(SleepInput input) {
        List<SleepAnswer.Layer> slept = new ArrayList<>();
        Shape shape = input.layers().shape();
        for (int l = 1; l < shape.layers(); l++) {
            RealNetwork network = asleep(input, input.rate(), input.rate() / input.batch());
            Rows.copy(input.feedback()[l - 1], network.feedback(l));
            SignalLog log = new SignalLog(0, Signal.NOISE_COUNT, Signal.SLEEP_COUNT);
            network.sleep(l, input.batch(), input.steps(), input.noise(), Decisions.OWN, log);
            int[][] noise = new int[input.batch()][];
            int[][] output = new int[input.batch()][];
            for (int m = 0; m < noise.length; m++) {
                int end = m * input.steps() + input.steps() - 1;
                noise[m] = Rows.integers(log.get(Signal.NOISE_COUNT, l, end));
                output[m] = Rows.integers(log.get(Signal.SLEEP_COUNT, shape.layers(), end));
            }
            slept.add(new SleepAnswer.Layer(l, noise, output, hebb(noise, output), network.feedback(l)));
        }
        return new SleepAnswer(slept);
    }

    private static long[][] hebb(int[][] noise, int[][] output) {
        long[][] sum = new long[noise[0].length][output[0].length];
        for (int m = 0; m < noise.length; m++) {
            for (int i = 0; i < sum.length; i++) {
                for (int k = 0; k < sum[i].length; k++) {
                    sum[i][k] += (long) noise[m][i] * output[m][k];
                }
            }
        }
        return sum;
    }

    private static RealNetwork aligned(NetworkInput input, TraceMode mode, ErrorFunction function) {
        double rate = input.rate() / input.feedbackSteps();
        RealNetwork network =
                awake(input.layers(), input.neuron(), input.steps(), input.softStart(), mode, function, rate);
        for (int l = 1; l < network.shape().layers(); l++) {
            Rows.copy(network.forwardProduct(l), network.feedback(l));
        }
        return network;
    }

    private static RealNetwork awake(
            Layers layers,
            Neuron neuron,
            int steps,
            int softStart,
            TraceMode mode,
            ErrorFunction function,
            double rate) {
        return network(
                layers,
                new RealParameters(
                        neuron.decay(),
                        neuron.theta(),
                        neuron.win(),
                        neuron.amp(),
                        neuron.decay(),
                        steps,
                        softStart,
                        mode,
                        function,
                        rate,
                        rate,
                        0,
                        0,
                        2));
    }

    private static RealNetwork asleep(SleepInput input, double hebb, double oja) {
        Neuron neuron = input.neuron();
        return network(
                input.layers(),
                new RealParameters(
                        neuron.decay(),
                        neuron.theta(),
                        neuron.win(),
                        neuron.amp(),
                        neuron.decay(),
                        input.steps(),
                        0,
                        TraceMode.PRE_ONLY,
                        ErrorFunction.SOFTMAX,
                        0,
                        0,
                        hebb,
                        oja,
                        input.power()));
    }

    private static RealNetwork network(Layers layers, RealParameters parameters) {
        RealNetwork network = new RealNetwork(layers.shape(), parameters);
        for (int l = 1; l <= layers.shape().layers(); l++) {
            Rows.copy(layers.weights()[l - 1], network.weights(l));
            System.arraycopy(
                    layers.biases()[l - 1],
                    0,
                    network.biases(l),
                    0,
                    layers.shape().size(l));
        }
        return network;
    }
}
