package org.biograd.kit.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.Eligibility;
import org.biograd.reference.exact.ErrorNeurons;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.SampleRun;
import org.biograd.reference.exact.SleepRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;

/** The network in fractions. */
final class ExactModel implements Model {

    @Override
    public LayerAnswer layer(LayerInput input) {
        LayerRun run = LayerRun.of(
                neuron(input.neuron()), new Synapses(fractions(input.weights()), fractions(input.biases())), input.x());
        BigFraction[] ones = new BigFraction[run.synapses().post()];
        Arrays.fill(ones, BigFraction.ONE);
        Map<TraceMode, double[][]> eligibility = new EnumMap<>(TraceMode.class);
        Map<TraceMode, double[][]> gradient = new EnumMap<>(TraceMode.class);
        for (TraceMode mode : TraceMode.values()) {
            eligibility.put(
                    mode,
                    rounded(Eligibility.of(mode, run.neuron().decay(), run).last()));
            gradient.put(
                    mode,
                    rounded(
                            BackpropagationThroughTime.of(List.of(run), ones, mode)
                                    .layer(1),
                            BigFraction.ONE));
        }
        return new LayerAnswer(rounded(run.v()), run.s(), rounded(run.g()), eligibility, gradient);
    }

    @Override
    public NetworkAnswer network(NetworkInput input) {
        int last = input.layers().shape().layers();
        SpikeTrain sample = SpikeTrain.of(input.x());
        BigFraction perStep = BigFraction.of(1, input.feedbackSteps());
        Map<TraceMode, double[][][]> eligibility = new EnumMap<>(TraceMode.class);
        Map<ErrorFunction, NetworkAnswer.Learned> learned = new EnumMap<>(ErrorFunction.class);
        SampleRun run = null;
        for (ErrorFunction function : ErrorFunction.values()) {
            Map<TraceMode, NetworkAnswer.Change> changes = new EnumMap<>(TraceMode.class);
            for (TraceMode mode : NetworkOperation.MODES) {
                ExactNetwork network = aligned(input, mode, function, perStep);
                run = network.learn(sample, input.label());
                eligibility.put(mode, eligibility(run));
                changes.put(mode, change(network, run.gradient(), perStep));
            }
            learned.put(function, learned(run, changes));
        }
        ExactNetwork network = aligned(input, TraceMode.FULL, ErrorFunction.SOFTMAX, perStep);
        double[][][] feedback = new double[last - 1][][];
        Arrays.setAll(feedback, l -> rounded(network.feedback(l + 1)));
        int[][][] spikes = run.layers().stream().map(LayerRun::s).toArray(int[][][]::new);
        int[] counts = run.layers().get(last - 1).counts();
        return new NetworkAnswer(spikes, counts, feedback, eligibility, gradient(run, counts, input.label()), learned);
    }

    private static NetworkAnswer.FullGradient gradient(SampleRun run, int[] counts, int label) {
        double[] error = NetworkAnswer.derivative(counts, label);
        Gradient gradient = BackpropagationThroughTime.of(run.layers(), fractions(error), TraceMode.FULL);
        return new NetworkAnswer.FullGradient(
                NetworkAnswer.crossEntropy(counts, label), error, rounded(gradient, BigFraction.ONE));
    }

    private static NetworkAnswer.Change change(ExactNetwork network, Gradient gradient, BigFraction perStep) {
        network.update(gradient);
        double[][][] updated = new double[network.shape().layers()][][];
        Arrays.setAll(updated, l -> rounded(network.synapses(l + 1), BigFraction.ONE));
        return new NetworkAnswer.Change(rounded(gradient, perStep), updated);
    }

    private static NetworkAnswer.Learned learned(SampleRun run, Map<TraceMode, NetworkAnswer.Change> changes) {
        ErrorNeurons errors = run.errorNeurons();
        double[][] dendrites =
                run.dendrites().stream().map(d -> rounded(d[d.length - 1])).toArray(double[][]::new);
        return new NetworkAnswer.Learned(
                errors.sp(), errors.sn(), rounded(errors.p()), rounded(errors.n()), dendrites, changes);
    }

    private static double[][][] eligibility(SampleRun run) {
        return run.eligibilities().stream().map(e -> rounded(e.last())).toArray(double[][][]::new);
    }

    @Override
    public SleepAnswer sleep(SleepInput input) {
        BigFraction rate = BigFraction.from(input.rate());
        ExactNetwork network = network(
                input.layers(),
                new ExactParameters(
                        neuron(input.neuron()),
                        BigFraction.from(input.neuron().decay()),
                        input.steps(),
                        0,
                        TraceMode.PRE_ONLY,
                        ErrorFunction.SOFTMAX,
                        BigFraction.ZERO,
                        BigFraction.ZERO,
                        rate,
                        rate.divide(input.batch()),
                        input.power()));
        List<SleepAnswer.Layer> slept = new ArrayList<>();
        for (int l = 1; l < network.shape().layers(); l++) {
            copy(fractions(input.feedback()[l - 1]), network.feedback(l));
            SleepRun run = network.sleep(l, input.batch(), input.steps(), input.noise());
            slept.add(new SleepAnswer.Layer(
                    l, integers(run.noise()), integers(run.output()), longs(run.hebb()), rounded(network.feedback(l))));
        }
        return new SleepAnswer(slept);
    }

    private static ExactNetwork aligned(
            NetworkInput input, TraceMode mode, ErrorFunction function, BigFraction perStep) {
        NeuronModel neuron = neuron(input.neuron());
        BigFraction rate = BigFraction.from(input.rate()).multiply(perStep);
        ExactNetwork network = network(
                input.layers(),
                new ExactParameters(
                        neuron,
                        neuron.decay(),
                        input.steps(),
                        input.softStart(),
                        mode,
                        function,
                        rate,
                        rate,
                        BigFraction.ZERO,
                        BigFraction.ZERO,
                        2));
        for (int l = 1; l < network.shape().layers(); l++) {
            copy(network.aligned(l), network.feedback(l));
        }
        return network;
    }

    private static ExactNetwork network(Layers layers, ExactParameters parameters) {
        ExactNetwork network = new ExactNetwork(layers.shape(), parameters);
        for (int l = 1; l <= layers.shape().layers(); l++) {
            Synapses synapses = network.synapses(l);
            copy(fractions(layers.weights()[l - 1]), synapses.weights());
            System.arraycopy(fractions(layers.biases()[l - 1]), 0, synapses.biases(), 0, synapses.post());
        }
        return network;
    }

    private static NeuronModel neuron(Neuron neuron) {
        return new NeuronModel(
                BigFraction.from(neuron.decay()),
                BigFraction.from(neuron.theta()),
                BigFraction.from(neuron.win()),
                BigFraction.from(neuron.amp()));
    }

    private static void copy(BigFraction[][] from, BigFraction[][] to) {
        for (int i = 0; i < to.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, to[i].length);
        }
    }

    private static BigFraction[] fractions(double[] vector) {
        return Arrays.stream(vector).mapToObj(BigFraction::from).toArray(BigFraction[]::new);
    }

    private static BigFraction[][] fractions(double[][] matrix) {
        return Arrays.stream(matrix).map(ExactModel::fractions).toArray(BigFraction[][]::new);
    }

    private static double[] rounded(BigFraction[] vector) {
        return Arrays.stream(vector).mapToDouble(BigFraction::doubleValue).toArray();
    }

    private static double[][] rounded(BigFraction[][] matrix) {
        return Arrays.stream(matrix).map(ExactModel::rounded).toArray(double[][]::new);
    }

    /** Each value times the factor, rounded; the bias last in a row. */
    private static double[][] rounded(Synapses synapses, BigFraction factor) {
        double[][] rows = new double[synapses.post()][synapses.pre() + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < synapses.pre(); j++) {
                rows[i][j] = synapses.weights()[i][j].multiply(factor).doubleValue();
            }
            rows[i][synapses.pre()] = synapses.biases()[i].multiply(factor).doubleValue();
        }
        return rows;
    }

    private static double[][][] rounded(Gradient gradient, BigFraction factor) {
        return gradient.layers().stream().map(layer -> rounded(layer, factor)).toArray(double[][][]::new);
    }

    private static int[][] integers(BigFraction[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).mapToInt(BigFraction::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static long[][] longs(BigFraction[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).mapToLong(BigFraction::longValue).toArray())
                .toArray(long[][]::new);
    }
}
